"""What a rule about wording is: a function, the kinds of question that it looks at, and the words that it needs.

Of hundreds of patterns few can find anything in one question. So each rule says which pieces (`checks/pieces`) a
question must have, one of them at least, before the rule can have something to say; `Rules` asks only those that can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from deckmaker.checks.item import Item
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.questions import Kind

_MOST_KNOWN = 4096
"""So many choices of rules are remembered."""

Look = Callable[[Item], Iterator[Diagnostic]]


class ItemRule:
    """A rule about one question.

    look: what it says of a question.
    kinds: those that it looks at, all where there are none.
    needs: one of these pieces stands in stem or options where it finds something; none where that cannot be told.
    about_claims: whether it looks only at questions that are about claims.
    """

    def __init__(self, look: Look, kinds: frozenset[Kind], needs: frozenset[str], about_claims: bool) -> None:
        self.look = look
        self.kinds = kinds
        self.needs = needs
        self.about_claims = about_claims
        self.__name__ = look.__name__
        self.__doc__ = look.__doc__

    def __call__(self, item: Item) -> Iterator[Diagnostic]:
        """What it says of a question."""
        return self.look(item)


def rule(*kinds: Kind, needs: Iterable[str] = (), about_claims: bool = False) -> Callable[[Look], ItemRule]:
    """Makes a rule of a function, for those kinds of question and those pieces."""
    return lambda look: ItemRule(look, frozenset(kinds), frozenset(needs), about_claims)


class Rules:
    """Rules in their order, with an index from kinds and pieces to those of them that may have something to say."""

    def __init__(self, every: tuple[ItemRule, ...]) -> None:
        self._every = every
        self._indexes: dict[tuple[Kind, bool], _Index] = {}

    def for_item(self, item: Item) -> tuple[ItemRule, ...]:
        """The rules that may have something to say about it."""
        which = item.kind, bool(item.question.claims)
        index = self._indexes.get(which)
        if index is None:
            kind, has_claims = which
            looking = [one for one in self._every if not one.kinds or kind in one.kinds]
            index = self._indexes[which] = _Index([one for one in looking if has_claims or not one.about_claims])
        return index.found(item.pieces)


class _Index:
    """From pieces to rules, as bits of a number: the first rule is 1, the next is 2, then 4."""

    def __init__(self, every: list[ItemRule]) -> None:
        self._every = every
        self._always = sum(1 << at for at, one in enumerate(every) if not one.needs)
        self._by_piece: dict[str, int] = {}
        for at, one in enumerate(every):
            for piece in one.needs:
                self._by_piece[piece] = self._by_piece.get(piece, 0) | 1 << at
        self._pieces = frozenset(self._by_piece)
        self._known: dict[int, tuple[ItemRule, ...]] = {}

    def found(self, pieces: frozenset[str]) -> tuple[ItemRule, ...]:
        bits = self._always
        for piece in pieces & self._pieces:
            bits |= self._by_piece[piece]
        rules = self._known.get(bits)
        if rules is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            rules = self._known[bits] = tuple(one for at, one in enumerate(self._every) if bits >> at & 1)
        return rules
