"""The register with its relations looked up once: who says the same, what is near, who is named where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from deckmaker.model.claims import ARTICLE, Claim, Claims, Sources, kin
from deckmaker.model.document import QuestionSet
from deckmaker.model.labels import basis_label
from deckmaker.model.naming import named
from deckmaker.model.text import plain


class Register(Struct, frozen=True):
    """A set and what follows from its claims.

    set: as read.
    speakers: ids of the sources that are speakers of some claim, in the order of the claims.
    bases: what some claim rests on (source ids or fixed bases), in the order of the claims.
    mentions: how many claims have an id as speaker, basis, relay, or basis that can be defended.
    kin: each source's kin, itself among them, by its id.
    words: each claim's letters.
    naming: for each claim the sources, but for the article, that its words name.
    same: for each claim the others that say the same, near or far along `same_as`, said either way round.
    near: for each claim those called near to it, by it or by the other, and those that say the same.
    conflicts: for each claim those that it conflicts with, said either way round.
    later: for each claim those on something later, near or far along `before`; placed: all that `before` links.
    """

    set: QuestionSet
    speakers: tuple[str, ...]
    bases: tuple[str, ...]
    mentions: Mapping[str, int]
    kin: Mapping[str, frozenset[str]]
    words: Mapping[str, str]
    naming: Mapping[str, frozenset[str]]
    same: Mapping[str, frozenset[str]]
    near: Mapping[str, frozenset[str]]
    conflicts: Mapping[str, frozenset[str]]
    later: Mapping[str, frozenset[str]]
    placed: frozenset[str]

    def kin_of(self, ids: Iterable[str]) -> frozenset[str]:
        """The kin of all of them; what is not a source has only itself."""
        return frozenset[str]().union(*(self.kin.get(id, {id}) for id in ids))

    def label(self, id: str) -> str:
        """How a source or a basis reads as an option."""
        return basis_label(id, self.set.sources, self.set.language)


def register_of(set: QuestionSet) -> Register:
    """The set's register."""
    claims = set.claims
    words = {id: plain(claim.text) for id, claim in claims.items()}
    same, near = _groups(_links(claims, "same_as")), _links(claims, "near")
    later = _later(claims)
    return Register(
        set=set,
        speakers=tuple(dict.fromkeys(claim.speaker for claim in claims.values())),
        bases=tuple(dict.fromkeys(claim.basis for claim in claims.values())),
        mentions=Counter(id for claim in claims.values() for id in _mentioned(claim)),
        kin={id: kin(id, set.sources) for id in set.sources},
        words=words,
        naming={id: _named_in(text, set.sources) for id, text in words.items()},
        same=same,
        near={id: near[id] | same[id] for id in claims},
        conflicts=_links(claims, "conflicts_with"),
        later=later,
        placed=frozenset(id for id, others in later.items() if others).union(*later.values()),
    )


def _mentioned(claim: Claim) -> frozenset[str]:
    return frozenset((claim.speaker, claim.basis, *claim.via, *claim.also_basis))


def _named_in(words: str, sources: Sources) -> frozenset[str]:
    return frozenset(id for id, source in sources.items() if id != ARTICLE and named(source, words))


def _links(claims: Claims, field: str) -> dict[str, frozenset[str]]:
    """For each claim those that it names in the field, and those that name it."""
    links: dict[str, set[str]] = {id: set() for id in claims}
    for id, claim in claims.items():
        for other in getattr(claim, field):
            if other in claims and other != id:
                links[id].add(other)
                links[other].add(id)
    return {id: frozenset(others) for id, others in links.items()}


def _later(claims: Claims) -> dict[str, frozenset[str]]:
    links = {id: frozenset(claim.before) & claims.keys() - {id} for id, claim in claims.items()}
    return {id: _reached(id, links) - {id} for id in claims}


def _groups(links: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """For each claim all that can be reached from it along the links, without itself."""
    groups: dict[str, frozenset[str]] = {}
    for start in links:
        if start not in groups:
            found = _reached(start, links)
            groups.update({id: found - {id} for id in found})
    return groups


def _reached(start: str, links: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found, waiting = set[str](), [start]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(links[current])
    return frozenset(found)
