"""Whatever stands in a file, checking it says something at a place in it and never fails.

Run on a fixed part of all prefixes, deleted lines and swapped values; `benchmarks/long` runs them all.
"""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deckmaker.diagnostics.render import render
from tests.support import check_set
from tests.support.samples import LONG, sample

AWKWARD = (
    "~", "3", "[]", "{}", "\t", "\0", "*a", "&a", "!x", "'", '"', "|", ">", "[a", "{a", "- x", "a: b",
    "[1,000 men, T]", "é\u202e", "\ufeff", "%", "@", "`", "<<: *a", "? x", "---", "...", "#", "'' x", "1e999", "nan",
    "-1", "\x1f", "\x85", "\u2028", "!!python/object:os.system x", "&a [*a]", "../x.png", "[sound:a]", "$\\frac{", "0x1F", "1_000",
    "9" * 30, "\U0001f600", "\\", "{{c1::x}}", "$x$", "a" * 3000, "[" * 60, "{a: " * 60,
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


LINES = some.sampled_from([line for text in sources() for line in text.split("\n")])
LETTERS = some.text(some.characters(codec="utf-8"), max_size=8)
CHANGED = some.tuples(LINES, some.integers(0, 40), some.one_of(LETTERS, some.sampled_from(AWKWARD)))


@sample(150)
@given(
    some.lists(some.one_of(LINES, CHANGED.map(lambda one: one[0][: one[1]] + one[2] + one[0][one[1] :])), max_size=25)
)
def test_lines_of_sets_in_any_order_with_any_letters_in_them_are_checked_and_told(lines):
    problems = check_set("uid: 7e57da7a\n" + "\n".join(lines)).problems
    for format in ("text", "json", "github"):
        render(problems, format, verbose=True)
    for problem in problems:
        span = problem.span
        assert 0 <= span.start <= span.end <= len(span.file.text), problem
        assert "\n" not in problem.message
