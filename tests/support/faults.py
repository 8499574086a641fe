"""A file system that fails: the n-th call about a folder ends with an error, every other one is the real one."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

NAMED = ("open", "replace", "rename", "unlink", "rmdir", "mkdir", "chmod", "stat", "lstat", "scandir", "listdir")
"""Calls that begin with a path."""
BY_HANDLE = ("write", "fsync")
"""Calls that begin with an open file."""
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


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
def failing(folder: Path, nth: int, error: int) -> Iterator[Calls]:
    """Inside, the n-th call (from 1; 0 for none) about something in the folder fails with the error."""
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
