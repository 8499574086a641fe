"""Where a build runs: a set, its outputs and its cache, put back as they were before each run."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from subprocess import run as run_plainly

from benchmarks.measure import run

ROOT = Path(__file__).parents[1]
DECKMAKER = (sys.executable, "-m", "deckmaker")
SOURCE = {"PYTHONPATH": str(ROOT / "src")}
"""This tree's deckmaker, whatever is installed."""


@dataclass(frozen=True)
class Room:
    """A folder with a set in `set`, outputs in `out`, and a home of its own, where a cache may be.

    kept: the state that `restored` puts back.
    """

    folder: Path
    kept: Path

    @property
    def set(self) -> Path:
        """The set's folder."""
        return self.folder / "set"

    @property
    def package(self) -> Path:
        """What a build for Anki makes."""
        return self.folder / "out" / "set" / "set.apkg"

    @property
    def environment(self) -> dict[str, str]:
        """Nothing outside the room is read or written."""
        home = str(self.folder / "home")
        return {**SOURCE, "HOME": home, "XDG_CACHE_HOME": f"{home}/cache", "LOCALAPPDATA": f"{home}/cache"}

    def restored(self) -> None:
        """Put back the kept state, times of files and all."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.kept, self.folder)

    def build(self, *options: str) -> list[str]:
        """The command."""
        return [*DECKMAKER, "build", str(self.set), "-o", str(self.folder / "out"), *options]


def room(folder: Path, made: Path) -> Room:
    """A room with the set that lies in a folder, and nothing else: no lock, no outputs, no cache."""
    kept = folder.with_name(f"{folder.name}.kept")
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(made, kept / "set")
    (kept / "home").mkdir()
    one = Room(folder, kept)
    one.restored()
    return one


def built(folder: Path, made: Path, *options: str) -> Room:
    """A room in whose kept state the set is built."""
    one = room(folder, made)
    run(one.build(*options), **one.environment)
    kept = folder.with_name(f"{folder.name}.built")
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(folder, kept)
    return Room(folder, kept)


@cache
def no_lint() -> tuple[str, ...]:
    """The option that leaves out the rules about wording, where this deckmaker has it."""
    done = run_plainly([*DECKMAKER, "build", "--help"], env=None, capture_output=True, text=True, cwd=ROOT / "src")
    return ("--no-lint",) if "--no-lint" in done.stdout else ()
