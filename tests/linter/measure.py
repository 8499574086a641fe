"""What the rules about wording say of labelled items, held against the labels.

Each item is compiled as a set of its own. What is counted are pairs of an item and a label: found (labelled, and a
code of the label was said), missed (labelled, not said). A finding none of whose labels the item carries is a false
alarm, counted once per item and code. Advice counts like any other finding.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.linter.labels import LABELS
from tests.support import compile_set

CORPUS = Path(__file__).parent / "corpus"
PARTS = ("tuning", "validation", "second", "third", "fourth", "held_out")
Z = 1.959964  # of a 95 % interval


@dataclass(frozen=True)
class Judged:
    """One item of the corpus.

    id: its id; flaws: the labels it carries; codes: what was said about it, codes about wording alone.
    """

    id: str
    flaws: frozenset[str]
    codes: frozenset[str]

    @property
    def found(self) -> frozenset[str]:
        """Labels it carries that a code speaks of."""
        return frozenset(label for label in self.flaws if self.codes & {*LABELS[label]})

    @property
    def missed(self) -> frozenset[str]:
        """Labels it carries that nothing speaks of."""
        return self.flaws - self.found

    @property
    def false_alarms(self) -> frozenset[str]:
        """Codes that speak of nothing it carries."""
        return self.codes - {code for label in self.flaws for code in LABELS[label]}


@dataclass(frozen=True)
class Score:
    """Counts of pairs (item, label), of one part or one label.

    found, missed: labels of the corpus; false_alarms: findings without a label.
    """

    found: int
    missed: int
    false_alarms: int

    @property
    def precision(self) -> float:
        """The share of findings that are right; 1 where there are none."""
        said = self.found + self.false_alarms
        return self.found / said if said else 1.0

    @property
    def recall(self) -> float:
        """The share of labels that are found; 1 where there are none."""
        labelled = self.found + self.missed
        return self.found / labelled if labelled else 1.0


def judge(part: str) -> tuple[Judged, ...]:
    """Every item of a part of the corpus, in file order."""
    return tuple(_judged(entry) for path in sorted((CORPUS / part).glob("*.yaml")) for entry in _entries(path))


def score(judged: Iterable[Judged]) -> Score:
    """The counts over all labels."""
    items = tuple(judged)
    return Score(
        sum(len(item.found) for item in items),
        sum(len(item.missed) for item in items),
        sum(len(item.false_alarms) for item in items),
    )


def by_label(judged: Iterable[Judged]) -> dict[str, Score]:
    """The counts of each label; a false alarm counts for every label that its code speaks of."""
    found, missed, alarms = Counter[str](), Counter[str](), Counter[str]()
    for item in judged:
        found.update(item.found)
        missed.update(item.missed)
        alarms.update(label for label, codes in LABELS.items() if item.false_alarms & {*codes})
    return {label: Score(found[label], missed[label], alarms[label]) for label in LABELS}


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); (0, 1) of nothing."""
    if not total:
        return 0.0, 1.0
    share, square = hits / total, Z * Z / total
    middle = (share + square / 2) / (1 + square)
    half = Z / (1 + square) * math.sqrt(share * (1 - share) / total + square / (4 * total))
    return max(0.0, middle - half), min(1.0, middle + half)


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    yield from yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # every scalar as it was typed


def _judged(entry: dict[str, Any]) -> Judged:
    question = {"id": entry["id"], **{key: value for key, value in entry["item"].items() if value != ""}}
    if isinstance(rubric := question.get("rubric"), list):
        question["rubric"] = "\n".join(f"- {part['text']} ({part['points']})" for part in rubric)
    _, problems = compile_set(yaml.safe_dump({"questions": [question]}, allow_unicode=True, sort_keys=False))
    codes = {problem.code.id for problem in problems}
    return Judged(entry["id"], frozenset(entry["flaws"]), frozenset(code for code in codes if _is_wording(code)))


def _is_wording(code: str) -> bool:
    return code[0] == "W" or code in ("Q009", "Q010")
