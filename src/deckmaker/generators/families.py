"""The table of question families. A new family is a module and a row."""

from __future__ import annotations

from deckmaker.generators import (
    attribution_cloze,
    basis,
    document_or_not,
    hedge,
    match,
    misattributed,
    no_fit,
    no_source,
    order_of_events,
    relayed,
    who_said,
)
from deckmaker.generators.family import Family

_TABLE = (
    who_said.FAMILY,
    basis.FAMILY,
    attribution_cloze.FAMILY,
    no_source.FAMILY,
    document_or_not.FAMILY,
    match.FAMILY,
    misattributed.FAMILY,
    order_of_events.FAMILY,
    hedge.FAMILY,
    relayed.FAMILY,
    no_fit.FAMILY,
)

FAMILIES: dict[str, Family] = {family.name: family for family in _TABLE}
"""Every family by its name, in the order in which a claim's questions are asked."""

EVERY_FAMILY_REFUSES = (
    "the set's language has no sentences yet",
    "the claim is marked careful or avoid",
    "balance: the same answer would be the key of more than half of the family's questions",
)
"""What every family refuses beside its own `refuses`, for the documentation."""
