"""Why an answer is right, in a line: speaker, basis, place and fragment, and whether its words were found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.model.papers import Reason
from deckmaker.model.text import Text, text_of
from deckmaker.writers.sheets.words import Words


def reason_lines(reasons: Sequence[Reason], words: Words) -> Iterator[tuple[str, Text]]:
    """A labelled line for each claim that the question rests on; none where it rests on none."""
    for reason in reasons:
        label = f"{words['reason']} ({reason.claim})" if len(reasons) > 1 else words["reason"]
        yield label, text_of(" · ".join((*_credits(reason, words), _proof(reason, words))))


def _credits(reason: Reason, words: Words) -> Iterator[str]:
    if reason.article:
        yield f"{words['article']}: {reason.article}"
    yield f"{words['speaker']}: {reason.speaker}"
    yield f"{words['basis']}: {reason.basis}"
    if reason.via:
        yield f"{words['via']}: {words['then'].join(reason.via)}"
    if reason.hedge:
        yield f"{words['hedged']}: “{reason.hedge}”"


def _proof(reason: Reason, words: Words) -> str:
    state = words["found" if reason.found else "not_found"].format(place=words.place(reason.place))
    return f"“{reason.quote}” ({state})"
