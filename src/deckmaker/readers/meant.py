"""What somebody may have meant by a word that is not known."""

from __future__ import annotations


def did_you_mean(word: str, known: list[str]) -> str:
    """The likeliest of the known words as a hint, one of the same letters first; "" where none is like it."""
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(word, known, n=3, cutoff=0.6)
    best = next((each for each in near if sorted(each) == sorted(word)), near[0] if near else "")
    return f'did you mean "{best}"?' if best else ""
