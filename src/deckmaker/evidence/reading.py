"""An article's text as the rules ask for it: blocks by place, blocks by offset, places in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from deckmaker.evidence.typography import Folded
from deckmaker.model.article import ArticleText, Block
from deckmaker.model.claims import Quote
from deckmaker.model.sentences import around, scope

_REACH = 10_000
"""Letters on either side of a quotation among which its sentence is looked for."""
_MOST = 5
"""How many paragraphs are named where words stand in many."""


class Reading:
    """One article's text, indexed once for all claims about it."""

    def __init__(self, article: ArticleText) -> None:
        self.article = article
        self.text = article.file.text
        self.blocks = {block.place: block for block in article.blocks}

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.article.blocks]

    @cached_property
    def folded(self) -> Folded:
        """The text without differences of typography; for hints."""
        return Folded(self.text)

    def place_at(self, offset: int) -> str:
        """The place that an offset lies in, or comes after."""
        return self.article.blocks[max(0, bisect_right(self._starts, offset) - 1)].place

    def places(self, hits: Iterable[int]) -> tuple[str, ...]:
        """The places of these offsets, each once, in reading order."""
        return tuple(dict.fromkeys(map(self.place_at, hits)))

    def before(self, hit: int, length: int) -> str:
        """The sentence of a quotation, up to it."""
        start, end = self._near(hit, length)
        first, _ = around(self.text[start:end], hit - start, hit - start + length)
        return self.text[start + first : hit]

    def scope(self, hit: int, length: int) -> tuple[int, int]:
        """Where the words of saying that go with a quotation may stand: its sentence, in a long quotation its block."""
        start, end = self._near(hit, length)
        first, last = scope(self.text[start:end], hit - start, hit - start + length)
        return start + first, start + last

    def _near(self, hit: int, length: int) -> tuple[int, int]:
        """The block of a quotation, of one without end what is near it."""
        block = self.blocks[self.place_at(hit)]
        return max(block.start, hit - _REACH), min(block.end, hit + length + _REACH)

    def fits(self, quote: Quote, at: int) -> bool:
        """Whether prefix and suffix stand around the quotation there, in its block."""
        return self.has_prefix(quote, at) and self.has_suffix(quote, at)

    def has_prefix(self, quote: Quote, at: int) -> bool:
        """Whether the prefix stands before it; white space between the two need not be given."""
        block = self.blocks[self.place_at(at)]
        return self.text[block.start : at].rstrip().endswith(quote.prefix.rstrip())

    def has_suffix(self, quote: Quote, at: int) -> bool:
        """Whether the suffix stands after it; white space between the two need not be given."""
        block = self.blocks[self.place_at(at)]
        return self.text[at + len(quote.exact) : block.end].lstrip().startswith(quote.suffix.lstrip())


def within(block: Block, hits: Iterable[int]) -> list[int]:
    """The offsets that lie in the block."""
    return [at for at in hits if block.start <= at < block.end]


def named(*places: str) -> str:
    """Places as a sentence has them: "the title", "heading-2", "paragraphs 3 and 5"."""
    numbers = [place for place in places if place.isdigit()]
    words = ["the title" if place == "title" else place for place in places if not place.isdigit()]
    if len(numbers) > _MOST:
        numbers = [*numbers[:_MOST], f"{len(numbers) - _MOST} more"]
    if numbers:
        words.append(("paragraph " if len(numbers) == 1 else "paragraphs ") + listed(numbers))
    return listed(words)


def listed(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
