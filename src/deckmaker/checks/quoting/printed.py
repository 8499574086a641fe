"""The article's words that cards and papers print: fragments of claims that are asked, and fragments typed in texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from deckmaker.checks.quoting.article_words import ArticleWords
from deckmaker.checks.quoting.fragments import fragments, has_marks
from deckmaker.checks.quoting.ours import Ours
from deckmaker.checks.quoting.parts import Parts
from deckmaker.model.claims import Claim
from deckmaker.model.document import Document
from deckmaker.source import Span


class Printed(Struct, frozen=True):
    """A fragment that stands in some output.

    keys: its parts.
    places: where it stands in the article: the first part of each place; one where it is known which is meant.
    span: where it was typed first.
    """

    keys: tuple[str, ...]
    places: tuple[int, ...]
    span: Span


def printed(
    document: Document, articles: Mapping[str, ArticleWords], texts: Iterable[Ours]
) -> dict[str, list[Printed]]:
    """By article, each fragment once; those of claims first, then those in texts of ours."""
    found: dict[str, dict[tuple[tuple[str, ...], tuple[int, ...]], Printed]] = {id: {} for id in articles}
    for id, fragment in (*_of_claims(document, articles), *_typed(articles, texts)):
        found[id].setdefault((fragment.keys, fragment.places), fragment)
    return {id: list(each.values()) for id, each in found.items()}


def _of_claims(document: Document, articles: Mapping[str, ArticleWords]) -> Iterator[tuple[str, Printed]]:
    """The quotation and the hedge of every claim that a question is about: backs of cards and keys show them."""
    claims = document.set.claims
    for id in dict.fromkeys(id for question in document.questions for id in question.claims):
        claim = claims.get(id)
        if claim and (article := articles.get(claim.article)):
            for span, words in ((claim.quote.span, claim.quote.exact), (claim.place_of("hedge"), claim.hedge)):
                keys = Parts(words).keys
                if at := _meant(claim, keys, article):
                    yield claim.article, Printed(tuple(keys), at, span)


def _meant(claim: Claim, keys: list[str], article: ArticleWords) -> tuple[int, ...]:
    """Where a claim's words stand: the place nearest to its quotation, in its block where they stand in it."""
    places = article.places(keys)
    block = article.blocks.get(claim.quote.place)
    if not places or not block:
        return tuple(places[:1])
    text = article.parts.text
    at = text.find(claim.quote.prefix + claim.quote.exact, block.start, block.end)
    quoted = max(at if at >= 0 else text.find(claim.quote.exact, block.start, block.end), block.start)
    return (min(places, key=lambda place: abs(article.parts.starts[place] - quoted)),)


def _typed(articles: Mapping[str, ArticleWords], texts: Iterable[Ours]) -> Iterator[tuple[str, Printed]]:
    for ours in texts:
        if not has_marks(ours.words):
            continue
        parts = Parts(ours.words)
        for article in [articles[id] for id in ours.articles if id in articles]:
            for first, last in fragments(parts, article):
                keys = parts.keys[first:last]
                yield article.article.id, Printed(tuple(keys), tuple(article.places(keys)), ours.span)
