"""How well the rules about wording do on labelled items: precision, recall, their 95 % intervals, counts.

usage: .venv/bin/python benchmarks/linter.py [--items] [PART …]

parts: tuning, validation, second, third, fourth, held_out (default: all)

--items names what was missed and what was said in vain; never used with the held-out part.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.linter.measure import PARTS, Judged, Score, by_label, judge, score, wilson

ENOUGH = 8
"""How many items a label needs for figures of its own."""


def main() -> None:
    """Print every part's figures."""
    named = [name for name in sys.argv[1:] if name != "--items"]
    judged: list[Judged] = []
    for part in named or PARTS:
        items = judge(part)
        judged += items
        _print(part, items)
        if "--items" in sys.argv and part != "held_out":
            _print_items(items)
    if len(named or PARTS) > 1:
        _print("all", judged)


def _print(name: str, items: Sequence[Judged]) -> None:
    total = score(items)
    flawed = sum(bool(item.flaws) for item in items)
    print(f"{name}: {len(items)} items, {flawed} with a flaw, {total.found + total.missed} labels")
    print(f"  {_figures(total)}")
    for label, counts in by_label(items).items():
        if counts.found + counts.missed >= ENOUGH:
            print(f"  {label}: {_figures(counts)}")


def _figures(counts: Score) -> str:
    said, labelled = counts.found + counts.false_alarms, counts.found + counts.missed
    return f"precision {_share(counts.found, said)}, recall {_share(counts.found, labelled)}"


def _share(hits: int, total: int) -> str:
    low, high = wilson(hits, total)
    return f"{hits / total if total else 1:.2f} ({hits} of {total}; {low:.2f} to {high:.2f})"


def _print_items(items: Sequence[Judged]) -> None:
    for item in items:
        if item.missed or item.false_alarms:
            print(f"    {item.id}: missed {sorted(item.missed)}, in vain {sorted(item.false_alarms)}")


if __name__ == "__main__":
    main()
