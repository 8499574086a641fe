"""Notes → rows of a database, and the ids in it."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from deckmaker.model.identity import digest
from deckmaker.writers.anki.notes import Note
from deckmaker.writers.anki.released import NoteType

FIRST_ID, _IDS = 1_600_000_000_000, 100_000_000_000
"""Note and card ids are times in milliseconds to Anki: ours lie between September 2020 and November 2023."""


class Rows:
    """Rows of notes and of their cards, the ids of either one after another.

    Anki knows notes by their GUIDs, and cards by their note and number: ids need only differ.
    """

    def __init__(self, first: int) -> None:
        self._first = first
        # Of each note: rows of its cards, made by now, would be a hundred megabytes for half a million cards.
        self._decks: list[int] = []
        self._cards: list[tuple[int, ...]] = []
        self._mods: list[int] = []
        self._dues = array("q")
        self.types: dict[int, NoteType] = {}
        self.decks: dict[str, int] = {}

    def of_notes(self, notes: Iterable[Note]) -> Iterator[tuple[Any, ...]]:
        """Rows of notes; what they have for cards, types and decks is known once all are made."""
        decks, types = self.decks, self.types
        for id, note in enumerate(notes, self._first):
            fields, mod, type_id = note.fields, note.mod, note.note_type.id
            types.setdefault(type_id, note.note_type)
            self._decks.append(decks.get(note.deck) or decks.setdefault(note.deck, deck_id(note.deck)))
            self._cards.append(note.cards)
            self._mods.append(mod)
            self._dues.append(note.due)
            yield id, guid(note.identity), type_id, mod, f" {' '.join(note.tags)} ", "\x1f".join(fields), fields[0]

    def of_cards(self) -> Iterator[tuple[int, ...]]:
        """Rows of the cards of the notes whose rows were made."""
        id = count(self._first)
        kept = zip(self._decks, self._cards, self._mods, self._dues, strict=True)
        for note, (deck, cards, mod, due) in enumerate(kept, self._first):
            for ord in cards:
                yield next(id), note, deck, ord, mod, due


def guid(identity: str) -> str:
    """What `genanki.guid_for` makes of it, in half the time: two of its digits at once."""
    number = int.from_bytes(hashlib.sha256(identity.encode()).digest()[:8])
    number, low = divmod(number, _FOUR)
    high, middle = divmod(number, _FOUR)
    a, b = divmod(middle, _TWO)
    c, d = divmod(low, _TWO)
    return f"{_PAIRS[high]}{_PAIRS[a]}{_PAIRS[b]}{_PAIRS[c]}{_PAIRS[d]}".lstrip("a")


_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~"
_PAIRS = [high + low for high in _DIGITS for low in _DIGITS]
"""Two digits to the base 91; "a" is its zero."""
_TWO = len(_PAIRS)
_FOUR = _TWO * _TWO
"""How many numbers have two and four digits; all of eight bytes have ten."""


def deck_id(name: str) -> int:
    """A deck's id. Anki matches decks by name; ids need only differ within the package."""
    return hashed("deck", name)


def hashed(*parts: str) -> int:
    """An id, the same for the same parts."""
    return FIRST_ID + int(digest(*parts)[:12], 16) % _IDS
