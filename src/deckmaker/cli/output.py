"""Diagnostics on the screen, files on the disk: whole or not at all, and never over what is not ours."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from deckmaker.cli import disk
from deckmaker.cli.record import RECORD, Record, read_record, sha, sha_of, write_record
from deckmaker.cli.turns import turn
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.readers.files import unreadable
from deckmaker.readers.inside import composed
from deckmaker.source import SourceFile

MOST_LETTERS = 259
"""Of a path on Windows, unless it was set up for more."""


def write_atomically(path: Path, data: bytes) -> None:
    """The file whole or as it was, and whole after a power cut too. Raises OSError, NoTurn."""
    disk.make_folder(path.parent)
    with turn(path.parent):
        disk.put({path: data})


def new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """A folder that is not there yet, or is empty, with these files: whole or not at all. Raises OSError, NoTurn."""
    disk.make_folder(folder.parent)
    with turn(folder.parent):
        disk.put_folder(folder, files)


ELSEWHERE = "close it where it is open, make room, or give another folder with -o"
"""What helps when an output cannot be written."""


def cannot_write(
    path: Path, error: OSError, hint: str = ELSEWHERE, *, is_windows: bool = os.name == "nt"
) -> Diagnostic:
    """That a file could not be written, in the system's words."""
    reason = (error.strerror or "unknown reason").lower()
    if error.errno == errno.ENAMETOOLONG:
        hint = "shorten the name of the set, or of the quiz"
    elif is_windows and len(os.path.abspath(path)) > MOST_LETTERS:
        hint = f"give a folder nearer to the root with -o: Windows takes paths of {MOST_LETTERS} letters"
    return diagnose("O001", SourceFile(path.as_posix(), "").span(0), f"cannot be written: {reason}", hint=hint)


def of_the_system(error: Exception) -> Diagnostic | None:
    """What a file system refuses where nobody expects it; None for all else, and where nobody reads on."""
    if not isinstance(error, OSError) or error.errno == errno.EPIPE:
        return None
    place = Path(os.fsdecode(error.filename or "the terminal, or where the words went"))
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
    return cannot_write(place, error, "make room, and do the same again") if full else unreadable(place, error)


def write_outputs(
    folder: Path,
    files: Mapping[str, bytes],
    stays: Callable[[str], bool] = lambda name: False,
    states: Mapping[str, str] = MappingProxyType({}),
) -> list[Diagnostic]:
    """Put the files into the folder and take away those that an earlier build made there and this one does not.

    A file that the tool did not make, or that was changed since, is never overwritten or removed. The record names old
    and new files before the first is written and the new ones alone after the last, so that whoever is stopped on the
    way leaves files that are known, and the next build goes on. Raises NoTurn.

    stays: whether a file of that name, if an earlier build made it, is none of this one's business.
    states: a sum of what each output is made of, by the output's name; of others it stays known.
    """
    assert all(Path(name).name == name for name in files), "an output's name is a name, not a path"
    try:
        disk.make_folder(folder)
        with turn(folder):
            return _exchange(folder, files, stays, states)
    except OSError as error:
        return [cannot_write(Path(error.filename or folder), error)]


def _exchange(
    folder: Path, files: Mapping[str, bytes], stays: Callable[[str], bool], states: Mapping[str, str]
) -> list[Diagnostic]:
    record = read_record(folder)
    known = record or Record()
    made = _as_called_now(folder, known.made, files)
    new = {name: sha(data) for name, data in files.items()}
    held = {name: sha_of(folder / name) for name in {*made, *new}}
    foreign = [name for name, sum in new.items() if held[name] not in {"", *made.get(name, ()), sum}]
    if foreign:
        hint = "move it away, or give another folder with -o"
        if record is None:
            hint = f"the list of what deckmaker made here is damaged ({RECORD}): move the whole folder away"
        return [not_ours(folder / name, hint) for name in foreign]
    both = {name: sorted({*made.get(name, ()), *filter(None, [new.get(name)])}) for name in {*made, *new}}
    rest = {name: state for name, state in known.states.items() if name not in states}
    write_record(folder, both, rest)
    disk.put(_Placed(folder, files, [name for name, sum in new.items() if held[name] != sum]))
    others = {name: shas for name, shas in made.items() if name not in files and stays(name)}
    gone = [name for name, shas in made.items() if name not in {*files, *others} and held[name] in shas]
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    if gone:  # before the record forgets them: what comes back after a power cut must be known
        disk.send_names([folder])
    write_record(folder, {**others, **{name: [sum] for name, sum in new.items()}}, {**rest, **states})
    return []


def _as_called_now(folder: Path, made: Mapping[str, list[str]], names: Collection[str]) -> dict[str, list[str]]:
    """The record with new names for files that are the same by either: where capitals do not count, or accents."""
    alike = {composed(name).casefold(): name for name in names}
    found: dict[str, list[str]] = {}
    for name, shas in made.items():
        now = alike.get(composed(name).casefold(), name)
        if now != name and not _are_one(folder / name, folder / now):
            now = name
        found[now] = [*found.get(now, ()), *shas]
    return found


def _are_one(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except FileNotFoundError:
        return False


class _Placed(Mapping[Path, bytes]):
    """Some of the files by where they go; each is looked at when it is asked for."""

    def __init__(self, folder: Path, files: Mapping[str, bytes], names: Sequence[str]) -> None:
        self._files = files
        self._names = {folder / name: name for name in names}

    def __getitem__(self, path: Path) -> bytes:
        return self._files[self._names[path]]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def not_ours(path: Path, hint: str) -> Diagnostic:
    """That a file is somebody else's, or was changed since."""
    place = SourceFile(path.as_posix(), "").span(0)
    return diagnose("O003", place, "this file was changed or not made by deckmaker, and is not overwritten", hint=hint)
