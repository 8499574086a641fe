"""Papers: which question stands where on which version of a quiz, decided once for print, Word and LMS alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from deckmaker.model.document import Quiz
from deckmaker.model.questions import (
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from deckmaker.model.text import Gap, Paragraph, Text, leaves, plain, plain_inlines


@dataclass(frozen=True, slots=True)
class Item:
    """One question as it stands on one version.

    number: as printed, from 1, running through all sections.
    question: what is asked.
    points: what it is worth here.
    order: what stands at each place: indices into `parts(question)`; empty where nothing is shuffled.
    """

    number: int
    question: Question
    points: Decimal
    order: tuple[int, ...]

    @property
    def shown(self) -> tuple[Text, ...]:
        """The options, right column or things to order, as they stand on this version."""
        all_parts = parts(self.question)
        return tuple(all_parts[index] for index in self.order)

    @property
    def key(self) -> tuple[str, ...]:
        """What to mark by letter or number on this version; empty where words are written.

        A choice: the letters of the right options. A matching: the letter for each left side. An ordering: the
        number that belongs beside each thing shown.
        """
        match self.question.body:
            case Choice(options=options):
                return tuple(letter(place) for place, index in enumerate(self.order) if options[index].correct)
            case Matching(pairs=pairs):
                return tuple(letter(self.order.index(index)) for index in range(len(pairs)))
            case Ordering():
                return tuple(str(index + 1) for index in self.order)
            case _:
                return ()


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section of one version.

    title, instructions: may be empty.
    items: at least one.
    """

    title: str
    instructions: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a paper.

    name: "A", "B" ….
    code: six characters that stand on the paper and on its key; another item, option, order or answer, another code.
    content: SHA-256 of the same, hexadecimal.
    sections: at least one.
    """

    name: str
    code: str
    content: str
    sections: tuple[PaperSection, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Its questions in the order printed."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def points(self) -> Decimal:
        """What all questions are worth together."""
        return sum((item.points for item in self.items), Decimal(0))


@dataclass(frozen=True, slots=True)
class Paper:
    """A quiz with all its versions.

    quiz: what the set asks for.
    versions: at least one, each with the same questions.
    """

    quiz: Quiz
    versions: tuple[Version, ...]


def letter(place: int) -> str:
    """The letter of a place, from 0: A … Z, AA …."""
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def parts(question: Question) -> tuple[Text, ...]:
    """What a version may put in another order, as written: options; things to order; right sides, then extra ones."""
    match question.body:
        case Choice(options=options):
            return tuple(option.text for option in options)
        case Matching(pairs=pairs, extra=extra):
            return (*(right for _, right in pairs), *extra)
        case Ordering(items=items):
            return items
        case _:
            return ()


def gaps(text: Text) -> tuple[Gap, ...]:
    """The deletions of a cloze text in reading order; one inside another belongs to it."""
    found = [node for node in leaves(text) if isinstance(node, Gap)]
    inside = {id(node) for gap in found for node in leaves((Paragraph(gap.children),))}
    return tuple(gap for gap in found if id(gap) not in inside)


def answer_words(question: Question) -> str:
    """The right answer as plain words, the same on every version; essays have none."""
    match question.body:
        case Choice(options=options):
            return "; ".join(plain(option.text) for option in options if option.correct)
        case TrueFalse(answer=answer):
            return "true" if answer else "false"
        case ShortAnswer(answer=words) | Flashcard(back=words):
            return plain(words)
        case Numeric(shown=shown, tolerance=tolerance, unit=unit):
            return f"{shown} ± {tolerance} {unit}"
        case Cloze(text=text):
            return "; ".join(plain_inlines(gap.children) for gap in gaps(text))
        case Matching(pairs=pairs):
            return "; ".join(f"{plain(left)} – {plain(right)}" for left, right in pairs)
        case Ordering(items=items):
            return "; ".join(plain(item) for item in items)
        case ImageOcclusion(regions=regions):
            return "; ".join(region.label for region in regions)
        case Essay():
            return ""
