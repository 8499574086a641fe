"""Rules about a whole document. Each yields diagnostics and changes nothing; a new rule is a function and a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deckmaker.checks.allow import silence
from deckmaker.checks.ids import retired_ids
from deckmaker.checks.keys import keys_against_register
from deckmaker.checks.papers import PAPER_RULES
from deckmaker.checks.quoting import taken_words
from deckmaker.checks.sets import sets
from deckmaker.checks.severity import weigh
from deckmaker.checks.text import html_in_text, unclosed_math
from deckmaker.checks.wording import wording
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper

__all__ = ["RULES", "check", "check_papers", "silence", "weigh"]

Rule = Callable[[Document], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (html_in_text, unclosed_math, retired_ids, keys_against_register, wording, sets, taken_words)
"""What is looked at, in this order."""


def check(document: Document) -> tuple[Document, list[Diagnostic]]:
    """The document as it is, and what its rules say about it."""
    return document, [problem for rule in RULES for problem in rule(document)]


def check_papers(document: Document, papers: Sequence[Paper]) -> list[Diagnostic]:
    """What the rules about papers say about every quiz as it was planned."""
    return [problem for rule in PAPER_RULES for problem in rule(document, papers)]
