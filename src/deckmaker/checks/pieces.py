"""A text as a set of pieces: what a rule can only find with a word, it need not look for where the word is not.

A piece is a run of what `\\w` matches, in small letters, or one of the signs `, ; ! ?`. Letters that are the same to
`re.IGNORECASE` are the same here, so that a pattern that needs a word matches nothing where that piece is missing.
"""

from __future__ import annotations

_SAME_AS_I = str.maketrans("İı", "ii")
"""To `re.IGNORECASE` an i; `casefold` makes other letters of them."""


class _Folding(dict[int, str]):
    """By code point: the letter as it is compared; a space for all that belongs to no word."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        made = folded(char) if char.isalnum() or char == "_" else f" {char} " if char in ",;!?" else " "
        self[code] = made
        return made


_FOLDED = _Folding()


def pieces(text: str) -> frozenset[str]:
    """The pieces of a text, and where small letters are several signs ("İ"), those of it in small letters too."""
    if not text.isascii() and len(small := text.casefold()) != len(text):
        text = f"{text} {small}"
    return frozenset(text.translate(_FOLDED).split())


def folded(text: str) -> str:
    """The text in small letters, one of each kind that is the same to `re.IGNORECASE`."""
    return text.lower() if text.isascii() else text.translate(_SAME_AS_I).casefold()
