"""The lines of the user's file that a diagnostic is about, with a gutter, and carets under its places.

Columns beside the gutter, rustc's way:

    41 |     quote: agreement not to target
       |            ^^^^^^^^^^^^^^^^^^^^^^^ these words do not stand there
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from deckmaker.diagnostics.render.measure import Cells, visible
from deckmaker.diagnostics.render.paint import Paint
from deckmaker.source import SourceFile, Span

LIMIT = 110
"""Longer lines are cut around their places; in cells."""
_REACH = 1_000
"""Letters of a line, on either side of a place, that are looked at at all."""


class Mark(Struct, frozen=True):
    """A place to underline on one line.

    line: its number. first, past: its characters in the line, from 0, `past` exclusive and never equal to `first`.
    sign: "^" for the place that the diagnostic is about, "-" for others.
    text: said beside it. style: its colour, by name.
    """

    line: int
    first: int
    past: int
    sign: str
    text: str
    style: str


def mark(span: Span, sign: str, text: str, style: str) -> Mark:
    """The mark of a place: clipped to its first line without that line's trailing blanks, one sign at least."""
    line, column = span.file.position(span.start)
    first = column - 1
    letters = len(span.file.line(line).rstrip())
    past = min(first + max(span.end - span.start, 1), max(letters, first + 1))
    return Mark(line, first, past, sign, text, style)


def snippet(file: SourceFile, marks: Sequence[Mark], gutter: int, paint: Paint) -> Iterator[str]:
    """The marked lines of a file in their order, "..." where lines between are left out."""
    before = 0
    for number, group in groupby(sorted(marks, key=lambda mark: (mark.line, mark.first)), lambda mark: mark.line):
        if before and number == before + 2:
            yield _numbered(number - 1, gutter, _plain(file.line(number - 1)), paint)
        elif before and number > before + 2:
            yield paint("gutter", "...")
        yield from _marked_line(file, number, tuple(group), gutter, paint)
        before = number


def _plain(line: str) -> str:
    cells = Cells(line[: 2 * _REACH])
    return cells.text(*cells.window(0, LIMIT))


def _marked_line(file: SourceFile, number: int, marks: Sequence[Mark], gutter: int, paint: Paint) -> Iterator[str]:
    main = next((mark for mark in marks if mark.sign == "^"), marks[0])
    skipped = max(0, main.first - _REACH)  # a file may be one line of many MB
    marks = tuple(_moved(mark, skipped) for mark in marks)
    main = _moved(main, skipped)
    cells = Cells(file.line(number)[skipped : skipped + 2 * _REACH])
    first, past = cells.window(min(main.first, len(cells.shown)), LIMIT)
    yield _numbered(number, gutter, cells.text(first, past), paint)
    for each in marks:
        yield " " * gutter + paint("gutter", " |") + " " + _underline(each, cells, first, past, paint)


def _moved(mark: Mark, by: int) -> Mark:
    """The mark where so many letters before it are left out, no further away than the line that is left."""
    first, past = (min(max(0, place - by), 2 * _REACH) for place in (mark.first, mark.past))
    return replace(mark, first=first, past=max(past, first + 1))


def _numbered(number: int, gutter: int, text: str, paint: Paint) -> str:
    return (paint("gutter", f"{number:>{gutter}} |") + " " + text).rstrip()


def _underline(mark: Mark, cells: Cells, first: int, past: int, paint: Paint) -> str:
    left = len("…") if first else 0

    def edge(char: int) -> int:
        if char < first:
            return 0
        inside = min(char, past)
        return cells.edges[inside] - cells.edges[first] + left + min(char - inside, 1)

    start = edge(mark.first)
    signs = mark.sign * max(edge(mark.past) - start, 1)
    return " " * start + paint(mark.style, f"{signs} {visible(mark.text)}".rstrip())
