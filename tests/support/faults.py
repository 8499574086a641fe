"""What befalls a build: a file system that fails, a process that is killed, a computer whose power is cut.

The n-th call about a folder fails, or kills its process, or every call is written down; all others are the real ones.
"""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import shutil
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deckmaker import lock
from deckmaker.cli import main
from deckmaker.source import SourceFile

NAMED = ("open", "replace", "rename", "unlink", "rmdir", "mkdir", "chmod", "stat", "lstat", "scandir", "listdir")
"""Calls that begin with a path."""
BY_HANDLE = ("write", "fsync")
"""Calls that begin with an open file."""
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


SET = """\
deckmaker: 1
uid: 7e57da7a
title: T
questions:
  - {id: a, stem: When?, answer: now, distractors: [then, later]}
  - {id: b, stem: Where?, answer: here, distractors: [there, far away]}
quizzes:
  - {id: quiz, title: Q, versions: 1, sections: [{pick: all}]}
"""
EDITED = SET.replace("When?", "At what time?").replace("id: quiz", "id: test")
"""The same with a note changed and papers of other names."""
NOW = 1_800_000_000
FOLDER = "decks/tides"
LOCK = f"{FOLDER}/deck.lock"
RECORD = "build/tides/.deckmaker.json"


def write(folder: Path, words: str) -> None:
    """What the set holds."""
    (folder / FOLDER / "set.yaml").write_text(words, "utf-8")


def run(folder: Path, *arguments: str) -> Result:
    """A command, in the folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, arguments)


def remembered(real: Any) -> Any:
    """The same outputs of the same set and lock, made once: they are the same bytes, and nothing here is about them."""
    known: dict[Any, Any] = {}

    def outputs(checked: Any, locked: lock.Lock, to: Any, how: Any) -> Any:
        (path,) = checked.files.files
        key = (path.read_bytes(), lock.dump(locked), tuple(to))
        if key not in known:
            known[key] = real(checked, locked, to, how)
        files, problems = known[key]
        return dict(files), list(problems)

    return outputs


def undisturbed(place: Path, *arguments: str) -> dict[str, bytes]:
    """What the folder holds once the command has run there in peace; it runs in a copy."""
    copy = place.with_name("undisturbed")
    shutil.copytree(place, copy)
    try:
        done = run(copy, *arguments)
        assert done.exit_code == 0, done.output
        return contents(copy)
    finally:
        shutil.rmtree(copy)


def assert_old_or_new(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Every file is as it was or as it should be, and there is a lock and a record to go on with."""
    for name in {*old, *new, *found}:
        if name == RECORD or name.rpartition("/")[2].startswith(".deckmaker-"):
            continue
        assert found.get(name) in (old.get(name), new.get(name)), name
    if LOCK in found:
        read, problems = lock.parse(SourceFile("deck.lock", found[LOCK].decode()))
        assert read is not None
        assert not problems
    if RECORD in found:
        made = json.loads(found[RECORD])
        for name in found:
            own = name.removeprefix("build/tides/")
            if own != name and not own.startswith("."):
                assert hashlib.sha256(found[name]).hexdigest() in made[own], name


@dataclass
class Calls:
    """What was called, and what of it failed.

    count: calls so far.
    failed: the name of the one that was made to fail, and its path or handle; "" when there was none.
    """

    count: int = 0
    failed: str = ""
    about: Any = None


@contextmanager
def failing(folder: Path, nth: int, error: int, *, kills: bool = False) -> Iterator[Calls]:
    """Inside, the n-th call (from 1; 0 for none) about something in the folder fails with the error.

    kills: it is made instead, and the process is killed, without a chance to do anything.
    """
    calls, handles = Calls(), set[int]()
    root = os.path.realpath(folder)

    def is_about(first: Any) -> bool:
        if isinstance(first, int):
            return first in handles
        path = os.path.abspath(os.fsdecode(first))
        return path == root or path.startswith(root + os.sep)

    def wrapped(name: str, real: Any) -> Any:
        def call(first: Any = ".", *rest: Any, **named: Any) -> Any:
            if not is_about(first):
                return real(first, *rest, **named)
            calls.count += 1
            if calls.count == nth and kills:
                with suppress(OSError):
                    real(first, *rest, **named)
                os.kill(os.getpid(), signal.SIGKILL)
            if calls.count == nth:
                calls.failed, calls.about = name, first
                raise OSError(error, os.strerror(error), None if isinstance(first, int) else os.fspath(first))
            made = real(first, *rest, **named)
            if name == "open":
                handles.add(made)
            return made

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in (*NAMED, *BY_HANDLE):
            patch.setattr(os, name, wrapped(name, getattr(os, name)))
        patch.setattr(io, "open", wrapped("read", io.open))
        yield calls


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def half_done(folder: Path) -> list[Path]:
    """What a build left unfinished."""
    return [path for path in folder.rglob(".*") if path.name != ".deckmaker.json" and path.name != ".gitignore"]


def forked(work: Callable[[], object]) -> int:
    """Do it in a process of its own; how that ended, as `os.waitstatus_to_exitcode` tells it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads: the child starts none and waits for none
        child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
