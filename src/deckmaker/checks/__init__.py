"""Rules about a whole document. Each yields diagnostics and changes nothing; a new rule is a function and a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deckmaker.checks.allow import silence
from deckmaker.checks.ids import retired_ids
from deckmaker.checks.keys import keys_against_register
from deckmaker.checks.papers import PAPER_RULES
from deckmaker.checks.quoting import quote_budget, taken_words
from deckmaker.checks.sets import sets
from deckmaker.checks.severity import weigh
from deckmaker.checks.text import html_in_text, unclosed_math
from deckmaker.checks.wording import unsound_wording, wording
from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper

__all__ = ["RULES", "check", "check_papers", "silence", "weigh"]

Rule = Callable[[Document], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (html_in_text, unclosed_math, retired_ids, keys_against_register, wording, sets, taken_words)
"""What is looked at, in this order."""

ERRORS: tuple[Rule, ...] = (retired_ids, keys_against_register, unsound_wording, quote_budget)
"""Of these, and parts of them, what finds errors."""


def check(document: Document, *, lint: bool = True) -> tuple[Document, list[Diagnostic]]:
    """The document as it is, and what its rules say about it.

    lint: whether rules that find nothing but warnings are asked as well; they are where the set makes errors of some.
    """
    rules = RULES if lint or Severity.ERROR in document.set.lint.values() else ERRORS
    return document, [problem for rule in rules for problem in rule(document)]


def check_papers(document: Document, papers: Sequence[Paper]) -> list[Diagnostic]:
    """What the rules about papers say about every quiz as it was planned."""
    return [problem for rule in PAPER_RULES for problem in rule(document, papers)]
