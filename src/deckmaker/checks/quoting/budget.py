"""V002: how much of an article a set quotes in all (notes on claims, D2; Berne Convention, Article 10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from deckmaker.checks.quoting.article_words import ArticleWords
from deckmaker.checks.quoting.fragments import has_marks
from deckmaker.checks.quoting.ours import texts as texts_of
from deckmaker.checks.quoting.printed import Printed
from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.document import Document
from deckmaker.model.patterns import regex
from deckmaker.model.words import MAX_WORDS

_LONGEST = 3
"""How many fragments are named."""
_MOST_PARTS = 4 * MAX_WORDS
"""What is longer is no fragment, and refused as such."""


def quote_budget_exceeded(
    document: Document, articles: Mapping[str, ArticleWords], printed: Mapping[str, Sequence[Printed]]
) -> Iterator[Diagnostic]:
    """More of an article's words quoted in all outputs together than the set's budget allows."""
    budget = document.set.quote_budget
    for id, article in articles.items():
        words = {fragment: _count(fragment, article) for fragment in _distinct(printed[id])}
        quoted = sum(words.values())
        may_be_more = quoted * 100 > budget * _fewest(article.parts.text)
        if may_be_more and quoted * 100 > budget * article.total:
            yield _diagnostic(document, article, words, quoted)


def may_exceed(document: Document) -> bool:
    """Whether so many words could be quoted: all of quotations and hedges, and of every text with marks in it."""
    texts = [article.text.file.text for article in document.set.articles.values() if article.text is not None]
    if not texts:
        return False
    least = min(map(_fewest, texts))
    claims = document.set.claims
    asked = [claims[id] for id in {id for question in document.questions for id in question.claims}]
    quoted = [words for claim in asked for words in (claim.quote.exact, claim.hedge)]
    quoted += [ours.words for ours in texts_of(document) if has_marks(ours.words)]
    most = sum(len(_WORDS.findall(words)) for words in quoted)
    return most * 100 > document.set.quote_budget * least


_WORDS = regex(r"\w+")
"""Never fewer than an article's words are."""
_WITH_LETTERS = regex(r"[^\W_]\S*")
"""Never more."""


def _fewest(text: str) -> int:
    """So many words an article has at least."""
    return len(_WITH_LETTERS.findall(text))


def _count(fragment: Printed, article: ArticleWords) -> int:
    at = fragment.places[0]
    return article.parts.count(at, at + len(fragment.keys))


def _distinct(fragments: Sequence[Printed]) -> list[Printed]:
    """Each fragment once, and none that is a part of another."""
    once = {fragment.keys: fragment for fragment in reversed(fragments)}
    inner = {
        keys[first:last]
        for keys in once
        if len(keys) <= _MOST_PARTS
        for first in range(len(keys))
        for last in range(first + 1, len(keys) + 1)
        if last - first < len(keys)
    }
    return [fragment for keys, fragment in once.items() if keys not in inner]


def _diagnostic(document: Document, article: ArticleWords, words: Mapping[Printed, int], quoted: int) -> Diagnostic:
    budget, total = document.set.quote_budget, article.total
    percent = (Decimal(quoted) * 100 / max(total, 1)).quantize(Decimal("0.1"), ROUND_CEILING)
    longest = sorted(words, key=lambda each: (-words[each], each.span.key))[:_LONGEST]
    of = f" of “{article.article.short_title}”" if len(document.set.articles) > 1 else ""
    return diagnose(
        "V002",
        document.set.place_of("quote_budget"),
        f"{quoted} of the article's {total} words{of} are quoted: {percent} %, and the budget is {budget:f} %",
        hint="quote fewer words, or ask about fewer claims; where more may be quoted, raise quote_budget:",
        labels=tuple(Label(each.span, _counted(words[each])) for each in longest),
    )


def _counted(words: int) -> str:
    return f"{words} word{'s' * (words != 1)}"
