"""Rules about matching and ordering."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.quantities import UNIT
from deckmaker.checks.wording.reading import content, root, sentences, tokens
from deckmaker.checks.wording.tables import word_set
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.questions import Matching, Ordering
from deckmaker.model.text import plain

MOST_PAIRS = 10

_GENERIC = word_set(
    """
    match matches matching pair pairs connect link join assign combine draw line lines put find choose select
    write the a an each every all following these those this column columns item items left right side sides
    list lists with to and or of in on from by its their his her it them one ones other others correct correctly
    proper appropriate right suitable belong belongs belonging go goes fit fits together entry entries b c i ii
    iii 1 2 3 4 first second element elements thing things word words phrase phrases part parts half halves box
    boxes row rows answer answers option options letter letters number numbers partner partners counterpart
    counterparts corresponding what which that up below above next beside opposite given here you your please is
    are there who response responses premise premises statement statements beginning beginnings ending endings
    set sets group groups
    """
)
"""Words that any directions have."""
_DIRECTS = re.compile(
    r"\b(?:match|pair|connect|link|join|assign|combine|find|which|what|who|whose|where|when|how|belongs?|goes)\b", re.I
)
_CONNECTS = re.compile(
    r"\b(?:with|to|and|by|according\s+to|whose|that|which|who|whom|of|for|it|they|in\s+which|from|where|on|against)\b",
    re.IGNORECASE,
)
_REUSE = re.compile(
    r"\b(?:more\s+than\s+(?:once|one)|once,?\s+(?:twice|more)|not\s+at\s+all|not\s+(?:be\s+)?(?:used|needed)|left\s+over|"
    r"extra|too\s+many|re-?used?|again|any\s+number\s+of\s+times|several\s+times|twice|distractors?|no\s+match)\b",
    re.IGNORECASE,
)
_SEVERAL_KINDS = re.compile(
    r"\b(?:with|to)\s+(?:its|their|his|her|the|an?)\s+(?:\w+\s+)?\w+(?:,\s*\w+)*,?\s+or\s+(?:\w+\s+)?\w+", re.IGNORECASE
)
"""Directions that name several kinds of responses."""

_NOT_SUPERLATIVE = (
    "test|west|rest|forest|harvest|interest|request|suggest|guest|nest|chest|contest|protest|honest|modest|priest|"
    "crest|quest|invest|digest|arrest|conquest|manifest|tempest|latest\\s+news|budapest|everest|est"
)
_DIRECTION = re.compile(
    rf"\b(?!(?:{_NOT_SUPERLATIVE})\b)\w+est\b|\b(?:from|first|last|least|most|begin(?:ning|s)?|start(?:ing|s)?|ascending|"
    r"descending|increasing(?:ly)?|decreasing(?:ly)?|rising|falling|growing|shrinking|chronological(?:ly)?|"
    r"alphabetical(?:ly)?|before|after|top|up(?:wards?)?|down(?:wards?)?|forwards?|backwards?|clockwise)\b"
    r"|\border\s+in\s+which\b|\bas\s+(?:they|it)\b|\b(?:order|sequence)\s+(?:that\s+)?(?:they|it|he|she|you)\b"
    r"|\b(?!according|due|relative)\w+\s+to\s+(?:the\s+)?\w+[.)]?$|\bA\s*(?:to|–|-)\s*Z\b|\bend(?:ing)?\s+with\b",
    re.IGNORECASE,
)
"""What says at which end to begin, or an order that has only one beginning."""
_PROCESS = re.compile(
    r"\b(?:steps?|stages?|phases?)\s+(?:of|in|for|by|that|to|involved)\s+(?!the\s+(?:right|correct|proper|following)\b|"
    r"(?:the\s+)?order\b|order\b)(?:\w+)",
    re.IGNORECASE,
)
"""A named course of events: its steps have one order."""
_MARKER = re.compile(
    r"^(?:at\s+first|firstly|secondly|thirdly|then|next|after\s+(?:that|this|which)|afterwards?|later(?:\s+on)?|subsequently|"
    r"finally|lastly|last\s+of\s+all|in\s+the\s+end|at\s+the\s+end|eventually|to\s+(?:begin|start)\s+with|initially|"
    r"(?:step|stage|phase|day)\s+\d+|step\s+\w+:|meanwhile|once\s+that|"
    r"(?:start|begin|end|finish)\s+(?:by|with))\b(?!-)",
    re.IGNORECASE,
)
_SURE_MARKER = re.compile(
    r"^(?:firstly|then|next|after\s+that|afterwards|subsequently|finally|lastly|eventually)\b(?!-)", re.IGNORECASE
)
_ORDINAL = re.compile(r"^(?:first|second|third|fourth|last)\b", re.IGNORECASE)
"""What tells a place, or belongs to a name: the first quarter of the moon."""
_MARKED_OFF = re.compile(
    r"^(?:first|firstly|second|third|then|next|after that|finally|lastly|last|to begin with)\s*[,:]", re.IGNORECASE
)
_INSIDE = re.compile(
    r"\b(?:at\s+last|at\s+first|then|finally|lastly|afterwards|after\s+that|first\s+of\s+all|begins?|starts?\s+(?:with|the)|ends?\s+(?:with|the))\b",
    re.I,
)
_FIGURE = re.compile(r"\d[\d,.]*")
_MODEL = re.compile(r"(?:[A-Z]\w*[ -]?)+\b\w?\d{1,3}\w?$")
"""A name that ends with a number: "Boeing 747"."""
_NUMBER = re.compile(r"^\(?\d{1,2}[.):]\s+")
"""The number of an item, which S015 speaks of."""


def matching_without_basis(item: Item) -> Iterator[Diagnostic]:
    """A student has to know by what relation to pair (teaching centres: matching items)."""
    if isinstance(item.question.body, Matching) and item.is_english and not _has_basis(item.stem):
        hint = "name the relation: match each invention with its inventor"
        yield diagnose("W401", item.at("stem", "pairs"), "nothing says what makes a pair", hint=hint)


def _has_basis(stem: str) -> bool:
    for sentence in sentences(stem):
        if _REUSE.search(sentence) and not re.match(r"(?:match|pair|connect|link)\b", sentence, re.IGNORECASE):
            continue
        if sentence.endswith("?") and {*words(sentence)} - _GENERIC:
            return True
        parts = _CONNECTS.split(sentence, maxsplit=1)
        if _DIRECTS.search(sentence) and len(parts) == 2 and {*words(parts[1])} - _GENERIC:
            return True
    return False


def matching_even_columns(item: Item) -> Iterator[Diagnostic]:
    """The last pair follows by elimination where every response is used once (teaching centres: matching items)."""
    body = item.question.body
    if not isinstance(body, Matching) or body.extra or _REUSE.search(item.stem):
        return
    hint = "add a response that fits none, under `extra`"
    yield diagnose("W402", item.at("pairs"), "the last pair follows by elimination: nothing is left over", hint=hint)


def matching_too_long(item: Item) -> Iterator[Diagnostic]:
    """A long set is a search, not a test (teaching centres: matching items)."""
    body = item.question.body
    if isinstance(body, Matching) and len(body.pairs) > MOST_PAIRS:
        message = f"{len(body.pairs)} pairs; more than {MOST_PAIRS} cannot be looked over"
        yield diagnose("W403", item.at("pairs"), message, hint="make two questions of it")


def _sides(body: Matching) -> tuple[list[str], list[str]]:
    """What stands left and right, the extra ones last."""
    return [plain(left) for left, _ in body.pairs], [plain(one) for one in (*(r for _, r in body.pairs), *body.extra)]


def mixed_columns(item: Item) -> Iterator[Diagnostic]:
    """Things of one kind can be mistaken for each other; of several, most pairs follow (teaching centres)."""
    body = item.question.body
    if not isinstance(body, Matching):
        return
    figures = [[bool(re.match(r"\W*\d", one)) for one in side] for side in _sides(body)]
    if any(any(side) and not all(side) for side in figures) or (item.is_english and _SEVERAL_KINDS.search(item.stem)):
        hint = "match one kind of thing with one other kind"
        yield diagnose("W210", item.at("pairs"), "a column mixes kinds of things, so that pairs follow", hint=hint)


def repeated_word_in_pair(item: Item) -> Iterator[Diagnostic]:
    """A word in a premise and its own response, and in no other, pairs them unread (Haladyna 28b)."""
    body = item.question.body
    if not isinstance(body, Matching) or not item.is_english:
        return
    lefts, rights = _sides(body)
    often = Counter(each for one in (*lefts, *rights) for each in content(one))
    for left, right in zip(lefts, rights, strict=False):
        shared = sorted(each for each in content(left) & content(right) if often[each] == 2 and len(each) > 2)
        if shared:
            word = next(word for word in tokens(right) if root(word) == shared[0])
            message = f'"{word}" stands in both halves of one pair alone'
            yield diagnose("W203", item.at("pairs"), message, hint="say one of the two in other words")
            return


def articles_in_column(item: Item) -> Iterator[Diagnostic]:
    """A premise that ends with "a" or "an" rules responses out by their first letter (Haladyna 28d)."""
    body = item.question.body
    if not isinstance(body, Matching) or not item.is_english:
        return
    lefts, _rights = _sides(body)
    ends = [match[1] for left in lefts if (match := re.search(r"\b(an?|is|are|was|were)\W*$", left, re.IGNORECASE))]
    if any(end.casefold() in ("a", "an") for end in ends) or ({*ends} & {"is", "was"} and {*ends} & {"are", "were"}):
        hint = "end every premise alike, without an article"
        yield diagnose("W202", item.at("pairs"), "the grammar of a premise does not fit every response", hint=hint)


def ordering_without_direction(item: Item) -> Iterator[Diagnostic]:
    """By what, and from which end: both have two readings where the directions do not say (Haladyna 14)."""
    if not isinstance(item.question.body, Ordering) or not item.is_english or _says_direction(item.stem):
        return
    hint = "say by what and from which end: by mass, lightest first"
    yield diagnose("W404", item.at("stem", "items"), "by what to order, or where to begin, is not said", hint=hint)


def _says_direction(stem: str) -> bool:
    return any(_DIRECTION.search(said) or _PROCESS.search(said) for said in sentences(stem))


def ordering_position_cue(item: Item) -> Iterator[Diagnostic]:
    """What carries its place in its own words is put in order without knowing (Haladyna 28)."""
    body = item.question.body
    if not isinstance(body, Ordering):
        return
    things = [_NUMBER.sub("", plain(thing).strip()) for thing in body.items]
    if item.is_english and _tells_places(things):
        yield _cue(item, "first, then, finally")
    elif _figures_in_order(things):
        yield _cue(item, "the figures in them")


def _tells_places(things: list[str]) -> bool:
    markers = sum(bool(_MARKER.match(thing)) for thing in things)
    markers += bool(markers) and any(_ORDINAL.match(thing) for thing in things)
    inside = sum(bool(_INSIDE.search(thing)) for thing in things)
    return markers >= 2 or any(_MARKED_OFF.match(thing) or _SURE_MARKER.match(thing) for thing in things) or inside >= 2


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
