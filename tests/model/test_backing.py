"""What stands behind a paper's questions."""

from __future__ import annotations

import pytest

from deckmaker.model.backing import backing
from tests.support import sound_set
from tests.support.sets import REGISTER


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("stem: What does the board point to as evidence?, answer: its word, axis: basis", ["no source given"]),
        ("stem: Who says that the wall is strong enough?, answer: the board, axis: speaker", []),
        ("stem: How does the board put it?, answer: firmly, axis: certainty", []),
        ("stem: Of what does the board speak?, answer: strength", []),
        ("type: true_false, stem: The article points to surveys for it., answer: false, axis: basis", []),
        ("stem: What does the board point to?, answer: word, distractors: [maps, the past], axis: basis", []),
    ],
)
def test_other_answers_of_the_register_count_where_an_answer_is_written_on_the_same_axis(question, others):
    document = sound_set(f"{REGISTER}questions: [{{id: q, claim: wall-holds, {question}}}]\n", article=None)
    assert list(backing(document, document.questions[0]).accepted) == others
