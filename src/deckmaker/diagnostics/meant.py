"""What somebody may have meant by a word that is not known, for hints of every stage."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The likeliest of the known words as a hint, one of the same letters first; "" where none is like it."""
    best = nearest(word, known)
    return f'did you mean "{best}"?' if best else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The same without words around it."""
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(word, list(known), n=3)
    return next((each for each in near if sorted(each) == sorted(word)), near[0] if near else "")
