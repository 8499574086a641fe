"""A set as read, and the checked document that writers get."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from deckmaker.model.article import Articles
from deckmaker.model.claims import Claim, Claims, Evidence, Sources
from deckmaker.model.questions import Question, Refusal
from deckmaker.model.quizzes import Quiz
from deckmaker.model.text import Text
from deckmaker.source import Span

QUOTE_BUDGET = Decimal(15)
"""How many percent of an article's words may be quoted where the set does not say."""


class Rule(Struct, frozen=True):
    """A line of `generate:`.

    family: the question family.
    claims: ids of the claims it is for, selectors resolved, in the register's order.
    options: how many options, None for the family's own number.
    stem: the author's own stem with `{claim}` in it; empty for the family's.
    where: the outputs its questions may go to; empty for the family's own.
    points: of each question, None when not given.
    tags: added to its questions.
    span: where it stands.
    count: at most so many questions, None for all.
    """

    family: str
    claims: tuple[str, ...]
    options: int | None
    stem: Text
    where: tuple[str, ...]
    points: Decimal | None
    tags: tuple[str, ...]
    span: Span
    count: int | None = None


class Edit(Struct, frozen=True):
    """What the author wants otherwise in one generated question.

    question: its id.
    drop: why it is not to be asked; "" where it is.
    pin: whether it is asked whatever balance and counts say, with the options it has.
    stem: the author's own; empty for the rule's.
    beside: ids of what is to stand beside the key, in place of what would be chosen; empty to leave that.
    feedback: in place of the family's; hint: said before answering; both may be empty.
    points, where: in place of the rule's; None and empty to leave them.
    tags: added to it.
    allow: code names silenced, each with its reason.
    span: where it stands; spans: where single fields stand, by YAML key.
    """

    question: str
    drop: str
    pin: bool
    stem: Text
    beside: tuple[str, ...]
    feedback: Text
    hint: Text
    points: Decimal | None
    where: tuple[str, ...]
    tags: tuple[str, ...]
    allow: Mapping[str, str]
    span: Span
    spans: Mapping[str, Span]


class AnkiPlan(Struct, frozen=True):
    """The set's wishes for Anki.

    deck: the deck's full name, levels apart by "::".
    subdecks: "none", "section" (of a quiz, by its title), or "tag:<prefix>".
    new_per_day: of the preset, None for the student's own.
    speak: whether questions are read aloud by the device's own voice.
    """

    deck: str
    subdecks: str
    new_per_day: int | None
    speak: bool = False


class QuestionSet(Struct, frozen=True):
    """A set as its files say it.

    name: what its outputs' folder is called.
    root: what its files are called in diagnostics ("decks/tides").
    uid: its identity for ever.
    title, language, description, authors, license, contact: as given; language defaults to "en".
    articles, sources, claims: the register.
    rules: what to generate.
    questions: the written ones, in reading order.
    anki: wishes for Anki; quizzes: what to print.
    media: bytes of the pictures that texts name, by their path in the set.
    span: where it says its title or begins; spans: where its top-level keys' values stand, by key, and those of
        `anki:` and `lint:` by "anki.<key>" and "lint.<key>".
    edits: what is to be otherwise in generated questions, by their ids.
    lint: how much rules weigh in this set, by code name: "error", "warning", "advice" or "off".
    left_out: claims of which something is wrong: nothing is made of them, and what they quote is looked at.
    quote_budget: how many percent of an article's words all outputs together may quote.
    """

    name: str
    root: str
    uid: str
    title: str
    language: str
    description: Text
    authors: tuple[str, ...]
    license: str
    contact: str
    articles: Articles
    sources: Sources
    claims: Claims
    rules: tuple[Rule, ...]
    questions: tuple[Question, ...]
    anki: AnkiPlan
    quizzes: tuple[Quiz, ...]
    media: Mapping[str, bytes]
    span: Span
    spans: Mapping[str, Span] = field(default_factory=dict)
    edits: Mapping[str, Edit] = field(default_factory=dict)
    lint: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[Claim, ...] = ()
    quote_budget: Decimal = QUOTE_BUDGET

    def place_of(self, field: str) -> Span:
        """Where a key's value stands, or the set where it is not given."""
        return self.spans.get(field, self.span)


class Document(Struct, frozen=True):
    """A set checked and complete: what every writer gets.

    set: as read.
    questions: written and generated, in the order they are asked: written and generated ones of a claim together.
    refusals: what was not generated, and why.
    evidence: what is known of each claim's quotation.
    """

    set: QuestionSet
    questions: tuple[Question, ...]
    refusals: tuple[Refusal, ...]
    evidence: Evidence
