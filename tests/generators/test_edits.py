"""What an author wants otherwise in generated questions: `edit:`, pins, and `count`."""

from __future__ import annotations

from collections import Counter

import pytest

from deckmaker.generators import generate
from deckmaker.model.text import plain
from tests.generators import SOURCES, ask, ask_in_many, distractors, key
from tests.support import compile_set, said

CLAIMS = """\
claims:
  - {id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, tags: [money]}
  - {id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}
  - {id: lamp, claim: the lamp is lit, speaker: keeper, basis: on_record, quote: q, paragraph: 3}
  - {id: dock, claim: the docks are full, speaker: union, basis: on_record, quote: q, paragraph: 4}
"""
RULE = "generate: [{family: who-said, claims: all, points: 1, tags: [who]}]\n"


def edited(edit: str, rule: str = RULE, claims: str = CLAIMS):
    return ask(f"{claims}{rule}edit:\n  {edit}\n")


def test_a_dropped_question_is_refused_with_the_authors_reason():
    asked = edited("fee/who-said: {drop: The paper has it already}")
    assert asked.refusals == {"fee/who-said": "dropped: The paper has it already"}
    assert asked.problems == []


def test_an_edit_changes_what_it_names_and_leaves_the_rest_to_the_rule():
    question = edited(
        'fee/who-said: {stem: "Who told {article} that {claim}?", feedback: She is *quoted*., hint: Read on., points: 3, '
        "where: [print], tags: [hard], allow: {long-stem: It has to be}}"
    ).questions["fee/who-said"]
    assert plain(question.stem) == "Who told the article that the fee will rise?"
    assert plain(question.feedback) == "She is quoted."
    assert plain(question.hint) == "Read on."
    assert (question.points, question.where, question.tags) == (3, ("print",), ("money", "who", "hard"))
    assert question.allow == {"long-stem": "It has to be"}
    assert key(question) == "Ada Lund"


def test_an_edit_changes_no_other_question_and_none_of_the_options():
    before = ask(CLAIMS + RULE).questions
    after = edited("fee/who-said: {points: 2}").questions
    assert after["fee/who-said"].body == before["fee/who-said"].body
    assert after["fee/who-said"].points == 2
    assert {id: one for id, one in after.items() if id != "fee/who-said"}.keys() == before.keys() - {"fee/who-said"}
    for id in before.keys() - {"fee/who-said"}:
        assert (after[id].stem, after[id].body, after[id].points) == (before[id].stem, before[id].body, 1)


def test_an_author_chooses_what_stands_beside_the_right_answer():
    for asked in ask_in_many(CLAIMS + RULE + "edit: {fee/who-said: {distractors: [union, keeper]}}\n"):
        assert distractors(asked.questions["fee/who-said"]) == {"the dock union", "Cleo Moss"}
        assert asked.problems == []


def test_one_chosen_distractor_is_filled_up():
    for asked in ask_in_many(CLAIMS + RULE + "edit: {fee/who-said: {distractors: [union]}}\n"):
        found = distractors(asked.questions["fee/who-said"])
        assert len(found) == 2
        assert "the dock union" in found


def test_a_source_that_says_nothing_in_the_register_may_be_chosen():
    asked = edited("tide/who-said: {distractors: [council, union]}")
    assert distractors(asked.questions["tide/who-said"]) == {"the town council", "the dock union"}
    assert asked.problems == []


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ("[keeper, mayor]", '"mayor" cannot stand beside the right answer: it is the speaker or close to it'),
        ("[keeper, council]", '"council" cannot stand beside the right answer: it is the speaker or close to it'),
        ("[keeper, pilot, union]", 'there is no room left for "union"'),
        ("[keeper, maior]",
         '"maior" cannot stand beside the right answer: no claim of the register has to do with it in this way'),
    ],
)  # fmt: skip
def test_a_chosen_distractor_that_is_not_fair_is_named_with_the_reason(chosen, message):
    asked = edited(f"fee/who-said: {{distractors: {chosen}}}")
    assert asked.problems == [f"G003 20:31 {message}"]
    assert len(distractors(asked.questions["fee/who-said"])) == 2


@pytest.mark.parametrize(
    ("family", "message"),
    [
        ("attribution-cloze", '"fee/attribution-cloze" has no distractors to choose'),
        ("hedge", '"fee/hedge" has no distractors to choose'),
    ],
)
def test_a_family_without_distractors_has_none_to_choose(family, message):
    asked = edited(f"fee/{family}: {{distractors: [pilot]}}", f"generate: [{{family: {family}, claims: [fee]}}]\n")
    assert [problem.split(" ", 2)[2] for problem in asked.problems] == [message]


@pytest.mark.parametrize(
    ("id", "hint"),
    [
        ("fee/who-sayd", 'did you mean "fee/who-said"?'),
        ("fee/basis", 'ask for it first, by a rule of `generate:` for "basis"'),
        ("mine", "you wrote this question yourself: change it where it stands"),
        ("xyz", 'name it by its claim and its family, as in "some-claim/who-said"'),
    ],
)
def test_an_edit_of_what_is_not_generated_is_told_what_to_do(id, hint):
    questions = "questions: [{id: mine, type: short_answer, stem: What rose?, answer: the fee}]\n"
    _, problems = compile_set(
        f"deckmaker: 1\nuid: 7e57da7a\ntitle: A town\n{SOURCES}{CLAIMS}{RULE}{questions}edit: {{{id}: {{hint: x}}}}\n"
    )
    (found,) = [problem for problem in problems if problem.code.id == "G004"]
    assert found.message == f'there is no generated question "{id}" to edit'
    assert found.hint == hint


