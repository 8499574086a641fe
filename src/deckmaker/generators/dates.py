"""Dates as articles give them, read only where they say when: a year, a month of a year, a day. English names."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from deckmaker.model.patterns import regex

Time = tuple[date, date]
"""The first and the last day of it."""

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

_YEAR, _DAY, _NAME = r"(?P<year>[12]\d{3})", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<name>[a-z]{3,9})\.?"

FORMS = tuple(
    re.compile(form)
    for form in (
        _YEAR,
        _YEAR + r"-(?P<month>\d{2})",
        _YEAR + r"-(?P<month>\d{2})-(?P<day>\d{2})",
        f"{_NAME},? {_YEAR}",
        f"{_DAY} {_NAME},? {_YEAR}",
        f"{_NAME} {_DAY},? {_YEAR}",
    )
)
"""What is read, after "in" or "on", from the first letter to the last: so "early 1998" and "after 1998" are not."""

YEAR = regex(r"(?<!\d)[12]\d{3}(?!\d)")
"""A year among other words."""


@lru_cache(maxsize=4096)
def time_of(words: str) -> Time | None:
    """When that is; None where it is not said by a date, or there is no such day."""
    bare = re.sub(r"^(in|on)\s+(the\s+)?", "", " ".join(words.casefold().split()))
    found = next((match.groupdict() for form in FORMS if (match := form.fullmatch(bare))), None)
    return _time(found) if found else None


def _time(parts: dict[str, str]) -> Time | None:
    year, month, day = int(parts["year"]), _month(parts), int(parts.get("day") or 0)
    if month is None:
        return None if {"name", "month"} & parts.keys() else (date(year, 1, 1), date(year, 12, 31))
    last = monthrange(year, month)[1]
    if "day" not in parts:
        return date(year, month, 1), date(year, month, last)
    return (date(year, month, day), date(year, month, day)) if 1 <= day <= last else None


def _month(parts: dict[str, str]) -> int | None:
    """1 to 12; None where none is given or there is no such month."""
    if name := parts.get("name", ""):
        found = [number for number, month in enumerate(MONTHS, 1) if month == name or month[:3] == name]
        return found[0] if found else 9 if name == "sept" else None
    number = int(parts.get("month") or 0)
    return number if 1 <= number <= len(MONTHS) else None
