"""hedge: how sure the article makes it sound."""

from __future__ import annotations

import pytest

from deckmaker.model.text import plain
from tests.generators import ask, choice, distractors, key

OTHERS = """\
  - {id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}
  - {id: lamp, claim: the lamp is lit, speaker: keeper, basis: survey, quote: q, paragraph: 3, hedge: may}
"""
LABELS = ["as certain", "as likely or apparent", "as no more than possible"]


def town(fields: str, claim: str = "the fee will rise", rule: str = "") -> str:
    return f"""\
claims:
  - {{id: fee, claim: {claim}, quote: fee, paragraph: 1, {fields}}}
{OTHERS}generate: [{{family: hedge, claims: [fee]{rule}}}]
"""


@pytest.mark.parametrize(
    ("fields", "answer", "feedback"),
    [
        ("speaker: mayor, basis: on_record", "as certain",
         "The article reports this statement of Ada Lund without a word that weakens it (paragraph 1)."),
        ("speaker: mayor, basis: on_record, hedge: seems likely", "as likely or apparent",
         "The article reports this statement of Ada Lund as less than certain "
         "(paragraph 1; the words used: “seems likely”)."),
        ("speaker: article, basis: none_given, hedge: may", "as no more than possible",
         "The article says this in its own voice, as less than certain (paragraph 1; the word used: “may”)."),
        ("speaker: article, basis: none_given, booster: clearly", "as certain",
         "The article says this in its own voice, without a word that weakens it (paragraph 1)."),
        ("speaker: mayor, basis: on_record, hedge: is said to, certainty: possible", "as no more than possible",
         "The article reports this statement of Ada Lund as less than certain "
         "(paragraph 1; the words used: “is said to”)."),
    ],
)  # fmt: skip
def test_the_key_is_how_sure_the_register_has_it_and_the_words_are_told_afterwards(fields, answer, feedback):
    question = ask(town(fields)).questions["fee/hedge"]
    assert key(question) == answer
    assert distractors(question) == {*LABELS} - {answer}
    assert plain(question.feedback) == feedback
    assert (question.axis, question.level, question.where) == ("certainty", "discriminate", ("anki", "print"))


def test_the_options_are_a_scale_that_keeps_its_order():
    question = ask(town("speaker: mayor, basis: on_record, hedge: may")).questions["fee/hedge"]
    assert [plain(option.text) for option in choice(question).options] == LABELS
    assert not question.shuffle


def test_the_stem_does_not_give_the_hedge_away():
    asked = ask(town("speaker: mayor, basis: on_record, hedge: may"))
    assert plain(asked.questions["fee/hedge"].stem) == (
        "In the article, how is this statement of Ada Lund put: that the fee will rise?"
    )
    asked = ask(town("speaker: article, basis: none_given, hedge: may"))
    assert plain(asked.questions["fee/hedge"].stem) == (
        "How does the article itself put the statement that the fee will rise?"
    )


@pytest.mark.parametrize("kind", ["prediction", "recommendation", "counterfactual"])
def test_what_is_no_fact_is_not_put_as_one(kind):
    asked = ask(town(f"speaker: mayor, basis: on_record, kind: {kind}"))
    assert asked.refusals == {"fee/hedge": f'it is marked "{kind}", and so is not put as a fact, sure or unsure'}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("hedge: may, booster: clearly",
         '"may" weakens it and "clearly" strengthens it, so two answers can be defended'),
        ("cue: claims", 'the speaker is sure of it, but the article keeps away from it ("claims"), so two answers fit'),
        ("stance: distance",
         "the speaker is sure of it, but the article keeps away from it (`stance`), so two answers fit"),
        ("hedge: about", 'no table says how sure the words "about" leave it'),
        ("hedge: may, certainty: certain", '"may" weakens it, yet it is marked "certain"'),
        ("certainty: possible",
         'it is marked "possible", but the register has no words of the article that make it so'),
        ("same_as: [lamp]", 'claim "lamp" says the same and is put as "possible", this one as "certain"'),
        ("quiz: careful, note: Two readings.", 'the claim is marked "careful": Two readings'),
    ],
)  # fmt: skip
def test_where_two_answers_could_be_defended_there_is_no_question(fields, reason):
    assert ask(town(f"speaker: mayor, basis: on_record, {fields}")).refusals == {"fee/hedge": reason}


def test_a_claim_that_holds_a_hedge_itself_is_refused():
    asked = ask(town("speaker: mayor, basis: on_record", claim="the fee might rise"))
    assert asked.refusals == {"fee/hedge": 'its own words hold "might", which reads as a hedge'}


def test_something_near_that_is_put_otherwise_needs_a_stem_that_tells_the_two_apart():
    near = "speaker: keeper, basis: on_record, near: [lamp]"
    asked = ask(town(near))
    assert asked.refusals == {
        "fee/hedge": (
            'the same speaker puts something like it ("lamp") as "possible", '
            "and the stem would not tell which of the two is meant"
        )
    }
    asked = ask(town(near, rule=', stem: "In its first paragraph, how does {article} put it that {claim}?"'))
    assert plain(asked.questions["fee/hedge"].stem) == (
        "In its first paragraph, how does the article put it that the fee will rise?"
    )
    assert key(ask(town("speaker: pilot, basis: on_record, near: [lamp]")).questions["fee/hedge"]) == "as certain"


def test_certain_is_the_answer_to_no_more_than_half():
    asked = ask(town("speaker: mayor, basis: on_record").replace("claims: [fee]", "claims: all"))
    assert sorted(key(question) for question in asked.questions.values()) == ["as certain", "as no more than possible"]
    assert [*asked.refusals.values()] == [
        'balance: "as certain" would be the answer to more than half of the "hedge" questions'
    ]
