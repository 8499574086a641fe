"""Sources, who is whose kin, and claims: who says what, on what basis, shown by which words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from deckmaker.model.text import Text
from deckmaker.source import NOWHERE, Span

ARTICLE = "article"
"""The built-in source: the article in its own voice."""

BASES = ("on_record", "unnamed_people", "unnamed_research", "none_given")
"""What a basis can be when it is not a source: a named person or body speaks, some unnamed, or none is given."""


class SourceKind(StrEnum):
    """What a source is; options of one item are of one kind where possible."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    DOCUMENT = "document"
    PUBLICATION = "publication"
    UNNAMED = "unnamed"


class Source(Struct, frozen=True):
    """Somebody or something that the article credits.

    id, name: its id; how it reads as an option.
    kind: what it is.
    role: what the article calls it ("CIA spokesman"); may be "".
    speaks_for, part_of: ids of the bodies it speaks for and belongs to; may be "".
    aliases: other names of it.
    span: where the set names it.
    """

    id: str
    name: str
    kind: SourceKind
    role: str = ""
    speaks_for: str = ""
    part_of: str = ""
    aliases: tuple[str, ...] = ()
    span: Span = NOWHERE


THE_ARTICLE = Source(ARTICLE, "the article itself", SourceKind.PUBLICATION)
"""The article as a speaker."""

Sources = Mapping[str, Source]
"""A set's sources by id, `ARTICLE` among them, in the order given."""


def kin(id: str, sources: Sources) -> frozenset[str]:
    """Who could be meant in this source's place: itself, the bodies it speaks for or belongs to, and their members.

    The one place that decides it. An id that is not among the sources has only itself.
    """
    above = _bodies(id, sources)
    return frozenset(other for other in (*sources, id) if above & _bodies(other, sources))


def _bodies(id: str, sources: Sources) -> frozenset[str]:
    found: set[str] = set()
    waiting = [id]
    while waiting:
        current = waiting.pop()
        if current and current not in found:
            found.add(current)
            if source := sources.get(current):
                waiting += [source.speaks_for, source.part_of]
    return frozenset(found)


class Stance(StrEnum):
    """How a cue verb sets the writer to what is said (Martin & White's appraisal theory)."""

    ACKNOWLEDGE = "acknowledge"
    ENDORSE = "endorse"
    DISTANCE = "distance"
    OWN = "own"


class Certainty(StrEnum):
    """How certain its speaker puts a claim (FactBank's scale)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Quiz(StrEnum):
    """Whether a claim may be asked about by generators: freely, with care (never by itself), or not at all."""

    ASK = "ask"
    CAREFUL = "careful"
    AVOID = "avoid"


class Quote(Struct, frozen=True):
    """The short verbatim proof of a claim.

    exact: the words, code point for code point.
    place: "title", "heading-1" …, or a body paragraph's number as text.
    prefix, suffix: words before and after it that make it unique; not shown.
    spans: where the claim's fields stand, by YAML key; whole: where the claim does.
    """

    exact: str
    place: str
    prefix: str
    suffix: str
    spans: Mapping[str, Span]
    whole: Span

    @property
    def span(self) -> Span:
        """Where the set gives the words."""
        return self.spans.get("quote", self.whole)

    @property
    def place_span(self) -> Span:
        """Where the set gives the place."""
        return self.spans.get("paragraph", self.whole)


class Claim(Struct, frozen=True):
    """One thing that the article says or reports.

    id: its id.
    text: what is claimed, in the set author's words; reads on after "that", names no speaker.
    article: the article's id.
    speaker: whom the article presents as saying it: a source id.
    basis: what the article points to as evidence: a source id or one of BASES.
    via: ids of the relays between the speaker and where it comes from, outermost first.
    quote: the proof.
    cue: the verb of saying, verbatim; may be "".
    stance, certainty: from the cue and the hedge, by the tables of `wording`, unless the author says otherwise.
    hedge, booster: verbatim words that weaken or strengthen it; may be "".
    negative: whether it denies something.
    kind: factual, interpretive, evaluative, prediction, recommendation or counterfactual.
    said_when, event_time: as the article gives them; may be "".
    same_as, near, conflicts_with: ids of claims that say the same, touch the same topic, cannot both hold.
    before: ids of claims about what the article puts later than what this one is about.
    also_speaker, also_basis: other answers that can be defended; never options, always accepted.
    core: whether it is one of the main ones.
    quiz: whether generators may ask about it.
    note: the reason, where quiz is not ASK.
    tags: the author's own.
    span: where it stands; spans: where single fields stand, by YAML key.
    """

    id: str
    text: Text
    article: str
    speaker: str
    basis: str
    via: tuple[str, ...]
    quote: Quote
    cue: str
    stance: Stance
    certainty: Certainty
    hedge: str
    booster: str
    negative: bool
    kind: str
    said_when: str
    event_time: str
    same_as: tuple[str, ...]
    near: tuple[str, ...]
    conflicts_with: tuple[str, ...]
    before: tuple[str, ...]
    also_speaker: tuple[str, ...]
    also_basis: tuple[str, ...]
    core: bool
    quiz: Quiz
    note: str
    tags: tuple[str, ...]
    span: Span
    spans: Mapping[str, Span]

    def place_of(self, field: str) -> Span:
        """Where a field stands, or the claim where it is not given."""
        return self.spans.get(field, self.span)


Claims = Mapping[str, Claim]
"""A set's claims by id, in the order given."""


class Verified(Struct, frozen=True):
    """What is known of a claim's quotation.

    by: "text" when it was found in the article's text in this run, "lock" when an earlier run found it and the lock
        says so, "" when neither.
    sha256: of the text in which it was found; "" when it was not.
    seal: what the lock keeps of it, changed by any edit of what was verified; "" when it was not found.
    """

    by: str
    sha256: str
    seal: str = ""


Evidence = Mapping[str, Verified]
"""What is known of each claim's quotation, by claim id."""
