"""Whether a number that is asked for has its unit and precision said (teaching centres: completion items). English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from deckmaker.checks.item import Item
from deckmaker.checks.wording.completion import gaps_of
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Cloze, Kind, Numeric, ShortAnswer
from deckmaker.model.text import plain, plain_inlines

UNIT = (
    r"(?:(?:square|cubic|light[ -])?\s?(?:milli|centi|kilo|micro|nano|mega|giga|deci|hecto)?(?:met(?:re|er)s?|"
    r"gram(?:me)?s?|lit(?:re|er)s?|seconds?|watts?|volts?|amp(?:ere)?s?|ohms?|joules?|newtons?|pascals?|hertz|tonnes?|bytes?|"
    r"bits?|moles?|calories?|hours?|electronvolts?)|minutes?|days?|weeks?|months?|years?|decades?|centuries|tons?|inch(?:es)?|feet|"
    r"foot|yards?|miles?|pounds?|ounces?|pints?|gallons?|acres?|hectares?|degrees?|celsius|fahrenheit|kelvins?|radians?|"
    r"per\s?cent(?:age)?|dollars?|euros?|cents?|pence|francs?|crowns?|rupees?|pesos?|roubles?|rubles?|yuan|yen|knots?|bars?|beats|bpm|au|parsecs?|"
    r"astronomical units?|decibels?|dB|mm|cm|dm|km|m|mg|g|kg|µg|ml|mL|cl|l|L|ms|s|min|h|W|kW|V|mV|A|mA|J|kJ|N|"
    r"Pa|kPa|hPa|Hz|kHz|MHz|K|mol|"
    r"eV|kWh|mph|kcal|lbs?|oz|ft|Ω|°\s?[CF]?|%|€|\$|£|m/s²?|km/h)"
)
_UNIT_ASKED = regex(
    rf"\b(?:in|how\s+many|number\s+of|nearest|per|what|expressed\s+as|as|of)\s+(?:(?:an?|the|whole|full|nearest)\s+)*{UNIT}(?!\w)"
    r"|\bin\s+(?:hundreds|thousands|millions|billions|trillions)\s+of\s+\w"
    rf"|\(\s*(?:in\s+)?{UNIT}\s*\)|\bwhat\s+(?:percentage|proportion|fraction|share)\b|\bhow\s+many\b|_+\s*{UNIT}(?!\w)",
    re.IGNORECASE,
)
_FIGURE_IN = regex(r"\d")
_NUMBER = regex(r"[-−+]?\d[\d  ,.'’]*\d|\d")
_PLAIN_NUMBER = regex(r"^[≈~]?\s*[-−+]?\d[\d  ,.]*$")
_WITH_UNIT = regex(rf"^(?:about\s+|≈\s*|~\s*)?[-−+]?\d[\d  ,.]*\s*{UNIT}(?!\w)", re.IGNORECASE)
_MEASURE = regex(
    r"\bhow\s+(?:long|far|fast|tall|high|deep|heavy|wide|thick|hot|cold|large|big|loud|much\s+(?:does|do|did|is|are|energy|"
    r"water|time|heat|work|power|force|mass|liquid|of|salt|sugar|flour|blood|money|pressure|charge))\b"
    r"|\b(?:length|distance|height|width|depth|thickness|altitude|elevation|speed|velocity|acceleration|mass|weight|temperature|"
    r"volume|area|force|power|energy|work\s+done|pressure|duration|period|half-life|voltage|current|resistance|capacitance|"
    r"charge|density|frequency|wavelength|radius|diameter|circumference|perimeter|boiling\s+point|melting\s+point|"
    r"freezing\s+point|boils|melts|freezes|dose|dosage|concentration|price|cost|costs|wage|speed\s+limit|weighs?|lasts?|"
    r"measures|time)\b",
    re.IGNORECASE,
    needs="how length distance height width depth thickness altitude elevation speed velocity acceleration mass weight "
    "temperature volume area force power energy work pressure duration period half voltage current resistance "
    "capacitance charge density frequency wavelength radius diameter circumference perimeter boiling melting freezing "
    "boils melts freezes dose dosage concentration price cost costs wage weigh weighs last lasts measures time",
)
"""What has a unit."""
_NO_UNIT = regex(
    r"\b(?:ratio|index|pH|factor|coefficient|probability|number|score|year|age|old|count|refractive|relative|times|"
    r"first\s+time|time\s+signature|sample\s+size|standard\s+deviation|variance|mean|median|mode|effect\s+size|z-score)\b",
    re.IGNORECASE,
)
"""What looks like a measure and is a bare number, or has its unit in its name."""
_FIGURE = regex(
    r"\b(?:square|rectangle|triangle|circle|cube|sphere|cuboid|cylinder|cone|prism|polygon|vector|interval|curve|parallelogram|trapezi\w+|hypotenuse|side|sides)\b",
    re.I,
)
_PRECISION = regex(
    r"\bdecimal|\bnearest\b|\bround(?:ed|ing)?\s+(?:to|off|up|down|your|the)\b|\bsignificant\b|\bfigures\b|\bexact|\bapproximat|\babout\b|\broughly\b|\bwhole\s+(?:number|percent)|"
    r"\bplaces?\b|\bprecis|\bwithin\b|±|\bto\s+(?:one|two|three|\d)\b|\bas\s+a\s+fraction\b|\bfraction\b|\binteger\b|\bestimate",
    re.IGNORECASE,
)
_CONSTANT = regex(r"\([^()]*=[^()]*\)")
"""What is given beside the numbers of the case: (g = 9.81 m/s²)."""
_IRRATIONAL = regex(
    r"\b(?:area|volume|circumference|surface)\b[^.?]*\b(?:circ\w+|round|spher\w+|cylind\w+|cones?|wheel|pipe|ball|dis[ck])\b|"
    r"\b(?:circ\w+|round|spher\w+|cylind\w+|cones?|wheel|pipe|ball|dis[ck])\b.*\b(?:area|volume|circumference|surface)\b|"
    r"\b(?:sine|cosine|tangent|sin|cos|tan|logarithm|ln)\b|\bdiagonal\s+of\s+a\s+square\b|\bcompound\s+interest\b",
    re.IGNORECASE | re.DOTALL,
)
"""What comes out even by chance only."""
_MONEY = regex(r"[$€£¥]|\b(?:dollars?|euros?|cents?|pounds?|pence|price|costs?)\b", re.IGNORECASE)


class _Asked(Struct, frozen=True):
    """A number that is asked for: its digits, the prompt, and whether unit and precision stand beside the prompt."""

    shown: str
    prompt: str
    has_unit: bool
    is_loose: bool


@rule(Kind.NUMERIC, Kind.SHORT_ANSWER, Kind.CLOZE)
def unit_or_precision_unstated(item: Item) -> Iterator[Diagnostic]:
    """A learner who knows the quantity may still write another number."""
    if not item.is_english:
        return
    for asked in _numbers(item):
        if _lacks_unit(asked):
            hint = "name the unit in the question, or give it as `unit`"
            yield diagnose("W305", item.at("stem", "text"), "the unit of the answer is not said", hint=hint)
            return
        if _lacks_precision(asked):
            message = f'"{asked.shown}" is rounded, and how precise an answer has to be is not said'
            hint = "say to how many places, or give a `tolerance`"
            yield diagnose("W305", item.at("stem", "text"), message, hint=hint)
            return


def _numbers(item: Item) -> Iterator[_Asked]:
    body = item.question.body
    match body:
        case Numeric():
            yield _Asked(body.shown, item.stem, bool(body.unit), body.tolerance > 0)
        case ShortAnswer():
            words = plain(body.answer).strip()
            if _FIGURE_IN.search(words) and (_PLAIN_NUMBER.match(words) or _WITH_UNIT.match(words)):
                number = _NUMBER.search(words)
                yield _Asked(number[0] if number else words, item.stem, False, bool(body.accept))
        case Cloze():
            if not any(map(_FIGURE_IN.search, item.answers)) or not _MEASURE.search(item.stem):
                return
            after = re.split(r"(?<!\w)___(?!\w)", item.stem)[1:]
            for gap, rest in zip(gaps_of(item), after, strict=False):
                words = plain_inlines(gap.children).strip()
                if _PLAIN_NUMBER.match(words) and not gap.hint:
                    yield _Asked(words, item.stem, bool(re.match(r"\s*[\w%°$€£Ω]", rest)), True)
        case _:
            pass


def _lacks_unit(asked: _Asked) -> bool:
    prompt = asked.prompt
    if asked.has_unit or not _MEASURE.search(prompt) or _NO_UNIT.search(prompt) or _UNIT_ASKED.search(prompt):
        return False
    return not (_FIGURE.search(prompt) and not re.search(rf"\d\s*{UNIT}(?!\w)", prompt))


def _lacks_precision(asked: _Asked) -> bool:
    """Whether the key is rounded, going by its places and those of the numbers given, and nothing says how far."""
    if asked.is_loose or _PRECISION.search(asked.prompt):
        return False
    places = _places(asked.shown)
    given = [_places(number) for number in _NUMBER.findall(_CONSTANT.sub(" ", asked.prompt))]
    if not given:
        large = re.fullmatch(r"[1-9][\d ,]*[ ,]?000", asked.shown) and _MEASURE.search(asked.prompt)
        return (places > 0 and not _MONEY.search(asked.prompt)) or bool(large)
    if places == 0 and _IRRATIONAL.search(asked.prompt) and not re.search(r"π|\bpi\b", asked.prompt):
        return asked.shown not in ("0", "1", "-1")
    return places > max(given) and not asked.shown.endswith(("5", "0")) and places >= 2


def _places(number: str) -> int:
    _, point, fraction = number.rpartition(".")
    return len(fraction) if point else 0
