"""Whole processes, run in turn: CPU time, wall time, peak of memory, size of what was made."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

Runs = list[dict[str, float]]
"""Of each run: cpu (seconds, user and system, of the process and its children), wall (seconds), memory (peak of the
largest process in MB; a process smaller than this one, about 20 MB, shows as large as this one), size (bytes made)."""


class Failed(Exception):
    """A process that ended with another code than it should; what it said last."""


def nothing() -> None:
    """Nothing has to be done before a run."""


@dataclass(frozen=True)
class Contestant:
    """What is run.

    name: as the page calls it. command: with the program's path. before: puts everything as it has to be, not timed.
    made: file or folder whose size is told. runs: how often. environment: added to ours. codes: what it may end with.
    """

    name: str
    command: Sequence[object]
    before: Callable[[], None] = nothing
    made: Path | None = None
    runs: int = 5
    folder: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[int, ...] = (0,)


def in_turn(contestants: Sequence[Contestant], say: Callable[[str], None]) -> tuple[dict[str, Runs], dict[str, str]]:
    """Every contestant's runs, A B C A B C …, and why one has none or fewer, by name."""
    found: dict[str, Runs] = {each.name: [] for each in contestants}
    failed: dict[str, str] = {}
    for turn in range(max(each.runs for each in contestants)):
        for each in contestants:
            if turn < each.runs and each.name not in failed:
                try:
                    found[each.name].append(once(each))
                except Failed as error:
                    failed[each.name] = str(error)
                    say(f"  {each.name}: failed: {error}")
                else:
                    say(f"  {each.name}: {found[each.name][-1]['cpu']:.2f} s ({turn + 1} of {each.runs})")
    return {name: runs for name, runs in found.items() if runs}, failed


def once(one: Contestant) -> dict[str, float]:
    """One run. Raises Failed."""
    one.before()
    environment = {**os.environ, **one.environment}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled, on both sides
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, one.command)),
            cwd=one.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in one.codes:
            said.seek(0)
            raise Failed(f"code {process.returncode}: {said.read().decode('utf-8', 'replace').strip()[-300:]}")
    cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    return {"cpu": cpu, "wall": wall, "memory": memory, "size": size(one.made)}


def size(path: Path | None) -> int:
    """Bytes of a file, or of all files in a folder; 0 for none."""
    if path is None or not path.exists():
        return 0
    return (
        path.stat().st_size
        if path.is_file()
        else sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
    )


def middle(runs: Runs, what: str) -> float:
    """The median."""
    return median(run[what] for run in runs)


def ratio(over: Runs, under: Runs, what: str = "cpu") -> float:
    """The median of the ratios pair by pair; where one has fewer runs, its last stands for the rest."""
    pairs = range(max(len(over), len(under)))
    return median(_at(over, n)[what] / _at(under, n)[what] for n in pairs)


def _at(runs: Runs, n: int) -> dict[str, float]:
    return runs[min(n, len(runs) - 1)]


def run(command: Iterable[object], **environment: str) -> None:
    """Prepare something in a process of its own, so that this one stays small. Raises Failed."""
    words = list(map(str, command))
    done = subprocess.run(words, env={**os.environ, **environment}, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"{' '.join(words[:4])}: code {done.returncode}: {(done.stdout + done.stderr).strip()[-600:]}")
