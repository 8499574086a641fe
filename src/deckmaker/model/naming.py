"""Whether words name a source: the one place that decides it."""

from __future__ import annotations

import re
from functools import lru_cache

from deckmaker.model.claims import Source


def names_of(source: Source) -> tuple[str, ...]:
    """What a source goes by: its name and its aliases, without a leading "the"."""
    return _bare(source.name, source.aliases)


@lru_cache(maxsize=4096)
def _bare(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(bare for raw in (name, *aliases) if (bare := re.sub(r"^the\s+", "", raw.strip(), flags=re.IGNORECASE)))


def named(source: Source, words: str) -> bool:
    """Whether the words hold one of the source's names as whole words, in small letters or capitals."""
    names = names_of(source)
    return bool(names) and _pattern(names).search(words) is not None


@lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in names)})(?!\w)", re.IGNORECASE)
