"""Options that have an order of their own: numbers, dates, true and false. Shuffled, they would only be harder to read.

Haladyna, Downing & Rodriguez (2002), rule 21: place choices in logical or numerical order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckmaker.model.numbers import Quantity, quantity
from deckmaker.model.questions import Option
from deckmaker.model.text import plain

_PAIRS = (("true", "false"), ("yes", "no"), ("correct", "incorrect"), ("right", "wrong"))


def natural_order(options: Sequence[Option]) -> tuple[int, ...]:
    """What stands at each place where the options that are not pinned have an order; () where they have none."""
    free = [index for index, option in enumerate(options) if not option.pin]
    ascending = iter(_sorted(free, [_words(options[index]) for index in free]))
    order = tuple(index if option.pin else next(ascending, -1) for index, option in enumerate(options))
    return () if -1 in order else order


def _words(option: Option) -> str:
    return plain(option.text).strip().casefold().rstrip(".")


def _sorted(free: Sequence[int], words: Sequence[str]) -> list[int]:
    if len(free) < 2:
        return []
    for pair in _PAIRS:
        if len(words) == len(pair) and {*words} == {*pair}:
            return [free[words.index(word)] for word in pair]
    known = _quantities(words)
    if not known or not _comparable(known):
        return []
    places = sorted(range(len(free)), key=lambda place: (known[place].low, known[place].high))
    return [free[place] for place in places]


def _quantities(words: Sequence[str]) -> list[Quantity]:
    """What each says as a number; nothing as soon as one says none."""
    known = []
    for word in words:
        amount = quantity(word)
        if amount is None:
            return []
        known.append(amount)
    return known


def _comparable(amounts: Sequence[Quantity]) -> bool:
    """Whether all count the same and none lies within another."""
    ordered = sorted(amounts, key=lambda amount: (amount.low, amount.high))
    apart = all(one.low < other.low and one.high < other.high for one, other in pairwise(ordered))
    return apart and len({amount.dimension for amount in amounts}) == 1
