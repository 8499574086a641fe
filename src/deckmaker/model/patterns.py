"""Regular expressions that are compiled when they are first used: a set of thirty questions needs few of hundreds."""

from __future__ import annotations

import re
from typing import Any, cast


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


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, compiled at the first search. Raises re.error then, not before."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
