"""Balance: no answer may win by habit. A choice of which questions of a family are asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from deckmaker.model.identity import digest


@dataclass(frozen=True, slots=True)
class Weight:
    """What balance needs to know of a question.

    question: its id; answer: what its key is; core: whether its claim is one of the main ones.
    """

    question: str
    answer: str
    core: bool


def held_back(family: Sequence[Weight], asked_before: Container[str], uid: str) -> frozenset[str]:
    """Ids of one family's questions that are not to be asked, so that no answer is the key of more than half of them.

    An answer may be the key of as many questions as all other answers together, but always of one. Kept are, in this
    order: what an earlier build asked, which is never held back; core claims; the rest by hash.
    """
    if not family:
        return frozenset()
    counts = Counter(weight.answer for weight in family)
    answer, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    room = max(1, len(family) - count)

    def order(weight: Weight) -> tuple[bool, bool, str]:
        return weight.question not in asked_before, not weight.core, digest(uid, weight.question, "balance")

    over = sorted((weight for weight in family if weight.answer == answer), key=order)[room:]
    return frozenset(weight.question for weight in over if weight.question not in asked_before)
