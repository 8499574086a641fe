"""A sample of what `benchmarks/fuzz` does for hours: every door, seeds and seeded changes of them, the same each time."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS
from tests.support.samples import LONG, TIMES

COUNTS = {
    "reader": 600, "lists": 600, "set": 150, "text": 400, "evidence": 500, "apkg": 500, "database": 200, "colpkg": 600, "table": 1000,
    "own": 1000, "foreign": 800, "roster": 1500, "lock": 1000, "issue": 1500,
}  # fmt: skip
"""How many changes are tried at each door: about a second's."""


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_comes_in_is_read_or_refused_in_words(name: str) -> None:
    target, chance = TARGETS[name], Random(f"deckmaker {name}")
    start = seeds(name)
    for data in start[: None if LONG else 60]:
        target.run(data)
    for _ in range(COUNTS[name] * (TIMES if LONG else 1)):
        target.run(mutated(start, chance, target.longest))
