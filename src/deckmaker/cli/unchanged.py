"""A build that would do what an earlier one did is not done again: known from what stands in files, never from clocks.

After a build that went well, a note beside the outputs says what everything was made of (the sets' folders, the files
named on the command line, the options, this very program), what was made, and what was said. Where all of it is found
again, the same is said again. A note that is missing, damaged, of another version or cannot be written costs time and
nothing else. Only light modules are loaded here.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from deckmaker.cli import disk

NOTES = ".deckmaker"
"""The folder of notes, in the output folder."""
_MOST_FILES = 20_000
"""Of the sets' folders together: more are not looked through."""
_MOST_BYTES = 256 << 20
"""Of a file; no larger one goes into a set or comes out of it in a moment."""
_DAY = 24 * 60 * 60
_OBEYED = "[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\x1b(?!\\[[0-9;]*m)"
"""What a terminal acts upon, besides colours: no build says it, but a note may come with somebody's folder."""

Stamps = Mapping[str, str]
"""What files hold: SHA-256 by path."""


class Pieces(NamedTuple):
    """Of files of which each question is known, by path.

    items: the hashes of what stands above the questions, and of each of them, one behind the other.
    ids, fronts: those of their ids, and of their fronts.
    """

    items: dict[str, str]
    ids: dict[str, str]
    fronts: dict[str, str]


NO_PIECES = Pieces({}, {}, {})


class Asked(NamedTuple):
    """What somebody wants built.

    sets: the paths named; output: where it goes.
    beside: further files and folders that go in.
    options: everything else that decides what is made and said, in letters.
    """

    sets: tuple[str, ...]
    output: str
    beside: tuple[str, ...]
    options: str


class Said(NamedTuple):
    """What a build said: on standard output, on standard error."""

    out: str
    err: str


def stamps(asked: Asked, *, locks: bool = True) -> Stamps | None:
    """What stands in everything that goes in; None where that cannot be told by looking through folders.

    A set that is one file may lie among anything, so it is None for those. locks: whether locks are looked at.
    """
    found: dict[str, str] = {}
    try:
        for path in asked.sets:
            if not os.path.isdir(path):
                return None
            _look_through(path, found, os.path.realpath(asked.output))
        for path in asked.beside:
            if os.path.isdir(path):
                _look_through(path, found, "")
            else:
                found[path] = _stamp(path)
    except (OSError, _Odd):
        return None
    return found if locks else {path: sha for path, sha in found.items() if not path.endswith(_LOCKS)}


_LOCKS = ("deck.lock", ".yaml.lock", ".yml.lock")
"""How the names of sets' locks end."""


class _Odd(Exception):
    """Something that is not looked through."""


def _look_through(folder: str, found: dict[str, str], without: str) -> None:
    if os.path.islink(folder):
        raise _Odd
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_symlink() or len(found) > _MOST_FILES:
                raise _Odd
            if entry.is_dir():
                if entry.name != ".git" and os.path.realpath(entry.path) != without:
                    found[entry.path] = "folder"
                    _look_through(entry.path, found, without)
            elif disk.HALF_DONE.fullmatch(entry.name):  # a build was killed: the next one takes it away
                raise _Odd
            else:
                found[entry.path] = _stamp(entry.path)


def _stamp(path: str) -> str:
    """The SHA-256 of a file. Raises OSError."""
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_BYTES:  # a pipe that is opened waits for ever
        raise OSError
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def same_but(before: Stamps, after: Stamps, written: Stamps) -> bool:
    """Whether nothing changed but the files that we wrote, and these hold what we wrote."""
    expected = {**before, **{os.path.normpath(path): sha for path, sha in written.items()}}
    return {os.path.normpath(path): sha for path, sha in after.items()} == {
        os.path.normpath(path): sha for path, sha in expected.items()
    }


class Note(NamedTuple):
    """What is kept of a build that went well.

    program: what made it; stamps: what everything was made of; outputs: what was made.
    latest: the latest time in a lock, in seconds since 1970.
    out, err: what was said.
    rest: its `Pieces`, as they stand in the file, which are looked at where something was edited; seal: of these.
    """

    program: str
    stamps: dict[str, str]
    outputs: dict[str, str]
    latest: int
    out: str
    err: str
    seal: str
    rest: str = ""


