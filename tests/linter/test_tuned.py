"""The rules about wording on the parts of the corpus that may be looked at."""

from __future__ import annotations

import pytest
import yaml

from tests.linter.labels import LABELS
from tests.linter.measure import CORPUS, PARTS, judge, score, wilson

OPEN = [part for part in PARTS if part != "held_out"]


def test_most_findings_are_right_and_most_flaws_are_found():
    judged = [item for part in OPEN for item in judge(part)]
    total = score(judged)
    wrong = [(item.id, sorted(item.missed), sorted(item.false_alarms)) for item in judged]
    assert total.precision >= 0.9, [each for each in wrong if each[2]]
    assert total.recall >= 0.85, [each for each in wrong if each[1]]


def test_every_label_has_a_code():
    defined = yaml.safe_load((CORPUS / "labels.yaml").read_text(encoding="utf-8"))
    assert {each["label"] for each in defined} == {*LABELS}


@pytest.mark.parametrize(("hits", "total", "low", "high"), [(0, 0, 0, 1), (10, 10, 0.72, 1), (8, 10, 0.49, 0.94)])
def test_intervals_are_wilsons(hits, total, low, high):
    assert wilson(hits, total) == pytest.approx((low, high), abs=0.005)
