"""Every text of the set's own that stands beside an article: which words, and where its author typed them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from msgspec import Struct

from deckmaker.model.article import Article
from deckmaker.model.claims import Claim
from deckmaker.model.document import Document, Rule
from deckmaker.model.questions import (
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Matching,
    Numeric,
    Option,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)  # fmt: skip
from deckmaker.model.quizzes import Quiz
from deckmaker.model.text import Text, plain
from deckmaker.source import Span


class Ours(Struct, frozen=True):
    """One text.

    words: its letters, without markup.
    where: where its field stands, or what it belongs to, or how that is looked up.
    articles: ids of the articles that it is held against.
    question: the id of the generated question that it is in; "" where its author typed it.
    """

    words: str
    where: Span | Callable[[], Span]
    articles: tuple[str, ...]
    question: str = ""

    @property
    def span(self) -> Span:
        """Where its field stands, or what it belongs to; few texts are ever asked."""
        return self.where if isinstance(self.where, Span) else self.where()


def texts(document: Document) -> Iterator[Ours]:
    """All of them; the typed ones first, then those of generated questions, which repeat them."""
    articles = tuple(document.set.articles)
    yield from _of_set(document, articles)
    for claim in document.set.claims.values():
        yield _of_claim(claim)
    for rule in document.set.rules:
        yield from _of_rule(rule, articles)
    about_claims = [question for question in document.questions if question.claims]
    for question in sorted(about_claims, key=lambda question: bool(question.family)):
        yield from of_question(document, question)


def _of_set(document: Document, articles: tuple[str, ...]) -> Iterator[Ours]:
    made = document.set
    yield Ours(made.title, partial(made.place_of, "title"), articles)
    yield Ours(plain(made.description), partial(made.place_of, "description"), articles)
    for article in made.articles.values():
        yield _disclosure(article)
    for quiz in made.quizzes:
        for words in _of_quiz(quiz):
            yield Ours(words, quiz.span, articles)


def _disclosure(article: Article) -> Ours:
    return Ours(article.disclosure, article.place_of("disclosure"), (article.id,))


def _of_quiz(quiz: Quiz) -> Iterator[str]:
    yield from (quiz.title, plain(quiz.instructions))
    for section in quiz.sections:
        yield from (section.title, plain(section.instructions), plain(section.passage))


def _of_claim(claim: Claim) -> Ours:
    return Ours(plain(claim.text), claim.place_of("claim"), (claim.article,))


def _of_rule(rule: Rule, articles: tuple[str, ...]) -> Iterator[Ours]:
    if rule.stem:
        yield Ours(plain(rule.stem), rule.span, articles)


def of_question(document: Document, question: Question) -> Iterator[Ours]:
    """A question's texts; none where it is about no claim."""
    claims = document.set.claims
    articles = tuple(dict.fromkeys(claims[id].article for id in question.claims if id in claims))
    if not articles:
        return
    for fields, text in _fields(question):
        words = text if isinstance(text, str) else plain(text)
        yield Ours(words, partial(_typed, question, fields), articles, question.id if question.family else "")


def _typed(question: Question, fields: tuple[str, ...]) -> Span:
    """Where the first of these fields that the author gave stands, or else the question."""
    return next((question.spans[field] for field in fields if field in question.spans), question.span)


_Typed = tuple[tuple[str, ...], Text | str]
"""A text with the YAML keys under one of which it was typed."""


def _fields(question: Question) -> Iterator[_Typed]:
    yield ("stem", "front"), question.stem
    yield ("feedback",), question.feedback
    yield ("hint",), question.hint
    match question.body:
        case Choice(options=options):
            yield from _of_options(options)
        case ShortAnswer(answer=answer, accept=accept):
            yield from _under("answer", answer)
            yield from _under("accept", *accept)
        case Cloze(text=text):
            yield from _under("text", text)
        case Matching(pairs=pairs, extra=extra):
            yield from _under("pairs", *chain.from_iterable(pairs))
            yield from _under("extra", *extra)
        case Ordering(items=items):
            yield from _under("items", *items)
        case Essay(rubric=rubric, answer=answer):
            yield from _under("rubric", rubric)
            yield from _under("answer", answer)
        case Flashcard(back=back):
            yield from _under("back", back)
        case ImageOcclusion(alt=alt, regions=regions):
            yield from _under("alt", alt)
            yield from _under("regions", *(region.label for region in regions))
        case Numeric() | TrueFalse():
            pass


def _under(key: str, *texts: Text | str) -> Iterator[_Typed]:
    for text in texts:
        yield (key,), text


def _of_options(options: Iterable[Option]) -> Iterator[_Typed]:
    for option in options:
        short = ("answer", "answers") if option.correct else ("distractors",)
        yield ("options", *short), option.text
        yield ("options",), option.feedback
