"""Choosing distractors: what was chosen before while it is legal, then what is nearest to the key, by hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from deckmaker.generators.family import Reason, Request
from deckmaker.model.identity import ranked
from deckmaker.model.questions import Choice, Option
from deckmaker.model.text import EMPTY, Text, plain

STRETCH = 2
"""A distractor should be no more than so many times as long as the key, nor the key as the distractor."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could stand among the options.

    id: its id; text: how it reads.
    distance: how far from the key in kind or topic, nearest first; compared as a tuple.
    apart: ids that should rather not stand beside it, since one would tell something about the other.
    feedback: said to those who chose it.
    """

    id: str
    text: Text
    distance: tuple[int, ...] = ()
    apart: frozenset[str] = frozenset()
    feedback: Text = EMPTY

    @property
    def words(self) -> str:
        """Its letters, by which two options are alike."""
        return plain(self.text).casefold()


def pick(request: Request, key: Candidate, legal: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """As many distractors as the request needs, fewer where there are no more; `legal` may all stand beside the key.

    Length is a preference and no reason to refuse: in a small register a short name may be all there is.
    """
    known = {candidate.id: candidate for candidate in legal}
    before = [known[id] for id in request.kept if id in known]
    rest = [candidate for candidate in legal if candidate.id not in request.kept]
    return _first([*before], _nearest_first(request, key, rest), key, request.distractors)


def _first(before: list[Candidate], more: Iterator[Candidate], key: Candidate, count: int) -> tuple[Candidate, ...]:
    """`count` of them with no two alike: all of `before` first, then `more`, those that stand apart last."""
    taken: list[Candidate] = []
    put_off: list[Candidate] = []

    def take(candidates: Iterable[Candidate], *, apart: bool) -> None:
        for candidate in candidates:
            if len(taken) == count:
                return
            if any(candidate.words == other.words for other in (key, *taken)):
                continue
            if apart and any(other.id in candidate.apart or candidate.id in other.apart for other in taken):
                put_off.append(candidate)
            else:
                taken.append(candidate)

    take(before, apart=False)
    take(more, apart=True)
    take(put_off, apart=False)
    return tuple(taken)


def _nearest_first(request: Request, key: Candidate, rest: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those of fitting length first, of these the nearest in kind first, and what is equally near by hash."""
    uid = request.register.set.uid

    def distance(candidate: Candidate) -> tuple[int, ...]:
        return (int(not _fits(len(candidate.words), len(key.words))), *candidate.distance)

    for _, group in groupby(sorted(rest, key=distance), key=distance):
        yield from ranked(group, lambda candidate: candidate.id, uid, request.question, "distractor")


def _fits(length: int, of_key: int) -> bool:
    return max(length, of_key) <= STRETCH * min(length, of_key)


def choice(request: Request, key: Candidate, distractors: Iterable[Candidate]) -> Choice:
    """A single choice of them, in an order that looks shuffled."""
    uid = request.register.set.uid
    order = ranked((key, *distractors), lambda candidate: candidate.id, uid, request.question, "order")
    return Choice(tuple(Option(one.text, one.id == key.id, one.feedback) for one in order), several=False)


def too_few(request: Request, found: int, excluded: Mapping[str, Reason], labels: Mapping[str, str]) -> Reason:
    """The reason for a refusal for want of distractors, with why each that was kept out was, at most four of them."""
    told = [f'"{labels[id]}" {why}' for id, why in excluded.items()][:4]
    more = f": {'; '.join(told)}" if told else ""
    return f"only {found} of the {request.distractors} distractors needed can stand{more}"
