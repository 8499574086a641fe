"""Claims → questions, by the rules of `generate:`.

Accepts a set as read and what an earlier build chose; gives questions that look like written ones, a refusal with its
reason for everything that a rule wanted and did not get, and the choices made, for the lock. Nothing depends on chance:
choices are ranked by a keyed hash of the set's uid, the question's id, and what is chosen.

One module a family, one row each in `families.FAMILIES`, where the table for the documentation stands too. Distractors
pass the filters of a family in their order; among those left, one of fitting length goes before one that is not, then
the nearest in kind or topic, then the first by hash. What an earlier build chose goes before all of these while the
filters let it pass.
"""

from deckmaker.generators.compose import Generated, generate
from deckmaker.generators.families import EVERY_FAMILY_REFUSES, FAMILIES
from deckmaker.generators.family import Family

__all__ = ["EVERY_FAMILY_REFUSES", "FAMILIES", "Family", "Generated", "generate"]
