"""What has to be reached: each bar, and what a run's data say to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks import names
from benchmarks.measure import middle, ratio

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Bar:
    """A bar.

    work, against: as the page shows them. limit: a ratio; more has to be reached where `faster`, else no more.
    found: the ratio in a run's data; raises KeyError where it was not measured.
    """

    work: str
    against: str
    limit: float
    found: Callable[[Data], float]
    faster: bool = False

    @property
    def words(self) -> str:
        """What is asked."""
        return f"at least {self.limit:g} × faster" if self.faster else f"at most {self.limit:g} ×"

    def is_reached(self, ratio: float) -> bool:
        """Whether a ratio is good enough."""
        return ratio >= self.limit if self.faster else ratio <= self.limit


def _runs(data: Data, contest: str, name: str) -> list[dict[str, float]]:
    found: dict[str, list[dict[str, float]]] = data["contests"][contest]["runs"]
    if name == names.LINTED and name not in found:
        name = names.OURS
    return found[name]


def _faster(contest: str, ours: str, other: str) -> Callable[[Data], float]:
    return lambda data: ratio(_runs(data, contest, other), _runs(data, contest, ours))


def _times(contest: str, ours: str, other: str, what: str = "cpu") -> Callable[[Data], float]:
    return lambda data: ratio(_runs(data, contest, ours), _runs(data, contest, other), what)


def _growth(data: Data) -> float:
    large, small = (middle(_runs(data, f"clean {count}", names.OURS), "cpu") for count in (100_000, 10_000))
    return large / 10 / small


TEN = "10,000 questions, clean build of the package"
BARS = (
    Bar(TEN, names.BY_HAND, 10, _faster("clean 10000", names.OURS, names.BY_HAND), faster=True),
    Bar(TEN, names.BY_HAND_C, 3, _faster("clean 10000", names.OURS, names.BY_HAND_C), faster=True),
    Bar(TEN, "the raw limit", 5, _times("clean 10000", names.OURS, names.RAW)),
    Bar("the same, every rule on", names.BY_HAND, 4, _faster("clean 10000", names.LINTED, names.BY_HAND), faster=True),
    Bar("100,000 questions, time for a question", "the same at 10,000", 1.2, _growth),
    Bar(
        "100,000 questions, peak of memory",
        names.BY_HAND,
        0.4,
        _times("clean 100000", names.OURS, names.BY_HAND, "memory"),
    ),
    Bar(
        "one question edited in 10,000",
        names.BY_HAND,
        25,
        _faster("edited 10000", names.OURS, names.BY_HAND),
        faster=True,
    ),
    Bar("nothing changed in 10,000", names.PASS, 8, _times("unchanged 10000", names.OURS, names.PASS)),
    Bar(
        "size of the package, 10,000 questions",
        names.GENANKI,
        0.15,
        _times("clean 10000", names.OURS, names.GENANKI, "size"),
    ),
    Bar(
        "40 questions × 30 versions with keys",
        names.WEASYPRINT,
        10,
        _faster("papers", names.PAPERS, names.WEASYPRINT),
        faster=True,
    ),
    Bar(
        "40 questions × 30 versions with keys",
        names.PDFLATEX,
        4,
        _faster("papers", names.PAPERS, names.PDFLATEX),
        faster=True,
    ),
    Bar(
        "300 versions, peak of memory",
        "30 versions",
        1.2,
        _times("many papers", names.PAPERS_300, names.PAPERS, "memory"),
    ),
    Bar(
        "300 papers with names, peak of memory",
        "30 versions",
        1.2,
        _times("many papers", names.NAMED_300, names.PAPERS, "memory"),
    ),
    Bar(names.HELP, names.CLICK, 1.5, _times("help", names.HELP, names.CLICK)),
    Bar("deckmaker check, 30 questions", names.PASS, 16, _times("check", names.CHECK, names.PASS)),
)
