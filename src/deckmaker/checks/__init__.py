"""Rules about a whole document. Each yields diagnostics and changes nothing; a new rule is a function and a row.

The tables name rules as "module:function"; those that a document gives no work are not loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from deckmaker.checks.allow import silence
from deckmaker.checks.fronts import same_front
from deckmaker.checks.severity import weigh
from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper

__all__ = ["ERRORS", "RULES", "check", "check_papers", "silence", "weigh"]

Rule = Callable[[Document], Iterator[Diagnostic]]

RULES = (
    "text:html_in_text", "text:unclosed_math", "ids:retired_ids", "keys:keys_against_register", "wording:wording",
    "sets:sets", "quoting:taken_words",
)  # fmt: skip
"""What is looked at, in this order."""

ERRORS = ("ids:retired_ids", "keys:keys_against_register", "unsound:unsound_wording", "quoting:quote_budget")
"""Of these, and parts of them, what finds errors."""

_OF_CLAIMS = ("keys:keys_against_register", "quoting:taken_words", "quoting:quote_budget")
"""Those that have nothing to look at in a set without claims and without an article's text, but for cards that ask
the same in the same words: the first of them says where their answers disagree."""


def check(document: Document, *, lint: bool = True) -> tuple[Document, list[Diagnostic]]:
    """The document as it is, and what its rules say about it.

    lint: whether rules that find nothing but warnings are asked as well; they are where the set makes errors of some.
    """
    rules = RULES if lint or Severity.ERROR in document.set.lint.values() else ERRORS
    has_claims = document.set.claims or any(article.text is not None for article in document.set.articles.values())
    idle = () if has_claims else _OF_CLAIMS[1:] if same_front(document) else _OF_CLAIMS
    asked = (rule for rule in rules if rule not in idle)
    return document, [problem for rule in asked for problem in _loaded(rule)(document)]


def _loaded(rule: str) -> Rule:
    module, _, name = rule.partition(":")
    loaded: Rule = getattr(import_module(f"deckmaker.checks.{module}"), name)
    return loaded


def check_papers(document: Document, papers: Sequence[Paper]) -> list[Diagnostic]:
    """What the rules about papers say about every quiz as it was planned."""
    from deckmaker.checks.papers import PAPER_RULES

    return [problem for rule in PAPER_RULES for problem in rule(document, papers)]
