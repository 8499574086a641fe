"""misattributed: which of these attributions does not match the article."""

from __future__ import annotations

import pytest

from deckmaker.model.questions import PRINT
from deckmaker.model.text import Str, Strong, leaves, plain
from tests.generators import ask, ask_in_many, choice, distractors, key

TOWN = """\
claims:
  - {id: fee, claim: the fee will *rise*, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, core: true}
  - {id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2, hedge: may}
  - {id: strike, claim: work has stopped, speaker: union, basis: on_record, quote: q, paragraph: title}
  - {id: lamp, claim: the lamp is lit, speaker: keeper, basis: survey, quote: q, paragraph: 3}
"""
RULE = "generate: [{family: misattributed, claims: [fee]}]\n"


def test_the_key_is_the_claim_with_somebody_who_does_not_say_it():
    for asked in ask_in_many(TOWN + RULE):
        question = asked.questions["fee/misattributed"]
        assert plain(question.stem) == ("All but one of these attributions match the article. Which one does not?")
        assert Strong((Str("not"),)) in leaves(question.stem)
        wrong, claim = key(question).split(": ")
        assert claim == "that the fee will rise"
        assert wrong in {"Bo Reis", "Cleo Moss"}
        assert distractors(question) < {
            "Bo Reis, in guarded words: that the tide was late",
            "the dock union: that work has stopped",
            "Cleo Moss: that the lamp is lit",
        }
        assert len(distractors(question)) == 2
        assert all(not words.startswith(wrong) for words in distractors(question))
        assert plain(question.feedback) == f"Not {wrong}: the article presents Ada Lund as saying this (paragraph 1)."
        assert question.where == (PRINT,)


def test_whoever_takes_a_right_one_is_told_where_it_stands():
    (question,) = ask(TOWN + RULE).questions.values()
    told = [plain(option.feedback) for option in choice(question).options if not option.correct]
    assert all(words.startswith("The article presents ") for words in told)


def test_what_the_article_says_itself_may_be_the_key_but_is_none_of_the_others():
    own = "  - {id: fog, claim: fog lifts, speaker: article, basis: none_given, quote: q, paragraph: 4}\n"
    for asked in ask_in_many(TOWN + own + "generate: [{family: misattributed, claims: [fee, fog]}]\n"):
        for question in asked.questions.values():
            assert "the article itself" not in key(question) + "".join(distractors(question))
    asked = ask(TOWN + own + "generate: [{family: misattributed, claims: [fog]}]\n")
    assert "the article says this in its own voice (paragraph 4)" in plain(
        asked.questions["fog/misattributed"].feedback
    )


@pytest.mark.parametrize(
    "fields",
    ["near: [fee]", "same_as: [fee]", "also_ok: {speaker: [union]}", "quiz: avoid, note: N"],
)
def test_a_claim_that_would_make_two_answers_right_is_none_of_the_others(fields):
    for asked in ask_in_many(TOWN.replace("basis: survey,", f"basis: survey, {fields},") + RULE):
        assert not any("the lamp is lit" in words for one in asked.questions.values() for words in distractors(one))


@pytest.mark.parametrize("fields", ["also_ok: {speaker: [council, keeper]}", "via: [keeper]", "near: [lamp]"])
def test_who_could_be_called_the_speaker_is_not_the_wrong_one(fields):
    for asked in ask_in_many(TOWN.replace("core: true", f"core: true, {fields}") + RULE):
        assert not any("Cleo Moss" in key(one) for one in asked.questions.values())


def test_a_person_stands_for_a_person_and_a_body_for_a_body():
    asked = ask(TOWN + "generate: [{family: misattributed, claims: [strike]}]\n")
    assert asked.refusals["strike/misattributed"] == (
        "fewer than 2 claims of other speakers can stand beside it, with a speaker left of whom it would clearly be "
        "wrong"
    )
    more = "  - {id: tax, claim: taxes fall, speaker: council, basis: on_record, quote: q, paragraph: 4}\n"
    asked = ask(TOWN + more + "generate: [{family: misattributed, claims: [strike]}]\n")
    assert key(asked.questions["strike/misattributed"]) == "the town council: that work has stopped"


def test_cards_get_none_of_it():
    asked = ask(TOWN + "generate: [{family: misattributed, claims: [fee], where: [anki, print]}]\n")
    assert asked.questions["fee/misattributed"].where == (PRINT,)
    assert [line.split()[0] for line in asked.problems] == ["G005"]


def test_no_claim_stands_in_two_of_them():
    for asked in ask_in_many(TOWN + "generate: [{family: misattributed}]\n"):
        claims = [claim for question in asked.questions.values() for claim in question.claims]
        assert len(claims) == len({*claims}) == 3
        assert "fee" in claims


def test_what_the_author_wants_stands_in_it():
    asked = ask(TOWN + RULE + "edit: {fee/misattributed: {distractors: [strike, tide, keeper]}}\n")
    question = asked.questions["fee/misattributed"]
    assert question.claims == ("fee", "strike", "tide")
    assert key(question) == "Cleo Moss: that the fee will rise"
    assert asked.problems == []
