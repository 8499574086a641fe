"""What somebody may have meant by a word that is not known."""

from __future__ import annotations

_SURE = 0.8
"""How alike two words are of which one is surely the other, mistyped."""


def did_you_mean(word: str, known: list[str]) -> str:
    """The likeliest of the known words as a hint, one of the same letters first; "" where none is like it."""
    best = _nearest(word, known)
    return f'did you mean "{best}"?' if best else ""


def key_meant(key: str, known: list[str]) -> str:
    """The known key that an unknown one was meant as: by its other names, or by its letters; "" where none is."""
    from deckmaker.readers.other_names import OTHER_NAMES

    other = OTHER_NAMES.get(key.lower(), "")
    return other if other in known else _nearest(key, known)


def is_surely(key: str, meant: str) -> bool:
    """Whether nothing but that key can have been meant."""
    from difflib import SequenceMatcher

    from deckmaker.readers.other_names import OTHER_NAMES

    if OTHER_NAMES.get(key.lower()) == meant or sorted(key.lower()) == sorted(meant.lower()):
        return True
    return SequenceMatcher(None, key.lower(), meant.lower()).ratio() >= _SURE


def _nearest(word: str, known: list[str]) -> str:
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(word, known, n=3, cutoff=0.6)
    return next((each for each in near if sorted(each) == sorted(word)), near[0] if near else "")
