"""What an option says of the other options, and which options say something of their own."""

from __future__ import annotations

import re
from functools import lru_cache

from deckmaker.checks.item import Item
from deckmaker.checks.wording.option_words import ALL_OF_THEM, NONE_OF_THEM
from deckmaker.model.numbers import Quantity, quantity
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces, word_set

_ALL = regex(ALL_OF_THEM, re.I)

_NONE = regex(NONE_OF_THEM, re.I)

SAYING_ALL = word_set(
    """
    all any each every everything both either they two three four five aboveall optionsall answersall threeall fourall
    """
)
SAYING_NONE = word_set(
    """
    none not all something someone somebody somewhere anything another different other others nobody no nothing neither
    """
)
"""One of these pieces stands where an option is all of the others, or none; `ALL_OF_THEM` takes "aboveall" too."""
_NAMING = word_set(
    """
    a b c d e f g h 1 2 3 4 5 6 7 8 9 i ii iii iv v vi vii viii
    both two three four either each all some only more one first second third last fourth former latter
    option options answer answers choice choices statement statements neither combination
    """
)
"""One of these pieces stands where an option names others."""
_JOINING = word_set("and or as together along combined plus with")
_COMBINING = _JOINING | {","}
"""One of these pieces, or "&", stands in an option that joins others."""

_LETTER = r"\(?(?:[A-Ha-h]|[1-9]|I{1,3}|IV|VI{0,3}|i{1,3}|iv|vi{0,3})\)?\.?"

_LETTERS = regex(
    r"^(?:both |only |either |neither |all but |all except |answers? |options? |statements? |numbers? |nos?\. "
    rf"|choices? )*{_LETTER}(?:(?:,? (?:and|or|nor|&|plus) |, ?| ?& ?){_LETTER})*(?: (?:only|alone|are|is|but|not"
    rf"|both|correct|true|right|together|apply|{_LETTER}))*$"
)

_BESIDE_LETTERS = word_set(
    """
    a b c d e f g h 1 2 3 4 5 6 7 8 9 i ii iii iv v vi vii viii , both only either neither all but except answer
    answers option options statement statements number numbers no nos choice choices and or nor plus alone are is not
    correct true right together apply
    """
)
"""The pieces of an option that names others by letters; it has no more."""

_ONE_LETTER = regex(rf"^{_LETTER}$")

POINTS_AT_OPTIONS = regex(
    r"\b(?:both|two|three|either|each|all but one|some|only one|only two|more than one) (?:of )?(?:the |these "
    r"|those )?(?:above|first two|last two|first three|other two|others|answers|options|preceding|previous"
    r"|statements)\b"
    r"|\bthe (?:first|second|third|last|fourth|former|latter)(?: one)? and (?:the )?(?:second|third|fourth|last"
    r"|latter)\b|\b(?:first|last) two\b|^(?:both|the first|the second|two of (?:these|them|the above))(?: (?:of "
    r"them|of these|are \w+|is \w+))?$"
    r"|\b(?:option|answer|choice|statement)s? (?:one|two|three|four)\b"
    r"|\b(?:option|answer|choice|statement)s? (?:[A-Ha-h]|\d)\b|\b[A-H] and [A-H] (?:are|only|but)\b|\b(?:both"
    r"|neither) [A-H1-9] (?:and|nor) [A-H1-9]\b|\ba combination of\b.*\b(?:above|these)\b",
    re.I,
    needs="both two three either each all some only more one first second third last fourth former latter "
    "option options answer answers choice choices statement statements neither combination are but",
)

_AROUND = regex(
    r"^(?:both|either|a (?:combination|mixture|mix) of|the combination of) | (?:both|only|together"
    r"|alike|combined|at once)$",
    re.IGNORECASE,
)
_JOINED = regex(r",? (?:and|or|as well as|together with|along with|combined with|plus|&|with) (?:also )?|, ", re.I)


