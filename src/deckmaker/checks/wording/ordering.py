"""Rules about ordering."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.quantities import UNIT
from deckmaker.checks.wording.reading import sentences
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Kind, Ordering
from deckmaker.model.text import plain

_NOT_SUPERLATIVE = (
    "test|west|rest|forest|harvest|interest|request|suggest|guest|nest|chest|contest|protest|honest|modest|priest|"
    "crest|quest|invest|digest|arrest|conquest|manifest|tempest|latest\\s+news|budapest|everest|est"
)
_DIRECTION = regex(
    rf"\b(?!(?:{_NOT_SUPERLATIVE})\b)\w+est\b|\b(?:from|first|last|least|most|begin(?:ning|s)?|start(?:ing|s)?|ascending|"
    r"descending|increasing(?:ly)?|decreasing(?:ly)?|rising|falling|growing|shrinking|chronological(?:ly)?|"
    r"alphabetical(?:ly)?|before|after|top|up(?:wards?)?|down(?:wards?)?|forwards?|backwards?|clockwise)\b"
    r"|\border\s+in\s+which\b"
    r"|\bin\s+(?:which|what)\s+order\s+(?:do|does|did|must|should)\b(?!.*\b(?:belong|go|come|stand|fit|be)\b)"
    r"|\bas\s+(?:they|it)\b|\b(?:order|sequence)\s+(?:that\s+)?(?:they|it|he|she|you)\b"
    r"|\b(?!according|due|relative)\w+\s+to\s+(?:the\s+)?\w+[.)]?$|\bA\s*(?:to|–|-)\s*Z\b|\bend(?:ing)?\s+with\b",
    re.IGNORECASE,
)
"""What says at which end to begin, or an order that has only one beginning."""
_PROCESS = regex(
    r"\b(?:steps?|stages?|phases?)\s+(?:of|in|for|by|that|to|involved)\s+(?!the\s+(?:right|correct|proper|following)\b|"
    r"(?:the\s+)?order\b|order\b)(?:\w+)",
    re.IGNORECASE,
)
"""A named course of events: its steps have one order."""
_MARKER = regex(
    r"^(?:at\s+first|firstly|secondly|thirdly|then|next|after\s+(?:that|this|which)|afterwards?|later(?:\s+on)?|subsequently|"
    r"finally|lastly|last\s+of\s+all|in\s+the\s+end|at\s+the\s+end|eventually|to\s+(?:begin|start)\s+with|initially|"
    r"(?:step|stage|phase|day)\s+\d+|step\s+\w+:|meanwhile|once\s+that|"
    r"(?:start|begin|end|finish)\s+(?:by|with))\b(?!-)",
    re.IGNORECASE,
)
_SURE_MARKER = regex(
    r"^(?:firstly|then|next|after\s+that|afterwards|subsequently|finally|lastly|eventually)\b(?!-)", re.IGNORECASE
)
_ORDINAL = regex(r"^(?:first|second|third|fourth|last)\b", re.IGNORECASE)
"""What tells a place, or belongs to a name: the first quarter of the moon."""
_MARKED_OFF = regex(
    r"^(?:first|firstly|second|third|then|next|after that|finally|lastly|last|to begin with)\s*[,:]", re.IGNORECASE
)
_INSIDE = regex(
    r"\b(?:at\s+last|at\s+first|then|finally|lastly|afterwards|after\s+that|first\s+of\s+all|begins?|starts?\s+(?:with|the)|ends?\s+(?:with|in|by|the))\b",
    re.I,
)
_FIGURE = regex(r"\d[\d,.]*")
_MODEL = regex(r"[A-Z]\w*(?:[ -][A-Z]\w*)*[ -]?\b\w?\d{1,3}\w?$")
"""A name that ends with a number: "Boeing 747"."""
_NUMBER = regex(r"^\(?\d{1,2}[.):]\s+")
"""The number of an item, which S015 speaks of."""
_LETTER = regex(r"^\(?[a-hA-H][.)]\s+")
_CHAINED = regex(
    r"^(?:(?:after|once|having|when)\s+(?:\w+ing|\w+ed)\b|(?:the|a)\s+(?:first|second|third|fourth|fifth|last|final|next|initial)"
    r"\s+(?:step|stage|phase|thing|part|task|move|action)\b"
    r"|(?:in\s+the\s+|at\s+)?(?:early\s+|late\s+)?(?:morning|noon|midday|afternoon|evening|night|dawn|dusk|midnight)\s*[:,–-])",
    re.IGNORECASE,
)
"""What tells a place where two of the things begin so: "after weighing", "the second step", "evening:"."""


@rule(Kind.ORDERING)
def ordering_without_direction(item: Item) -> Iterator[Diagnostic]:
    """By what, and from which end: both have two readings where the directions do not say (Haladyna 14)."""
    if not isinstance(item.question.body, Ordering) or not item.is_english or _says_direction(item.stem):
        return
    hint = "say by what and from which end: by mass, lightest first"
    yield diagnose("W404", item.at("stem", "items"), "by what to order, or where to begin, is not said", hint=hint)


def _says_direction(stem: str) -> bool:
    return any(_DIRECTION.search(said) or _PROCESS.search(said) for said in sentences(stem))


@rule(Kind.ORDERING)
def ordering_position_cue(item: Item) -> Iterator[Diagnostic]:
    """What carries its place in its own words is put in order without knowing (Haladyna 28)."""
    body = item.question.body
    if not isinstance(body, Ordering):
        return
    things = [_NUMBER.sub("", plain(thing).strip()) for thing in body.items]
    if item.is_english and _tells_places(things):
        yield _cue(item, "first, then, finally")
    elif all(_LETTER.match(plain(thing).strip()) for thing in body.items):
        yield _cue(item, "their letters")
    elif _figures_in_order(things):
        yield _cue(item, "the figures in them")


def _tells_places(things: list[str]) -> bool:
    markers = sum(bool(_MARKER.match(thing)) for thing in things)
    markers += bool(markers) and any(_ORDINAL.match(thing) for thing in things)
    if sum(bool(_CHAINED.match(thing)) for thing in things) >= 2:
        return True
    inside = sum(bool(_INSIDE.search(thing)) for thing in things)
    return (
        markers >= 2
        or any(_MARKED_OFF.match(thing) or _SURE_MARKER.match(thing) for thing in things)
        or inside + markers >= 2
    )


def _figures_in_order(things: list[str]) -> bool:
    """Whether all things but one at most have a figure beside words of their own, and the figures rise or fall."""
    found = [(match[0], thing) for thing in things if (match := _FIGURE.search(thing)) and not _MODEL.match(thing)]
    if len(found) < max(2, len(things) - 1):
        return False
    beside = {re.sub(rf"{_FIGURE.pattern}\s*(?:{UNIT}(?!\w))?|\W", " ", thing).strip().casefold() for _, thing in found}
    figures = [float(figure.replace(",", "").strip(".") or 0) for figure, _ in found if figure.count(".") < 2]
    words_of_their_own = len(beside) == len(found) and all(re.search(r"[^\W\d_]{3}", words) for words in beside)
    return words_of_their_own and (figures == sorted(figures) or figures == sorted(figures, reverse=True))


def _cue(item: Item, what: str) -> Diagnostic:
    hint = "take out of each what tells its place"
    return diagnose("W405", item.at("items"), f"the things tell their order themselves, by {what}", hint=hint)
