"""Push: a set's notes → a running Anki, over AnkiConnect.

`found` reads what Anki has, `plan` compares without touching anything, `carry_out` does what the plan says. Packages
are never imported this way: AnkiConnect would merge note types and force full syncs.
"""

from deckmaker.push.carry_out import carry_out, not_done
from deckmaker.push.collection import found
from deckmaker.push.difference import difference, in_one_line
from deckmaker.push.notes import Found, Present, Wanted, WantedType
from deckmaker.push.plan import Asked, Plan, Update, plan
from deckmaker.push.talk import ADDRESS, Anki, Trouble

__all__ = [
    "ADDRESS",
    "Anki",
    "Asked",
    "Found",
    "Plan",
    "Present",
    "Trouble",
    "Update",
    "Wanted",
    "WantedType",
    "carry_out",
    "difference",
    "found",
    "in_one_line",
    "not_done",
    "plan",
]
