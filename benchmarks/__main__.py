"""Measure deckmaker against others, in one run.

usage: python -m benchmarks [--quick] [--only PART …] [--work FOLDER] [--page]

The whole takes about 25 minutes on two cores and writes benchmarks/results.json and docs/performance.md. --quick
leaves out the bank of 100,000 questions and only shows the page, as does a run of some parts with --only. --page makes
the page anew from the results of the last whole run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks import contests, names, peers, report
from benchmarks.contests import Bench
from benchmarks.measure import Failed
from benchmarks.rooms import ROOT, no_lint

LIBRARIES = ("genanki", "PyYAML", "click", "msgspec", "typst")
PARTS: dict[str, Callable[[Bench], None]] = {
    "starts": lambda bench: contests.starts(bench, 21),
    "own": lambda bench: contests.own_sets(bench, 5),
    "1k": lambda bench: contests.banks(
        bench, 1_000, 7, {names.BY_HAND: 5, names.BY_HAND_C: 7, names.AYT: 3, names.ANKC: 1}
    ),
    "10k": lambda bench: contests.banks(
        bench, 10_000, 5, {names.BY_HAND: 3, names.BY_HAND_C: 5, names.AYT: 1, names.ANKC: 1}
    ),
    "again": lambda bench: contests.rebuilds(bench, 10_000, 5),
    "papers": lambda bench: contests.papers(bench, 5),
    "100k": lambda bench: contests.banks(bench, 100_000, 2, {names.BY_HAND: 1, names.BY_HAND_C: 1}),
}
SLOW = ("100k",)


def main() -> int:
    """Run what is asked for; 0 whether or not the bars are reached, which the page says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"without {', '.join(SLOW)}")
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=f"some of: {', '.join(PARTS)}")
    parser.add_argument(
        "--work", type=Path, default=ROOT / "build" / "benchmarks", help="where banks and rivals are put"
    )
    parser.add_argument("--page", action="store_true", help="make the page from the last whole run")
    asked = parser.parse_args()
    if asked.page:
        report.PAGE.write_text(report.page(json.loads(report.RESULTS.read_text("utf-8"))), "utf-8")
        return 0
    parts = asked.only or [name for name in PARTS if not (asked.quick and name in SLOW)]
    data = measured(parts, asked.work.resolve())
    whole = set(parts) == set(PARTS)
    results = report.RESULTS if whole else asked.work / "results.json"
    results.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if whole:
        report.PAGE.write_text(report.page(data), "utf-8")
    print(report.page(data))
    return 0


def measured(parts: list[str], work: Path) -> dict[str, object]:
    """A run's data."""
    begin = time.monotonic()

    def say(words: str) -> None:
        print(f"[{time.monotonic() - begin:5.0f} s] {words}", file=sys.stderr, flush=True)

    work.mkdir(parents=True, exist_ok=True)
    bench = Bench(work, say)
    contests.prepared()
    for name in parts:
        try:
            PARTS[name](bench)
        except Failed as error:
            say(f"{name} was given up: {error}")
    say("done")
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": machine(),
        "no_lint": bool(no_lint()),
        "contests": bench.data,
    }


def machine() -> dict[str, object]:
    """In general words."""
    libraries = {name: version(name) for name in LIBRARIES} | {
        name: package.partition("==")[2] for name, package in peers.PACKAGES.items()
    }
    if latex := peers.pdflatex():
        libraries["pdfTeX"] = peers.version_of(latex)
    return {
        "cores": os.cpu_count(),
        "architecture": platform.machine(),
        "system": platform.system(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "libraries": libraries,
    }


if __name__ == "__main__":
    sys.exit(main())
