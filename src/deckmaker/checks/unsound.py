"""The errors among what the rules about wording find, where nothing else of them is asked.

All are about options that speak of other options. Few questions have such, and only for those are the rules loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document
from deckmaker.model.pieces import SIGNS, pieces, word_set
from deckmaker.model.questions import Choice, Question
from deckmaker.model.text import plain


def unsound_wording(document: Document) -> Iterator[Diagnostic]:
    """The errors that the rules about wording find."""
    suspects = [question for question in document.questions if _may_be_unsound(question)]
    if not suspects:
        return
    from deckmaker.checks.item import Named
    from deckmaker.checks.wording import unsound

    named = Named(document)
    for question in suspects:
        yield from unsound(question, document, named)


def _may_be_unsound(question: Question) -> bool:
    body = question.body
    return isinstance(body, Choice) and may_speak_of_others([plain(option.text) for option in body.options])


_SPEAKING = word_set(
    """
    above below preceding previous foregoing following earlier both either neither each all only some more two three
    first second third last fourth former latter option options answer answers choice choices statement statements
    combination
    """
)
"""One of these pieces stands in an option that points at others."""
_LETTERS = frozenset("abcdefgh")
_LABELS = _LETTERS | word_set(
    """
    0 1 2 3 4 5 6 7 8 9 i v and or nor plus but except no nos number numbers alone are is not correct true right
    together apply
    """
)
"""What an option is made of that names others by their letters."""
_ROMAN = frozenset("iv")


def may_speak_of_others(options: Sequence[str]) -> bool:
    """Whether one of the options may speak of others, by the pieces that they have."""
    every = "\n".join(options)
    found = pieces(every)
    if not _SPEAKING.isdisjoint(found) or ("and" in found and not _LETTERS.isdisjoint(found)):
        return True
    if every.isascii() and _LABELS.isdisjoint(found) and not any(map(_ROMAN.issuperset, found)):
        return False
    return any(all(map(_is_label, pieces(option))) for option in options)


def _is_label(piece: str) -> bool:
    if len(piece) == 1:
        return piece in _LABELS or piece in SIGNS or piece.isdecimal()
    return piece in _LABELS or _ROMAN.issuperset(piece)
