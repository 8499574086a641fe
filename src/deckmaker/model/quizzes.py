"""Quizzes as a set's author plans them: sections, what each picks, and how it is to be printed."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from deckmaker.model.text import EMPTY, Text
from deckmaker.source import Span


class Pick(Struct, frozen=True):
    """What a section of a quiz takes.

    ids: question ids in the author's order; empty when picked by the rest.
    family, tag, kind, claim, basis, speaker: each narrows the choice where not "".
    count: at most so many, None for all.
    by: what they are drawn evenly over: "basis", "speaker", "family", "type", "tag" or "tag:<prefix>"; "" for nothing.
    anew: whether each version draws its own.
    """

    ids: tuple[str, ...] = ()
    family: str = ""
    tag: str = ""
    kind: str = ""
    claim: str = ""
    basis: str = ""
    speaker: str = ""
    count: int | None = None
    by: str = ""
    anew: bool = False


class Section(Struct, frozen=True):
    """A section of a quiz.

    title, instructions: may be empty.
    pick: its questions.
    points: of each question, None for the questions' own.
    shuffle: whether its questions change order between versions.
    span: where its pick stands; places: where each of the pick's ids does, in their order.
    passage: what its questions are about, printed above them; may be empty.
    extra_credit: whether its points come on top of the total.
    """

    title: str
    instructions: Text
    pick: Pick
    points: Decimal | None
    shuffle: bool
    span: Span
    places: tuple[Span, ...] = ()
    passage: Text = EMPTY
    extra_credit: bool = False


class Layout(Struct, frozen=True):
    """How papers look.

    paper: "a4" or "letter".
    profiles: "normal", "large" or "dyslexia", one or more; every version is printed in each.
    columns: 1 or 2, of the normal profile; the others have one.
    """

    paper: str = "a4"
    profiles: tuple[str, ...] = ("normal",)
    columns: int = 1


class Quiz(Struct, frozen=True):
    """A quiz to print.

    id, title: its id (names its files) and title.
    instructions: under the title; may be empty.
    versions: how many, 1 to 26.
    seed: of its shuffling.
    layout: how it looks.
    minutes: time allowed, None for no limit.
    total: what its points must add up to without extra credit, None where that is not said.
    sections: at least one.
    span: where it stands; total_span: where its total does, None where it has none.
    """

    id: str
    title: str
    instructions: Text
    versions: int
    seed: str
    layout: Layout
    minutes: int | None
    total: Decimal | None
    sections: tuple[Section, ...]
    span: Span
    total_span: Span | None = None
