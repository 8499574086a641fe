"""V001: what a set says, it says in words of its own (notes on claims, D1; Berne Convention, Article 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckmaker.checks.quoting.article_words import RUN, ArticleWords, Run
from deckmaker.checks.quoting.fragments import fragments
from deckmaker.checks.quoting.names import Names
from deckmaker.checks.quoting.ours import Ours
from deckmaker.checks.quoting.parts import Parts
from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.document import Document
from deckmaker.model.words import MAX_WORDS
from deckmaker.source import Span

_SHOWN = 12
"""How many words of a run a message shows."""
_NEAR = 4000
"""How far behind the start of a field a run in it is looked for, in characters."""
_HINT = f"say it in your own words, or quote at most {MAX_WORDS} words in quotation marks"


def words_of_the_article(
    document: Document, articles: Mapping[str, ArticleWords], texts: Iterable[Ours]
) -> Iterator[Diagnostic]:
    """A run of five words or more that a text of ours shares with the article, fragments and names aside."""
    names = Names(document.set)
    told: set[tuple[str, ...]] = set()
    for ours in texts:
        parts = Parts(ours.words)
        for id in ours.articles if len(parts) >= RUN else ():
            for run in shared(parts, articles[id], names) if id in articles else ():
                if not (ours.question and told.intersection(_fives(parts, run))):
                    yield _diagnostic(ours, parts, articles[id], run, several=len(document.set.articles) > 1)
                told.update(_fives(parts, run))


def shared(ours: Parts, article: ArticleWords, names: Names) -> Iterator[Run]:
    """The longest shared runs that count, one after the other."""
    if not article.may_share(ours.keys):
        return
    given, likely = names.given(ours), ours.names()
    for start, end in _between(len(ours), fragments(ours, article)):
        first = start
        while run := _next(ours, article, first, end):
            free = given | {part for part in likely if part - run.first + run.at in article.names}
            counts = ours.count(run.first, run.last, free) >= RUN
            if counts:
                yield run
            first = run.last if counts else run.first + 1


def _next(ours: Parts, article: ArticleWords, first: int, end: int) -> Run | None:
    runs = (article.longest(ours.keys, each, end) for each in range(first, end - RUN + 1))
    return next((run for run in runs if run), None)


def _between(length: int, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches that the taken ones leave."""
    start = 0
    for first, last in sorted(taken):
        if first > start:
            yield start, first
        start = max(start, last)
    yield start, length


def _fives(parts: Parts, run: Run) -> Iterator[tuple[str, ...]]:
    for first in range(run.first, run.last - RUN + 1):
        yield tuple(parts.keys[first : first + RUN])


def _diagnostic(ours: Ours, parts: Parts, article: ArticleWords, run: Run, *, several: bool) -> Diagnostic:
    words = parts.slice(run.first, run.last).split(" ")
    shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    place = article.place(run.at) + (f" of “{article.article.short_title}”" if several else "")
    message = f'"{shown}" is word for word the article\'s'
    note = f"{parts.count(run.first, run.last)} words in a row as in {place}"
    if ours.question:
        return diagnose("V001", ours.span, message, f'{note}, in "{ours.question}"', _HINT)
    typed = _typed(ours.span, parts.keys[run.first : run.last])
    if typed and typed.end <= ours.span.end:
        return diagnose("V001", typed, message, note, _HINT)
    labels = (Label(typed, "here"),) if typed else ()
    return diagnose("V001", ours.span, message, note, _HINT, labels)


def _typed(field: Span, run: list[str]) -> Span | None:
    """Where in the file, from the start of its field on, a run was typed; None where escapes or markup are in it."""
    near = Parts(field.file.text[field.start : field.start + _NEAR])
    for first in range(len(near) - len(run) + 1):
        if near.keys[first] == run[0] and near.keys[first : first + len(run)] == run:
            start, end = near.starts[first], near.ends[first + len(run) - 1]
            return field.file.span(field.start + start, field.start + end)
    return None
