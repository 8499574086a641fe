"""What a question family is: a function from a claim to a draft, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckmaker.generators.register import Register
from deckmaker.model.claims import ARTICLE, Claim
from deckmaker.model.document import Rule
from deckmaker.model.questions import Body, Kind
from deckmaker.model.text import EMPTY, Text

OPTIONS = 3
"""How many options a choice has where the rule does not say: more teach no better (Rodriguez 2005)."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question wanted.

    claim: what it is to ask about; rule: the line of `generate:` that wants it.
    question: the id it will have.
    kept: ids that an earlier build chose for it, in their order; empty when there was none.
    register: the set's.
    """

    claim: Claim
    rule: Rule
    question: str
    kept: tuple[str, ...]
    register: Register

    @property
    def distractors(self) -> int:
        """How many it needs."""
        return (self.rule.options or OPTIONS) - 1

    @property
    def own_voice(self) -> bool:
        """Whether the article says it itself."""
        return self.claim.speaker == ARTICLE


@dataclass(frozen=True, slots=True)
class Draft:
    """What a family made of a claim; what all questions have in common is added to it.

    kind, body, stem, feedback: as in the question.
    answer: what the key is, by an id of its own: balance counts it; label: how it reads in a refusal.
    chosen: ids of what was chosen beside the key, in the order of choosing; the lock keeps them.
    used: ids of the other claims whose words stand in it.
    """

    kind: Kind
    body: Body
    stem: Text
    answer: str
    label: str
    chosen: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    feedback: Text = EMPTY


Reason = str
"""Why there is no question, in the user's words; "" for no reason against it."""

Refuse = Callable[[Request], Reason]
"""One rule of refusal."""


def first_reason(rules: tuple[Refuse, ...], request: Request) -> Reason:
    """What the first rule that speaks against the question says, "" where none does."""
    return next((reason for rule in rules if (reason := rule(request))), "")


@dataclass(frozen=True, slots=True)
class Family:
    """A row of the table of families.

    name: what a rule calls it.
    draft: makes one question of it.
    axis: which axis its stems name: "speaker" or "basis".
    where: the outputs its questions go to where the rule does not say.
    asks, distractors, refuses: for the documentation; what all families refuse is not repeated.
    """

    name: str
    draft: Callable[[Request], Draft | Reason]
    axis: str
    where: tuple[str, ...]
    asks: str
    distractors: str
    refuses: tuple[str, ...]
