"""Which files make up which set, and their bytes. Nothing outside a set's folder is read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.readers.inside import composed, is_inside
from deckmaker.source import SourceFile, Span

ENDINGS = (".yaml", ".yml")
MOST_BYTES = 64 * 1024 * 1024
"""Of a file that holds text: 100,000 questions take about 72 MB over several files."""
MOST_FILES = 1_000
"""Of a set."""
MOST_IN_ALL = 1 << 30
"""Bytes of a set's files."""


class SetFiles(Struct, frozen=True):
    """Where a set is.

    name: what its outputs are called: its folder's name, or its file's without ending.
    folder: paths in the set are relative to it.
    files: its YAML files, in name order.
    lock: where its lock is or would be.
    """

    name: str
    folder: Path
    files: tuple[Path, ...]
    lock: Path

    @property
    def has_folder(self) -> bool:
        """Whether everything in its folder is the set's; a single file may lie among others."""
        return self.lock.name != f"{self.files[0].name}.lock"

    @property
    def issued(self) -> Path:
        """Where its issued papers lie or would lie."""
        own = self.lock.with_suffix(".issued")
        return self.folder / "issued" if self.has_folder and not own.is_dir() else own

    @property
    def root(self) -> str:
        """What the user would call the set."""
        return shown(self.folder if self.has_folder else self.files[0])


def shown(path: Path) -> str:
    """The path as the user typed it, with forward slashes."""
    return path.as_posix()


def find_sets(paths: Iterable[Path]) -> tuple[list[SetFiles], list[Diagnostic]]:
    """The sets that the paths name: a YAML file, a folder of YAML files, or a folder of such folders."""
    found: dict[str, SetFiles] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        sets, said = _sets_at(path)
        problems += said
        for each in sets:
            found.setdefault(os.path.realpath(each.lock), each)
    return list(found.values()), problems


def _sets_at(path: Path) -> tuple[list[SetFiles], list[Diagnostic]]:
    place = SourceFile(shown(path), "").span(0)
    try:
        if path.exists() and not path.is_dir():
            return _with_names([_single(path)])
        if not path.is_dir():
            return [], [
                diagnose("Y001", place, f'there is no "{shown(path)}"', hint=_nearest(path)),
            ]
        own = _folder(path)
        sets = (
            [own] if own else [each for child in sorted(path.iterdir()) if child.is_dir() and (each := _folder(child))]
        )
    except OSError as error:
        return [], [unreadable(path, error)]
    return _with_names(sets) if sets else ([], [_no_set(path, place)])


def _with_names(sets: list[SetFiles]) -> tuple[list[SetFiles], list[Diagnostic]]:
    """Those whose names are text; Linux keeps bytes of any kind, and no output could be called so."""
    problems = []
    for files in sets:
        for name, path in ((files.name, files.folder), *((path.name, path) for path in files.files)):
            if not _is_text(name):
                place, words = SourceFile(shown(path), "").span(0), f'"{shown(path)}" cannot be read'
                problems.append(diagnose("Y002", place, f"{words}: its name is not UTF-8", hint="rename it"))
                break
    named = [files for files in sets if all(map(_is_text, (files.name, *(path.name for path in files.files))))]
    return named, problems


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_set(path: Path, place: Span) -> Diagnostic:
    """Y008; Windows likes to hide that a file is called "set.yaml.txt"."""
    message = f'no set in "{shown(path)}": it holds no .yaml file'
    folders = [path, *(child for child in sorted(path.iterdir()) if child.is_dir())]
    texts = [child for folder in folders for child in sorted(folder.iterdir()) if _is_yaml(Path(child.stem))]
    hint = "make one with\ndeckmaker new NAME"
    if texts and not texts[0].name.startswith("."):
        hint = f'rename "{shown(texts[0])}" to {texts[0].stem}'
    return diagnose("Y008", place, message, hint=hint)


def _nearest(path: Path) -> str:
    """What may have been meant by a path that leads nowhere."""
    beside = sorted(child.name for child in path.parent.iterdir()) if path.parent.is_dir() else []
    near = did_you_mean(path.name, beside)
    return near or "check the name, or make a set with\ndeckmaker new NAME"