def test_an_edit_of_a_refused_question_says_why_it_was_refused():
    claims = CLAIMS.replace("tags: [money]", "quiz: careful, note: Two readings")
    assert edited("fee/who-said: {points: 2}", claims=claims).problems == [
        'G004 20:3 the edited question "fee/who-said" is not asked: the claim is marked "careful": Two readings'
    ]
    assert edited("fee/who-said: {pin: true}", claims=claims).problems == [
        'G002 20:3 the pinned question "fee/who-said" is not asked: the claim is marked "careful": Two readings'
    ]
    assert edited("fee/who-said: {drop: Too early}", claims=claims).problems == []


OWN = """\
claims:
  - {id: a, claim: gulls cry, speaker: article, basis: none_given, quote: q, paragraph: 1}
  - {id: b, claim: sails flap, speaker: article, basis: none_given, quote: q, paragraph: 1}
  - {id: c, claim: fog lifts, speaker: article, basis: none_given, quote: q, paragraph: 1, core: true}
  - {id: d, claim: rain falls, speaker: article, basis: none_given, quote: q, paragraph: 1, core: true}
  - {id: e, claim: fees rise, speaker: mayor, basis: on_record, quote: q, paragraph: 1}
  - {id: f, claim: tides turn, speaker: pilot, basis: on_record, quote: q, paragraph: 1}
"""


def test_a_pin_goes_before_balance():
    for asked in ask_in_many(OWN + "generate: [{family: who-said}]\nedit: {a/who-said: {pin: true}}\n"):
        assert "a/who-said" in asked.questions
        assert len(asked.questions) == 4
    every = ", ".join(f"{id}/who-said: {{pin: true}}" for id in "abcd")
    assert len(ask(OWN + f"generate: [{{family: who-said}}]\nedit: {{{every}}}\n").questions) == 6


def test_a_pin_goes_before_count_and_beyond_it():
    rule = "generate: [{family: who-said, count: 2}]\n"
    for asked in ask_in_many(OWN + rule + "edit: {a/who-said: {pin: true}}\n"):
        assert "a/who-said" in asked.questions
        assert len(asked.questions) == 2
    pins = "edit: {a/who-said: {pin: true}, b/who-said: {pin: true}, e/who-said: {pin: true}}\n"
    assert sorted(ask(OWN + rule + pins).questions) == ["a/who-said", "b/who-said", "e/who-said"]


def test_a_count_takes_no_answer_more_than_half_the_time_while_there_are_others():
    for asked in ask_in_many(OWN + "generate: [{family: who-said, count: 4}]\n"):
        answers = Counter(key(question) for question in asked.questions.values())
        assert answers == {"the article itself": 2, "Ada Lund": 1, "Bo Reis": 1}
        assert {"c/who-said", "d/who-said"} <= asked.questions.keys()
        assert set(asked.refusals.values()) == {"count: the rule asks for 4, and others went first"}


def test_a_count_that_is_not_reached_takes_everything():
    assert len(ask(CLAIMS + "generate: [{family: who-said, count: 9}]\n").questions) == 4


def build(claims: str, rest: str, chosen=None):
    document, _ = compile_set(f"deckmaker: 1\nuid: 7e57da7a\ntitle: A town\n{SOURCES}{claims}{rest}")
    return generate(document.set, chosen or {})


def test_a_counted_rule_keeps_its_questions_when_claims_are_added():
    rule = "generate: [{family: who-said, count: 3}]\n"
    before, _ = build(CLAIMS, rule)
    more = "".join(
        f"  - {{id: new{n}, claim: bell {n} rang, speaker: {speaker}, basis: on_record, quote: q, paragraph: 5, core: true}}\n"
        for n, speaker in enumerate(["mayor", "pilot", "keeper", "union", "article", "article"])
    )
    after, _ = build(CLAIMS + more, rule, before.choices)
    assert [question.id for question in after.questions] == [question.id for question in before.questions]
    assert [question.body for question in after.questions] == [question.body for question in before.questions]
    assert len(after.questions) == 3


def test_a_pinned_question_whose_options_became_unfair_stops_the_build():
    pin = RULE + "edit: {fee/who-said: {pin: true}}\n"
    before, _ = build(CLAIMS, pin)
    first = before.choices["fee/who-said"][0]
    claim = {"pilot": "tide", "keeper": "lamp", "union": "dock"}[first]
    near = CLAIMS.replace(f"id: {claim},", f"id: {claim}, near: [fee],")
    _, problems = build(near, pin, before.choices)
    assert [line.split(" ", 2)[2] for line in said(problems)] == [
        f'the pinned question "fee/who-said" cannot keep "{first}": '
        "it says something similar in the article, or is close to one who does"
    ]
    assert build(near, RULE, before.choices)[1] == []


def test_a_pinned_question_may_be_given_fewer_options_by_its_rule():
    pin = RULE + "edit: {fee/who-said: {pin: true}}\n"
    before, _ = build(CLAIMS, pin)
    _, problems = build(CLAIMS, pin.replace("claims: all,", "claims: all, options: 2,"), before.choices)
    assert problems == []


@pytest.mark.parametrize("family", ["misattributed", "document-or-not"])
def test_what_shows_false_statements_goes_to_no_card(family):
    rule = f"generate: [{{family: {family}, claims: all, where: [anki, print]}}]\n"
    problems = [problem for problem in ask(CLAIMS + rule).problems if problem[:4] == "G005"]
    assert [problem.split(" ", 2)[2] for problem in problems] == [f'"{family}" questions are not for anki']
