"""Cards that teach different answers to one question."""

from __future__ import annotations

from tests.checks.keys.test_rules import WHO_FEE, codes, found
from tests.support import compile_set


def card(id: str, stem: str, answer: str, more: str = "claim: fee") -> str:
    return f"  - {{id: {id}, type: short_answer, stem: '{stem}', answer: {answer}, {more}}}\n"


def test_two_cards_that_teach_different_answers_to_one_question_are_told():
    other = "Who is reported as saying that crossing will cost more?"
    (line,) = found(card("one", WHO_FEE, "Ada Lund") + card("two", other, "Cleo Moss", "claim: fee-2"))
    assert line.split()[0] == "K006"
    assert '"two" teaches "Cleo Moss" where "one" teaches "Ada Lund"' in line


def test_cards_agree_whose_answers_are_kin_or_of_different_questions():
    other = "Who is reported as saying that crossing will cost more?"
    evidence = "What is the evidence that the ferry fee will rise?"
    assert found(card("one", WHO_FEE, "Ada Lund") + card("two", WHO_FEE, "the town council")) == []
    assert found(card("one", WHO_FEE, "Ada Lund") + card("two", evidence, "the word of a named person or body")) == []
    assert (
        found(card("one", WHO_FEE, "Ada Lund") + card("two", other, "Cleo Moss", "claim: fee-2, where: [print]")) == []
    )


def test_one_stem_with_two_answers_is_told_without_any_claim():
    two = "  - {id: a, stem: What is the capital of Peru?, answer: Lima}\n  - {id: b, stem: What is the capital of Peru?, answer: Cusco}\n"
    assert codes(two) == ["K006"]
    assert found(two.replace("answer: Cusco", "answer: Lima")) == []
    assert found(two.replace("id: b, stem: What", "id: b, where: [print], stem: What")) == []


def test_options_that_differ_may_make_one_stem_two_questions():
    one = "  - {{id: {}, stem: Which of these is the largest?, answer: {}, distractors: [{}]}}\n"
    assert found(one.format("a", "a whale", "an ant, a cat") + one.format("b", "a cat", "an ant, a flea")) == []
    assert codes(one.format("a", "a whale", "an ant, a cat") + one.format("b", "a cat", "an ant, a whale")) == ["K006"]


def test_cards_of_a_set_without_claims_disagree_where_they_ask_the_same_and_teach_otherwise() -> None:
    cards = """questions:
  - {id: one, front: "Which sea is this?", back: the North Sea}
  - {id: two, front: "which sea is *this*", back: the Baltic Sea}
  - {id: three, front: Which lake is this?, back: Lake Constance}
"""
    _, problems = compile_set(cards)
    assert [problem.about for problem in problems if problem.code.id == "K006"] == [("two", "one")]
