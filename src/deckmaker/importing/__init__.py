"""Importing: anybody's deck, as Anki exports it or as a table → a set; an edited package → changes of its own set."""

from deckmaker.importing.archive import MOST_BYTES
from deckmaker.importing.foreign import Foreign
from deckmaker.importing.markup import typed
from deckmaker.importing.sets import Imported, as_set, read
from deckmaker.importing.source_edit import Place, edited
from deckmaker.importing.update import Change, Current, Edits, difference, edits, holds

__all__ = [
    "MOST_BYTES",
    "Change",
    "Current",
    "Edits",
    "Foreign",
    "Imported",
    "Place",
    "as_set",
    "difference",
    "edited",
    "edits",
    "holds",
    "read",
    "typed",
]
