"""The stages in order: the only part that knows all stages of a build.

    files ─ readers ─▶ set ─ evidence ─▶ ─ generators ─▶ document ─ checks ─▶ ─ papers, writers ─▶ files

No stage prints, exits, or asks the clock; files are read here and by the readers, and written by the command line.
A stage that a set has no work for is not loaded.
"""

from deckmaker.pipeline.checking import EVERYTHING, Checked, Wanted, check, has_changed, same_uids, strict
from deckmaker.pipeline.making import (
    FURTHER,
    OUTPUTS,
    Printing,
    advanced,
    anki_options,
    fonts_of,
    from_the_future,
    is_report,
    maker_of,
    outputs,
    posix,
    print_options,
    report,
    states,
    unlocked,
    unprintable,
)
from deckmaker.readers import find_sets

__all__ = [
    "Checked",
    "EVERYTHING",
    "FURTHER",
    "OUTPUTS",
    "Printing",
    "Wanted",
    "advanced",
    "anki_options",
    "check",
    "find_sets",
    "fonts_of",
    "from_the_future",
    "has_changed",
    "is_report",
    "maker_of",
    "outputs",
    "posix",
    "print_options",
    "report",
    "same_uids",
    "states",
    "strict",
    "unlocked",
    "unprintable",
]
