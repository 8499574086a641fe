"""Colours of a terminal, by what they mean."""

from __future__ import annotations

from collections.abc import Callable

Paint = Callable[[str, str], str]
"""paint(style, text) gives the text in that style."""

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "advice": "1;34",
    "headline": "1",
    "gutter": "2",
    "label": "36",
    "hint": "1;32",
}


def coloured(style: str, text: str) -> str:
    """The text between the ANSI codes of its style."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def plain(style: str, text: str) -> str:
    """The text as it is."""
    return text
