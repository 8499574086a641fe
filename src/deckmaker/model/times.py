"""Words that are dates, times, decades or centuries: which days or years they cover."""

from __future__ import annotations

import re

from deckmaker.model.patterns import regex

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
"""The months' names in small letters, in their order."""
_DATE = regex(
    rf"^(?:on |in )?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{'|'.join(MONTHS)}),?(?: "
    rf"(?P<late>\d{{1,2}})(?:st|nd|rd|th)?,?)?(?: (?P<year>\d{{3,4}}))?$",
    re.I,
)
_TIME = regex(r"^(?:at )?(\d{1,2})[:.](\d\d)(?: ?(a\.?m\.?|p\.?m\.?))?$", re.I)
_CENTURY = regex(
    r"^(?:in )?(?:the )?(?:(?P<part>early|mid|late)[- ])?(?P<number>\d{1,2})(?:st|nd|rd|th) century(?: "
    r"(?P<era>BCE?|CE|AD))?$",
    re.I,
)
_DECADE = regex(r"^(?:in )?(?:the )?(?:(early|mid|late)[- ])?(\d{3,4})s$", re.I)
_ERA = regex(r"^(?:in )?(?:AD )?(\d{1,4})(?: (BCE?|CE|AD))?$")
_PART_OF_TIME = {"early": (0.0, 0.3), "mid": (0.35, 0.65), "late": (0.7, 0.99), "": (0.0, 0.99)}


def span_of_time(text: str) -> tuple[float, float, str] | None:
    """From when to when, and what the figures count: "date", "year", "clock"; None where it is no time."""
    return next((made for read in (_date, _century, _decade, _era, _clock) if (made := read(text))), None)


def _date(text: str) -> tuple[float, float, str] | None:
    found = _DATE.match(text)
    if found is None or not (found["day"] or found["late"] or found["year"]):
        return None
    month = MONTHS.index(found["month"].casefold())
    value = float(int(found["year"] or 0) * 372 + month * 31 + int(found["day"] or found["late"] or 0))
    return value, value, "date"


def _century(text: str) -> tuple[float, float, str] | None:
    found = _CENTURY.match(text)
    if found is None:
        return None
    first, last = (100 * part for part in _PART_OF_TIME[(found["part"] or "").casefold()])
    start = 100.0 * (int(found["number"]) - 1)
    if (found["era"] or "").upper().startswith("BC"):
        return -start - 100 + first, -start - 100 + last, "year"
    return start + first, start + last, "year"


def _decade(text: str) -> tuple[float, float, str] | None:
    found = _DECADE.match(text)
    if found is None:
        return None
    first, last = (10 * part for part in _PART_OF_TIME[(found[1] or "").casefold()])
    return float(found[2]) + first, float(found[2]) + last, "year"


def _era(text: str) -> tuple[float, float, str] | None:
    found = _ERA.match(text)
    if found is None or not found[2]:
        return None
    year = float(found[1]) * (-1 if found[2].startswith("BC") else 1)
    return year, year, "year"


def _clock(text: str) -> tuple[float, float, str] | None:
    found = _TIME.match(text)
    if found is None or not (":" in text or found[3]):
        return None
    hour, is_late = int(found[1]), (found[3] or "").casefold().startswith("p")
    after_noon = is_late if found[3] else hour >= 12
    value = float(hour % 12 * 60 + int(found[2]) + (720 if after_noon else 0))
    return value, value, "clock"