def _single(path: Path) -> SetFiles:
    """The file as a set of its own, or the folder's set that it is a part of."""
    if path.name.lower() == "set.yaml" or (path.parent / "deck.lock").exists():
        whole = _folder(path.parent)
        if whole and path in whole.files:
            return whole
    return SetFiles(composed(path.stem), path.parent, (path,), path.with_name(path.name + ".lock"))


def _folder(path: Path) -> SetFiles | None:
    files = sorted(child for child in path.iterdir() if _is_yaml(child) and not child.is_dir())
    return SetFiles(composed(path.resolve().name), path, tuple(files), _folder_lock(path)) if files else None


def _is_yaml(path: Path) -> bool:
    """By its name; what starts with a dot (macOS leaves "._set.yaml" on other systems' disks) is nobody's work."""
    return path.suffix.lower() in ENDINGS and not path.name.startswith(".")


def _folder_lock(path: Path) -> Path:
    """Its deck.lock; where a single file with its own lock was put into a folder, that one still."""
    moved = [] if (path / "deck.lock").exists() else sorted(path.glob("*.y*ml.lock"))
    return moved[0] if len(moved) == 1 else path / "deck.lock"


def state(files: SetFiles) -> tuple[object, ...]:
    """What is another thing as soon as a file of the set, its lock or an issue was written, added or taken away.

    For the time of one run: whoever reads a set, waits and writes finds out whether it is still what was read.
    """
    now = _folder(files.folder) if files.has_folder and files.folder.is_dir() else files
    paths = (*(now.files if now else ()), files.lock, *sorted(files.issued.glob("*.json")))
    return tuple((shown(path), *_stamp(path)) for path in paths)


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def read_bytes(path: Path, most: int = MOST_BYTES) -> tuple[bytes | None, list[Diagnostic]]:
    """The file's bytes, or why there are none; of a file larger than `most` no more is ever held."""
    place = SourceFile(shown(path), "").span(0)
    if path.exists() and not path.is_file():  # reading a pipe waits for ever
        message = f'"{shown(path)}" cannot be read: it is no ordinary file'
        return None, [diagnose("Y002", place, message, hint="put a file in its place")]
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        return None, [unreadable(path, error)]
    if len(data) > most:
        message = f"the file is larger than {most >> 20} MB"
        return None, [diagnose("Y010", place, message, hint=_TOO_LARGE.get(path.suffix.lower(), "see what it holds"))]
    return data, []


_TOO_LARGE = dict.fromkeys(ENDINGS, "split the set into several files")


def read_inside(path: Path, folder: Path, most: int = MOST_BYTES) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of a file that the set's folder holds itself: a link that leads out of the folder is not followed."""
    if is_inside(path, folder):
        return read_bytes(path, most)
    message = f'"{shown(path)}" cannot be read: it is a link that leads out of the set\'s folder'
    hint = "put the file itself in its place"
    return None, [diagnose("Y002", SourceFile(shown(path), "").span(0), message, hint=hint)]


def unfit_fonts(files: SetFiles) -> list[Diagnostic]:
    """What in the set's folder of fonts is no ordinary file of its own: links out of the set's folder, pipes."""
    own = files.folder / "fonts"
    if not files.has_folder or not os.path.lexists(own):
        return []
    inside = islice(own.rglob("*"), MOST_FILES) if is_inside(own, files.folder) else ()
    found = [own, *(path for path in inside if not path.is_dir())]
    wrong = next(
        (path for path in found if not is_inside(path, files.folder) or not (path.is_file() or path.is_dir())), None
    )
    if wrong is None:
        return []
    message = f'"{shown(wrong)}" cannot be read: it is no file of the set\'s own folder'
    hint = "put the fonts themselves there, or name their folder with --fonts"
    return [diagnose("Y002", SourceFile(shown(wrong), "").span(0), message, hint=hint)]


def unreadable(path: Path, error: OSError) -> Diagnostic:
    """That a file or folder could not be read, in the system's words."""
    place = SourceFile(shown(path), "").span(0)
    if isinstance(error, FileNotFoundError):
        return diagnose("Y001", place, f'there is no "{shown(path)}"', hint="check the name")
    reason = (error.strerror or "unknown reason").lower()
    return diagnose("Y002", place, f'"{shown(path)}" cannot be read: {reason}', hint="check who may read it")
