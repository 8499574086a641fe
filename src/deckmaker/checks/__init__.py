"""Rules about a whole document. Each yields diagnostics and changes nothing; a new rule is a function and a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckmaker.checks.allow import silence
from deckmaker.checks.ids import retired_ids
from deckmaker.checks.text import html_in_text, unclosed_math
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document

__all__ = ["RULES", "check", "silence"]

Rule = Callable[[Document], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (html_in_text, unclosed_math, retired_ids)
"""What is looked at, in this order."""


def check(document: Document) -> tuple[Document, list[Diagnostic]]:
    """The document as it is, and what its rules say about it."""
    return document, [problem for rule in RULES for problem in rule(document)]
