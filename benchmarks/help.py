"""What `deckmaker --help` costs, against importing click alone: CPU time of whole processes, in turn, medians.

usage: .venv/bin/python benchmarks/help.py [RUNS]
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys

HELP = [sys.executable, "-m", "deckmaker", "--help"]
CLICK = [sys.executable, "-c", "import click"]


def cpu(command: list[str]) -> float:
    """User and system seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print both medians and the ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    cpu(HELP), cpu(CLICK)
    pairs = [(cpu(HELP), cpu(CLICK)) for _ in range(runs)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"--help {ours * 1000:.0f} ms, import click {theirs * 1000:.0f} ms, ratio {ratio:.2f} (median of {runs})")


if __name__ == "__main__":
    main()
