"""A text as a set of pieces: what a rule can only find with a word, it need not look for where the word is not.

A piece is a run of what `\\w` matches, in small letters, or one of the signs `, ; ! ?`. Letters that are the same to
`re.IGNORECASE` are the same here, so that a pattern that needs a word matches nothing where that piece is missing.
"""

from __future__ import annotations

from functools import lru_cache

SIGNS = ",;!?"
_SAME_AS_I = str.maketrans("İı", "ii")
"""To `re.IGNORECASE` an i; `casefold` makes other letters of them."""
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() or chr(code) == "_" else 32 for code in range(128))
_BYTES = _ASCII + bytes(128)
"""By ASCII code: the letter in small, a space for all that belongs to no word."""
_WITH_JOINTS = bytes(code if chr(code) in "'-" else _BYTES[code] for code in range(256))
"""The same, but for what joins two runs to one word."""
_LINES = bytes(code if code == ord("\n") else _BYTES[code] for code in range(256))
"""The same, but for the ends of lines."""


class _Folding(dict[int, str]):
    """By code point: the letter as it is compared; a space for all that belongs to no word."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        made = folded(char) if char.isalnum() or char == "_" else f" {char} " if char in SIGNS else " "
        self[code] = made
        return made


_FOLDED = _Folding()


@lru_cache(maxsize=256)  # every rule that looks at a question asks for those of its texts
def pieces(text: str) -> frozenset[str]:
    """The pieces of a text, and where small letters are several signs ("İ"), those of it in small letters too."""
    if text.isascii():
        return pieces_of(text, runs(text))
    if len(small := text.casefold()) != len(text):
        text = f"{text} {small}"
    return frozenset(text.translate(_FOLDED).split())


def pieces_of(text: str, found: list[str]) -> frozenset[str]:
    """The pieces of an ASCII text of which the runs are found."""
    signs = [sign for sign in SIGNS if sign in text]
    return frozenset(found + signs if signs else found)


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for tables that read as one."""
    return frozenset(text.split())


def runs(text: str) -> list[str]:
    """The runs of what `\\w` matches in an ASCII text, in small letters."""
    return text.encode().translate(_BYTES).decode().split()


def runs_by_line(text: str) -> list[list[str]]:
    """The runs of each line of an ASCII text."""
    return [line.split() for line in text.encode().translate(_LINES).decode().split("\n")]


def joined_runs(text: str) -> list[str] | None:
    """The runs of an ASCII text, an apostrophe or hyphen between two making one of them; None where one joins none."""
    found = text.encode().translate(_WITH_JOINTS).decode()
    signs = f" {found} ".replace("'", "-")
    return None if "- " in signs or " -" in signs or "--" in signs else found.split()


def folded(text: str) -> str:
    """The text in small letters, one of each kind that is the same to `re.IGNORECASE`."""
    return text.lower() if text.isascii() else text.translate(_SAME_AS_I).casefold()
