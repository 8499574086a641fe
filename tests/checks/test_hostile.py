"""Texts made to keep rules busy: every rule comes to an end, and says of long ones what it says of short ones.

How long that takes is no test's business; `benchmarks/hostile.py` shows how it grows.
"""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from deckmaker.model.numbers import quantity
from tests.support import compile_set

UNITS = (
    *("a ", "((((", "not not not ", "1 1 1 1 ", "\"'“‘", ", ", "x", "A", "A ", "and ", "which is the ", "in ", "_ "),
    *(
        "___ ",
        "it is ",
        "the x and the y of ",
        "a, b, and c; ",
        "1,000 ",
        "–—- ",
        "no one ",
        "What? ",
        "word-",
        "don't ",
    ),
)


def questions(text: str) -> list[dict[str, Any]]:
    """A question of each type that is answered in words, with that text in all its places."""
    options = [{"text": f"{text} x", "correct": True}, {"text": f"{text} y"}, {"text": f"z {text}"}]
    return [
        {"id": "choice", "type": "single_choice", "stem": text, "options": options},
        {"id": "truth", "type": "true_false", "stem": text, "answer": False},
        {"id": "short", "type": "short_answer", "stem": text, "answer": text},
        {"id": "number", "type": "numeric", "stem": text, "answer": 3},
        {"id": "card", "type": "flashcard", "front": text, "back": text},
        {"id": "gap", "type": "cloze", "text": f"{text} {{{{c1::one}}}} two"},
        {"id": "essay", "type": "essay", "stem": text},
        {"id": "order", "type": "ordering", "stem": text, "items": [f"{text} one", f"{text} two", f"x {text}"]},
        {"id": "pairs", "type": "matching", "stem": text, "pairs": [[f"{text} k", f"{text} l"], [f"{text} m", text]]},
    ]


def codes(text: str) -> set[str]:
    """What is said of questions made of that text."""
    yaml_text = yaml.safe_dump({"questions": questions(text.strip())}, allow_unicode=True, width=10**9)
    return {problem.code.id for problem in compile_set(yaml_text)[1]}


@pytest.mark.parametrize("unit", UNITS)
def test_every_rule_comes_to_an_end_over_a_long_text_that_repeats_itself(unit: str) -> None:
    times = 2000 // len(unit)
    assert codes(unit * times) == codes(unit * 2 * times)


def test_a_thing_of_twenty_thousand_capitals_has_no_number_in_it() -> None:
    things = ["A" * 20_000, "B" * 20_000 + " 2", "C 3"]
    order = {"id": "order", "type": "ordering", "stem": "Order by size, smallest first.", "items": things}
    found = compile_set(yaml.safe_dump({"questions": [order]}))[1]
    assert "W405" not in {problem.code.id for problem in found}


def test_options_of_one_endless_word_do_not_overlap() -> None:
    options = [{"text": letter * 20_000, "correct": letter == "a"} for letter in "abc"]
    choice = {"id": "choice", "type": "single_choice", "stem": "Which is it?", "options": options}
    found = compile_set(yaml.safe_dump({"questions": [choice]}, width=10**9))[1]
    assert "W212" not in {problem.code.id for problem in found}


@pytest.mark.parametrize("words", ["in " * 40 + "x", "about " * 5000 + "x", "x = " * 5000, "² in ³", "① out of ②"])
def test_words_that_lead_to_no_number_are_none(words: str) -> None:
    assert quantity(words) is None


def test_a_number_may_have_any_of_the_words_before_it() -> None:
    found = quantity("about in about 5 km")
    assert found is not None
    assert (found.low, found.unit) == (5000.0, "km")
