"""Whether a question may be longer than a page: a guess that errs towards yes, so that only few need be measured."""

from __future__ import annotations

from typing import Any

_LINES = 12
"""So many narrow lines fill about two thirds of a page in the largest type."""
_LETTERS = 34
"""Of a line in the largest type."""
_PICTURE = 12.0
"""Lines that a picture may take."""


def may_be_long(data: Any) -> bool:
    """Whether nodes, as `inline` and `items` make them, may take more than a page."""
    return _lines(data) > _LINES


def _lines(data: Any) -> float:
    match data:
        case str():
            wide = sum(1 for char in data if char > "\u2e80")
            return (len(data) + wide) / _LETTERS + data.count("\n")
        case ["par" | "list" | "code", *rest]:
            return 0.8 + sum(map(_lines, rest))
        case ["picture", *_]:
            return _PICTURE
        case ["math", str(tex), *_]:
            return _lines(tex) + 1
        case {"kind": "lines", "count": int(count)}:
            return 2.0 * count
        case {"kind": "picture", "regions": list(regions)}:
            return _PICTURE + len(regions)
        case dict():
            return sum(map(_lines, data.values()))
        case list():
            return sum(map(_lines, data))
        case _:
            return 0
