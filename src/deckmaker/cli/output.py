"""Diagnostics on the screen, files on the disk: whole or not at all, and never over what is not ours."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import click

from deckmaker.diagnostics import Diagnostic, Severity, diagnose
from deckmaker.diagnostics.render import Format, render
from deckmaker.diagnostics.render.measure import visible
from deckmaker.source import SourceFile

RECORD = ".deckmaker.json"
"""In each output folder: which files the tool made there, each with the SHA-256 of what it may hold."""


def tell(problems: Sequence[Diagnostic], format: Format = "text", *, verbose: bool = False) -> None:
    """Print diagnostics: text on standard error, machine formats on standard output."""
    to_error = format == "text"
    stream = sys.stderr if to_error else sys.stdout
    words = render(problems, format, colour=to_error and _wants_colour(stream), verbose=verbose)
    if words:
        click.echo(words, file=stream, nl=not words.endswith("\n"), color=True)


def _wants_colour(stream: object) -> bool:
    isatty = getattr(stream, "isatty", lambda: False)
    return bool(isatty()) and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def say(*lines: str, err: bool = False) -> None:
    """Print lines of ours with the user's words and names in them, nothing in them that a terminal would obey."""
    click.echo("\n".join(map(visible, lines)), err=err)


def progress(words: str) -> None:
    """What is going on, on a line of its own that the next one replaces; nothing where nobody watches."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{visible(words)}", err=True, nl=False)


def has_errors(problems: Sequence[Diagnostic]) -> bool:
    """Whether a build stops on them."""
    return any(problem.code.severity is Severity.ERROR for problem in problems)


def size(count: int) -> str:
    """Bytes in words: "812 bytes", "64 kB"."""
    return f"{count / 1000:.0f} kB" if count >= 1000 else f"{count} bytes"


def write_atomically(path: Path, data: bytes) -> None:
    """The file whole or as it was: written beside it, flushed, renamed. Raises OSError."""
    _put({path: data})


def _put(files: Mapping[Path, bytes]) -> None:
    """All the files, or, where there is no room for one or one is open elsewhere, none of them."""
    staged: dict[Path, str] = {}
    try:
        for path, data in files.items():
            staged[path] = _staged(path, data)
        for path in files:
            if path.exists():
                path.open("r+b").close()  # what another program holds open cannot be replaced on Windows
        for path in list(staged):
            os.replace(staged[path], path)
            del staged[path]
    finally:
        for name in staged.values():
            with contextlib.suppress(OSError):
                os.unlink(name)


def _staged(path: Path, data: bytes) -> str:
    """The name of a temporary file beside `path` that holds the data. Raises OSError that names it or its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(name)
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, path.as_posix()) from error
        raise
    return name


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


ELSEWHERE = "close it where it is open, make room, or give another folder with -o"
"""What helps when an output cannot be written."""


def cannot_write(path: Path, error: OSError, hint: str = ELSEWHERE) -> Diagnostic:
    """That a file could not be written, in the system's words."""
    reason = (error.strerror or "unknown reason").lower()
    return diagnose("O001", SourceFile(path.as_posix(), "").span(0), f"cannot be written: {reason}", hint=hint)


def write_outputs(
    folder: Path, files: Mapping[str, bytes], stays: Callable[[str], bool] = lambda name: False
) -> list[Diagnostic]:
    """Put the files into the folder and take away those that an earlier build made there and this one does not.

    A file that the tool did not make, or that was changed since, is never overwritten or removed. Where something goes
    wrong on the way, old and new files are both in the record, so that the next build may go on.

    stays: whether a file of that name, if an earlier build made it, is none of this one's business.
    """
    assert all(Path(name).name == name for name in files), "an output's name is a name, not a path"
    made = _record(folder)
    new = {name: _sha(data) for name, data in files.items()}
    foreign = [name for name, sha in new.items() if not _is_ours(folder / name, {*made.get(name, ()), sha})]
    if foreign:
        return [not_ours(folder / name, "move it away, or give another folder with -o") for name in foreign]
    try:
        _write_record(
            folder, {name: sorted({*made.get(name, ()), *filter(None, [new.get(name)])}) for name in {*made, *new}}
        )
        _put({folder / name: files[name] for name, sha in new.items() if not _holds(folder / name, {sha})})
        others = {name: shas for name, shas in made.items() if name not in files and stays(name)}
        for name, shas in made.items():
            if name not in {*files, *others} and _holds(folder / name, shas):
                (folder / name).unlink()
        _write_record(folder, {**others, **{name: [sha] for name, sha in new.items()}})
    except OSError as error:
        return [cannot_write(Path(error.filename or folder), error)]
    return []


def _is_ours(path: Path, shas: Collection[str]) -> bool:
    return not path.exists() or _holds(path, shas)


def not_ours(path: Path, hint: str) -> Diagnostic:
    """That a file is somebody else's, or was changed since."""
    place = SourceFile(path.as_posix(), "").span(0)
    return diagnose("O003", place, "this file was changed or not made by deckmaker, and is not overwritten", hint=hint)


def _record(folder: Path) -> dict[str, list[str]]:
    """Which files the tool made in the folder, and what each may hold."""
    try:
        found = json.loads((folder / RECORD).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        name: [str(sha) for sha in shas]
        for name, shas in found.items()
        if Path(name).name == name and isinstance(shas, list)
    }


def _write_record(folder: Path, made: Mapping[str, list[str]]) -> None:
    words = json.dumps(dict(sorted(made.items())), indent=0, ensure_ascii=False) + "\n"
    if not _holds(folder / RECORD, {_sha(words.encode())}):
        write_atomically(folder / RECORD, words.encode())


def _holds(path: Path, shas: Collection[str]) -> bool:
    try:
        return path.is_file() and _sha(path.read_bytes()) in shas  # reading a pipe waits for ever
    except OSError:
        return False


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
