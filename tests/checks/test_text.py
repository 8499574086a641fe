"""Rules about the text of written questions."""

from __future__ import annotations

import pytest

from tests.support import compile_set, said
from tests.support.sets import picture

PICTURES = {name: picture() for name in ("a b.png", "b.png")}


def codes(stem: str) -> list[str]:
    quoted = stem.replace("'", "''")
    _, problems = compile_set(f"questions:\n  - id: q\n    stem: '{quoted}'\n    answer: x\n", files=PICTURES)
    return [line.split()[0] for line in said(problems) if line.startswith("T")]


@pytest.mark.parametrize("stem", [
    "What is $x^2 for x = 3?",
    r"In $F \sim r^{-3}, what is r?",
    "Given $a_1$, what is $a_2?",
    "What is $$x^2 for x = 3?",
])  # fmt: skip
def test_a_formula_that_is_not_closed_is_told(stem):
    assert codes(stem) == ["T002"]


@pytest.mark.parametrize("stem", [
    "What is $x^2$ for x = 3?",
    "What is $$x^2$$ for x = 3?",
    "It costs $5, or $10 with tax. Which is more?",
    "Which of $A and $B is a variable of the shell?",
    r"What does \$x_1 mean in a shell?",
    "What does `$x_1` mean in a shell?",
    "What is $a_1$ and what is $a_2$?",
])  # fmt: skip
def test_money_code_and_whole_formulas_are_left_alone(stem):
    assert codes(stem) == []


@pytest.mark.parametrize(("stem", "expected"), [
    ("What is <b>this</b>?", ["T001"]),
    ("Is 3 < 5 and 7 > 5?", []),
    ("What does `<b>` do?", []),
    ("![x](<a b.png>) What is this?", []),
    ('![x]( <b.png> "a tide") What is this?', []),
    ("What is at [this place](<img here>)?", []),
    ("![x](<a b.png>) What is <b>this</b>?", ["T001"]),
    ("What is f[x](<b>y</b>)?", ["T001"]),
    ("What is (<a b.png>)?", ["T001"]),
])  # fmt: skip
def test_html_is_told_and_signs_are_not(stem, expected):
    assert codes(stem) == expected
