"""Which key somebody may have meant by one that is not known."""

from __future__ import annotations

from deckmaker.diagnostics.meant import nearest

_SURE = 0.8
"""How alike two words are of which one is surely the other, mistyped."""


def key_meant(key: str, known: list[str]) -> str:
    """The known key that an unknown one was meant as: by its other names, or by its letters; "" where none is."""
    from deckmaker.readers.other_names import OTHER_NAMES

    other = OTHER_NAMES.get(key.lower(), "")
    return other if other in known else nearest(key, known)


def is_surely(key: str, meant: str) -> bool:
    """Whether nothing but that key can have been meant."""
    from difflib import SequenceMatcher

    from deckmaker.readers.other_names import OTHER_NAMES

    if OTHER_NAMES.get(key.lower()) == meant or sorted(key.lower()) == sorted(meant.lower()):
        return True
    return SequenceMatcher(None, key.lower(), meant.lower()).ratio() >= _SURE
