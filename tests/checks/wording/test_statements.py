"""Absolute and vague turns of statements."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import codes


def truth(stem: str, answer: str = "false") -> list[str]:
    return codes(f"type: true_false\n    stem: {stem!r}\n    answer: {answer}")


@pytest.mark.parametrize("stem", [
    "Any headline with a question mark is false.",
    "Each war ends with a treaty.",
    "Poems must rhyme.",
    "Planes are the only way to reach Iceland.",
])  # fmt: skip
def test_a_statement_without_exception_is_told(stem):
    assert truth(stem) == ["W204"]


@pytest.mark.parametrize(("stem", "answer"), [
    ("Any two points lie on one line.", "true"),
    ("A driver must stop at a red light.", "true"),
    ("Drivers must stop at a green light.", "false"),
    ("Mercury is the only metal that is liquid at 20 °C.", "true"),
    ("Each of the two houses elects its speaker.", "false"),
])  # fmt: skip
def test_a_rule_or_a_definition_is_not(stem, answer):
    assert truth(stem, answer) == []


@pytest.mark.parametrize("stem", [
    "Coffee can raise blood pressure.",
    "A large part of the population lives in cities.",
    "Earthquakes are rare in Germany.",
    "Deserts get little rain.",
])  # fmt: skip
def test_a_statement_without_measure_is_told(stem):
    assert truth(stem, "true") == ["W205"]


@pytest.mark.parametrize("stem", [
    "Penguins can swim.",
    "The common cold is caused by a virus.",
    "More than half of the earth is covered by water.",
    "In tennis, a set can be won by seven games to six.",
])  # fmt: skip
def test_a_statement_that_can_be_checked_is_not(stem):
    assert truth(stem, "true") == []
