"""Where words begin and end, and how many there are.

As Unicode's default word boundaries (UAX #29) have it, with one rule more: a hyphen joins too, since "aligned" cut out
of "non-aligned" proves the opposite.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from deckmaker.model.patterns import regex

MAX_WORDS = 8
"""The longest quotation, in words."""

_APOSTROPHES = frozenset("'’‘ʼ")
_HYPHENS = frozenset("-\u2010\u2011")
_NUMBER_SIGNS = frozenset(".,:")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060")
_BREAKS = regex(r"[\s\u2012-\u2015]+")
UNSPACED = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""A letter of a script that puts no space between words: Thai to Khmer without Tibetan, kana, ideographs."""
_FIRST_UNSPACED = "\u0e00"
"""No letter before this one is such: few sets need the pattern, which takes long to compile."""


def is_unspaced(letter: str) -> bool:
    """Whether it is a letter of such a script."""
    return letter >= _FIRST_UNSPACED and UNSPACED.match(letter) is not None


def in_word(text: str, at: int) -> bool:
    """Whether the place before character `at` lies inside a word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _letter(before) and _letter(after):
        return before < _FIRST_UNSPACED or not (UNSPACED.match(before) and UNSPACED.match(after))
    return _joins(text, at) or _joins(text, at - 1)


def _joins(text: str, at: int) -> bool:
    """Whether the character there is a sign that makes one word of what stands on its two sides."""
    if not 0 < at < len(text) - 1:
        return False
    left, sign, right = text[at - 1], text[at], text[at + 1]
    if sign in _HYPHENS:
        return not left.isspace() and left not in _HYPHENS and _letter(right)
    if sign in _NUMBER_SIGNS and left.isdigit() and right.isdigit():
        return True
    if sign == "." and _letter(left) and (_letter(right) or right in _HYPHENS):
        return not _letter(text[at - 2 : at - 1])
    return sign in _APOSTROPHES and _letter(left) and _letter(right)


def _letter(char: str) -> bool:
    return char.isalnum() or char in _INVISIBLE or (char > "\u02ff" and unicodedata.category(char)[0] == "M")


def cut(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether that stretch of the text starts, and whether it ends, inside a word."""
    return in_word(text, start), in_word(text, end)


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """That stretch, widened to whole words."""
    while in_word(text, start):
        start -= 1
    while in_word(text, end):
        end += 1
    return start, end


def count(text: str) -> int:
    """How many words the text has; where a script has no spaces, two characters count as one."""
    pieces = (piece for piece in _BREAKS.split(text) if any(map(_letter, piece)))
    return sum(
        1 if max(piece) < _FIRST_UNSPACED else max(1, (len(UNSPACED.findall(piece)) + 1) // 2) for piece in pieces
    )


def occurrences(part: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where the part stands in that stretch of the text, code point for code point; may overlap."""
    stop = len(text) if end is None else end
    at = text.find(part, start, stop)
    while at >= 0:
        yield at
        at = text.find(part, at + 1, stop)


def stands(part: str, text: str, start: int, end: int) -> bool:
    """Whether the part stands in that stretch of the text as whole words."""
    return any(cut(text, at, at + len(part)) == (False, False) for at in occurrences(part, text, start, end))
