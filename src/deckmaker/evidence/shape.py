"""Rules that a quotation can be held to without the article's text: E108, E112."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.claims import Quote
from deckmaker.model.patterns import regex
from deckmaker.model.words import MAX_WORDS, count

_LEFT_OUT = regex(r"…|\.\s?\.\s?\.")
_BLANK_LINE = regex(r"(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)")


def too_long(quote: Quote) -> Iterator[Diagnostic]:
    """E108: a quotation is as short as proof allows, for the sake of copyright as well."""
    words = count(quote.exact)
    if words > MAX_WORDS:
        yield diagnose(
            "E108",
            quote.span,
            f"quote has {words} words",
            f"at most {MAX_WORDS}",
            f"quote only the {MAX_WORDS} words or fewer that prove the claim",
        )


def joined(quote: Quote) -> Iterator[Diagnostic]:
    """E112: words left out can turn a sentence round, so a quotation is one unbroken passage."""
    if _LEFT_OUT.search(quote.exact):
        yield _joined(quote, "quote has an ellipsis")
    elif _BLANK_LINE.search(quote.exact):
        yield _joined(quote, "quote runs over two paragraphs")


def _joined(quote: Quote, message: str) -> Diagnostic:
    hint = "quote one unbroken passage, from one side of the gap only"
    return diagnose("E112", quote.span, message, "words may be missing here", hint)
