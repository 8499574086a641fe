"""How long a question may get: a guess that errs upwards, so that the template need measure only a few."""

from __future__ import annotations

from typing import Any

_LETTERS = 34
"""Of a line in the largest type."""
_BLOCK = 0.8
"""Lines lost at the end of a paragraph, and between two."""
_PICTURE = 12.0
"""Lines that a picture may take."""


def length(data: Any) -> float:
    """Lines of the largest type that nodes, as `inline` and `items` make them, may take."""
    return round(_lines(data), 1)


def _lines(data: Any) -> float:
    match data:
        case str():
            wide = sum(1 for char in data if char > "\u2e80")
            return (len(data) + wide) / _LETTERS + data.count("\n")
        case ["par" | "list" | "code", *rest]:
            return _BLOCK + sum(map(_lines, rest))
        case ["picture", *_]:
            return _PICTURE
        case ["whole" | "small", str(words)]:
            return _lines(words)
        case ["math" | "formula" as name, str(tex), *_]:
            return _lines(tex) + (4 if name == "formula" else 1)
        case {"kind": "lines", "count": int(count)}:
            return 2.0 * count
        case {"kind": "picture", "count": int(count)}:
            return _PICTURE + count
        case dict():
            return sum(map(_lines, data.values()))
        case list():
            return sum(map(_lines, data))
        case _:
            return 0
