"""Truth of the key: what the register says of every question that is tied to a claim.

Each rule yields diagnostics about one question; a new rule is a function and a row. Where words cannot be resolved to
the register's sources and claims, no rule speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckmaker.checks.about import about
from deckmaker.checks.keys.agreeing import cards_disagree
from deckmaker.checks.keys.asked import Asked, asked
from deckmaker.checks.keys.choices import given_answers
from deckmaker.checks.keys.hedges import hedge_dropped
from deckmaker.checks.keys.orders import orders
from deckmaker.checks.keys.pairs import pairs
from deckmaker.checks.keys.statements import statements
from deckmaker.checks.keys.stems import axis_missing
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document

KEY_RULES: tuple[Callable[[Asked], Iterator[Diagnostic]], ...] = (
    given_answers,
    statements,
    pairs,
    orders,
    axis_missing,
    hedge_dropped,
)
"""What is looked at in every question, in this order; whether cards agree is looked at last."""


def keys_against_register(document: Document) -> Iterator[Diagnostic]:
    """What the register says against the document's questions."""
    every = asked(document)
    for one in every:
        for rule in KEY_RULES:
            for problem in rule(one):
                yield from about((problem,), one.question)
    yield from cards_disagree(document, every)
