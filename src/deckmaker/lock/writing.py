"""A lock as a file: one entry a line, sorted, so that two branches' locks merge well."""

from __future__ import annotations

import re

from deckmaker.lock.entries import Lock

VERSION = "2"
"""Of the format. The first one had no last line, so that nobody could tell a lock from the beginning of one."""
END = "end"
"""The last line."""

_TO_WRITE_OTHERWISE = re.compile(r"[\s%#]")

_HEADER = f"""\
# Written by "deckmaker build"; commit it with the set, and let nobody edit it by hand.
# It knows when each note changed, so that Anki takes over corrections and leaves students' own edits alone,
# what was chosen for generated questions, and which quotes were found in the article's text.
deckmaker-lock {VERSION}
"""


def dump(lock: Lock) -> str:
    """The lock's file: LF line ends, the same for equal locks."""
    entries = [
        *(("cards", id, *numbers) for id, numbers in lock.cards.items()),
        *(("choice", id, *chosen) for id, chosen in lock.choices.items()),
        *(("deck", id, name) for id, name in lock.decks.items()),
        *(("kind", id, kind) for id, kind in lock.kinds.items()),
        *(("note", id, hash, str(time)) for id, (hash, time) in lock.notes.items()),
        *(("quote", id, *kept.split()) for id, kept in lock.quotes.items()),
        *(("retired", id, str(time)) for id, time in lock.retired.items()),
    ]
    lines = [("uid", lock.uid), *sorted(entries)]
    return _HEADER + "".join(" ".join(map(word, line)) + "\n" for line in lines) + f"{END}\n"


def word(text: str) -> str:
    """A text without white space; "%" alone is the empty one."""
    if not _TO_WRITE_OTHERWISE.search(text):
        return text or "%"
    return "".join(f"%{ord(char):X};" if char.isspace() or char in "%#" else char for char in text) or "%"
