"""Which of the drafts are asked: what a family may hold of one answer, what a rule wants at most, and what was kept.

Always first goes what the author pinned, then what an earlier build asked, then what its family prefers, then core
claims, then the rest by hash: so another claim in the register takes no question away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from msgspec import Struct

from deckmaker.model.identity import digest


class Weight(Struct, frozen=True):
    """What choosing needs to know of a question.

    question: its id; answer: what its key is.
    core: whether its claim is one of the main ones; pinned: whether the author wants it whatever happens.
    prefer: what its family thinks of it; the smaller, the sooner.
    """

    question: str
    answer: str
    core: bool
    pinned: bool = False
    prefer: int = 0


Rank = tuple[bool, bool, int, bool, str]


def rank(weight: Weight, asked_before: Container[str], uid: str) -> Rank:
    """The smaller, the sooner it is asked."""
    by_hash = digest(uid, weight.question, "balance")
    return not weight.pinned, weight.question not in asked_before, weight.prefer, not weight.core, by_hash


def held_back(
    family: Sequence[Weight], asked_before: Container[str], uid: str, *, even: bool = False
) -> frozenset[str]:
    """Ids of one family's questions that are not to be asked, so that no answer is the key of more than half of them.

    An answer may be the key of as many questions as all other answers together, but always of one, unless `even`.
    What an earlier build asked and what is pinned is never held back.
    """
    if not family:
        return frozenset()
    counts = Counter(weight.answer for weight in family)
    answer, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    room = max(0 if even else 1, len(family) - count)
    same = [weight for weight in family if weight.answer == answer]
    same.sort(key=lambda one: rank(one, asked_before, uid))
    return frozenset(one.question for one in same[room:] if not one.pinned and one.question not in asked_before)


def surplus(rule: Sequence[Weight], count: int, asked_before: Container[str], uid: str) -> frozenset[str]:
    """Ids of one rule's questions beyond the `count` it wants at most; no answer takes more than half while others do.

    What is pinned is asked even beyond the count.
    """
    in_order = sorted(rule, key=lambda one: rank(one, asked_before, uid))
    return frozenset(one.question for one in in_order) - set(_first(in_order, count, asked_before))


def _first(in_order: Iterable[Weight], count: int, asked_before: Container[str]) -> list[str]:
    answers: Counter[str] = Counter()
    taken: list[str] = []
    put_off: list[str] = []
    for weight in in_order:
        sure = weight.pinned or weight.question in asked_before
        if weight.pinned or (len(taken) < count and (sure or answers[weight.answer] < max(1, count // 2))):
            answers[weight.answer] += 1
            taken.append(weight.question)
        else:
            put_off.append(weight.question)
    return taken + put_off[: max(0, count - len(taken))]
