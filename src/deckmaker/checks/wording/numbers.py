"""Options that are numbers: how much each says, in what unit, how it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from deckmaker.checks.wording.tables import NUMBER_WORDS

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
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
_WHOLE = re.compile(
    r"^(?P<before>(?:about|around|approximately|roughly|only|exactly|c\.|ca\.|in|by|after|within|over|under|for"
    r"|at|x\s?=|=|[$€£¥~≈])*\s*)*"
    rf"(?P<number>{_NUMBER})\s*(?:/\s*(?P<below>\d+(?:\.\d+)?))?(?:\s*[×x*·]\s*10\^?\{{?(?P<power>[-−]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)\}}?)?\s*(?P<unit>.*)$",
    re.I,
)
_RANGE = re.compile(
    rf"^(?:from |between |about )?[$€£]?(?P<low>{_NUMBER})\s*(?P<unit1>[^\d–—-]{{0,12}}?)\s*(?:–|—|-|−| to | and "
    rf"| up to )\s*[$€£]?(?P<high>{_NUMBER.replace('[-−–+]?', '')})\s*(?P<unit>[^\d]*)$",
    re.I,
)
_OPEN_RANGE = re.compile(
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
_AT_END = re.compile(
    rf"^[$€£]?(?P<number>{_NUMBER})\s*(?P<unit>[^\d]{{0,20}}?)\s*(?P<word>or more|or over|or older|and over|and "
    r"above|and more|or less|or fewer|or under|or younger|and under|and below|\+)$",
    re.I,
)
_DATE = re.compile(
    rf"^(?:on |in )?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{'|'.join(_MONTHS)}),?(?: "
    rf"(?P<late>\d{{1,2}})(?:st|nd|rd|th)?,?)?(?: (?P<year>\d{{3,4}}))?$",
    re.I,
)
_MONTH_DAY_YEAR = re.compile(r"^\d{1,2}$")
_TIME = re.compile(r"^(?:at )?(\d{1,2})[:.](\d\d)(?: ?(a\.?m\.?|p\.?m\.?))?$", re.I)
_CENTURY = re.compile(
    r"^(?:in )?(?:the )?(?:(?P<part>early|mid|late)[- ])?(?P<number>\d{1,2})(?:st|nd|rd|th) century(?: "
    r"(?P<era>BCE?|CE|AD))?$",
    re.I,
)
_DECADE = re.compile(r"^(?:in )?(?:the )?(?:(early|mid|late)[- ])?(\d{3,4})s$", re.I)
_ERA = re.compile(r"^(?:in )?(?:AD )?(\d{1,4})(?: (BCE?|CE|AD))?$")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PART = re.compile(
    r"^(?:about |exactly |roughly )?(?:an?|(one|two|three|four|five|six|seven|nine))? ?(half|halves|third|quarter"
    r"|fourth|fifth|sixth|eighth|tenth)s?(?: of (?:it|them|all))?$"
)
_PART_OF_TIME = {"early": 0.1, "mid": 0.5, "late": 0.9}
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_WORD_SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an option says it.

    low, high: what it covers; the same for a single value, infinite for "more than 5".
    unit: in small letters, of the plural without its s; "" for none.
    dimension: what the unit measures, or the unit itself.
    form: "plain", "decimal", "fraction", "percent", "range", "open", "word", "date" …: how it is written.
    low_open, high_open: whether that end itself is left out.
    """

    low: float
    high: float
    unit: str
    dimension: str
    form: str
    low_open: bool = False
    high_open: bool = False


@lru_cache(maxsize=4096)
def quantity(option: str) -> Quantity | None:
    """What the option says as a number, a date, a time or a range of them; None where it is something else."""
    text = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", " ".join(option.split()).rstrip("."))
    return _of_time(text) or _of_range(text) or _of_word(text) or _of_number(text)


def _of_time(text: str) -> Quantity | None:
    found = next((made for read in (_date, _century, _decade, _era, _clock) if (made := read(text))), None)
    return None if found is None else Quantity(found[0], found[0], "", found[1], "date")


def _date(text: str) -> tuple[float, str] | None:
    found = _DATE.match(text)
    if found is None or not (found["day"] or found["late"] or found["year"]):
        return None
    month = _MONTHS.index(found["month"].casefold())
    return float(int(found["year"] or 0) * 372 + month * 31 + int(found["day"] or found["late"] or 0)), "date"


def _century(text: str) -> tuple[float, str] | None:
    found = _CENTURY.match(text)
    if found is None:
        return None
    value = float(found["number"]) + _PART_OF_TIME.get((found["part"] or "").casefold(), 0.4)
    return -value if (found["era"] or "").upper().startswith("BC") else value, "century"


def _decade(text: str) -> tuple[float, str] | None:
    found = _DECADE.match(text)
    return (float(found[2]) + 10 * _PART_OF_TIME.get((found[1] or "").casefold(), 0.4), "year") if found else None


def _era(text: str) -> tuple[float, str] | None:
    found = _ERA.match(text)
    return (float(found[1]) * (-1 if found[2].startswith("BC") else 1), "era") if found and found[2] else None


def _clock(text: str) -> tuple[float, str] | None:
    found = _TIME.match(text)
    if found is None or not (":" in text or found[3]):
        return None
    hour, is_late = int(found[1]), (found[3] or "").casefold().startswith("p")
    after_noon = is_late if found[3] else hour >= 12
    return float(hour % 12 * 60 + int(found[2]) + (720 if after_noon else 0)), "clock"


def _of_range(text: str) -> Quantity | None:
    found = _RANGE.match(text)
    if found and _value(found["low"]) < _value(found["high"]):
        unit, dimension, scale = _unit(found["unit"] or found["unit1"])
        return Quantity(_value(found["low"]) * scale, _value(found["high"]) * scale, unit, dimension, "range")
    found = _OPEN_RANGE.match(text)
    if found is None:
        found = _AT_END.match(text)
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
