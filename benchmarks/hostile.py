"""How long the rules take over texts made to keep them busy, and how that grows with their length.

usage: .venv/bin/python benchmarks/hostile.py [CHARACTERS]

Each text is one unit repeated, in a question of every type. Shown are CPU seconds at that length (10,000 where none is
given) and at twice of it, and their ratio: 2 is linear, 4 is quadratic; what is exponential does not come back.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from deckmaker import checks
from tests.checks.test_hostile import UNITS, questions
from tests.support import compile_set


def main(length: int) -> None:
    """Measure and print a line for each unit, the slowest first."""
    rows = []
    for unit in UNITS:
        one, two = (_seconds(unit, size) for size in (length, 2 * length))
        rows.append((two, one, unit))
    for two, one, unit in sorted(rows, reverse=True):
        print(f"{one:8.3f} s {two:8.3f} s  × {two / max(one, 1e-9):4.1f}  {unit!r}")


def _seconds(unit: str, length: int) -> float:
    text = (unit * (length // len(unit) + 1))[:length].strip()
    document, _ = compile_set(yaml.safe_dump({"questions": questions(text)}, allow_unicode=True, width=10**9))
    start = process_time()
    checks.check(document)
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
