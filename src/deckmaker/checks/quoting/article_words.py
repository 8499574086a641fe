"""An article's words, indexed once: where a run of ours, or a fragment, stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from deckmaker.checks.quoting.parts import Parts
from deckmaker.model.article import Article, ArticleText, Block
from deckmaker.model.labels import place_label
from deckmaker.model.sentences import sentences
from deckmaker.model.words import count

RUN = 5
"""From how many words on a run shared with the article is the article's wording, not chance (notes on claims, D1)."""

_MOST = 20
"""How many places of the same five words are looked at: more add nothing to the longest run."""


class Run(Struct, frozen=True):
    """Words that stand in both texts.

    first, last: of our parts, last exclusive.
    at: the article's part where they begin.
    """

    first: int
    last: int
    at: int


class ArticleWords:
    """The words of one article whose text is at hand.

    article: the article; blocks: of its text, by place.
    parts: of its whole text.
    """

    def __init__(self, article: Article, text: ArticleText) -> None:
        """Cuts the text into its words."""
        self.article = article
        self.parts = Parts(text.file.text)
        self.blocks = {block.place: block for block in text.blocks}
        self._blocks: tuple[Block, ...] = text.blocks
        self._starts = [block.start for block in text.blocks]

    @cached_property
    def total(self) -> int:
        """How many words it has."""
        return sum(count(self.parts.text[block.start : block.end]) for block in self._blocks)

    @cached_property
    def names(self) -> set[int]:
        """Its parts that look like names."""
        return self.parts.names()

    @cached_property
    def _ends(self) -> list[int]:
        """For each part, one past the last part of its block."""
        ends = []
        for block in self._blocks:
            first, last = self.parts.within(block.start, block.end)
            ends += [last] * (last - first)
        return ends

    @cached_property
    def _fives(self) -> frozenset[tuple[str, ...]]:
        """All runs of so many parts, those over the end of a block among them."""
        return frozenset(_runs_of(self.parts.keys))

    @cached_property
    def _singles(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at in range(len(self._ends)):
            found.setdefault(self.parts.keys[at], []).append(at)
        return found

    def may_share(self, ours: Sequence[str]) -> bool:
        """Whether `RUN` parts of ours stand in the article one after another, be it over the end of a block."""
        return not self._fives.isdisjoint(_runs_of(ours))

    def longest(self, ours: Sequence[str], first: int, last: int) -> Run | None:
        """The longest run of at least `RUN` parts that begins with ours at `first` and ends before `last`."""
        if first + RUN > last:
            return None
        begun = ours[first : first + RUN]
        places = self.places(begun) if tuple(begun) in self._fives else []
        lengths = [(self._length(ours, first, last, at), -at) for at in places[:_MOST]]
        if not lengths:
            return None
        length, at = max(lengths)
        return Run(first, first + length, -at)

    def _length(self, ours: Sequence[str], first: int, last: int, at: int) -> int:
        theirs, length = self.parts.keys, RUN
        most = min(last - first, self._ends[at] - at)
        while length < most and ours[first + length] == theirs[at + length]:
            length += 1
        return length

    def places(self, keys: Sequence[str]) -> list[int]:
        """Where these parts stand one after another in one block: the first part of each place."""
        if not keys:
            return []
        singles, theirs = self._singles, self.parts.keys
        rarest = min(range(len(keys)), key=lambda index: len(singles.get(keys[index], ())))
        starts = (at - rarest for at in singles.get(keys[rarest], ()))
        wanted = list(keys)
        return [
            at
            for at in starts
            if at >= 0 and theirs[at : at + len(wanted)] == wanted and at + len(wanted) <= self._ends[at]
        ]

    def place(self, at: int) -> str:
        """The place of a part, in words: "paragraph 9"."""
        return place_label(self.place_id(at))

    def place_id(self, at: int) -> str:
        """The place of a part: "9"."""
        return self._blocks[bisect_right(self._starts, self.parts.starts[at]) - 1].place

    def sentence(self, at: int) -> int:
        """The number of the sentence that a part stands in, counted through the whole text."""
        return bisect_right(self._sentences, self.parts.starts[at])

    @cached_property
    def _sentences(self) -> list[int]:
        text = self.parts.text
        return [block.start + first for block in self._blocks for first, _ in sentences(text[block.start : block.end])]


def _runs_of(keys: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Every `RUN` of them that follow one another."""
    return zip(*(keys[at:] for at in range(RUN)), strict=False)
