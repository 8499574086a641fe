"""The lock, written beside its set."""

from __future__ import annotations

from deckmaker import lock
from deckmaker.cli.output import cannot_write, write_atomically
from deckmaker.diagnostics import Diagnostic
from deckmaker.pipeline import Checked


def write_lock(checked: Checked, new: lock.Lock) -> list[Diagnostic]:
    """Put the lock there unless it is there as it should be."""
    words = lock.dump(new).encode()
    path = checked.files.lock
    try:
        if not path.is_file() or path.read_bytes() != words:
            write_atomically(path, words)
    except OSError as error:
        hint = "make room, or see who may write there: the lock stays beside the set"
        return [cannot_write(path, error, hint)]
    return []
