"""Names of files that a set gives → where these are. Nothing outside the set's folder is looked at."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PureWindowsPath


def spelled(folder: Path, name: str) -> Path:
    """Where the file called `name` (a path from the folder) is: macOS may have spelled its accents in another way.

    An "é" is one letter for most systems and an "e" with an accent for some; a set may be typed on the one and lie on
    the other. Where there is no such file at all, the path as typed.
    """
    typed = folder / name
    if name.isascii() or not is_relative(name) or ".." in Path(name).parts or os.path.lexists(typed):
        return typed
    found = folder
    for part in Path(name).parts:
        try:
            beside = [part] if os.path.lexists(found / part) else sorted(os.listdir(found))
        except OSError:
            return typed
        same = [each for each in beside if composed(each) == composed(part)]
        if not same:
            return typed
        found = found / same[0]
    return found


def composed(name: str) -> str:
    """The name with accents and letters as one, so that names which read alike are alike."""
    return unicodedata.normalize("NFC", name)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether the path, links followed, leads into the folder; one that goes in a circle leads nowhere."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # RuntimeError: a circle, before Python 3.13
        return False


def is_relative(name: str) -> bool:
    """Whether a name that a set gives can be looked for below its folder, whatever system reads it.

    Told by its letters alone: on Windows the mere look at a share of somebody's sends this user's name there.
    """
    path = PureWindowsPath(name)
    return not (path.drive or path.root or name.startswith("~") or "\0" in name) and _stays(path.parts)


def _stays(parts: tuple[str, ...]) -> bool:
    depth = 0
    for part in parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return False
    return True
