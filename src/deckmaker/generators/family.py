"""What a question family is: a function from a claim to a draft, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from deckmaker.generators.register import Register
from deckmaker.model.claims import ARTICLE, Claim
from deckmaker.model.document import Edit, Rule
from deckmaker.model.questions import PLACES, Body, Kind
from deckmaker.model.text import EMPTY, Text

OPTIONS = 3
"""How many options a choice has where the rule does not say: more teach no better (Rodriguez 2005)."""


class Request(Struct, frozen=True):
    """One question wanted.

    claim: what it is to ask about; rule: the line of `generate:` that wants it, as its edit changes it.
    question: the id it will have.
    kept: ids to stand beside the key if they may, in their order: what the author wants, or else an earlier build
        chose; empty when there was none.
    register: the set's.
    edit: what the author wants otherwise in it, None where nothing.
    taken: what other questions of a family that asks in turn took, and is to be left out here: ids of the claims that
        stand in them, where the family gathers.
    before: ids of what an earlier build chose, whatever the author wants now.
    """

    claim: Claim
    rule: Rule
    question: str
    kept: tuple[str, ...]
    register: Register
    edit: Edit | None = None
    taken: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()

    @property
    def distractors(self) -> int:
        """How many it needs."""
        return (self.rule.options or OPTIONS) - 1

    @property
    def pinned(self) -> bool:
        """Whether the author wants it whatever happens."""
        return bool(self.edit and self.edit.pin)

    @property
    def wishes(self) -> bool:
        """Whether the author says what is to stand in it."""
        return bool(self.edit and self.edit.beside)

    @property
    def own_voice(self) -> bool:
        """Whether the article says it itself."""
        return self.claim.speaker == ARTICLE

    @property
    def said(self) -> tuple[Claim, ...]:
        """The claim, and all of its article that say the same: what is right of one is right of what is asked."""
        same = self.register.same[self.claim.id]
        others = (claim for id, claim in self.register.set.claims.items() if id in same)
        return self.claim, *(claim for claim in others if claim.article == self.claim.article)


class Draft(Struct, frozen=True):
    """What a family made of a claim; what all questions have in common is added to it.

    kind, body, stem, feedback: as in the question.
    answer: what the key is, by an id of its own: balance counts it; label: how it reads in a refusal.
    group: balance is kept among the family's questions of one group: about one document, say; "" for all of them.
    prefer: the smaller, the sooner it is asked, where not all of one answer can be.
    chosen: ids of what was chosen beside the key, in the order of choosing; the lock keeps them.
    used: ids of the other claims whose words stand in it.
    shuffle: whether its options may be shuffled: not where they are a scale.
    out: what may not stand beside the key, by its id, and why; only where an author may name it.
    takes: what no other question of the family may hold, where the family asks in turn without gathering.
    """

    kind: Kind
    body: Body
    stem: Text
    answer: str
    label: str
    chosen: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    feedback: Text = EMPTY
    shuffle: bool = True
    out: Mapping[str, str] = field(default_factory=dict)
    group: str = ""
    prefer: int = 0
    takes: frozenset[str] = frozenset()


class Reason(Struct, frozen=True):
    """Why there is no question, in the user's words.

    cause: what speaks against it; remedy: what the author could do to have it asked, as an imperative.
    """

    cause: str
    remedy: str


Refuse = Callable[[Request], Reason | None]
"""One rule of refusal."""


def first_reason(rules: tuple[Refuse, ...], request: Request) -> Reason | None:
    """What the first rule that speaks against the question says, None where none does."""
    return next((reason for rule in rules if (reason := rule(request))), None)


class Family(Struct, frozen=True):
    """A row of the table of families.

    name: what a rule calls it.
    draft: makes one question of it.
    axis: which axis its stems name, one of AXES.
    level: what it asks of a student, one of LEVELS.
    where: the outputs its questions go to where the rule does not say.
    asks, distractors, refuses: for the documentation; what all families refuse is not repeated.
    may: the outputs they may go to at all: a false statement is not repeated for months by a card.
    gathers: whether a question holds several claims, each of which stands in one question of the family only.
    in_turn: whether its questions are made one after another, since one takes what another would ask; a family that
        gathers always does.
    even: whether no answer may be the key more often than all others together, not even once: a balanced set.
    """

    name: str
    draft: Callable[[Request], Draft | Reason]
    axis: str
    level: str
    where: tuple[str, ...]
    asks: str
    distractors: str
    refuses: tuple[str, ...]
    may: tuple[str, ...] = PLACES
    gathers: bool = False
    in_turn: bool = False
    even: bool = False
