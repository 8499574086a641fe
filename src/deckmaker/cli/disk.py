"""Files on the disk: whole or as they were, whatever happens on the way: a full disk, a kill, a power cut.

What is to be written goes to temporary files first and to the disk itself; then each is renamed, and the folder that
has the new names is sent to the disk too. Temporary files have names that nobody else gives, so that a later run may
take away what a killed one left.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

try:
    from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined,unused-ignore]
except ImportError:  # it is macOS's, whose fsync stops at the drive's own memory
    F_FULLFSYNC = None

IS_WINDOWS = os.name == "nt"
HALF_DONE = re.compile(r"\.deckmaker-[0-9a-f]{16}\.tmp")
"""Names of what is being written."""
_NOT_HERE = (errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.ENOSYS)
"""What some network file systems say when something is to be sent to the disk."""


def put(files: Mapping[Path, bytes]) -> None:
    """All the files, or, where there is no room for one or one is open elsewhere, none of them. Raises OSError.

    Files are renamed in the order given: who is killed in between leaves the first ones new and the last ones old.
    """
    staged: dict[Path, Path] = {}
    folders = {path.parent for path in files}
    try:
        for path, data in files.items():
            make_folder(path.parent)
            staged[path] = half_done(path.parent)
            _write(staged[path], data, path)
        for path in files:
            if path.exists():
                path.open("r+b").close()  # what another program holds open cannot be replaced on Windows
        send_names(folders, only_macos=True)
        for path in list(staged):
            _rename(staged[path], path)
            del staged[path]
        send_names(folders)
    finally:
        for name in staged.values():
            with contextlib.suppress(OSError):
                os.unlink(name)


def put_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """A new folder that holds these files, whole or not at all; one that is there gets them. Raises OSError."""
    if folder.exists():
        put({folder / name: data for name, data in files.items()})
        return
    make_folder(folder.parent)
    made = half_done(folder.parent)
    try:
        for name, data in files.items():
            make_folder((made / name).parent)
            _write(made / name, data, folder / name)
        send_names([path for path in (made, *made.rglob("*")) if path.is_dir()])
        os.rename(made, folder)
        send_names([folder.parent])
    except BaseException:  # Ctrl-C too
        _remove(made)
        raise


def _rename(old: Path, new: Path) -> None:
    """Over what is there; on Windows again and again for a second, since a virus scanner may look at it just now."""
    for pause in (0.05, 0.15, 0.3, 0.5) if IS_WINDOWS else ():
        try:
            os.replace(old, new)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(old, new)


def half_done(folder: Path) -> Path:
    """A name in the folder for what is not finished."""
    return folder / f".deckmaker-{os.urandom(8).hex()}.tmp"


def sweep(folder: Path) -> None:
    """Take away what killed processes left half done in the folder. For those who have its turn."""
    with contextlib.suppress(OSError):
        with os.scandir(folder) as entries:
            left = [Path(entry.path) for entry in entries if HALF_DONE.fullmatch(entry.name)]
        for path in left:
            _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        import shutil

        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            os.unlink(path)


def make_folder(folder: Path) -> None:
    """The folder and those that it lies in, where they are not there. Raises OSError."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        send_names([folder.parent])


def _write(name: Path, data: bytes, path: Path) -> None:
    """A new file on the disk with the rights of the one that it will replace. Raises OSError that names that one."""
    try:
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            _flush(handle)
        finally:
            os.close(handle)
        if path.exists():
            os.chmod(name, stat.S_IMODE(path.stat().st_mode))
    except OSError as error:
        raise OSError(error.errno, error.strerror, path.as_posix()) from error


def send_names(folders: Iterable[Path], *, only_macos: bool = False) -> None:
    """Send the names in the folders to the disk, and on macOS whatever its drive still has in mind."""
    if IS_WINDOWS or (only_macos and F_FULLFSYNC is None):  # Windows opens no folder, and keeps names itself
        return
    for folder in folders:
        try:
            handle = os.open(folder, os.O_RDONLY)
        except PermissionError:  # it may be written and not be read
            continue
        try:
            if F_FULLFSYNC is None:
                _flush(handle)
            else:
                fcntl(handle, F_FULLFSYNC)
        except OSError as error:
            raise OSError(error.errno, error.strerror, folder.as_posix()) from error
        finally:
            os.close(handle)


def _flush(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
