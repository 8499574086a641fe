"""The rule about options that include each other: ranges, synonyms, a class and its member."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from deckmaker.checks.item import Item
from deckmaker.checks.wording.meanings import CLASSES, LIES_IN, SAME_PHRASES, SYNONYMS
from deckmaker.checks.wording.reading import CHOICES, in_options, tokens
from deckmaker.checks.wording.references import is_free_of_labels, own_texts
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import FINITE
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.numbers import Quantity, quantity
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces, word_set

_SYNONYM = {word: group.split()[0] for group in SYNONYMS for word in group.split()}


_FILLERS = word_set(
    """
    a an the it its they their of by to is are was were be gets get becomes become goes go very
    """
)


_NOT_A_CLASS = regex(r"^(?:non|un|anti|not|no|half|semi|pre|post|sub|super|pseudo|quasi|ex)\b|^(?:non|anti)-?", re.I)


_DIGIT = regex(r"\d")
_THAT_IS = regex(r"\b(\w+) (?:that|which|who) (?:is|are|was|were) (\w+)$", re.IGNORECASE)
_SETTING_APART = word_set("that which who")
"""One of these pieces stands in it."""


def _rows() -> dict[str, set[int]]:
    rows: defaultdict[str, set[int]] = defaultdict(set)
    for row, phrases in enumerate(SAME_PHRASES):
        for phrase in phrases:
            rows[" ".join(word for word in phrase.split() if word not in _FILLERS)].add(row)
    return dict(rows)


_ROWS = _rows()
"""By the words of a phrase, fillers left out, the rows of the table that it stands in."""
_RANGES = frozenset(("range", "open", "date"))
"""How a number may be written that is more than one value."""
_ARTICLE = regex(r"^(?:an?|the) ", re.IGNORECASE)
_ARTICLES = ("a", "an", "the")
_ONE_OF_THEM = regex(r"(?:an?|some) ", re.IGNORECASE)
_AT = regex(r"^(?:in|at|from|to) ")
_DETAIL = regex(r" (?:from|in|with|that|who|which|at|on|by|called|living|made) .*$")


_ENDS = frozenset(name.split()[-1] for name in (*CLASSES, *(f"{name}s" for name in CLASSES), *LIES_IN))
"""The last words of all names of classes and countries."""
_TELLING_ENDS = frozenset((*_ENDS, *_SYNONYM, *_FILLERS, "some", *(phrase.split()[-1] for phrase in _ROWS)))
"""What an option may end with that says the same as another, holds or includes it, if not with a word of it."""


@rule(*CHOICES)
def overlapping_options(item: Item) -> Iterator[Diagnostic]:
    """W212. Haladyna et al. 2002, 22: two that include each other are both right, or both wrong and struck out."""
    if not item.is_english or not is_free_of_labels(item):
        return
    if not _may_overlap(item):
        return
    for one, other in combinations(own_texts(item), 2):
        if _overlap(one, other):
            yield diagnose(
                "W212",
                in_options(item, other),
                f'"{one}" and "{other}" overlap',
                hint="let each option leave out what the others say",
            )
            return


def _may_overlap(item: Item) -> bool:
    """Whether two of its numbers may be one, or an option ends with a word that may say what another says.

    What says the same ends with the same word, a synonym, or a phrase of the tables; what another includes has its
    last word in that.
    """
    numbers = [number for number in item.numbers if number]
    if _may_share_values(numbers):
        return True
    if len(numbers) >= len(item.options) - 1:
        return False
    return item.ends_recur or not _TELLING_ENDS.isdisjoint([each[-1] for each in item.option_words])


def _may_share_values(numbers: list[Quantity]) -> bool:
    """Whether one of them is a range, or two have one value."""
    return any(number.form in _RANGES for number in numbers) or len({number.low for number in numbers}) < len(numbers)


def _overlap(one: str, other: str) -> bool:
    first, second = quantity(one), quantity(other)
    if first and second:
        return _share_values(first, second)
    if first or second or _DIGIT.search(one) or _DIGIT.search(other):
        return False
    return _says_the_same(one, other) or any(
        _includes(wide, narrow) or _is_member(wide, narrow) or _lies_in(wide, narrow)
        for wide, narrow in ((one, other), (other, one))
    )


def _is_member(wide: str, narrow: str) -> bool:
    """Whether one names a class and the other a member of it: "a bird" and "a sparrow"."""
    members = CLASSES.get(_singular(wide))
    if not members:
        return False
    named = _bare(narrow).casefold()
    return bool(members & {named, named.removesuffix("s"), named.removesuffix("es")})


@lru_cache(maxsize=64)
def _singular(option: str) -> str:
    """The class that an option may name: "fossil fuels" is "fossil fuel"; "" where it says more."""
    found = [word for word in tokens(option) if word not in ("a", "an", "the", "some")]
    if not 1 <= len(found) <= 3 or any(word in FINITE for word in found):
        return ""
    return " ".join(found).removesuffix("s")


def _bare(option: str) -> str:
    return _ARTICLE.sub("", option.strip().rstrip("."))


def _lies_in(wide: str, narrow: str) -> bool:
    """Whether one place lies in the other: "in Europe" and "in France"."""
    held = LIES_IN.get(_place(wide).removeprefix("the "))
    return held is not None and _place(narrow) in held


@lru_cache(maxsize=64)
def _place(option: str) -> str:
    return _AT.sub("", _bare(option).casefold())


def _share_values(one: Quantity, other: Quantity) -> bool:
    if one.dimension != other.dimension and one.dimension and other.dimension:
        return False
    if one.form not in _RANGES and other.form not in _RANGES:
        return one.low == other.low and (one.form == "word" or (one.form, one.unit) != (other.form, other.unit))
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low < high:
        return True
    lower, upper = sorted((one, other), key=lambda number: (number.low, number.high))
    return low == high and not (lower.high_open or upper.low_open)


def _says_the_same(one: str, other: str) -> bool:
    if tokens(one) == tokens(other):
        return False
    first, second = _meant(one), _meant(other)
    if first and first == second:
        return True
    said, told = _phrase_of(one), _phrase_of(other)
    return said != told and said in _ROWS and told in _ROWS and not _ROWS[said].isdisjoint(_ROWS[told])


@lru_cache(maxsize=64)  # each option is held against the others
def _meant(option: str) -> list[str]:
    """What it says, word by word, each as the first of its synonyms."""
    if not _SETTING_APART.isdisjoint(pieces(option)):
        option = _THAT_IS.sub(r"\2 \1", option)  # "a place that is cool"
    return [_SYNONYM.get(word, word) for word in tokens(option) if word not in _FILLERS]


@lru_cache(maxsize=64)
def _phrase_of(option: str) -> str:
    return " ".join([word for word in tokens(option) if word not in _FILLERS])


def _named(option: str) -> tuple[str, ...]:
    return tuple([word for word in tokens(option) if word not in _ARTICLES])


def _includes(wide: str, narrow: str) -> bool:
    """Whether the first is a class and the second a kind of it: "a molar" and "the first molar"."""
    one = _named(wide)
    if not 1 <= len(one) <= 3 or not {*one} <= {*tokens(narrow)} or not FINITE.isdisjoint(one):
        return False
    if _ONE_OF_THEM.match(narrow) and not _DETAIL.search(wide):
        narrow = _DETAIL.sub("", narrow)  # "a young woman from Leeds"
    other = _named(narrow)
    if len(one) >= len(other):
        return False
    if re.search(r" [A-Z]", narrow):  # a name
        return False
    if other[-len(one) :] == one:
        modifier = other[: -len(one)]
        return len(modifier) <= 2 and not any(
            _NOT_A_CLASS.match(word)
            or word in ("of", "to", "in", "for", "on", "by", "and", "or", "only", "without", "no", "than")
            for word in modifier
        )
    return other[: len(one)] == one and other[len(one)] in ("and", "with", "in", "that", "which", "or", "from", "on")