def note_of(asked: Asked) -> Note | None:
    """The note of a build of exactly this, by this very program; None where there is none that can be read."""
    try:
        with open(_path(asked), encoding="utf-8") as file:
            seal, words, rest = file.read().split("\n", 2)
        if seal != _sealed(words):
            return None
        note = Note(**json.loads(words), rest=rest)
        is_fit = isinstance(note.outputs, dict) and _is_shown(note.out + note.err)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return note if is_fit and note.program == _program(asked) else None


def _is_shown(words: str) -> bool:
    """Whether a terminal acts upon nothing in the words; most need no expression to be compiled."""
    return words.replace("\n", "").isprintable() or re.search(_OBEYED, words) is None


def pieces_in(note: Note) -> Pieces:
    """The pieces that a note tells of; none where that part of it is damaged."""
    try:
        found = Pieces(**json.loads(note.rest)) if _sealed(note.rest) == note.seal else NO_PIECES
        is_fit = all(isinstance(word, str) for part in found for word in part.values())
    except (ValueError, TypeError, AttributeError, RecursionError):
        return NO_PIECES
    return found if is_fit else NO_PIECES


def kept(asked: Asked, now: Stamps | None, clock: float) -> Said | None:
    """What the build of exactly this said, where all that it made is there; None where it is to be done."""
    note = note_of(asked) if now is not None else None
    if note is None or note.stamps != now or not is_there(note, clock):
        return None
    return Said(note.out, note.err)


def is_there(note: Note, clock: float) -> bool:
    """Whether all that was made stands as it was made, and no lock is ahead of the clock, of which a build warns."""
    try:
        folders = {os.path.dirname(path) for path in note.outputs}
        if any(map(disk.HALF_DONE.fullmatch, [name for folder in folders for name in os.listdir(folder)])):
            return False
        return note.latest - clock < _DAY and all(_stamp(path) == sha for path, sha in note.outputs.items())
    except OSError:
        return False


def keep(asked: Asked, now: Stamps, said: Said, outputs: Iterable[str], latest: int, pieces: Pieces) -> None:
    """Take a note of a build that went well; nothing is said where that cannot be."""
    with contextlib.suppress(OSError, ValueError):
        made = {path: _stamp(path) for path in outputs}
        rest = json.dumps(pieces._asdict())
        note = Note(_program(asked), dict(now), made, latest, said.out, said.err, _sealed(rest))
        words = json.dumps({key: value for key, value in note._asdict().items() if key != "rest"})
        disk.sweep(Path(_path(asked)).parent)
        disk.put({Path(_path(asked)): f"{_sealed(words)}\n{words}\n{rest}".encode()})


def _path(asked: Asked) -> str:
    """One note for each way of asking, so that different builds into one folder do not undo each other's."""
    name = hashlib.sha256(repr(asked).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return os.path.join(asked.output, NOTES, f"{name}.json")


def _sealed(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _program(asked: Asked) -> str:
    """This program and what is asked of it: changes when anything of it does, or of the libraries beside it."""
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parts = [repr(asked), sys.version]
    for place in sys.path:
        with contextlib.suppress(OSError):
            parts += sorted(name for name in os.listdir(place or ".") if name.endswith(".dist-info"))
    sum = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass"))
    for path in _own_files(own):
        data = _bytes(path)
        sum.update(f"\n{path[len(own) :]}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
        sum.update(data)
    return sum.hexdigest()


def _bytes(path: str) -> bytes:
    """What stands in one of hundreds of small files. Raises OSError."""
    with open(path, "rb", buffering=0) as file:
        return file.read()


def _own_files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name not in ("__pycache__", "pages"):  # those that explain what is said
                    yield from _own_files(entry.path)
            else:
                yield entry.path


def clock() -> float:
    """Seconds since 1970."""
    return time.time()
