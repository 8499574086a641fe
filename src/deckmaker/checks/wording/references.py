"""What an option says of the other options, and which options say something of their own."""

from __future__ import annotations

import re

from deckmaker.checks.item import Item
from deckmaker.checks.wording.option_words import ALL_OF_THEM, NONE_OF_THEM
from deckmaker.checks.wording.reading import CHOICES

_ALL = re.compile(ALL_OF_THEM, re.I)

_NONE = re.compile(NONE_OF_THEM, re.I)

_LETTER = r"\(?(?:[A-Ha-h]|[1-9]|I{1,3}|IV|VI{0,3}|i{1,3}|iv|vi{0,3})\)?\.?"

_LETTERS = re.compile(
    r"^(?:both |only |either |neither |all but |all except |answers? |options? |statements? |numbers? |nos?\. "
    rf"|choices? )*{_LETTER}(?:(?:,? (?:and|or|nor|&|plus) |, ?| ?& ?){_LETTER})*(?: (?:only|alone|are|is|but|not"
    rf"|both|correct|true|right|together|apply|{_LETTER}))*$"
)

_ONE_LETTER = re.compile(rf"^{_LETTER}$")

POINTS_AT_OPTIONS = re.compile(
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
)

_AROUND = re.compile(
    r"^(?:both|either|a (?:combination|mixture|mix) of|the combination of) | (?:both|only|together"
    r"|alike|combined|at once)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r",? (?:and|or|as well as|together with|along with|combined with|plus|&|with) (?:also )?|, ", re.I)


def is_free_of_labels(item: Item) -> bool:
    """Whether the options are words to judge: not the labels that generators put, not names of the set's sources."""
    if item.question.family or item.kind not in CHOICES:
        return False
    sources = item.document.set.sources.values()
    names = {name.casefold() for source in sources for name in (source.name, *source.aliases)} | {
        "the article itself",
        "the article",
    }
    return not (item.document.set.sources and all(option.casefold() in names for option in item.options))


def names_options(option: str) -> bool:
    """Whether the option names others by letter, number or place: "both A and C"."""
    return not _ONE_LETTER.match(option.strip()) and bool(
        _LETTERS.match(option.strip().rstrip(".")) or POINTS_AT_OPTIONS.search(option)
    )


def combines(option: str, options: tuple[str, ...]) -> bool:
    """Whether the option joins the words of two others or more: "both neon and argon"."""
    others = {_bare(other) for other in options if other != option}
    parts = [_bare(part) for part in _JOINED.split(_AROUND.sub("", option.strip().rstrip(".")))]
    return len(parts) >= 2 and {*parts} <= others


def _bare(option: str) -> str:
    return re.sub(
        r"^(?:both |either |only |an? |the |by |to |in |it |they )+", "", option.strip().rstrip(".").casefold()
    )


_QUANTITY = re.compile(
    r"^(?:(?:nearly|almost|not|about|exactly) )?(?:all|none|every one|each|neither|both|any|nothing"
    r"|nobody|no one|everything"
    r"|everyone|everybody|anything|anyone)(?: (?:two|three|four|five|six|ten|\d+))?"
    r"(?: of (?:it|its?|them|us|these|those|the (?:\w+ ){0,2}\w+))?$",
    re.IGNORECASE,
)


def is_quantity(option: str) -> bool:
    """Whether it is how much of something: "all of it", "none", "all four"; that is no claim without exception."""
    return bool(_QUANTITY.match(option.strip().rstrip(".")))


def is_title(option: str) -> bool:
    """Whether it is a name or a title, in which every word has its place."""
    capitals = len(re.findall(r" [A-Z]", option))
    return capitals >= 2 or (capitals == 1 and len(option.split()) == 2)


def own_texts(item: Item) -> tuple[str, ...]:
    """The options that say something of their own: not "none of the above" and the like."""
    return tuple(
        option
        for option in item.options
        if not (says_all(option) or says_none(option) or names_options(option) or combines(option, item.options))
    )


def says_all(option: str) -> bool:
    """Whether the option is "all of the above", in whatever words."""
    return bool(_ALL.search(option.strip().rstrip(".")))


def says_none(option: str) -> bool:
    """Whether the option is "none of the above", in whatever words."""
    return bool(_NONE.search(option.strip().rstrip(".")))
