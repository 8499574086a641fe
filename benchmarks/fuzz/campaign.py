"""All targets in turn, for so many minutes by the clock in all: `run MINUTES [TARGET…]`. `tests/fuzz` has them.

For each: executions, CPU minutes, coverage at first and at last, the slowest input, memory after warming up and at the
end, and what was found. Ends with 1 where anything was.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SHARES = {
    "reader": 4,
    "lists": 2,
    "set": 5,
    "text": 4,
    "evidence": 3,
    "table": 2,
    "own": 2,
    "foreign": 2,
    "database": 2,
    "colpkg": 2,
}
"""How much of the time goes to a target; 1 where nothing is said."""


@dataclass
class Line:
    """What came of one target."""

    name: str
    seen: dict[str, Any]
    cover: tuple[int, int]
    stuck: list[str]
    output: str

    @property
    def findings(self) -> list[str]:
        return [*self.seen.get("findings", ["it did not start: see its log"]), *self.stuck]

    def __str__(self) -> str:
        memory = self.seen.get("memory") or [0.0]
        cells = (
            self.name,
            f"{self.seen.get('executions', 0):,}",
            f"{self.seen.get('cpu', 0.0) / 60:.1f}",
            f"{self.cover[0]} → {self.cover[1]}",
            f"{self.seen.get('slowest', 0.0):.2f}",
            f"{memory[len(memory) // 2]:.0f} → {memory[-1]:.0f}",
            "; ".join(self.findings) or "nothing",
        )
        return _row(cells)


def _row(cells: tuple[str, ...]) -> str:
    return "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, (9, 11, 8, 14, 8, 11, 0), strict=True))


HEAD = _row(("target", "executions", "CPU min", "coverage", "slowest", "memory, MB", "found"))


def fuzzed(name: str, seconds: float, folder: Path) -> Line:
    """The target's run: so many seconds by the clock, of which `cpu` says how many were worked."""
    folder.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, str(Path(__file__).with_name("harness.py")), name, str(round(seconds)), str(folder)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    made = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, errors="replace")
    (folder / "log").write_text(made.stderr + made.stdout, "utf-8")
    covers = [int(found) for found in re.findall(r" cov: (\d+) ", made.stderr)]
    seen = json.loads((folder / "seen.json").read_text("utf-8")) if (folder / "seen.json").exists() else {}
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seen["cpu"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if tried := re.search(r"number_of_executed_units: (\d+)", made.stderr):
        seen["executions"] = int(tried[1])
    stuck = sorted(path.name for path in folder.glob("stuck-*"))
    return Line(name, seen, (covers[0], covers[-1]) if covers else (0, 0), stuck, made.stderr)


def main() -> None:
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    from tests.fuzz.targets import TARGETS

    minutes, *named = sys.argv[1:]
    place = Path(os.environ.get("DECKMAKER_FUZZ", ROOT / "build" / "fuzz"))
    chosen = named or list(TARGETS)
    whole = sum(SHARES.get(name, 1) for name in chosen)
    print(HEAD, flush=True)
    lines = []
    for name in chosen:
        seconds = float(minutes) * 60 * SHARES.get(name, 1) / whole
        lines.append(fuzzed(name, seconds, place / name))
        print(lines[-1], flush=True)
    spent = sum(line.seen.get("cpu", 0.0) for line in lines) / 60
    tried = sum(line.seen.get("executions", 0) for line in lines)
    print(f"{tried:,} inputs in {spent:.1f} CPU minutes; findings and corpora in {place}")
    sys.exit(any(line.findings for line in lines))


if __name__ == "__main__":
    main()
