"""Every answer that the register lets one defend, for each claim: who says it, and what it rests on.

By the note on claims: the speaker or basis itself, its kin, what `also_ok` has, and the same of every claim of the
article that says the same. What can neither be shown nor ruled out is kept apart as open, so that rules stay quiet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from deckmaker.model.claims import ARTICLE, BASES, Claim, Claims, Source, SourceKind, kin
from deckmaker.model.document import QuestionSet
from deckmaker.model.labels import basis_label
from deckmaker.model.patterns import regex

ON_RECORD, UNNAMED_PEOPLE, UNNAMED_RESEARCH, NONE_GIVEN = BASES
NAMELESS = frozenset((UNNAMED_PEOPLE, UNNAMED_RESEARCH))
PAPERS = (SourceKind.DOCUMENT, SourceKind.PUBLICATION)

_RESEARCH = regex(r"research|stud(?:y|ies)|survey|analys[ei]s|report|investigation|data|poll", re.IGNORECASE)

Base = tuple[str, str]
"""An id, and what it is to the claim ("the speaker")."""


class Answers(Struct, frozen=True):
    """The answers to one axis of a claim, by ids of sources and fixed bases.

    right: what is right, and why.
    open: what could be defended or cannot be told.
    loose: what is open too unless the stem says exactly what it asks for: relays beside a speaker, the speaker's own
        word beside its evidence.
    """

    right: Mapping[str, str]
    open: frozenset[str]
    loose: frozenset[str]

    def fit(self, reading: frozenset[str], *, exact: bool) -> bool:
        """Whether words that may mean these ids are surely right."""
        return bool(reading & self.right.keys()) and reading <= self._defended(exact)

    def fail(self, reading: frozenset[str], *, exact: bool) -> bool:
        """Whether words that may mean these ids are surely wrong; words that mean none are not."""
        return bool(reading) and not reading & self._defended(exact)

    def _defended(self, exact: bool) -> frozenset[str]:
        return frozenset(self.right) | self.open | (frozenset() if exact else self.loose)


class Truth(Struct, frozen=True):
    """What the register says of all claims.

    set: the set; kin: each source's kin by its id.
    speaker, basis: the answers to both axes, by claim id.
    same: for each claim those of its article that say the same, itself among them.
    """

    set: QuestionSet
    kin: Mapping[str, frozenset[str]]
    speaker: Mapping[str, Answers]
    basis: Mapping[str, Answers]
    same: Mapping[str, tuple[str, ...]]

    def source(self, id: str) -> Source | None:
        """The source of that id, None for a fixed basis."""
        return self.set.sources.get(id)

    def is_paper(self, id: str) -> bool:
        """Whether it is a document or another publication than the article."""
        source = self.source(id)
        return source is not None and id != ARTICLE and source.kind in PAPERS


def truth_of(set: QuestionSet) -> Truth:
    """What the set's register says."""
    same = _groups(set.claims)
    found = {id: kin(id, set.sources) for id in set.sources}
    truth = Truth(set, found, {}, {}, same)
    claims = set.claims.items()
    return Truth(
        set,
        found,
        speaker={id: _speakers(claim, truth) for id, claim in claims},
        basis={id: _bases(claim, truth) for id, claim in claims},
        same=same,
    )


def _speakers(claim: Claim, truth: Truth) -> Answers:
    every = [truth.set.claims[id] for id in truth.same[claim.id]]
    right = _right(_each(claim, every, "speaker"), truth)
    open = set[str]()
    if any(stands_for(id, truth) for id in right):
        open |= NAMELESS
    open.add(NONE_GIVEN if ARTICLE in right else ON_RECORD)
    relays = _kin_of([id for each in every for id in each.via], truth)
    if ARTICLE in right:  # what the article sums up, it may be said to have from there
        open |= relays | {id for each in every for id in (each.basis, *each.also_basis) if truth.is_paper(id)}
    return Answers(right, frozenset(open - right.keys()), relays - right.keys())


