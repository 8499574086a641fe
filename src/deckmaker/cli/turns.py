"""Who may write into a folder: one process at a time.

The kernel keeps the turn and ends it with the process, however that ends: nothing is left that somebody must delete.
On Linux and macOS it lies on the folder itself, which need not be writable; on Windows, and where a file system knows
no such thing, on an empty file among the user's temporary files. It holds among processes of one computer.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import signal
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from deckmaker.cli.disk import sweep
from deckmaker.cli.terminal import progress, say
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.readers.files import unreadable
from deckmaker.source import SourceFile

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 120.0
"""How many seconds another process may keep us waiting."""
_SAID_AFTER = 1.0
"""After how many seconds the user is told what we wait for."""
_UNKNOWN = (errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EACCES, errno.EPERM)
"""What a system says of a folder that it cannot lock."""

_held: set[str] = set()
"""Folders whose turn this process has."""


class NoTurn(Exception):
    """Another process kept the turn, or the folder cannot be had.

    diagnostic: what the user is told.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Stopped(KeyboardInterrupt):
    """The system asked for the end, and gets it as with Ctrl-C.

    number: of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextlib.contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Alone in the folder until the end of the block; what killed processes left half done there is taken away.

    A turn within a turn of the same folder is the same. Raises NoTurn.
    """
    key = os.path.normcase(os.path.realpath(folder))
    if key in _held:
        yield
        return
    with orderly_end(), _taken(folder):
        _held.add(key)
        try:
            sweep(folder)
            yield
        finally:
            _held.discard(key)


@contextlib.contextmanager
def _taken(folder: Path) -> Iterator[None]:
    started, said = time.monotonic(), False
    while (handle := _told(folder)) is None:
        waited = time.monotonic() - started
        if waited >= PATIENCE:
            raise NoTurn(_another(folder))
        if waited >= _SAID_AFTER and not said:
            said = True
            progress("")
            say(f"waiting for another deckmaker that is at work in {folder.as_posix()}", err=True)
        time.sleep(0.05)
    try:
        yield
    finally:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_UN)  # also where a child that was forked meanwhile has the handle too
        os.close(handle)


def _another(folder: Path) -> Diagnostic:
    place = SourceFile(folder.as_posix(), "").span(0)
    hint = "wait until it has ended; one that was stopped with Ctrl-Z goes on with fg"
    return diagnose("O004", place, "another deckmaker is at work here", hint=hint)


def _told(folder: Path) -> int | None:
    """As `_try`. Raises NoTurn where the system refuses."""
    try:
        return _try(folder)
    except OSError as error:
        raise NoTurn(unreadable(Path(error.filename or folder), error)) from error


def _try(folder: Path) -> int | None:
    """An open handle that holds the turn, or None while somebody else has it."""
    if fcntl is None:
        return _locked(_stand_in(folder))
    try:
        handle = _locked(os.open(folder, os.O_RDONLY))
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise
        return _locked(_stand_in(folder))
    return handle if handle is None or _is_there(handle, folder) else None


def _locked(handle: int) -> int | None:
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        os.close(handle)
        if fcntl is None or isinstance(error, BlockingIOError):
            return None
        raise
    return handle


def _is_there(handle: int, folder: Path) -> bool:
    """Whether the folder is still the one that was opened, and was not replaced meanwhile; if not, that is closed."""
    is_there = False
    try:
        is_there = os.path.samestat(os.fstat(handle), os.stat(folder))
    finally:
        if not is_there:
            os.close(handle)
    return is_there


def _stand_in(folder: Path) -> int:
    """An open file that stands for the folder. Raises PermissionError where somebody else has taken its place."""
    import tempfile

    own = Path(tempfile.gettempdir(), f"deckmaker-{os.getuid() if sys.platform != 'win32' else 'turns'}")
    own.mkdir(mode=0o700, exist_ok=True)
    if sys.platform != "win32":
        found = own.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o022:
            raise PermissionError(errno.EPERM, "it is not a folder of yours alone", own.as_posix())
    name = hashlib.sha256(os.fsencode(os.path.normcase(os.path.realpath(folder)))).hexdigest()[:32]
    return os.open(own / f"{name}.turn", os.O_RDWR | os.O_CREAT, 0o600)


@contextlib.contextmanager
def orderly_end() -> Iterator[None]:
    """Inside, a request to end is like Ctrl-C, so that nothing half done is left."""
    before: dict[signal.Signals, object] = {}
    with contextlib.suppress(ValueError):  # only the main thread hears signals
        for name in ("SIGTERM", "SIGHUP"):
            sign = getattr(signal, name, None)
            if sign is not None and signal.getsignal(sign) is signal.SIG_DFL:
                before[sign] = signal.signal(sign, _stop)
    try:
        yield
    finally:
        for sign in before:
            signal.signal(sign, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
