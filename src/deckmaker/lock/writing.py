"""A lock as a file: one entry a line, sorted, so that two branches' locks merge well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, starmap

from deckmaker.lock.entries import Lock
from deckmaker.model.identity import sha256
from deckmaker.model.patterns import regex

VERSION = "2"
"""Of the format. The first one had no last line, so that nobody could tell a lock from the beginning of one."""
END = "end"
"""The last line."""

_TO_WRITE_OTHERWISE = regex(r"[\s%#]")

_HEADER = f"""\
# Written by "deckmaker build"; commit it with the set, and let nobody edit it by hand.
# It knows when each note changed, so that Anki takes over corrections and leaves students' own edits alone,
# what was chosen for generated questions, and which quotes were found in the article's text.
deckmaker-lock {VERSION}
"""


def dump(lock: Lock) -> str:
    """The lock's file: LF line ends, the same for equal locks."""
    entries: dict[str, Mapping[str, Sequence[str]]] = {
        "cards": lock.cards,
        "choice": lock.choices,
        "deck": {id: (name,) for id, name in lock.decks.items()},
        "kind": {id: (kind,) for id, kind in lock.kinds.items()},
        "note": {id: (hash, str(time)) for id, (hash, time) in lock.notes.items()},
        "quote": {id: kept.split() for id, kept in lock.quotes.items()},
        "retired": {id: (str(time),) for id, time in lock.retired.items()},
    }
    lines = chain.from_iterable(starmap(_lines, entries.items()))
    return "".join([_HEADER, f"uid {word(lock.uid)}\n", *lines, f"{END}\n"])


def _lines(kind: str, entries: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The lines of one kind of entry, many at a time."""
    ids = sorted(entries)
    for start in range(0, len(ids), _AT_ONCE):
        rows = [(kind, id, *entries[id]) for id in ids[start : start + _AT_ONCE]]
        text = "".join([f"{' '.join(row)}\n" for row in rows])
        if "%" in text or "#" in text or text.split() != [*chain.from_iterable(rows)]:  # as hardly ever
            text = "".join([f"{' '.join(map(word, row))}\n" for row in rows])
        yield text


_AT_ONCE = 1000


def word(text: str) -> str:
    """A text without white space; "%" alone is the empty one."""
    if not _TO_WRITE_OTHERWISE.search(text):
        return text or "%"
    return "".join(f"%{ord(char):X};" if char.isspace() or char in "%#" else char for char in text) or "%"


def sum_of_notes(lock: Lock) -> str:
    """Of what all notes show now, whenever they changed: 64 hexadecimal digits."""
    return _sum(f"{word(id)} {hash}" for id, (hash, _) in lock.notes.items())


def sum_of_notes_in(words: str) -> str:
    """The same of a lock's file, as `dump` writes it."""
    return _sum(_NOTE.findall(words))


_NOTE = regex(r"^note (\S+ [0-9a-f]{16}) [0-9]+$", re.M)


def _sum(notes: Iterable[str]) -> str:
    return sha256("\n".join(sorted(notes)))
