"""The set about the article keeps what it promises; as built without the article's text, from its lock."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from deckmaker import pipeline
from deckmaker.generators import FAMILIES
from deckmaker.model.claims import Quiz
from deckmaker.model.questions import ANKI, Question
from deckmaker.pipeline import Checked

SET = Path(__file__).parents[1] / "decks" / "who-says-so"
MOST = 3
"""So often is a claim asked at most, of one student: as the first claim of a question."""
NOT_HERE = {"order-of-events": "the article dates too few of its claims to a year"}
"""Families that do not fit this article, and why."""


@cache
def checked() -> Checked:
    (files,), _ = pipeline.find_sets([SET])
    return pipeline.strict(pipeline.check(files))


def outputs() -> dict[str, list[Question]]:
    """The questions of each thing a student holds: the deck, each paper."""
    document = checked().document
    assert document
    papers = {paper.id: [item.question for item in paper.versions[0].items] for paper in checked().papers}
    return {"deck": [question for question in document.questions if ANKI in question.where], **papers}


def test_nothing_is_wrong_with_it_not_even_as_advice():
    assert not [problem.message for problem in checked().problems]


def test_every_reason_for_an_exception_is_given():
    document = checked().document
    assert document
    assert all(reason.strip() for question in document.questions for reason in question.allow.values())


def test_every_family_that_fits_is_in_it():
    document = checked().document
    assert document
    assert {question.family for question in document.questions if question.family} == set(FAMILIES) - set(NOT_HERE)


def test_it_has_at_least_sixty_notes_and_three_quizzes():
    document = checked().document
    assert document
    assert sum(ANKI in question.where for question in document.questions) >= 60
    assert [paper.id for paper in checked().papers] == ["quick-check", "full-paper", "sourcing-workshop"]


def test_every_core_claim_that_may_be_asked_is_asked():
    document = checked().document
    assert document
    core = {id for id, claim in document.set.claims.items() if claim.core and claim.quiz is Quiz.ASK}
    assert core <= {question.claims[0] for questions in outputs().values() for question in questions}


def test_no_claim_is_asked_more_often_than_three_times():
    for name, questions in outputs().items():
        asked = Counter(question.claims[0] for question in questions if question.claims)
        assert not {claim: count for claim, count in asked.items() if count > MOST}, name
