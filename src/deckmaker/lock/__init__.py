"""What a set remembers from build to build: when each note changed, what was chosen, which quotations were verified.

Pure: reads no disk and no clock. The file is the author's to commit; only a plain `build` advances it.
"""

from deckmaker.lock.advance import advance
from deckmaker.lock.content import RENDER, note_hash, note_hashes, sum_of
from deckmaker.lock.entries import EMPTY, Lock, merge
from deckmaker.lock.patching import patched
from deckmaker.lock.reading import parse
from deckmaker.lock.report import covers
from deckmaker.lock.students import kinds_changed, what_stays
from deckmaker.lock.writing import dump, sum_of_notes, sum_of_notes_in

__all__ = [
    "EMPTY",
    "RENDER",
    "Lock",
    "advance",
    "covers",
    "dump",
    "kinds_changed",
    "merge",
    "note_hash",
    "note_hashes",
    "parse",
    "patched",
    "sum_of",
    "sum_of_notes",
    "sum_of_notes_in",
    "what_stays",
]
