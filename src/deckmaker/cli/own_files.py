"""A set's own files, read once and changed together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckmaker.cli import disk
from deckmaker.cli.output import cannot_write
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.readers.files import SetFiles, read_bytes, shown
from deckmaker.source import SourceFile


def contents(files: SetFiles) -> dict[Path, bytes]:
    """What the set's files hold; those that cannot be read are left to the reader, which says so."""
    found = {path: read_bytes(path)[0] for path in files.files}
    return {path: data for path, data in found.items() if data is not None}


def change(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> list[Diagnostic]:
    """Put what is after into the files; into none of them where somebody changed one since it was read.

    For those who have the turn of the set's folder.
    """
    try:
        for path in after:
            if path.read_bytes() != before[path]:
                place = SourceFile(shown(path), "").span(0)
                message = "the file was changed while it was read: nothing was written"
                return [diagnose("Y011", place, message, hint="do it again when it is all there")]
        disk.put(after)
    except OSError as error:
        place_of_it = Path(error.filename or next(iter(after)))
        return [cannot_write(place_of_it, error, "see who may write there, and whether there is room")]
    return []
