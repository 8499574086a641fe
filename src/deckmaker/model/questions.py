"""Questions: what all have in common, and a body for each type."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from deckmaker.model.text import EMPTY, Text
from deckmaker.source import Span


class Kind(StrEnum):
    """The question types."""

    __hash__ = str.__hash__  # an enumeration's own is no C code, and rules are looked up by kind

    SINGLE_CHOICE = "single_choice"
    MULTIPLE_ANSWER = "multiple_answer"
    TRUE_FALSE = "true_false"
    SHORT_ANSWER = "short_answer"
    NUMERIC = "numeric"
    CLOZE = "cloze"
    MATCHING = "matching"
    ORDERING = "ordering"
    ESSAY = "essay"
    FLASHCARD = "flashcard"
    IMAGE_OCCLUSION = "image_occlusion"


class Option(Struct, frozen=True):
    """One option of a choice.

    text: what it says.
    correct: whether it is a key.
    feedback: said to those who chose it.
    pin: whether it keeps its place when options are shuffled.
    """

    text: Text
    correct: bool
    feedback: Text = EMPTY
    pin: bool = False


class Choice(Struct, frozen=True):
    """Single choice or multiple answer.

    options: as written, keys among them; one key, or (several) any number from 1.
    several: whether more than one may be right.
    """

    options: tuple[Option, ...]
    several: bool


class TrueFalse(Struct, frozen=True):
    """True or false.

    answer: which.
    """

    answer: bool


class ShortAnswer(Struct, frozen=True):
    """A word or phrase to write.

    answer: the model answer.
    accept: other answers that count, as plain text.
    """

    answer: Text
    accept: tuple[str, ...]


class Numeric(Struct, frozen=True):
    """A number to write.

    value, tolerance: right is value ± tolerance, in `unit`.
    shown: the value as the author typed it.
    unit: as shown after the number; may be "".
    """

    value: Decimal
    tolerance: Decimal
    shown: str
    unit: str


class Cloze(Struct, frozen=True):
    """A text with deletions, `Gap` nodes in it; the question's stem is an optional line above it.

    text: the text, at least one gap in it.
    """

    text: Text


class Matching(Struct, frozen=True):
    """Two columns to match.

    pairs: (left, right), at least two.
    extra: right sides that belong to none.
    """

    pairs: tuple[tuple[Text, Text], ...]
    extra: tuple[Text, ...]


class Ordering(Struct, frozen=True):
    """Things to put in order.

    items: in their right order, at least two.
    """

    items: tuple[Text, ...]


class Essay(Struct, frozen=True):
    """An answer of several sentences.

    lines: how many to leave on paper.
    rubric: how it is marked.
    answer: a model answer; may be empty.
    """

    lines: int
    rubric: Text
    answer: Text


class Flashcard(Struct, frozen=True):
    """A front (the question's stem) and a back.

    back: the other side.
    reversed: whether it is also asked from the back.
    """

    back: Text
    reversed: bool


class Region(Struct, frozen=True):
    """A rectangle of an occluded picture, in fractions of its width and height, 0 to 1.

    left, top, width, height: the rectangle.
    label: what is hidden there.
    """

    left: float
    top: float
    width: float
    height: float
    label: str


class ImageOcclusion(Struct, frozen=True):
    """A picture with parts hidden.

    image, alt: its path in the set and what it shows.
    regions: what is hidden, at least one.
    """

    image: str
    alt: str
    regions: tuple[Region, ...]


Body = Choice | TrueFalse | ShortAnswer | Numeric | Cloze | Matching | Ordering | Essay | Flashcard | ImageOcclusion

ANKI = "anki"
PRINT = "print"
PLACES = (ANKI, PRINT)
"""Where a question may go."""

AXES = ("speaker", "basis", "relay", "certainty", "time", "fit")
"""What a question can ask about a claim: who says it, what it rests on, whether the speaker relays it, how sure it is
put, when it was, what it does not fit with."""

BALANCED = frozenset({"document-or-not"})
"""Families whose questions may be asked only as many true ones as false ones, give or take one."""

LEVELS = ("recall", "discriminate", "evaluate")
"""What a question asks of a student: to bring something back, to tell things apart, to weigh them."""


class Question(Struct, frozen=True):
    """One question, written or generated; writers cannot tell which.

    id: its id in the set; with the set's uid its identity for ever. Generated ones are "<claim>/<family>".
    kind, body: its type and what that type needs.
    stem: what is asked; may be empty for a cloze.
    claims: ids of the claims it asks about; the first leads.
    family: the generator that made it, "" when written by hand.
    axis: which axis it asks for: one of AXES, "" when not given.
    points: as the author gave them, None when not.
    feedback, hint: said after and before answering; may be empty.
    tags: hierarchical with "::".
    objective: what it teaches; may be "".
    language: BCP 47, the set's when not given.
    shuffle: whether its options may be shuffled.
    where: the outputs it may go to.
    was: earlier ids of it, the oldest first.
    allow: code names silenced, each with its reason.
    span: where it, or the claim it came from, stands.
    spans: where single fields stand, by YAML key.
    level: what it asks of a student: one of LEVELS, "" when not given.
    """

    id: str
    kind: Kind
    body: Body
    stem: Text
    claims: tuple[str, ...]
    family: str
    axis: str
    points: Decimal | None
    feedback: Text
    hint: Text
    tags: tuple[str, ...]
    objective: str
    language: str
    shuffle: bool
    where: tuple[str, ...]
    was: tuple[str, ...]
    allow: Mapping[str, str]
    span: Span
    spans: Mapping[str, Span]
    level: str = ""

    @property
    def first_id(self) -> str:
        """The id that it had first, by which students' notes are known for ever; `was` lists the oldest first."""
        return self.was[0] if self.was else self.id

    def place_of(self, field: str) -> Span:
        """Where a field stands, or the question where it is not given."""
        return self.spans.get(field, self.span)


class Refusal(Struct, frozen=True):
    """Something that was not asked, and why.

    question: the id that the question would have had.
    claim, family: what would have been asked how.
    reason: in the user's words.
    remedy: what would have to be done for it to be asked.
    span: the claim's place.
    """

    question: str
    claim: str
    family: str
    reason: str
    remedy: str
    span: Span
