"""Papers: what is printed, complete. Whatever is made of a paper (PDF, key, Word, grading) is made of this alone.

A paper is planned from a set, or read back from what was issued; nobody can tell which by its shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from deckmaker.model.answers import letter, parts
from deckmaker.model.questions import Choice, Matching, Ordering, Question
from deckmaker.model.quizzes import Layout
from deckmaker.model.text import Text
from deckmaker.source import Span


class Item(Struct, frozen=True):
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


class PaperSection(Struct, frozen=True):
    """A section of one version.

    title, instructions, passage: may be empty.
    extra_credit: whether its points come on top of the total.
    items: at least one.
    """

    title: str
    instructions: Text
    passage: Text
    extra_credit: bool
    items: tuple[Item, ...]

    @property
    def points(self) -> Decimal:
        """What its questions are worth together."""
        return _points(self.items)


class Version(Struct, frozen=True):
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
        """What all questions are worth together, without extra credit."""
        return _points(item for section in self.sections if not section.extra_credit for item in section.items)

    @property
    def extra_points(self) -> Decimal:
        """What can be had on top."""
        return _points(item for section in self.sections if section.extra_credit for item in section.items)


class Credit(Struct, frozen=True):
    """An article that the questions are about, as papers name it.

    title: its title; given: authors, where and when it stood, as far as known; disclosure: may be "".
    """

    title: str
    given: str
    disclosure: str


class Reason(Struct, frozen=True):
    """Why an answer is right: one claim of the register.

    claim: its id; article: its article's title where a set has several, else "".
    speaker, basis, via: as people read them; via: who relays it, outermost first, empty where that is the basis.
    hedge: the words that make it less than certain; may be "".
    quote, place: the fragment, and "9", "title" or "heading-2".
    found: whether the fragment was found there.
    """

    claim: str
    article: str
    speaker: str
    basis: str
    via: tuple[str, ...]
    hedge: str
    quote: str
    place: str
    found: bool


class Backing(Struct, frozen=True):
    """What a key says of a question beside its answer.

    reasons: one for each claim that it rests on.
    accepted: other answers that count, where words are written.
    """

    reasons: tuple[Reason, ...] = ()
    accepted: tuple[str, ...] = ()


class Correction(Struct, frozen=True):
    """A question of an issued paper as it should have been.

    question: with the id that it has on the paper.
    backing: what its key should have said.
    """

    question: Question
    backing: Backing


class Erratum(Struct, frozen=True):
    """What was made known of an issued paper's mistakes at one time.

    number: from 1; corrections: at least one.
    """

    number: int
    corrections: tuple[Correction, ...]


class Paper(Struct, frozen=True):
    """A quiz in all its versions.

    id, title: its id (names its files) and title.
    uid, language: of its set.
    instructions: under the title; may be empty.
    seed: of its shuffling.
    layout: how it looks.
    minutes: time allowed, None for no limit.
    credits: the articles that its questions are about.
    backing: for each question, by id, what the key says of it.
    media: bytes of the pictures in it, by path.
    versions: at least one.
    span: what of the set, or which file of an issue, it came from.
    issue: which issue it is, from 1; 0 where it was not issued.
    errata: to the issue, by number.
    """

    id: str
    title: str
    uid: str
    language: str
    instructions: Text
    seed: str
    layout: Layout
    minutes: int | None
    credits: tuple[Credit, ...]
    backing: Mapping[str, Backing]
    media: Mapping[str, bytes]
    versions: tuple[Version, ...]
    span: Span
    issue: int = 0
    errata: tuple[Erratum, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of any version, once, in the order of the first version that has it."""
        found = {item.question.id: item.question for version in self.versions for item in version.items}
        return tuple(found.values())


def _points(items: Iterable[Item]) -> Decimal:
    return sum((item.points for item in items), Decimal(0))
