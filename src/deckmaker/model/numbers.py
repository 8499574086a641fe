"""Words that say a number: how much they say, in what unit, how it is written."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from deckmaker.model.patterns import regex
from deckmaker.model.times import MONTHS, span_of_time

NUMBER_WORDS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
"""Numbers written as words; with "hundred", "thousand", "million" they are multiplied."""
_SCALES: dict[str, tuple[str, float]] = {
    "mm": ("length", 1e-3), "cm": ("length", 1e-2), "dm": ("length", 0.1), "m": ("length", 1), "km": ("length", 1e3),
    "µm": ("length", 1e-6), "nm": ("length", 1e-9), "metre": ("length", 1), "meter": ("length", 1),
    "kilometre": ("length", 1e3), "kilometer": ("length", 1e3), "centimetre": ("length", 1e-2),
    "centimeter": ("length", 1e-2), "millimetre": ("length", 1e-3), "mile": ("length", 1609.3), "mg": ("mass", 1e-3),
    "g": ("mass", 1), "gram": ("mass", 1), "kg": ("mass", 1e3), "kilogram": ("mass", 1e3), "t": ("mass", 1e6),
    "tonne": ("mass", 1e6), "µg": ("mass", 1e-6), "ms": ("time", 1e-3), "s": ("time", 1), "second": ("time", 1),
    "min": ("time", 60), "minute": ("time", 60), "h": ("time", 3600), "hr": ("time", 3600), "hour": ("time", 3600),
    "day": ("time", 86400), "week": ("time", 604800), "month": ("time", 2629800), "year": ("time", 31557600),
    "century": ("time", 3155760000), "centurie": ("time", 3155760000), "decade": ("time", 315576000),
    "ml": ("volume", 1e-3), "cl": ("volume", 1e-2), "l": ("volume", 1), "litre": ("volume", 1),
    "liter": ("volume", 1), "bit": ("data", 1), "byte": ("data", 8), "kb": ("data", 8e3), "mb": ("data", 8e6),
    "gb": ("data", 8e9), "tb": ("data", 8e12), "w": ("power", 1), "kw": ("power", 1e3), "mw": ("power", 1e6),
    "j": ("energy", 1), "kj": ("energy", 1e3), "hz": ("frequency", 1), "khz": ("frequency", 1e3),
}  # fmt: skip
_NUMBER = r"[-−–+]?(?:\d{1,3}(?:[,\s\u202f\u00a0]\d{3})+|\d+)(?:\.\d+)?|[-−–+]?\.\d+"
_WHOLE = regex(
    r"^(?:\s|about|around|approximately|roughly|only|exactly|c\.|ca\.|in|by|after|within|over|under|for"
    r"|at|x\s?=|=|[$€£¥~≈])*"
    rf"(?P<number>{_NUMBER})\s*(?:/\s*(?P<below>\d+(?:\.\d+)?))?(?:\s*[×x*·]\s*10\^?\{{?(?P<power>[-−]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)\}}?)?\s*(?P<unit>.*)$",
    re.I,
)
_RANGE = regex(
    rf"^(?:from |between |about )?[$€£]?(?P<low>{_NUMBER})\s*(?P<unit1>[^\d–—-]{{0,12}}?)\s*(?:–|—|-|−| to | and "
    rf"| up to )\s*[$€£]?(?P<high>{_NUMBER.replace('[-−–+]?', '')})\s*(?P<unit>[^\d]*)$",
    re.I,
)
_OPEN_RANGE = regex(
    r"^(?P<word>more than|over|above|greater than|at least|from|less than|fewer than|under|below|up to|at most"
    r"|no more than|not more than|no less than|older than|younger than|longer than|shorter than|after|before"
    rf"|since|until|>=|<=|≥|≤|>|<)\s*(?:the age of |age )?[$€£]?(?P<number>{_NUMBER})\s*(?P<unit>.*)$",
    re.I,
)
_CLOSED = frozenset(
    ("at least", "at most", "up to", "no more than", "not more than", "no less than", ">=", "<=", "≥", "≤", "from",
     "since", "until")
)  # fmt: skip
"""Words of an open range whose end belongs to it."""
_UPWARD = frozenset(
    ("more than", "over", "above", "greater than", "at least", "from", "older than", "longer than", "after", "since",
     "no less than", ">", "≥", ">=", "or more", "or over", "or older", "and over", "and above", "and more", "+")
)  # fmt: skip
"""Words of one that has no upper end."""
_AT_END = regex(
    rf"^[$€£]?(?P<number>{_NUMBER})\s*(?P<unit>[^\d]{{0,20}}?)\s*(?P<word>or more|or over|or older|and over|and "
    r"above|and more|or less|or fewer|or under|or younger|and under|and below|\+)$",
    re.I,
)
_OPEN_BEGUN = frozenset(
    ["mo", "ov", "ab", "gr", "at", "fr", "le", "fe", "un", "be", "up", "no", "ol", "yo", "lo", "sh", "af", "si"]
)
_AT_END_ENDS = frozenset(["re", "er", "ve", "ss", "ow"])
"""How the words of open ranges begin, and how those behind a number end."""
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PART = regex(
    r"^(?:about |exactly |roughly )?(?:an?|(one|two|three|four|five|six|seven|nine))? ?(half|halves|third|quarter"
    r"|fourth|fifth|sixth|eighth|tenth)s?(?: of (?:it|them|all))?$"
)
_IN_SO_MANY = regex(r"^(?:about |roughly |some )?(\w+) (?:in|out of)(?: every)? (\w+)(?: [a-z]+)?$")
"""A share as a count: "1 in 10", "one out of every five voters"."""
_POWER = regex(r"^(\d+)(?:\^\{?([-−–]?\d+)\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))$")
_ONE_UNIT = regex(
    r"^(half )?an? (second|minute|hour|day|week|fortnight|month|year|decade|century|kilometre|mile|metre|litre)$"
)
_TIMES = regex(
    r"^(?:about |only |at least )?(?:(?P<word>once|twice|thrice)|(?P<count>\w+) times?)"
    r"(?: (?:an?|per|each|every|in an?) (?P<unit>\w+))?$"
)
_EVERY = regex(r"^(?:once )?(?:every|each)(?: (?P<count>[\w.]+))? (?P<unit>\w+)$")
_ADVERBS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year",
}  # fmt: skip
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_DASHES = str.maketrans("−–", "--")
_WORD_SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}


class Quantity(Struct, frozen=True):
    """A number as an option says it.

    low, high: what it covers; the same for a single value, infinite for "more than 5".
    unit: in small letters, of the plural without its s; "" for none.
    dimension: what the unit measures, or the unit itself.
    form: how it is written: "plain", "decimal", "fraction", "percent", "count", "power", "range", "open", "word",
        "one", "date" ….
    low_open, high_open: whether that end itself is left out.
    """

    low: float
    high: float
    unit: str
    dimension: str
    form: str
    low_open: bool = False
    high_open: bool = False


_OPENING = (
    *(
        "about",
        "around",
        "approximately",
        "roughly",
        "only",
        "exactly",
        "c.",
        "ca.",
        "in",
        "by",
        "after",
        "within",
        "over",
    ),
    *(
        "under",
        "for",
        "at",
        "x",
        "on",
        "the",
        "early",
        "mid",
        "late",
        "ad",
        "from",
        "between",
        "more",
        "above",
        "greater",
    ),
    *("less", "fewer", "below", "up", "no", "not", "older", "younger", "longer", "shorter", "before", "since", "until"),
    *("once", "every", "each", "some", *MONTHS, *NUMBER_WORDS),
)
"""Words that a number in figures may begin with, if not with a figure or a sign."""
_BEGUN = frozenset(word[:2] for word in (*_OPENING, "x ", "x="))
"""The first two letters of each."""
_OPENS = regex(rf"(?:{'|'.join(map(re.escape, _OPENING))})+(?![^\W\d_])", re.I)
_SIGNS = frozenset("$€£¥~≈=<>≥≤.+−–-")
_IN_WORDS = frozenset(
    (
        *NUMBER_WORDS,
        *("hundred", "thousand", "other", "second", "third", "once", "twice", "thrice", "every", "each"),
        *(f"{part}{ending}" for part in _PARTS for ending in ("", "s")),
        *("halves", "hourly", "daily", "weekly", "monthly", "yearly", "annually"),
        *("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"),
        *("kilometre", "mile", "metre", "litre"),
    )
)
"""One of these words stands in a number without figures."""


_FIGURE = regex(r"\d")


def may_hold_numbers(text: str, pieces: frozenset[str]) -> bool:
    """Whether a text with these pieces has figures, or words that numbers are written with: else no part is one."""
    return not text.isascii() or not _IN_WORDS.isdisjoint(pieces) or _FIGURE.search(text) is not None


def _may_be_number(text: str) -> bool:
    """Whether it begins as numbers in figures do, or has a word that numbers are written with."""
    if not text.isascii():
        return True
    if _FIGURE.search(text):
        first = text[:1]
        if first.isdecimal() or first in _SIGNS or (text[:2].lower() in _BEGUN and _OPENS.match(text)):
            return True
    return not _IN_WORDS.isdisjoint(text.lower().replace("-", " ").rstrip(".").split())


@lru_cache(maxsize=4096)
def quantity(option: str) -> Quantity | None:
    """What the option says as a number, a date, a time or a range of them; None where it is something else."""
    text = " ".join(option.split())
    if text.isdecimal() and text.isascii():
        return Quantity(float(text), float(text), "", "", "plain")
    if not _may_be_number(text):
        return None
    text = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", text.rstrip("."))
    return next((found for read in _READERS if (found := read(text))), None)


def _of_time(text: str) -> Quantity | None:
    found = span_of_time(text)
    return None if found is None else Quantity(found[0], found[1], "", found[2], "date")


def _of_range(text: str) -> Quantity | None:
    found = _RANGE.match(text)
    if found and _value(found["low"]) < _value(found["high"]):
        unit, dimension, scale = _unit(found["unit"] or found["unit1"])
        return Quantity(_value(found["low"]) * scale, _value(found["high"]) * scale, unit, dimension, "range")
    found = _OPEN_RANGE.match(text) if text[:1] in "><≥≤" or text[:2].casefold() in _OPEN_BEGUN else None
    if found is None:
        found = _AT_END.match(text) if text[-1:] == "+" or text[-2:].casefold() in _AT_END_ENDS else None
    if found is None:
        return None
    unit, dimension, scale = _unit(found["unit"])
    value, word = _value(found["number"]) * scale, found["word"].casefold()
    if len(unit.split()) > 3:
        return None
    closed = word in _CLOSED or word.startswith(("or", "and", "+"))
    if word in _UPWARD:
        return Quantity(value, float("inf"), unit, dimension, "open", low_open=not closed)
    return Quantity(float("-inf"), value, unit, dimension, "open", high_open=not closed)


def _of_word(text: str) -> Quantity | None:
    found = text.casefold().replace("-", " ").split()
    part = _PART.match(" ".join(found))
    if part:
        value = NUMBER_WORDS.get(part[1] or "one", 1) / _PARTS[part[2].removesuffix("s").replace("halve", "half")]
        return Quantity(value, value, "", "share", "fraction")
    if not found or found[0] not in NUMBER_WORDS:
        return None
    value = float(NUMBER_WORDS[found[0]])
    rest = found[1:]
    if rest and rest[0] in NUMBER_WORDS and value >= 20:
        value, rest = value + NUMBER_WORDS[rest[0]], rest[1:]
    while rest and rest[0] in _WORD_SCALES:
        value, rest = value * _WORD_SCALES[rest[0]], rest[1:]
    if len(rest) > 1:
        return None
    unit, dimension, scale = _unit(" ".join(rest))
    return Quantity(value * scale, value * scale, unit, dimension, "word")


def _of_number(text: str) -> Quantity | None:
    found = _WHOLE.match(text)
    if found is None:
        return None
    value, rest = _value(found["number"]), found["unit"].strip()
    form = "decimal" if "." in found["number"] else "plain"
    if found["below"]:
        value, form = value / (float(found["below"]) or 1), "fraction"
    if found["power"]:
        value *= 10 ** int(found["power"].translate(_SUPERSCRIPT).replace("−", "-"))
    words = rest.split()
    while words and words[0].casefold() in _WORD_SCALES:
        value, words = value * _WORD_SCALES[words[0].casefold()], words[1:]
    rest = " ".join(words)
    if (
        len(words) > 3
        or re.search(r"\d", rest.replace("10^", ""))
        or re.match(r"(?:st|nd|rd|th)\b", rest)
        or (rest[:1] in "+*=:/,;" and rest)
    ):
        return None
    if re.match(r"(?:%|per ?cent\b)", rest):
        return Quantity(value / 100, value / 100, "%", "share", "percent")
    unit, dimension, scale = _unit(rest)
    if form == "fraction" and not unit:
        dimension = "share"
    return Quantity(value * scale, value * scale, unit, dimension, form)


def _of_share(text: str) -> Quantity | None:
    found = _IN_SO_MANY.match(text.casefold())
    count, among = (_count(found[1]), _count(found[2])) if found else (None, None)
    if not count or not among or count > among:
        return None
    return Quantity(count / among, count / among, "", "share", "count")


def _of_power(text: str) -> Quantity | None:
    found = _POWER.match(text) if text[:1].isdecimal() and not text.isdecimal() else None
    exponent = int((found[2] or found[3].translate(_SUPERSCRIPT)).translate(_DASHES)) if found else 0
    if found is None or abs(exponent) > 99 or len(found[1]) > 3:
        return None
    value = float(found[1]) ** exponent if int(found[1]) else 0.0
    return Quantity(value, value, "", "", "power")


def _of_one(text: str) -> Quantity | None:
    """ "an hour", "half a year": between figures and words, as it is said beside both."""
    found = _ONE_UNIT.match(text.casefold())
    if found is None:
        return None
    unit, dimension, scale = _unit(found[2])
    value = scale * (0.5 if found[1] else 1)
    return Quantity(value, value, unit, dimension, "one")


def _of_rate(text: str) -> Quantity | None:
    """How often: "twice", "three times a week", "every 4 years", "daily"."""
    lowered = text.casefold()
    times, every = _TIMES.match(lowered), _EVERY.match(lowered)
    count, unit = 1.0, _ADVERBS.get(lowered, "")
    if times:
        count = {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(times["word"] or "", _count(times["count"] or "") or 0)
        unit = times["unit"] or ""
    elif every:
        below = _count(every["count"]) if every["count"] else 1.0
        count, unit = 1 / below if below else 0, every["unit"]
    _, dimension, scale = _unit(unit)
    if not count or not (times or unit) or (unit and dimension != "time"):
        return None
    return Quantity(count / scale, count / scale, "", "rate" if unit else "times", "word")


def _count(word: str) -> float | None:
    if word.replace(".", "", 1).isdecimal():
        return float(word)
    number = NUMBER_WORDS.get(word, {"hundred": 100, "thousand": 1000, "other": 2, "second": 2, "third": 3}.get(word))
    return None if number is None else float(number)


_READERS = (_of_time, _of_share, _of_power, _of_one, _of_rate, _of_range, _of_word, _of_number)


def _value(number: str) -> float:
    return float(re.sub(r"[,\s\u202f\u00a0+]", "", number).replace("−", "-").replace("–", "-"))


def scale_of(unit: str) -> float:
    """How many of its dimension's own unit a unit is; 1 for those unknown."""
    return _SCALES[unit][1] if unit in _SCALES else 1.0


def _unit(text: str) -> tuple[str, str, float]:
    """A unit, what it measures, and how many of the dimension's own unit it is."""
    unit = text.strip().rstrip(".").casefold()
    for name in (unit, unit.removesuffix("s")):
        if name in _SCALES:
            return name, *_SCALES[name]
    return unit.removesuffix("s"), unit.removesuffix("s"), 1.0
