"""A text as words that can be compared: case and typography folded, hyphens no matter."""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_left, bisect_right

from deckmaker.checks.once import once
from deckmaker.model.patterns import regex
from deckmaker.model.words import UNSPACED, is_unspaced

_APOSTROPHES = "'’‘ʼ"
_SIGNS = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00ac\u00ae-\u00bf\u00d7\u00f7\u2000-\u200a\u200e-\u205f\u2061-\u206f\u2190-\u2bff"
    r"\u2e00-\u2e7f\u3000-\u3003\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufeff"
)
"""White space, punctuation and symbols; all else, combining marks too, belongs to words."""
_PART = regex(
    rf"{UNSPACED.pattern}|[^\W\d_](?:\.[^\W\d_])+\b\.?|\d+(?:[.,:]\d+)+|[^{_SIGNS}]+(?:[{_APOSTROPHES}][^{_SIGNS}]+)*"
)
_TO_FOLD = str.maketrans({**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060")})
_HYPHENS = frozenset("-\u2010\u2011")
_BETWEEN_NAMES = regex(r"[\s\u2010\u2011-]*")
_IN_NAMES = frozenset(("of", "the", "for", "de", "la", "von", "van", "bin", "ibn", "al", "el"))
"""What stands in names in small letters, between words with capitals."""


class Parts:
    """A text cut into parts of words: what a hyphen joins are two, so that "co-op" and "co op" are alike.

    text: the text.
    keys: its parts, folded; starts, ends: where each stands in the text.
    """

    def __init__(self, text: str) -> None:
        """Cuts the text."""
        self.text = text
        if text.isascii():
            keys = _PART.findall(text.lower())
            self.keys: list[str] = [_without_dots(key) if "." in key else key for key in keys] if "." in text else keys
        else:
            found = _PART.findall(text)
            folded = {part: _folded(part) for part in {*found}}
            self.keys = [key for part in found if (key := folded[part])]

    @once
    def starts(self) -> list[int]:
        """Where each part starts in the text."""
        return [start for start, _ in self._places]

    @once
    def ends(self) -> list[int]:
        """Where each part ends in the text."""
        return [end for _, end in self._places]

    @once
    def _places(self) -> list[tuple[int, int]]:
        return [match.span() for match in _PART.finditer(self.text) if match[0].isascii() or _folded(match[0])]

    def __len__(self) -> int:
        return len(self.keys)

    def count(self, first: int, last: int, without: frozenset[int] | set[int] = frozenset()) -> int:
        """How many words stand from one part up to another, those `without` aside; hyphens join."""
        words = 0.0
        for part in range(first, last):
            if part not in without and not (part > first and part - 1 not in without and self._is_joined(part)):
                words += 0.5 if is_unspaced(self.text[self.starts[part]]) else 1
        return math.ceil(words)

    def slice(self, first: int, last: int) -> str:
        """The text from one part up to another, its white space single."""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first part, and one past the last, of those that lie between two characters."""
        first = bisect_left(self.starts, start)
        return first, max(first, bisect_right(self.ends, end))

    def names(self) -> set[int]:
        """The parts of sequences of words with capitals, "of" and the like between them: names, most likely."""
        found: set[int] = set()
        run: list[int] = []
        for part in range(len(self)):
            if run and not self._goes_on(part):
                found |= _name(run, self)
                run = []
            if self.is_capital(part) or run:
                run.append(part)
        return found | _name(run, self)

    def is_capital(self, part: int) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[self.starts[part]].isupper()

    def _goes_on(self, part: int) -> bool:
        between = self.text[self.ends[part - 1] : self.starts[part]]
        return bool(_BETWEEN_NAMES.fullmatch(between)) and (self.is_capital(part) or self.keys[part] in _IN_NAMES)

    def _is_joined(self, part: int) -> bool:
        return self.text[self.ends[part - 1] : self.starts[part]] in _HYPHENS


def _name(run: list[int], parts: Parts) -> set[int]:
    """The run up to its last capital, where it has two."""
    capitals = [part for part in run if parts.is_capital(part)]
    return {part for part in run if part <= capitals[-1]} if len(capitals) > 1 else set()


def _without_dots(part: str) -> str:
    return part.replace(".", "") if part[:1].isalpha() else part


def _folded(part: str) -> str:
    if part.isascii():
        return _without_dots(part).lower()
    folded = unicodedata.normalize("NFKC", part).casefold().translate(_TO_FOLD)
    return folded.replace(".", "") if folded[:1].isalpha() else folded