def is_free_of_labels(item: Item) -> bool:
    """Whether the options are words to judge; see `Item.has_own_options`."""
    return item.has_own_options


def names_options(option: str) -> bool:
    """Whether the option names others by letter, number or place: "both A and C"."""
    return not _NAMING.isdisjoint(pieces(option)) and _names_options(option)


def _names_options(option: str) -> bool:
    if _ONE_LETTER.match(option.strip()):
        return False
    letters = pieces(option) <= _BESIDE_LETTERS and _LETTERS.match(option.strip().rstrip("."))
    return bool(letters or POINTS_AT_OPTIONS.search(option))


def combines(option: str, options: tuple[str, ...]) -> bool:
    """Whether the option joins the words of two others or more: "both neon and argon"."""
    if "," not in option and "&" not in option and _JOINING.isdisjoint(pieces(option)):
        return False
    text = option.casefold()
    others = {bare for other, bare in zip(options, _bares(options), strict=True) if other != option}
    if not any(map(text.__contains__, others)):
        return False
    parts = [_bare(part) for part in _JOINED.split(_AROUND.sub("", option.strip().rstrip(".")))]
    return len(parts) >= 2 and others.issuperset(parts)


@lru_cache(maxsize=4)  # each option is held against the others
def _bares(options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_bare, options))


_OPENED = regex(r"^(?:both |either |only |an? |the |by |to |in |it |they )+")


def _bare(option: str) -> str:
    return _OPENED.sub("", option.strip().rstrip(".").casefold())


_CAPITAL = regex(r" [A-Z]")

_QUANTITY = regex(
    r"^(?:(?:nearly|almost|not|about|exactly) )?(?:all|none|every one|each|neither|both|any|nothing"
    r"|nobody|no one|everything"
    r"|everyone|everybody|anything|anyone)(?: (?:two|three|four|five|six|ten|\d+))?"
    r"(?: of (?:it|its?|them|us|these|those|the (?:\w+ ){0,2}\w+))?$",
    re.IGNORECASE,
    needs="all none every each neither both any nothing nobody no everything everyone everybody anything anyone",
)


def is_quantity(option: str) -> bool:
    """Whether it is how much of something: "all of it", "none", "all four"; that is no claim without exception."""
    return bool(_QUANTITY.match(option.strip().rstrip(".")))


def is_title(option: str) -> bool:
    """Whether it is a name or a title, in which every word has its place."""
    capitals = len(_CAPITAL.findall(option))
    return capitals >= 2 or (capitals == 1 and len(option.split()) == 2)


@lru_cache(maxsize=1)  # many rules ask for those of one question
def own_texts(item: Item) -> tuple[str, ...]:
    """The options that say something of their own: not "none of the above" and the like."""
    found, own = item.option_pieces, item.options
    for needed, speaks in _SPEAKING:
        if not needed.isdisjoint(found):
            own = tuple([option for option in own if not speaks(option)])
    if ("&" in item.joined or not _COMBINING.isdisjoint(found)) and item.ends_recur:
        own = tuple([option for option in own if not combines(option, item.options)])
    return own


def own_numbers(item: Item) -> tuple[Quantity | None, ...]:
    """What each of these says as a number; None where it says something else."""
    texts = own_texts(item)
    return item.numbers if len(texts) == len(item.options) else tuple(map(quantity, texts))


def says_all(option: str) -> bool:
    """Whether the option is "all of the above", in whatever words."""
    return not SAYING_ALL.isdisjoint(pieces(option)) and bool(_ALL.search(option.strip().rstrip(".")))


def says_none(option: str) -> bool:
    """Whether the option is "none of the above", in whatever words."""
    return not SAYING_NONE.isdisjoint(pieces(option)) and bool(_NONE.search(option.strip().rstrip(".")))


_SPEAKING = ((SAYING_ALL, says_all), (SAYING_NONE, says_none), (_NAMING, names_options))
"""What tells of an option that it speaks of others, each with the words that it needs."""
