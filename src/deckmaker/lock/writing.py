"""A lock as a file: one entry a line, sorted, so that two branches' locks merge well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from deckmaker.lock.entries import Lock
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
    lines = [_lines(kind, of_its_kind) for kind, of_its_kind in entries.items()]
    return f"{_HEADER}uid {word(lock.uid)}\n{''.join(lines)}{END}\n"


def _lines(kind: str, entries: Mapping[str, Sequence[str]]) -> str:
    """The lines of one kind of entry."""
    rows = [(kind, id, *entries[id]) for id in sorted(entries)]
    text = "".join([f"{' '.join(row)}\n" for row in rows])
    if "%" in text or "#" in text or text.split() != [*chain.from_iterable(rows)]:  # as hardly ever
        return "".join([f"{' '.join(map(word, row))}\n" for row in rows])
    return text


def word(text: str) -> str:
    """A text without white space; "%" alone is the empty one."""
    if not _TO_WRITE_OTHERWISE.search(text):
        return text or "%"
    return "".join(f"%{ord(char):X};" if char.isspace() or char in "%#" else char for char in text) or "%"
