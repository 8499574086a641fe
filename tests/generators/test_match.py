"""match: statements of several speakers, each to be given to its own, one name left over."""

from __future__ import annotations

import pytest

from deckmaker.model.questions import PRINT, Matching, Question
from deckmaker.model.text import plain
from tests.generators import ask, ask_in_many

TOWN = """\
claims:
  - {id: fee, claim: the fee will *rise*, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, core: true}
  - {id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2, hedge: may}
  - {id: lamp, claim: the lamp is lit, speaker: keeper, basis: survey, quote: q, paragraph: 3}
"""
STRIKE = "  - {id: strike, claim: work has stopped, speaker: union, basis: on_record, quote: q, paragraph: title}\n"
RULE = "generate: [{family: match}]\n"


def matching(question: Question) -> Matching:
    assert isinstance(question.body, Matching)
    return question.body


def pairs(question: Question) -> dict[str, str]:
    return {plain(left): plain(right) for left, right in matching(question).pairs}


def extra(question: Question) -> str:
    (left_over,) = matching(question).extra
    return plain(left_over)


def test_each_statement_has_its_speaker_and_one_name_is_left_over():
    asked = ask(TOWN + RULE)
    (question,) = asked.questions.values()
    assert plain(question.stem) == (
        "Match each statement with the one whom the article presents as making it. "
        "Use each name at most once; one is left over."
    )
    assert pairs(question) == {
        "that the fee will rise": "Ada Lund",
        "that, in guarded words, the tide was late": "Bo Reis",
        "that the lamp is lit": "Cleo Moss",
    }
    assert extra(question) in {"the dock union", "the article itself"}
    assert question.claims[0] == "fee"
    assert sorted(question.claims) == ["fee", "lamp", "tide"]
    assert question.where == (PRINT,)
    assert plain(question.feedback).startswith("Where they stand: ")
    assert "Bo Reis (paragraph 2; the word used: “may”)" in plain(question.feedback)


def test_no_claim_stands_in_two_of_them():
    asked = ask(TOWN + RULE)
    assert asked.refusals == {
        "tide/match": 'its claim stands in "fee/match"',
        "lamp/match": 'its claim stands in "fee/match"',
    }


def test_four_statements_go_before_three_and_the_left_over_name_is_a_speakers_first():
    more = "  - {id: fog, claim: fog lifts, speaker: article, basis: none_given, quote: q, paragraph: 4}\n"
    for asked in ask_in_many(TOWN + STRIKE + more + RULE):
        question = asked.questions["fee/match"]
        assert len(pairs(question)) == 4
        assert {*pairs(question).values(), extra(question)} == {
            "Ada Lund", "Bo Reis", "Cleo Moss", "the dock union", "the article itself",
        }  # fmt: skip


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_rule_may_say_how_many_statements(count):
    (question,) = ask(
        TOWN + STRIKE + f"generate: [{{family: match, options: {count}, claims: [fee]}}]\n"
    ).questions.values()
    assert len(pairs(question)) == count


def test_where_the_number_that_a_rule_asks_for_cannot_be_had_there_is_no_question():
    asked = ask(TOWN + STRIKE + "generate: [{family: match, options: 6, claims: [fee]}]\n")
    assert asked.refusals["fee/match"] == (
        "fewer than 5 other claims can stand beside it: each must be of another speaker with a name, none must fit the "
        "statement of another, and a name must be left over"
    )


@pytest.mark.parametrize(
    "fields",
    [
        "speaker: council, basis: on_record",
        "speaker: locals, basis: on_record",
        "speaker: keeper, basis: on_record, quiz: careful, note: N",
        "speaker: keeper, basis: on_record, also_ok: {speaker: [union]}",
        "speaker: keeper, basis: on_record, also_ok: {speaker: [council]}",
        "speaker: keeper, basis: on_record, via: [council]",
        "speaker: keeper, basis: on_record, near: [fee]",
        "speaker: keeper, basis: on_record, same_as: [fee]",
    ],
)
def test_a_claim_that_another_name_would_fit_does_not_stand_in_it(fields):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
  - {{id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}}
  - {{id: lamp, claim: the lamp is lit, quote: q, paragraph: 3, {fields}}}
generate: [{{family: match}}]
""")
    assert not asked.questions


def test_a_claim_that_names_another_speaker_does_not_stand_beside_him():
    asked = ask(TOWN.replace("the lamp is lit", "Bo Reis was late") + RULE)
    assert not asked.questions


def test_the_left_over_name_fits_none_of_the_statements():
    kin = TOWN.replace("speaker: pilot, basis: on_record", "speaker: pilot, basis: on_record, via: [union]")
    for asked in ask_in_many(kin + RULE):
        (question,) = asked.questions.values()
        assert extra(question) == "the article itself"


def test_where_no_name_could_be_left_over_there_is_no_question():
    everyone = (
        "  - {id: fog, claim: fog lifts, speaker: article, basis: none_given, quote: q, paragraph: 4, near: [fee]}\n"
    )
    named = TOWN.replace("the lamp is lit", "the dock union left") + everyone
    assert not ask(named + "generate: [{family: match, claims: [fee]}]\n").questions


def test_claims_of_other_articles_do_not_stand_in_it():
    other = TOWN.replace("id: lamp,", "id: lamp, article: b,")
    asked = ask(other + RULE + "articles: {b: {title: A second report, disclosure: D}}\n")
    assert not asked.questions


def test_what_the_author_wants_stands_in_it_and_what_cannot_is_told():
    edit = "edit: {{fee/match: {{distractors: [{ids}]}}}}\n"
    town = TOWN + STRIKE + "generate: [{family: match, options: 3, claims: [fee]}]\n"
    wanted = ask(town + edit.format(ids="strike, lamp, pilot"))
    question = wanted.questions["fee/match"]
    assert wanted.problems == []
    assert question.claims == ("fee", "strike", "lamp")
    assert extra(question) == "Bo Reis"
    unfair = ask(town + edit.format(ids="strike, lamp, council"))
    assert unfair.problems == [
        'G003 19:33 "council" cannot stand beside the right answer: it could be right in the place of another'
    ]
