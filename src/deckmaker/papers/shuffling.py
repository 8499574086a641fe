"""Orders that look shuffled and follow from ids, seed and version alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from msgspec.structs import replace

from deckmaker.model.answers import parts
from deckmaker.model.identity import digest, ranked
from deckmaker.model.natural import natural_order
from deckmaker.model.papers import Item
from deckmaker.model.questions import Choice, Matching, Option, Ordering, Question
from deckmaker.papers.picking import Picked

_LONGEST_RUN = 3
"""So many right answers in a row may have one letter (rule A8 of the question checks)."""
_ATTEMPTS = 16
_NO_POINTS = Decimal(0)


def option_orders(questions: Sequence[Question], *seed: str) -> dict[str, tuple[int, ...]]:
    """For each question what stands at each place: indices into its `parts`.

    The keys of single choices are dealt in turn: over any first so many questions with equally many options, each
    letter is right equally often, give or take one, where pins, natural orders and `shuffle: false` allow. A question
    depends on those before it only, so one more at the end changes none of the others.
    """
    dealt: dict[int, Counter[int]] = defaultdict(Counter)
    return {question.id: _order(question, dealt, (*seed, question.id)) for question in questions}


def _order(question: Question, dealt: Mapping[int, Counter[int]], seed: tuple[str, ...]) -> tuple[int, ...]:
    match question.body:
        case Choice(options=options, several=several):
            fixed = natural_order(options) if question.shuffle else tuple(range(len(options)))
            if several:
                return fixed or _mixed(options, seed)
            order = fixed or _dealt(options, dealt[len(options)], seed)
            dealt[len(options)][_key_place(options, order)] += 1
            return order
        case Matching() | Ordering():
            # Not for `shuffle: false` to decide: as written they would give the answer away.
            return _not_as_written(len(parts(question)), seed)
        case _:
            return ()


def _dealt(options: Sequence[Option], letters: Counter[int], seed: tuple[str, ...]) -> tuple[int, ...]:
    order = list(_mixed(options, seed))
    place = _key_place(options, order)
    if not options[order[place]].pin:
        free = [index for index, option in enumerate(options) if not option.pin]
        target = min(free, key=lambda index: (letters[index], digest(*seed, "key", str(index))))
        order[place], order[target] = order[target], order[place]
    return tuple(order)


def _key_place(options: Sequence[Option], order: Sequence[int]) -> int:
    return next(place for place, index in enumerate(order) if options[index].correct)


def _mixed(options: Sequence[Option], seed: tuple[str, ...]) -> tuple[int, ...]:
    free = [index for index, option in enumerate(options) if not option.pin]
    drawn = iter(ranked(free, str, *seed))
    return tuple(next(drawn) if index in free else index for index in range(len(options)))


def _not_as_written(count: int, seed: tuple[str, ...]) -> tuple[int, ...]:
    as_written = list(range(count))
    for attempt in range(_ATTEMPTS):
        order = ranked(as_written, str, *seed, str(attempt))
        if order != as_written:
            return tuple(order)
    return tuple(reversed(as_written))


def question_orders(picked: Sequence[Picked], orders: Mapping[str, tuple[int, ...]], *seed: str) -> list[Picked]:
    """The sections with their questions in this version's order, without long runs of one right letter if possible.

    Questions are put in one after another, each at a place drawn for it: one more at the end finds its place among the
    others and moves none of them.
    """
    arranged: list[Picked] = []
    before: list[str] = []

    def key(question: Question) -> str:
        return _letter(question, orders[question.id])

    for part in picked:
        questions = _inserted(part.questions, before, key, seed) if part.section.shuffle else list(part.questions)
        arranged.append(replace(part, questions=tuple(questions)))
        before += map(key, questions)
    return arranged


def _inserted(
    questions: Sequence[Question], before: Sequence[str], key: Callable[[Question], str], seed: tuple[str, ...]
) -> list[Question]:
    made: list[Question] = []
    letters = list(before)
    for question in questions:
        letter = key(question)
        drawn = int(digest(*seed, question.id), 16) % (len(made) + 1)
        fine = (
            place
            for place in _outwards(drawn, len(made) + 1)
            if _run_at(letters, len(before) + place, letter) <= _LONGEST_RUN
        )
        place = next(fine, drawn)
        made.insert(place, question)
        letters.insert(len(before) + place, letter)
    return made


def _outwards(start: int, count: int) -> Iterator[int]:
    """The places from 0 to `count`, not included, the nearest to `start` first, of two as near the one before it."""
    yield start
    for away in range(1, count):
        yield from (place for place in (start - away, start + away) if 0 <= place < count)


def _run_at(letters: Sequence[str], place: int, letter: str) -> int:
    """How long a run of one letter would be with another one put in at a place."""
    if not letter:
        return 0
    after = (letters[index] for index in range(place, len(letters)))
    before = (letters[index] for index in range(place - 1, -1, -1))
    return 1 + _same(after, letter) + _same(before, letter)


def _same(letters: Iterator[str], letter: str) -> int:
    return sum(1 for _ in takewhile(letter.__eq__, letters))


def _letter(question: Question, order: tuple[int, ...]) -> str:
    match question.body:
        case Choice(several=False):
            return Item(0, question, _NO_POINTS, order).key[0]
        case _:
            return ""
