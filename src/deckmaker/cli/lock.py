"""The lock, written beside its set."""

from __future__ import annotations

from deckmaker import lock, pipeline
from deckmaker.cli.output import cannot_write, write_atomically
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.pipeline import Checked
from deckmaker.readers import SetFiles
from deckmaker.source import SourceFile


def write_lock(checked: Checked, new: lock.Lock) -> tuple[bytes, list[Diagnostic]]:
    """Put the lock there unless it is there as it should be, and give its bytes back.

    For those who have the turn of the set's folder.
    """
    words = lock.dump(new).encode()
    if pipeline.has_changed(checked):
        return words, [changed_meanwhile(checked)]
    return words, write_words(checked.files, words)


def write_words(files: SetFiles, words: bytes) -> list[Diagnostic]:
    """Put a lock of these bytes there."""
    try:
        if not files.lock.is_file() or files.lock.read_bytes() != words:
            write_atomically(files.lock, words)
    except OSError as error:
        hint = "make room, or see who may write there: the lock stays beside the set"
        return [cannot_write(files.lock, error, hint)]
    return []


def changed_meanwhile(checked: Checked) -> Diagnostic:
    """A half-saved or half-synced set looks like one from which questions were taken out: no lock may learn that."""
    place = SourceFile(checked.files.root, "").span(0)
    message = "the set was changed while it was read: nothing was written"
    return diagnose("Y011", place, message, hint="do it again when it is all there")
