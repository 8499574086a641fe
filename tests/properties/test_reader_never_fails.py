"""Whatever stands in a file, checking it says something at a place in it and never fails.

Run on a fixed part of all prefixes, deleted lines and swapped values; `benchmarks/long` runs them all.
"""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from tests.support import check_set
from tests.support.samples import LONG

AWKWARD = (
    "~", "3", "[]", "{}", "\t", "\0", "*a", "&a", "!x", "'", '"', "|", ">", "[a", "{a", "- x", "a: b",
    "[1,000 men, T]", "é\u202e", "\ufeff", "%", "@", "`", "<<: *a", "? x", "---", "...", "#", "'' x", "1e999", "nan",
    "-1", "9" * 30, "\U0001f600", "\\", "{{c1::x}}", "$x$", "a" * 3000, "[" * 60, "{a: " * 60,
)  # fmt: skip
STEP = 1 if LONG else 7


def sources():
    starter = files("deckmaker.cli").joinpath("starter/set.yaml").read_text("utf-8")
    yield starter.replace("UID", "7e57da7a").replace("TITLE", "T")
    yield """\
deckmaker: 1
uid: 7e57da7b
title: Everything
questions:
  - {id: a, stem: S, options: [{text: x, correct: true, feedback: f, pin: true}, y], points: 2, allow: {x: y}}
  - id: b
    stem: S
    answers: [x, y]
    distractors: [z]
    shuffle: no
    where: anki
  - {id: c, stem: S, answer: true}
  - {id: d, stem: S, answer: w, accept: [v]}
  - {id: e, stem: S, answer: 1.5, tolerance: 0.1, unit: m}
  - {id: f, text: "{{c1::x}} and {{c2::y::hint}}"}
  - {id: g, stem: S, pairs: [[a, b], {left: c, right: d}], extra: [e]}
  - {id: h, stem: S, items: [a, b]}
  - {id: i, stem: S, lines: 4, rubric: r, answer: z}
  - {id: j, front: F, back: B, reversed: true}
anki: {deck: A::B, subdecks: tag:x, preset: {new_per_day: 3}}
quizzes:
  - id: q
    title: T
    versions: 2
    sections: [{title: s, pick: {type: numeric, count: 2}, points: 1}, {pick: [a, b]}]
"""


def prefixes(text):
    return [text[:end] for end in range(len(text))]


def without_a_line(text):
    lines = text.split("\n")
    return ["\n".join(lines[:index] + lines[index + 1 :]) for index in range(len(lines))]


def with_awkward_values(text):
    lines = text.split("\n")
    return [
        "\n".join([*lines[:index], f"{match[1]} {awkward}", *lines[index + 1 :]])
        for index, line in enumerate(lines)
        if (match := re.match(r"^(\s*(?:- )?[\w-]+:)( .*)?$", line))
        for awkward in AWKWARD
    ]


@pytest.mark.parametrize("change", [prefixes, without_a_line, with_awkward_values])
def test_checking_a_damaged_set_never_fails_and_stays_in_the_file(change):
    tried = 0
    for text in sources():
        step = 1 if change is without_a_line else STEP
        for damaged in change(text)[::step]:
            for problem in check_set(("uid:" in damaged and damaged) or damaged + "\n#uid:").problems:
                span = problem.span
                assert 0 <= span.start <= span.end <= len(span.file.text), (damaged, problem)
                assert problem.message, damaged
                assert "\n" not in problem.message, damaged
            tried += 1
    assert tried > 50