def _bases(claim: Claim, truth: Truth) -> Answers:
    every = [truth.set.claims[id] for id in truth.same[claim.id]]
    bases = list(_each(claim, every, "basis"))
    ids = {id for id, _ in bases}
    bases += [(id, "a document that the claim comes through") for id in claim.via if truth.is_paper(id)]
    if ON_RECORD in ids:
        bases += [(id, "the speaker, whose word it is") for id, _ in _each(claim, every, "speaker") if id != ARTICLE]
    bases += _nameless(every, ids, truth)
    right = _right(bases, truth)
    open = _kin_of(claim.via, truth) | _maybe_nameless(ids, truth)
    speakers = {each.speaker for each in every} | {*claim.also_speaker}
    if ARTICLE in speakers:
        open |= {ARTICLE}
    own_word = _kin_of(speakers - {ARTICLE}, truth)
    if own_word:
        own_word |= {ON_RECORD}
    return Answers(right, open - right.keys(), own_word - right.keys())


def _each(claim: Claim, every: Iterable[Claim], axis: str) -> Iterator[Base]:
    """What each of the claims names on the axis, and what it lets one defend."""
    for each in every:
        of = "" if each is claim else f' of "{each.id}", which says the same'
        yield getattr(each, axis), f"the {axis}{of}"
        yield from ((id, f"in the `also_ok`{of}") for id in getattr(each, f"also_{axis}"))


def _right(bases: Iterable[Base], truth: Truth) -> dict[str, str]:
    right: dict[str, str] = {}
    known = list(bases)
    for id, role in known:
        right.setdefault(id, role)
    for id, role in known:
        for other in sorted(truth.kin.get(id, ())):
            right.setdefault(other, f'close to "{basis_label(id, truth.set.sources)}", {role}')
    return right


def _kin_of(ids: Iterable[str], truth: Truth) -> frozenset[str]:
    return frozenset[str]().union(*(truth.kin.get(id, frozenset((id,))) for id in ids))


def stands_for(id: str, truth: Truth) -> str:
    """The fixed basis that a source without a name amounts to; "" for every other id."""
    source = truth.source(id)
    if source is None or source.kind is not SourceKind.UNNAMED:
        return ""
    return UNNAMED_RESEARCH if _RESEARCH.search(source.name) else UNNAMED_PEOPLE


def _nameless(every: Iterable[Claim], bases: set[str], truth: Truth) -> Iterator[Base]:
    """Unnamed people or research, and a source without a name that the same claim has to do with, are one."""
    for id in sorted(bases):
        if fixed := stands_for(id, truth):
            yield fixed, "what the basis amounts to"
    for claim in every:
        for id in (claim.speaker, *claim.also_speaker, *claim.via):
            if stands_for(id, truth) in bases:
                yield id, "what the basis amounts to"


def _maybe_nameless(bases: set[str], truth: Truth) -> frozenset[str]:
    """Other sources without a name that may be who or what was meant."""
    meant = bases & NAMELESS
    return frozenset(id for id in truth.set.sources if stands_for(id, truth) in meant)


def _groups(claims: Claims) -> dict[str, tuple[str, ...]]:
    links: dict[str, set[str]] = {id: set() for id in claims}
    for id, claim in claims.items():
        for other in claim.same_as:
            if other in claims:
                links[id].add(other)
                links[other].add(id)
    groups: dict[str, tuple[str, ...]] = {}
    for id in claims:
        if id not in groups:
            group = _reached(id, links)
            groups.update({one: _of_its_article(one, group, claims) for one in group})
    return groups


def _reached(start: str, links: Mapping[str, set[str]]) -> frozenset[str]:
    found, waiting = set[str](), [start]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(links[current])
    return frozenset(found)


def _of_its_article(id: str, group: frozenset[str], claims: Claims) -> tuple[str, ...]:
    """The claim first, then the others in the order of their ids."""
    others = sorted(other for other in group - {id} if claims[other].article == claims[id].article)
    return (id, *others)
