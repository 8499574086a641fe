"""Regular expressions that are compiled when they are first used: a set of thirty questions needs few of hundreds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, cast

from deckmaker.model.pieces import pieces


class _Lazy:
    """A pattern that stands in for `re.Pattern` and becomes one at the first search.

    pattern: its source; flags: as `re.compile` takes them.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """What only a compiled pattern has; from then on its methods are this object's own, and nothing comes here."""
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class _Needy:
    """One that is not even compiled before a text has one of the pieces without which it matches nothing.

    needs: these pieces; led_by, followed_by: as `regex` takes them.
    """

    def __init__(self, lazy: _Lazy, needs: str, led_by: Sequence[str], followed_by: Sequence[str]) -> None:
        self._lazy = lazy
        self.pattern = lazy.pattern
        self.needs = frozenset(needs.split())
        beside = led_by or followed_by
        self._beside = [(one, other) for one in led_by or ("",) for other in followed_by or ("",)] if beside else []

    def search(self, text: str) -> re.Match[str] | None:
        return self._lazy.search(text) if self._may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._lazy.match(text) if self._may_match(text) else None

    def _may_match(self, text: str) -> bool:
        found = self.needs & pieces(text)
        if not found or not self._beside or not text.isascii():
            return bool(found)
        rows = [f"{before}{piece}{after}" for piece in found for before, after in self._beside]
        return any(map(text.lower().__contains__, rows))


def regex(
    pattern: str, flags: int = 0, *, needs: str = "", led_by: Sequence[str] = (), followed_by: Sequence[str] = ()
) -> re.Pattern[str]:
    """The same as `re.compile`, compiled at the first search. Raises re.error then, not before.

    needs: words in small letters, one of which stands, as a piece (`model/pieces`), in whatever the pattern matches:
    where none does, nothing is searched or compiled. Such a pattern has `search` and `match` alone.
    led_by, followed_by: one of these stands right before the word, and one of those right behind it; nothing where
    that can be anything. For needed words that are usual ones, and seldom stand so.
    """
    lazy = _Lazy(pattern, flags)
    return cast("re.Pattern[str]", _Needy(lazy, needs, led_by, followed_by) if needs else lazy)


class Table:
    """Patterns that all have words they need: of many, only those are searched that have one of theirs in the text."""

    def __init__(self, every: Sequence[re.Pattern[str]]) -> None:
        """every: made by `regex`, each with needs; its own are all of these."""
        self._every = every
        self._by_piece: defaultdict[str, list[int]] = defaultdict(list)
        for at, pattern in enumerate(every):
            for piece in cast("_Needy", pattern).needs:
                self._by_piece[piece].append(at)
        self.needs = frozenset(self._by_piece)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """The first match of each, in their order."""
        places = {at for piece in self.needs & pieces(text) for at in self._by_piece[piece]}
        return (match for at in sorted(places) if (match := self._every[at].search(text)))
