"""Which answers can be defended, worked out from the note on claims by brute force and not from the code.

Section 1.2 gives the relations, section 3 the filter of options: a distractor is "not in `also_ok`; not
`speaks_for`/`part_of` kin of the key; not the speaker of a `same_as` claim". Kin: two sources that stand, by way of
`speaks_for` and `part_of`, below one body, or one below the other. Section 1.1: a claim `on_record` rests on its
speaker's word; unnamed people and unnamed research are a source without a name.
"""

from __future__ import annotations

from itertools import product

from deckmaker.model.claims import Claim, SourceKind
from deckmaker.model.document import QuestionSet


class Oracle:
    """Answers to both axes of every claim of a set, as sets of ids."""

    def __init__(self, set: QuestionSet) -> None:
        self.set = set
        self.sources, self.claims = set.sources, set.claims
        self._below = self._closed(
            {(id, up) for id, one in self.sources.items() for up in (one.speaks_for, one.part_of) if up},
            [*self.sources],
        )
        said = {(id, other) for id, one in self.claims.items() for other in one.same_as}
        self._same = self._closed(said | {(other, id) for id, other in said}, [*self.claims])

    def _closed(self, pairs: set[tuple[str, str]], ids: list[str]) -> set[tuple[str, str]]:
        """The pairs, everything beside itself, and all that follows (Warshall)."""
        found = pairs | {(id, id) for id in ids}
        for middle, first, last in product(ids, ids, ids):
            if (first, middle) in found and (middle, last) in found:
                found.add((first, last))
        return found

    def kin(self, id: str) -> set[str]:
        return {id} | {other for other in self.sources for up in self.sources if {(id, up), (other, up)} <= self._below}

    def same(self, claim: Claim) -> list[Claim]:
        others = [self.claims[other] for id, other in self._same if id == claim.id]
        return [other for other in others if other.article == claim.article]

    def speaker(self, id: str) -> set[str]:
        named = {who for one in self.same(self.claims[id]) for who in (one.speaker, *one.also_speaker)}
        return set().union(*map(self.kin, named))

    def basis(self, id: str) -> set[str]:
        claim = self.claims[id]
        same = self.same(claim)
        named = {what for one in same for what in (one.basis, *one.also_basis)}
        papers = {via for via in claim.via if self.is_paper(via)}
        words = {who for one in same for who in (one.speaker, *one.also_speaker) if who != "article"}
        own_word = words if "on_record" in named else set[str]()
        near = {who for one in same for who in (one.speaker, *one.also_speaker, *one.via)}
        unnamed = {id for id in near if self.unnamed(id) in named} | {self.unnamed(id) for id in named} - {""}
        return set().union(*map(self.kin, named | papers | own_word | unnamed))

    def is_paper(self, id: str) -> bool:
        source = self.sources.get(id)
        return id != "article" and source is not None and source.kind in (SourceKind.DOCUMENT, SourceKind.PUBLICATION)

    def unnamed(self, id: str) -> str:
        """What a source without a name amounts to."""
        source = self.sources.get(id)
        if source is None or source.kind is not SourceKind.UNNAMED:
            return ""
        return "unnamed_research" if "research" in source.name else "unnamed_people"

    def right(self, id: str, axis: str) -> set[str]:
        return self.speaker(id) if axis == "speaker" else self.basis(id)

    def doubtful(self, id: str, axis: str) -> set[str]:
        """What a reader could argue for, although the register does not list it: relays, what the article sums up, the
        word of a speaker who points to more, another source without a name."""
        claim = self.claims[id]
        same = self.same(claim)
        found = {other for via in claim.via for other in self.kin(via)}
        own_voice = "article" in self.speaker(id)
        if axis == "speaker":
            summed_up = {what for one in same for what in (one.basis, *one.also_basis, *one.via)}
            return {other for what in summed_up for other in self.kin(what)} if own_voice else set()
        words = {who for one in same for who in (one.speaker, *one.also_speaker)}
        found |= {other for who in words - {"article"} for other in self.kin(who)} | {"article"}
        if words != {"article"}:
            found.add("on_record")
        meant = {what for one in same for what in (one.basis, *one.also_basis)}
        return found | {source for source in self.sources if self.unnamed(source) in meant}
