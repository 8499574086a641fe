"""Choosing distractors: what was chosen before while it is legal, then what is nearest to the key, by hash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from deckmaker.generators.family import Reason, Request
from deckmaker.model.identity import ranked
from deckmaker.model.questions import Choice, Option

STRETCH = 2
"""A distractor should be no more than so many times as long as the key, nor the key as the distractor."""

TOLD = 4
"""Of how many distractors kept out a refusal tells the reason."""


class Candidate(Struct, frozen=True):
    """Something that could stand among the options.

    id: its id; words: its letters.
    distance: how far from the key in length, kind, topic; compared as a tuple, the nearest first.
    """

    id: str
    words: str
    distance: tuple[int, ...] = ()


MORE = "list more of the article's sources and claims, or ask for fewer options"
"""The remedy for want of distractors."""

Apart = Callable[[str, str], bool]
"""Whether two ids should rather not stand beside each other, since one would tell something about the other."""


def pick(request: Request, key: Candidate, legal: Sequence[Candidate], apart: Apart) -> tuple[str, ...]:
    """Ids of as many distractors as the request needs, fewer where there are no more.

    `legal` may all stand beside the key. `distance` and `apart` are preferences and no reason to refuse: in a small
    register there may be nothing else.
    """
    known = {candidate.id: candidate for candidate in legal}
    before = [known[id] for id in request.kept if id in known]
    taken: list[Candidate] = []
    _take(taken, before, key, request.distractors)
    if len(taken) < request.distractors:
        rest = _nearest_first(request, [candidate for candidate in legal if candidate.id not in request.kept])
        put_off = _take(taken, rest, key, request.distractors, apart)
        _take(taken, put_off, key, request.distractors)
    return tuple(candidate.id for candidate in taken)


def _take(
    taken: list[Candidate], offered: Iterable[Candidate], key: Candidate, count: int, apart: Apart | None = None
) -> list[Candidate]:
    """Add to `taken` up to `count`, in the order offered, no two that read alike; gives those that `apart` put off."""
    put_off = []
    for candidate in offered:
        if len(taken) == count:
            break
        if any(candidate.words.casefold() == other.words.casefold() for other in (key, *taken)):
            continue
        if apart and any(apart(candidate.id, other.id) for other in taken):
            put_off.append(candidate)
        else:
            taken.append(candidate)
    return put_off


def _nearest_first(request: Request, rest: Iterable[Candidate]) -> Iterator[Candidate]:
    """What is equally near goes by hash."""
    uid = request.register.set.uid
    for _, group in groupby(sorted(rest, key=_distance), key=_distance):
        yield from ranked(group, lambda candidate: candidate.id, uid, request.question, "distractor")


def _distance(candidate: Candidate) -> tuple[int, ...]:
    return candidate.distance


def stretched(words: str, of_key: str) -> int:
    """1 where an option is so much longer or shorter than the key that its length tells something, else 0.

    Goes first in a distance. Where there is nothing of fitting length, what does not fit will do.
    """
    short, long = sorted((len(words), len(of_key)))
    return int(long > STRETCH * short)


def choice(request: Request, key: str, distractors: Iterable[str], option: Callable[[str], Option]) -> Choice:
    """A single choice, each option made from its id, in an order that looks shuffled."""
    order = ranked((key, *distractors), str, request.register.set.uid, request.question, "order")
    return Choice(tuple(option(id) for id in order), several=False)


def too_few(request: Request, found: Sequence[str], kept_out: Mapping[str, str]) -> Reason | None:
    """The refusal for want of distractors, with why some were kept out; None where enough were found."""
    if len(found) >= request.distractors:
        return None
    told = [f'"{request.register.label(id)}" {why}' for id, why in kept_out.items()][:TOLD]
    more = f": {'; '.join(told)}" if told else ""
    cause = f"only {len(found)} of the {request.distractors} distractors needed can stand{more}"
    return Reason(cause, MORE)
