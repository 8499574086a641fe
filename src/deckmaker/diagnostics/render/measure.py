"""What a terminal shows for the user's text, and how many cells wide that is.

Everything the user wrote, and every file name, goes through `visible` or `Cells` before a terminal sees it: control
characters, terminal escapes and signs that reorder or hide text are shown as signs, never sent.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from itertools import pairwise

TAB = 4
"""Tab stops lie so many cells apart."""

_JOINER = "\u200d"
_HARMLESS_FORMATS = frozenset("\u200c\u200d\u200e\u200f\u061c") | {chr(code) for code in range(0xE0020, 0xE0080)}
"""Format characters that scripts and emoji need and that can hide nothing."""


def visible(text: str) -> str:
    """The text on one line with nothing in it that moves a cursor, reorders letters or cannot be encoded."""
    return "".join(map(_sign, text))


def visible_lines(text: str) -> list[str]:
    """The lines of a hint of ours, each made visible, tabs as spaces."""
    return [visible(line.expandtabs(TAB)) for line in text.splitlines()]


def _sign(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return chr(0x2400 + ord(char)) if char < " " else "␡" if char == "\x7f" else _named(char)
    if category in ("Cs", "Zl", "Zp") or (category == "Cf" and char not in _HARMLESS_FORMATS):
        return _named(char)
    return char


def _named(char: str) -> str:
    return f"⟨U+{ord(char):04X}⟩"


def width(text: str) -> int:
    """How many cells a terminal gives to visible text: wide characters two, combining ones none."""
    return sum(_advance(before, char) for before, char in pairwise(" " + text))


def _advance(before: str, char: str) -> int:
    if char == "\ufe0f":  # asks for the emoji form of what stands before it, which is wide
        return 2 - _advance("", before) if unicodedata.category(before) == "So" else 0
    if before == _JOINER or "\U0001f3fb" <= char <= "\U0001f3ff":
        return 0
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


class Cells:
    """A line of the user's as a row of cells.

    shown: what is shown for each of its characters.
    edges: the cell at which each begins, and one more for the end.
    """

    def __init__(self, line: str) -> None:
        self.shown: list[str] = []
        self.edges: list[int] = [0]
        for before, char in pairwise(" " + line):
            cell = self.edges[-1]
            sign = " " * (TAB - cell % TAB) if char == "\t" else _sign(char)
            self.shown.append(sign)
            self.edges.append(cell + (_advance(before, char) if sign == char else width(sign)))

    def window(self, start: int, limit: int) -> tuple[int, int]:
        """The characters, first and past the last, to show in `limit` cells so that `start` is among them."""
        if self.edges[-1] <= limit:
            return 0, len(self.shown)
        latest = self.edges[-1] - limit
        first = bisect_left(self.edges, max(0, min(self.edges[start] - limit // 3, latest)))
        past = bisect_left(self.edges, self.edges[first] + limit + 1) - 1
        return first, past

    def text(self, first: int, past: int) -> str:
        """What is shown for those characters, … where the line is cut."""
        return ("…" if first else "") + "".join(self.shown[first:past]) + ("…" if past < len(self.shown) else "")
