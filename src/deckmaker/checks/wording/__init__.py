"""Rules about the wording of one question. Each yields diagnostics about an item; a new rule is a function and a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckmaker.checks.about import about
from deckmaker.checks.item import Item
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document

ItemRule = Callable[[Item], Iterator[Diagnostic]]

WORDING_RULES: tuple[ItemRule, ...] = ()
"""What is looked at in every question, in this order."""


def wording(document: Document) -> Iterator[Diagnostic]:
    """What the rules about wording say about every question of a document."""
    for question in document.questions:
        item = Item(question, document)
        for rule in WORDING_RULES:
            yield from about(rule(item), question)
