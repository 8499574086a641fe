"""V003: fragments that give a longer passage together than one of them may (notes on claims, D2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from deckmaker.checks.quoting.article_words import ArticleWords
from deckmaker.checks.quoting.printed import Printed
from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.document import Document
from deckmaker.model.words import MAX_WORDS
from deckmaker.source import Span


class _Stretch(Struct, frozen=True):
    """A fragment in the article: its parts, `last` exclusive, and where it was typed."""

    first: int
    last: int
    span: Span


def fragments_join(
    document: Document, articles: Mapping[str, ArticleWords], printed: Mapping[str, Sequence[Printed]]
) -> Iterator[Diagnostic]:
    """Fragments of one sentence that overlap, or follow one another, to more words than one fragment may have."""
    for id, article in articles.items():
        for chain in _chains(_stretches(printed[id]), article):
            first, last = chain[0].first, max(each.last for each in chain)
            words = article.parts.count(first, last)
            if words > MAX_WORDS and not any((each.first, each.last) == (first, last) for each in chain):
                yield _diagnostic(chain, words, article.place(first))


def _stretches(fragments: Iterable[Printed]) -> list[_Stretch]:
    """Those of which it is known which place they come from, in reading order, none inside another."""
    found = [_Stretch(each.places[0], each.places[0] + len(each.keys), each.span) for each in fragments if _known(each)]
    found.sort(key=lambda each: (each.first, -each.last))
    kept: list[_Stretch] = []
    for each in found:
        if not kept or each.last > kept[-1].last:
            kept.append(each)
    return kept


def _known(fragment: Printed) -> bool:
    return len(fragment.places) == 1


def _chains(stretches: Iterable[_Stretch], article: ArticleWords) -> Iterator[list[_Stretch]]:
    chain: list[_Stretch] = []
    for each in stretches:
        if chain and (each.first > chain[-1].last or not _one_sentence(chain[-1], each, article)):
            yield chain
            chain = []
        chain.append(each)
    if chain:
        yield chain


def _one_sentence(before: _Stretch, after: _Stretch, article: ArticleWords) -> bool:
    return article.sentence(before.last - 1) == article.sentence(after.first)


def _diagnostic(chain: Sequence[_Stretch], words: int, place: str) -> Diagnostic:
    *others, last = chain
    return diagnose(
        "V003",
        last.span,
        f"{len(chain)} fragments join to {words} words of one sentence of the article",
        f"in {place}; at most {MAX_WORDS} in a row",
        "shorten one of them, or quote other words of the sentence",
        tuple(Label(each.span, "joins it") for each in others),
    )
