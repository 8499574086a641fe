"""What was meant as a pair of a matching question: `Ida Marsh - spokesman`, `{Ida Marsh: spokesman}`, three parts."""

from __future__ import annotations

import re
from typing import Any

from deckmaker.model.patterns import regex
from deckmaker.readers.traps.quotes import quoted

_BETWEEN = regex(r"\s+(?:[-–—=|/]|[-=]?>|→|↔|<->)\s+|\s*(?:→|=>|->|::|;|\t|,)\s*|:\s+")
"""What people write between the sides of a pair."""


def as_pair(value: Any) -> str:
    """The line of a pair that somebody wrote as text, as a mapping, or in more or fewer than two parts."""
    parts = list(value) if isinstance(value, list) else [str(value)]
    if isinstance(value, str):
        parts = _BETWEEN.split(value, maxsplit=1)
    elif isinstance(value, dict):
        parts = [*value][:1] + [each for each in value.values() if isinstance(each, str)][:1]
    words = [part for part in parts if isinstance(part, str) and part.strip()]
    pair = (words[0] if words else "…"), (", ".join(words[1:]) or "…")
    return f"- [{', '.join(map(_in_list, pair))}]"


def _in_list(words: str) -> str:
    """The words as an item of a list on one line."""
    plain = re.fullmatch(r"\w[^,:#\[\]{}\"]*|…", words)
    return words if plain else quoted(words)
