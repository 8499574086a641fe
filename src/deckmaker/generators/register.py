"""The register with its relations looked up once: who says the same, what is near, who is named where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deckmaker.model.claims import ARTICLE, Claim, Claims, kin
from deckmaker.model.document import QuestionSet
from deckmaker.model.labels import basis_label
from deckmaker.model.naming import named
from deckmaker.model.text import plain


@dataclass(frozen=True, slots=True)
class Register:
    """A set and what follows from its claims.

    set: as read.
    speakers: ids of the sources that are speakers of some claim, in the order of the claims.
    bases: what some claim rests on (source ids or fixed bases), in the order of the claims.
    kin: each source's kin, itself among them, by its id.
    same: for each claim the others that say the same, near or far along `same_as`, said either way round.
    near: for each claim those called near to it, by it or by the other, and those that say the same.
    """

    set: QuestionSet
    speakers: tuple[str, ...]
    bases: tuple[str, ...]
    kin: Mapping[str, frozenset[str]]
    same: Mapping[str, frozenset[str]]
    near: Mapping[str, frozenset[str]]

    def kin_of(self, ids: Iterable[str]) -> frozenset[str]:
        """The kin of all of them; what is not a source has only itself."""
        return frozenset().union(*(self.kin.get(id, {id}) for id in ids))

    def names(self, claim: Claim, id: str) -> bool:
        """Whether the claim's own words name that source; the article itself is never named."""
        return id in self.set.sources and id != ARTICLE and named(self.set.sources[id], plain(claim.text))

    def label(self, id: str) -> str:
        """How a source or a basis reads as an option."""
        return basis_label(id, self.set.sources)


def register_of(set: QuestionSet) -> Register:
    """The set's register."""
    claims = set.claims
    same = _groups(_links(claims, "same_as"))
    near = _links(claims, "near")
    return Register(
        set=set,
        speakers=tuple(dict.fromkeys(claim.speaker for claim in claims.values())),
        bases=tuple(dict.fromkeys(claim.basis for claim in claims.values())),
        kin={id: kin(id, set.sources) for id in set.sources},
        same=same,
        near={id: near[id] | same[id] for id in claims},
    )


def _links(claims: Claims, field: str) -> dict[str, frozenset[str]]:
    """For each claim those that it names in the field, and those that name it."""
    links: dict[str, set[str]] = {id: set() for id in claims}
    for id, claim in claims.items():
        for other in getattr(claim, field):
            if other in claims and other != id:
                links[id].add(other)
                links[other].add(id)
    return {id: frozenset(others) for id, others in links.items()}


def _groups(links: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """For each claim all that can be reached from it along the links, without itself."""
    groups: dict[str, frozenset[str]] = {}
    for start in links:
        found, waiting = set[str](), [start]
        while waiting and start not in groups:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(links[current])
        groups.update({id: frozenset(found - {id}) for id in found})
    return groups
