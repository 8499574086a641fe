"""The article's own words in a set: said in ours instead, quoted within a budget, no passage put together again.

Nothing is said of an article whose text is not at hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.checks.quoting.article_words import ArticleWords
from deckmaker.checks.quoting.budget import may_exceed, quote_budget_exceeded
from deckmaker.checks.quoting.joins import fragments_join
from deckmaker.checks.quoting.ours import texts
from deckmaker.checks.quoting.own_words import words_of_the_article
from deckmaker.checks.quoting.printed import printed
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document

__all__ = ["quote_budget", "taken_words"]


def taken_words(document: Document) -> Iterator[Diagnostic]:
    """V001, V002, V003, each article's words indexed once for the three."""
    articles = _at_hand(document)
    if not articles:
        return
    ours = tuple(texts(document))
    yield from words_of_the_article(document, articles, ours)
    fragments = printed(document, articles, ours)
    yield from quote_budget_exceeded(document, articles, fragments)
    yield from fragments_join(document, articles, fragments)


def quote_budget(document: Document) -> Iterator[Diagnostic]:
    """V002 alone, which is the error among the three; counted only where so much may be quoted."""
    if not may_exceed(document):
        return
    articles = _at_hand(document)
    if articles:
        yield from quote_budget_exceeded(document, articles, printed(document, articles, texts(document)))


def _at_hand(document: Document) -> dict[str, ArticleWords]:
    found = document.set.articles.items()
    return {id: ArticleWords(article, article.text) for id, article in found if article.text is not None}
