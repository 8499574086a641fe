"""A question as the rules about its key see it: which claims and which axis it asks for, and what it teaches."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckmaker.checks.keys.answers import Truth, truth_of
from deckmaker.checks.keys.mentions import Marked, Mentions, mentions_of
from deckmaker.checks.keys.names import Names, Reading, names_in, squashed
from deckmaker.checks.keys.phrases import NEGATIVE, axis_in
from deckmaker.checks.once import once
from deckmaker.diagnostics import Label
from deckmaker.model.answers import gaps
from deckmaker.model.claims import BASES, Claim
from deckmaker.model.document import Document
from deckmaker.model.questions import Choice, Cloze, Flashcard, Question, ShortAnswer
from deckmaker.model.text import Paragraph, Text, plain, text_of, with_blanks
from deckmaker.source import Span


class Answer(Struct, frozen=True):
    """Something that can be given in answer.

    words: how it reads; taught: whether the question has it as right; fields: where it may stand in the set.
    """

    words: Text
    taught: bool
    fields: tuple[str, ...]


class Asked(Struct, frozen=True, dict=True):
    """One question with the register that it is held against.

    question: the question; truth, names, mentions: what the set's register and its names say.
    """

    question: Question
    truth: Truth
    names: Names
    mentions: Mentions

    @once
    def words(self) -> str:
        """Its stem, squashed; of a cloze its text with `___` for each gap too."""
        body = self.question.body
        more = f" {plain(with_blanks(body.text))}" if isinstance(body, Cloze) else ""
        return squashed(plain(self.question.stem) + more)

    @once
    def known(self) -> tuple[str, ...]:
        """Ids of its claims."""
        return tuple(id for id in self.question.claims if id in self.truth.set.claims)

    @once
    def stated(self) -> tuple[str, ...]:
        """Ids of those of its claims that its stem says letter for letter."""
        return self.names.stated(self.words, self.known)

    @once
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that it asks about: those in its stem, or else all of its own."""
        return self.stated or self.known

    @once
    def frame(self) -> str:
        """What it says besides its claims."""
        return self.names.without(self.words, self.stated)

    @once
    def head(self) -> str:
        """What it says before it comes to a claim, in whatever words."""
        return self.frame if self.stated else self.frame.partition(" that ")[0]

    @once
    def marked(self) -> Marked:
        """Who is mentioned in it, claims left out."""
        return self.mentions.marked(self.frame)

    @property
    def negative(self) -> bool:
        """Whether it is turned round: "who does not say"."""
        return bool(NEGATIVE.search(self.head))

    @property
    def is_english(self) -> bool:
        """Whether tables of English phrases may speak about it."""
        return self.question.language.split("-")[0].casefold() == "en"

    @once
    def axes(self) -> frozenset[str]:
        """The axes that its words name, those of its claims left out."""
        return axis_in(self.frame)

    @once
    def axis(self) -> str:
        """The axis it asks for; "" where its words leave that open."""
        if self.question.axis:
            return self.question.axis
        found = self.axes if self.head == self.frame else axis_in(self.head) or self.axes
        return next(iter(found)) if len(found) == 1 else ""

    @property
    def exact(self) -> bool:
        """Whether it says exactly what it asks for: a claim in its own words, or its axis."""
        return bool(self.question.axis) or (bool(self.stated) and self.axis != "")

    @once
    def answers(self) -> tuple[Answer, ...]:
        """What can be given in answer, right or wrong, as far as it is written out."""
        return tuple(_answers(self.question))

    @once
    def keys(self) -> tuple[Reading, ...]:
        """What its right answers mean, where they mean sources or bases."""
        readings = (self.names.reading(answer.words) for answer in self.answers if answer.taught)
        return tuple(reading for reading in readings if reading)

    def place(self, words: Text, *fields: str) -> Span:
        """Where an answer stands: its own words, else its field, else the question."""
        text = plain(words)
        spans = [span for field in fields if (span := self.question.spans.get(field))]
        for span in spans:
            at = span.text.find(text) if text else -1
            if at >= 0:
                return span.file.span(span.start + at, span.start + at + len(text))
        return spans[0] if spans else self.question.span

    def label(self, claim: str, field: str) -> tuple[Label, ...]:
        """The register's own place, to stand beside a message."""
        one: Claim = self.truth.set.claims[claim]
        place = one.place_of(field)
        return (Label(place, "the register has it so"),) if place != self.question.span else ()


def _answers(question: Question) -> Iterator[Answer]:
    match question.body:
        case Choice(options=options):
            for option in options:
                fields = ("answer", "answers", "options") if option.correct else ("distractors", "options")
                yield Answer(option.text, option.correct, fields)
        case ShortAnswer(answer=answer, accept=accept):
            yield Answer(answer, True, ("answer",))
            yield from (Answer(text_of(words), True, ("accept",)) for words in accept)
        case Flashcard(back=back):
            yield Answer(back, True, ("back",))
        case Cloze(text=text):
            yield from (Answer((Paragraph(gap.children),), True, ("text",)) for gap in gaps(text))
        case _:
            return


def asked(document: Document) -> list[Asked]:
    """The document's questions that are tied to a claim."""
    truth = truth_of(document.set)
    names = names_in(document.set.sources, document.set.claims)
    called = {name: found for name, ids in names.sources.items() if (found := ids - {*BASES})}
    mentions = mentions_of(called)
    every = (Asked(question, truth, names, mentions) for question in document.questions if question.claims)
    return [one for one in every if one.known]
