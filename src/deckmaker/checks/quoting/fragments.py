"""Fragments of an article between quotation marks in a text of ours."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.checks.quoting.article_words import ArticleWords
from deckmaker.checks.quoting.parts import Parts
from deckmaker.model.patterns import regex
from deckmaker.model.words import MAX_WORDS

_DOUBLE = regex(r'“([^“”]+)”|„([^“”„]+)[“”]|«([^«»]+)»|"([^"]+)"')
_SINGLE = regex(r"(?<!\w)[‘'](?=\S)")
_CLOSES = regex(r"(?<=\S)[’‘'](?!\w)")
_MARKS = "“„«\"‘'"
"""What opens a quotation."""
_MOST_LETTERS = 200
"""How far behind an opening mark the closing one is looked for: eight words are shorter."""


def has_marks(text: str) -> bool:
    """Whether something in it opens a quotation."""
    return any(map(text.__contains__, _MARKS))


def fragments(ours: Parts, article: ArticleWords) -> Iterator[tuple[int, int]]:
    """The parts of ours, first and one past the last, that are a fragment of at most `MAX_WORDS` words, verbatim."""
    for start, end in _quoted(ours.text):
        first, last = ours.within(start, end)
        if first < last and ours.count(first, last) <= MAX_WORDS and article.places(ours.keys[first:last]):
            yield first, last


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """What stands between marks; after an opening single mark every closing one counts, since apostrophes look so."""
    if not has_marks(text):
        return
    for match in _DOUBLE.finditer(text):
        yield match.span(match.lastindex or 0)
    for opened in _SINGLE.finditer(text):
        for closed in _CLOSES.finditer(text, opened.end(), opened.end() + _MOST_LETTERS):
            yield opened.end(), closed.start()
