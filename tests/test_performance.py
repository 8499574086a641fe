"""The page on performance is what the last run measured, and nobody's wish."""

from __future__ import annotations

import json

import pytest

from benchmarks import names
from benchmarks.bars import BARS
from benchmarks.report import PAGE, RESULTS, page

MACHINE = {"cores": 2, "architecture": "any", "system": "any", "python": "any", "libraries": {}}


def runs(seconds: float) -> list[dict[str, float]]:
    return [{"cpu": seconds, "wall": seconds, "memory": 1.0, "size": 0.0}]


def shown(contests):
    return page({"date": "2026-01-01", "machine": MACHINE, "no_lint": False, "contests": contests})


def test_the_page_is_made_of_the_saved_results():
    assert PAGE.read_text("utf-8") == page(json.loads(RESULTS.read_text("utf-8")))


@pytest.mark.parametrize(
    "bar", [bar for bar in BARS if bar.against not in (names.PDFLATEX, names.WEASYPRINT)], ids=lambda bar: bar.work
)
def test_every_bar_was_measured_that_needs_nothing_installed_by_hand(bar):
    assert bar.found(json.loads(RESULTS.read_text("utf-8"))) > 0


@pytest.mark.parametrize(
    ("ours", "said"), [(1.0, "| 10.0 × | yes |"), (1.25, "| 8.00 × | **no** |")], ids=["reached", "missed"]
)
def test_a_bar_that_is_missed_is_said_to_be(ours, said):
    clean = {"runs": {names.OURS: runs(ours), names.BY_HAND: runs(10.0)}, "failed": {}, "questions": 1, "source": 1}
    rows = [line for line in shown({"clean 10000": clean}).splitlines() if names.BY_HAND in line]
    assert rows[0].endswith(said)


def test_what_was_not_measured_is_said_to_be():
    assert "| deckmaker --help | import click | at most 1.5 × | not measured in this run |  |" in shown({})
