"""An article's text as the rules ask for it: blocks by place, blocks by offset, places in words."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from deckmaker.evidence.typography import Folded
from deckmaker.model.article import ArticleText, Block
from deckmaker.model.claims import Quote
from deckmaker.model.sentences import around, scope
from deckmaker.model.words import occurrences

_SHORT = 50_000
"""Letters of a text that is sooner looked through than indexed."""
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

    @cached_property
    def _blocks_with(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the blocks that each word stands in; words are what white space parts."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, block in enumerate(self.article.blocks):
            for word in {*self.text[block.start : block.end].split()}:
                found[word].append(number)
        return found

    def hits(self, part: str) -> list[int]:
        """Where a part that runs over no blank line stands, code point for code point; may overlap.

        Words inside it are whole words of the text: so of a long text only blocks that have the rarest are searched.
        """
        inner = part.split()[1:-1]
        if not inner or len(self.text) < _SHORT:
            return list(occurrences(part, self.text))
        near = min((self._blocks_with.get(word, ()) for word in inner), key=len)
        return [at for number in near for at in occurrences(part, self.text, *self._between(number))]

    def _between(self, number: int) -> tuple[int, int]:
        """A block with the white space around it."""
        blocks = self.article.blocks
        before = blocks[number - 1].end if number else 0
        return before, blocks[number + 1].start if number + 1 < len(blocks) else len(self.text)

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
