"""Questions on claims: who says it stands beside what is said."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import REGISTER
from tests.checks.wording.saying import codes as codes_of

JOBS = "people will find work at the new harbour"
WALL = "the wall is strong enough for a century"


def codes(question):
    return codes_of(question, REGISTER)


def who(stem, claim="jobs"):
    return f"type: short_answer\n    stem: '{stem}'\n    answer: Ana Reyes\n    claim: {claim}"


def which(*options, where="[anki, print]"):
    return (
        "stem: Which of these does the article report from the town council?\n"
        f"    answer: '{options[0]}'\n    distractors: ['{options[1]}', '{options[2]}']\n"
        f"    claim: [wall, jobs]\n    where: {where}"
    )


def judge(stem, answer="false", where="[anki, print]"):
    return f"type: true_false\n    stem: '{stem}'\n    answer: {answer}\n    claim: jobs\n    where: {where}"


@pytest.mark.parametrize("question", [
    which(WALL, f"that {JOBS}", "that fees will rise"),
    which(f"that {WALL}", "At the new harbour, people will find work", "that fees will rise"),
    judge("People will find work at the new harbour.", where="[print]"),
    f"type: cloze\n    text: 'In {{{{c1::the future}}}}, {JOBS}.'\n    claim: jobs",
    f"type: flashcard\n    front: What does the article say of the new harbour?\n    back: {JOBS}\n    claim: jobs",
    who("People will find work at the new harbour. Who says so in the article?"),
])  # fmt: skip
def test_a_claim_that_stands_as_a_fact_is_told(question):
    assert "W601" in codes(question)


@pytest.mark.parametrize("question", [
    which(f"that {WALL}", f"that {JOBS}", "that fees will rise"),
    which(f"{WALL} (the council)", f"{JOBS} (Ana Reyes)", "fees will rise (the article)"),
    judge("The article reports from Ana Reyes that people will find work at the new harbour.", "true"),
    f"type: cloze\n    text: 'According to {{{{c1::Ana Reyes}}}}, as the article reports, {JOBS}.'\n    claim: jobs",
    who(f"In the article, who says that {JOBS}?"),
])  # fmt: skip
def test_a_claim_with_its_speaker_is_not(question):
    assert "W601" not in codes(question)


@pytest.mark.parametrize("stem", [
    "In the article, who claimed that people will find work at the new harbour?",
    "What does the article point to where the town council admits how strong the wall is?",
    "Who, as Ana Reyes confirmed in the article, will find work?",
    "Who is it that, as the article reveals, will find work?",
])  # fmt: skip
def test_a_verb_that_takes_a_side_is_told(stem):
    assert "W602" in codes(who(stem))


@pytest.mark.parametrize("stem", [
    "In the article, who says that people will find work at the new harbour?",
    "Of whom does the article say: “revealed that people will find work”?",
    "Which verb does the article use for Ana Reyes: claimed that, or said that?",
    "In the article, whose claims are about work?",
])  # fmt: skip
def test_a_neutral_or_quoted_verb_is_not(stem):
    assert "W602" not in codes(who(stem))


@pytest.mark.parametrize(("question", "expected"), [
    (who("Who says that people will find work at the new harbour?"), True),
    (who("She says that people will find work. Who is she?"), True),
    (who("In the article, who says that people will find work at the new harbour?"), False),
    (who("What does Ana Reyes say of work at the new harbour?"), False),
    (who("Who says that people will find work at the new harbour?") + "\n    where: [print]", False),
    ("type: short_answer\n    stem: Who invented the telephone?\n    answer: Alexander Bell", False),
])  # fmt: skip
def test_a_card_names_the_article_or_the_speaker(question, expected):
    assert ("W603" in codes(question)) is expected


@pytest.mark.parametrize(("question", "expected"), [
    (judge(f"The article reports from the town council that {JOBS}."), True),
    (judge(f"The article reports from the town council that {JOBS}.", where="[print]"), False),
    (judge(f"The article reports from Ana Reyes that {JOBS}.", "true"), False),
    (which(f"the council says that {WALL}", f"the council says that {JOBS}", "Ana Reyes says that fees will rise"), True),
    (which(f"the council says that {WALL}", f"Ana Reyes says that {JOBS}", "Ana Reyes says that fees will rise"), False),
    (which(f"the council says that {WALL}", f"the council says that {JOBS}", "that fees will rise", where="[print]"), False),
    ("type: true_false\n    stem: The sun is a planet.\n    answer: false", False),
])  # fmt: skip
def test_what_is_false_stays_off_cards(question, expected):
    assert ("W604" in codes(question)) is expected
