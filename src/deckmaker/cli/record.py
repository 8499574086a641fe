"""In each output folder: which files the tool made there, and of which state of the set."""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from deckmaker.cli import disk

RECORD = ".deckmaker.json"
"""The record's file: each file with the SHA-256 of what it may hold."""
_STATES = "made of"
"""Where in it stands what outputs were made of; a list of sums stands at each other name."""


class Record(Struct):
    """What the tool made in a folder.

    made: the SHA-256 of what each file may hold, by its name.
    states: a sum of what an output was made of, by the output's name; without those of which it is not known.
    """

    made: dict[str, list[str]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)


def read_record(folder: Path) -> Record | None:
    """The folder's; None where it cannot be read. Raises OSError."""
    try:
        found = json.loads((folder / RECORD).read_bytes())
    except FileNotFoundError:
        return Record()
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    states = found.get(_STATES)
    return Record(
        {
            name: [str(sha) for sha in shas]
            for name, shas in found.items()
            if Path(name).name == name and isinstance(shas, list)
        },
        {name: str(state) for name, state in states.items()} if isinstance(states, dict) else {},
    )


def write_record(folder: Path, made: Mapping[str, list[str]], states: Mapping[str, str]) -> None:
    """The folder's record, written where it is another. Raises OSError."""
    content: dict[str, object] = dict(sorted(made.items()))
    content |= {_STATES: dict(sorted(states.items()))} if states else {}
    words = json.dumps(content, indent=0, ensure_ascii=False).encode() + b"\n"
    if sha_of(folder / RECORD) != sha(words):
        disk.put({folder / RECORD: words})


def sha_of(path: Path) -> str:
    """Of what the file holds; "" where there is none, "?" where there is something else. Raises OSError."""
    found = is_file(path)
    return "" if found is None else sha(path.read_bytes()) if found else "?"


def is_file(path: Path) -> bool | None:
    """Whether a file stands there, and no link, folder, pipe or device; None where nothing does. Raises OSError."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return None


def sha(data: bytes) -> str:
    """Their SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
