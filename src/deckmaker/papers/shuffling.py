"""Orders that look shuffled and follow from ids, seed and version alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from deckmaker.model.identity import digest, ranked
from deckmaker.model.papers import Item, parts
from deckmaker.model.questions import Choice, Matching, Option, Ordering, Question
from deckmaker.papers.picking import Picked

_LONGEST_RUN = 3
"""So many right answers in a row may have one letter (rule A8 of the question checks)."""
_ATTEMPTS = 16
_NO_POINTS = Decimal(0)


def option_orders(questions: Sequence[Question], *seed: str) -> dict[str, tuple[int, ...]]:
    """For each question what stands at each place: indices into its `parts`.

    The keys of single choices are dealt in turn: over any first so many questions with equally many options, each
    letter is right equally often, give or take one, where pins and `shuffle: false` allow. A question depends on
    those before it only, so one more at the end changes none of the others.
    """
    dealt: dict[int, Counter[int]] = defaultdict(Counter)
    return {question.id: _order(question, dealt, (*seed, question.id)) for question in questions}


def _order(question: Question, dealt: Mapping[int, Counter[int]], seed: tuple[str, ...]) -> tuple[int, ...]:
    match question.body:
        case Choice(options=options, several=False):
            return _dealt(options, question.shuffle, dealt[len(options)], seed)
        case Choice(options=options):
            return _mixed(options, question.shuffle, seed)
        case Matching() | Ordering():
            # Not for `shuffle: false` to decide: as written they would give the answer away.
            return _not_as_written(len(parts(question)), seed)
        case _:
            return ()


def _dealt(options: Sequence[Option], shuffle: bool, letters: Counter[int], seed: tuple[str, ...]) -> tuple[int, ...]:
    order = list(_mixed(options, shuffle, seed))
    right = next(index for index, option in enumerate(options) if option.correct)
    place = order.index(right)
    if shuffle and not options[right].pin:
        free = [index for index, option in enumerate(options) if not option.pin]
        target = min(free, key=lambda index: (letters[index], digest(*seed, "key", str(index))))
        order[place], order[target] = order[target], order[place]
        place = target
    letters[place] += 1
    return tuple(order)


def _mixed(options: Sequence[Option], shuffle: bool, seed: tuple[str, ...]) -> tuple[int, ...]:
    free = [index for index, option in enumerate(options) if shuffle and not option.pin]
    drawn = iter(ranked(free, str, *seed))
    return tuple(next(drawn) if index in free else index for index in range(len(options)))


def _not_as_written(count: int, seed: tuple[str, ...]) -> tuple[int, ...]:
    as_written = list(range(count))
    for attempt in range(_ATTEMPTS):
        order = ranked(as_written, str, *seed, str(attempt))
        if order != as_written:
            return tuple(order)
    return tuple(reversed(as_written))


def question_orders(picked: Sequence[Picked], orders: Mapping[str, tuple[int, ...]], *seed: str) -> Sequence[Picked]:
    """The sections with their questions in this version's order, without long runs of one right letter if possible."""
    arranged = list(picked)
    for attempt in range(_ATTEMPTS):
        arranged = _arranged(picked, *seed, str(attempt))
        if _longest_run(arranged, orders) <= _LONGEST_RUN:
            break
    return arranged


def _arranged(picked: Sequence[Picked], *seed: str) -> list[Picked]:
    return [
        replace(part, questions=tuple(ranked(part.questions, lambda question: question.id, *seed)))
        if part.section.shuffle
        else part
        for part in picked
    ]


def _longest_run(picked: Sequence[Picked], orders: Mapping[str, tuple[int, ...]]) -> int:
    keys = [_letter(question, orders[question.id]) for part in picked for question in part.questions]
    return max((len(list(run)) for key, run in groupby(keys) if key), default=0)


def _letter(question: Question, order: tuple[int, ...]) -> tuple[str, ...]:
    match question.body:
        case Choice(several=False):
            return Item(0, question, _NO_POINTS, order).key
        case _:
            return ()
