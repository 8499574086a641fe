"""The power goes at any moment of a build: whatever the disk had not been told to keep may be gone, in any mixture.

Every call is written down, and a disk is worked out for each moment: data that were not sent to it are lost, names that
were not sent are there or not, as chance has it. So are file systems allowed to behave, and so do some.
"""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.support.faults import (
    EDITED,
    RECORD,
    assert_old_or_new,
    contents,
    half_done,
    run,
    undisturbed,
    write,
)  # fmt: skip
from tests.support.samples import LONG

TRIES = 20 if LONG else 5
"""How many mixtures are tried for each moment."""

Names = dict[str, "File"]


@dataclass(eq=False)
class File:
    """What a file holds for those who read it, and what of that is on the disk."""

    data: bytes = b""
    kept: bytes = b""


@dataclass
class Disk:
    """Files by their paths; names that are changed and not sent yet, folder by folder, in order."""

    names: Names = field(default_factory=dict)
    kept: Names = field(default_factory=dict)
    changes: dict[str, list[tuple[str, File | None]]] = field(default_factory=dict)

    def name(self, path: str, file: File | None) -> None:
        self.changes.setdefault(os.path.dirname(path), []).append((path, file))
        self.names.pop(path, None)
        if file:
            self.names[path] = file

    def send(self, folder: str) -> None:
        for path, file in self.changes.pop(folder, []):
            self.kept.pop(path, None)
            if file:
                self.kept[path] = file

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What the disk may hold: of the changes of each folder some, in order or out of it."""
        left = dict(self.kept)
        for changes in self.changes.values():
            kept = changes[: chance.randint(0, len(changes))]
            if chance.random() < 0.5:
                kept = [change for change in changes if chance.random() < 0.5]
            for path, file in kept:
                left.pop(path, None)
                if file:
                    left[path] = file
        return {path: file.kept if chance.random() < 0.5 else lost(file, chance) for path, file in left.items()}


def lost(file: File, chance: random.Random) -> bytes:
    """Of what was not sent, a part may have reached the disk."""
    return file.kept if file.kept == file.data else file.data[: chance.randint(0, len(file.data))]


REAL = {name: getattr(os, name) for name in ("open", "write", "replace", "unlink", "close")}


class Watch:
    """The calls of a build in a folder, made and written down; after each that changes something, disks are worked out.

    moments: those disks, each with its files by path.
    """

    def __init__(self, place: Path) -> None:
        self.disk = Disk()
        self.moments: list[dict[str, bytes]] = []
        self._place = os.path.realpath(place)
        self._open: dict[int, File | str] = {}
        self._chance = random.Random(3)
        for name, data in contents(place).items():
            self.disk.kept[name] = self.disk.names[name] = File(data, data)

    def _at(self, path: Any) -> str:
        return os.path.relpath(os.path.abspath(os.fspath(path)), self._place)

    def _moment(self) -> None:
        self.moments.extend(self.disk.after_a_cut(self._chance) for _ in range(TRIES))

    def open(self, path: Any, flags: int, *rest: Any, **more: Any) -> int:
        handle: int = REAL["open"](path, flags, *rest, **more)
        where = self._at(path)
        if flags & os.O_CREAT and not where.startswith(".."):
            self._open[handle] = file = File()
            self.disk.name(where, file)
            self._moment()
        elif not where.startswith(".."):
            self._open[handle] = "" if where == "." else where
        return handle

    def write(self, handle: int, data: bytes) -> int:
        count: int = REAL["write"](handle, data)
        file = self._open.get(handle)
        if isinstance(file, File):
            file.data += bytes(data)[:count]
            self._moment()
        return count

    def fsync(self, handle: int) -> None:
        known = self._open.get(handle)
        if isinstance(known, File):
            known.kept = known.data
        elif known is not None:
            self.disk.send(known)
        self._moment()

    def replace(self, old: Any, new: Any) -> None:
        REAL["replace"](old, new)
        file = self.disk.names[self._at(old)]
        self.disk.name(self._at(new), file)
        self.disk.name(self._at(old), None)
        self._moment()

    def unlink(self, path: Any, *rest: Any, **more: Any) -> None:
        REAL["unlink"](path, *rest, **more)
        self.disk.name(self._at(path), None)
        self._moment()

    def close(self, handle: int) -> None:
        self._open.pop(handle, None)
        REAL["close"](handle)


def watched(place: Path, *command: str) -> list[dict[str, bytes]]:
    """Run the command in the folder: the disks that power cuts on its way may leave."""
    watch = Watch(place)
    with pytest.MonkeyPatch.context() as patch:
        for name in (*REAL, "fsync"):
            patch.setattr(os, name, getattr(watch, name))
        assert run(place, *command).exit_code == 0
    assert not any(watch.disk.changes.values()), "names that were never sent to the disk"
    return watch.moments


@pytest.mark.parametrize("before", ["nothing", "an earlier build"])
def test_after_a_power_cut_at_any_moment_every_file_is_whole_and_the_next_build_is_right(place, before):
    if before != "nothing":
        assert run(place, "build").exit_code == 0
        write(place, EDITED)
    old, new = contents(place), undisturbed(place, "build")
    cut = place.with_name("cut")
    shutil.copytree(place, cut)
    moments = watched(cut, "build")
    assert contents(cut) == new
    different = {tuple(sorted(each.items())) for each in moments}
    for disk in sorted(different):
        shutil.rmtree(cut)
        for name, data in disk:
            (cut / name).parent.mkdir(parents=True, exist_ok=True)
            (cut / name).write_bytes(data)
        assert_old_or_new(dict(disk), old, new)
        again = run(cut, "build")
        assert again.exit_code == 0, again.output
        assert contents(cut) == new
        assert not half_done(cut)
    assert any(RECORD in dict(disk) for disk in different)
    assert len(different) > 30
    print(f"{len(different)} different disks after power cuts")
