"""Whether words name a source: the one place that decides it."""

from __future__ import annotations

import re

from deckmaker.model.claims import Source


def names_of(source: Source) -> tuple[str, ...]:
    """What a source goes by: its name and its aliases, without a leading "the"."""
    every = (source.name, *source.aliases)
    return tuple(name for raw in every if (name := re.sub(r"^the\s+", "", raw.strip(), flags=re.IGNORECASE)))


def named(source: Source, words: str) -> bool:
    """Whether the words hold one of the source's names as whole words, in small letters or capitals."""
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None for name in names_of(source)
    )
