"""What a lock holds, and one lock of two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct, field

T = TypeVar("T")


class Lock(Struct, frozen=True):
    """What one state of a set leaves to the next.

    uid: the set's.
    notes: of each question that goes to Anki, by the id that it had first: the hash of what its note shows, and the
        time at which that last changed, in epoch seconds.
    retired: when each question that is no more, or no more in Anki, went; students still have its note.
    choices: what the generators chose for a question, by its id, kept while it is legal.
    kinds: of each question that is not a plain note, or was not when it went, the kind of note that students have.
    decks: the deck of each note, by id; "" stands for all that have no entry.
    cards: of each note that has other cards than one: which, by id, as numbers from 1.
    quotes: of each claim, by id, what `evidence` knows a verified quotation by; after a merge perhaps two, apart by a
        space.
    """

    uid: str = ""
    notes: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    retired: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    decks: Mapping[str, str] = field(default_factory=dict)
    cards: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def latest(self) -> int:
        """The latest time in it; -1 when it has none."""
        return max([*(time for _, time in self.notes.values()), *self.retired.values()], default=-1)


EMPTY = Lock()
"""The lock of a set that was never built."""


def merge(ours: Lock, theirs: Lock) -> Lock:
    """What two branches built, as one, whichever is which: every entry of both, and of two the later.

    Both locks are of one set. Of a claim verified in two wordings both are kept, since only the register knows which
    is in force.
    """
    notes = {id: max(_both(id, ours.notes, theirs.notes), key=_late) for id in {**ours.notes, **theirs.notes}}
    retired = {id: max(_both(id, ours.retired, theirs.retired)) for id in {**ours.retired, **theirs.retired}}
    choices = {id: _choice(id, ours, theirs) for id in {**ours.choices, **theirs.choices}}
    quotes = {id: _quotes(_both(id, ours.quotes, theirs.quotes)) for id in {**ours.quotes, **theirs.quotes}}
    kinds = {id: max(_both(id, ours.kinds, theirs.kinds)) for id in {**ours.kinds, **theirs.kinds}}
    retired = {id: at for id, at in retired.items() if id not in notes}
    cards = {id: _of_the_later(id, ours, theirs) for id in {**ours.cards, **theirs.cards}}
    return Lock(
        ours.uid, notes, retired, choices, quotes, kinds, _decks(ours, theirs, notes),
        {id: each for id, each in cards.items() if each},
    )  # fmt: skip


def _decks(ours: Lock, theirs: Lock, notes: Mapping[str, tuple[str, int]]) -> dict[str, str]:
    """Where each note is, by the side that has the later of it; by both, if they have the same."""
    main = max(filter(None, (side.decks.get("") for side in (ours, theirs))), default="")
    found = {
        id: max(side.decks.get(id) or side.decks.get("", main) for side in (ours, theirs) if side.notes.get(id) == note)
        for id, note in notes.items()
    }
    return {**({"": main} if main else {}), **{id: deck for id, deck in found.items() if deck != main}}


def _both(id: str, ours: Mapping[str, T], theirs: Mapping[str, T]) -> list[T]:
    return [side[id] for side in (ours, theirs) if id in side]


def _late(note: tuple[str, int]) -> tuple[int, str]:
    return note[1], note[0]


def _of_the_later(id: str, ours: Lock, theirs: Lock) -> tuple[str, ...]:
    """The cards that go with the note kept; all of both where the sides have the same note."""
    sides = [side for side in (ours, theirs) if id in side.notes]
    latest = max((_late(side.notes[id]) for side in sides), default=(0, ""))
    return max((side.cards.get(id, ()) for side in sides if _late(side.notes[id]) == latest), key=len, default=())


def _choice(id: str, ours: Lock, theirs: Lock) -> tuple[str, ...]:
    """The options that go with the note kept, so that the note stays as it is."""
    sides = [side for side in (ours, theirs) if id in side.choices]
    return max(sides, key=lambda side: (_late(side.notes.get(id, ("", -1))), side.choices[id])).choices[id]


def _quotes(kept: list[str]) -> str:
    return " ".join(sorted({one for several in kept for one in several.split()}))
