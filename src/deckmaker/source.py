"""The user's files as text, and places in them.

Accepts text that is decoded already; line ends may be LF, CRLF or CR, mixed. Offsets count code points from 0;
lines and columns, which only the renderers ask for, count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

_LARGE = 1 << 20
"""Letters of a text that is worth putting by."""
_LINE_END = re.compile(r"\r\n?|\n")


class SourceFile:
    """One file of the user's.

    name: how the user would name it, with forward slashes ("decks/tides.yaml"); never an absolute machine path
          unless the user typed one.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._text: str | None = text
        self._bytes = b""

    def __repr__(self) -> str:
        return f"SourceFile({self.name!r})"

    @property
    def text(self) -> str:
        """What stands in it, decoded, line ends as they are."""
        if self._text is None:
            self._text, self._bytes = self._bytes.decode("utf-8-sig"), b""
        return self._text

    def put_by(self, data: bytes) -> None:
        """Keep the text as bytes until somebody asks for it: one emoji in it makes four bytes of every letter.

        data: what it was decoded from, UTF-8, with or without a byte-order mark.
        """
        if self._text is not None and len(self._text) > _LARGE:
            self._bytes, self._text = data, None

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts; a CRLF pair ends one line."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, of an offset; one past the end is the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end; "" where there is no such line."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def span(self, start: int, end: int | None = None) -> Span:
        """The place from `start` up to, not including, `end`."""
        return Span(self, start, start if end is None else end)


class Span(Struct, frozen=True):
    """A place in a file: offsets in code points, `end` exclusive; an empty place points between two characters."""

    file: SourceFile
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.file.text[self.start : self.end]

    @property
    def key(self) -> tuple[str, int, int]:
        """Sorts places by file, then by where they start."""
        return self.file.name, self.start, self.end


NOWHERE = Span(SourceFile("", ""), 0, 0)
"""The place of what stands in no file: a built-in source, a missing folder."""
