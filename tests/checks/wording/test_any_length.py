"""A stem that goes on for pages is looked at by few rules: some would go through it once for each of its words."""

from __future__ import annotations

import pytest

from deckmaker.checks.wording import MOST_LETTERS
from tests.support import compile_set

HEAD = "deckmaker: 1\nuid: 5b1f09ac\ntitle: T\nquestions:\n"


def said(stem: str, rest: str) -> set[str]:
    _, problems = compile_set(f"{HEAD}  - {{id: a, stem: {stem}, {rest}}}\n")
    return {problem.code.id for problem in problems if problem.code.id.startswith("W")}


@pytest.mark.parametrize("rest", ["answer: true", "answer: x, distractors: [y, z]", "answer: x"])
@pytest.mark.parametrize("word", ["not", "and", "“a”"])
def test_a_stem_of_many_letters_is_only_told_to_be_too_long(word, rest):
    assert said(f"{word} " * 40_000 + "end", rest) == {"W112"}


def test_what_is_wrong_with_its_options_is_told_all_the_same():
    stem = "no " * MOST_LETTERS + "end"
    assert said(stem, "answer: x, distractors: [y, all of the above]") == {"W112", "W206"}


def test_one_of_two_pages_is_looked_at_by_all():
    short, long = (f"Which is not so? {'It was so. ' * times}" for times in (430, 500))
    assert len(short) < MOST_LETTERS < len(long)
    assert "W102" in said(short, "answer: x, distractors: [y, z]")
    assert "W102" not in said(long, "answer: x, distractors: [y, z]")
