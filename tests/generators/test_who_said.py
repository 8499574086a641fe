"""who-said: whom the article presents as saying it."""

from __future__ import annotations

import pytest

from deckmaker.model.questions import Kind
from deckmaker.model.text import plain
from tests.generators import ask, ask_in_many, choice, distractors, key

OTHERS = """\
  - {id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}
  - {id: lamp, claim: the lamp is lit, speaker: keeper, basis: on_record, quote: q, paragraph: 3}
"""
SIMILAR = "says something similar in the article, or is close to one who does"
RULE = "generate: [{family: who-said, claims: [fee]}]\n"


def test_the_speaker_is_the_key_and_other_speakers_are_the_distractors():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the ferry fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
{OTHERS}{RULE}""")
    question = asked.questions["fee/who-said"]
    assert plain(question.stem) == "In the article, who says that the ferry fee will rise?"
    assert (key(question), distractors(question)) == ("Ada Lund", {"Bo Reis", "Cleo Moss"})
    assert plain(question.feedback) == "The article presents Ada Lund as saying this (paragraph 1)."


def test_a_generated_question_has_the_shape_of_a_written_one():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: f, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, tags: [money]}}
{OTHERS}
generate: [{{family: who-said, claims: [fee], tags: [paper, money], points: 2, where: [print]}}]
""")
    question = asked.questions["fee/who-said"]
    assert (question.kind, question.claims, question.family, question.axis) == (
        Kind.SINGLE_CHOICE, ("fee",), "who-said", "speaker",
    )  # fmt: skip
    assert (question.tags, question.where) == (("money", "paper"), ("print",))
    assert question.points == 2
    assert (question.language, question.shuffle, dict(question.allow)) == ("en", True, {})
    assert question.span.text == "fee"


def test_the_article_in_its_own_voice_is_a_speaker():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the ferry fee will rise, speaker: article, basis: none_given, quote: fee, paragraph: title}}
{OTHERS}{RULE}""")
    question = asked.questions["fee/who-said"]
    assert key(question) == "the article itself"
    assert plain(question.feedback) == "The article says this in its own voice (in the title)."


def test_a_hedge_is_shown_with_the_answer():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: f, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, hedge: may well}}
{OTHERS}{RULE}""")
    told = plain(asked.questions["fee/who-said"].feedback)
    assert told == "The article presents Ada Lund as saying this (paragraph 1; the words used: “may well”)."


@pytest.mark.parametrize(
    ("key_fields", "other", "reason"),
    [
        ("", "speaker: council", '"the town council" is the speaker or close to it'),
        ("also_ok: {speaker: [council]},", "speaker: council", '"the town council" is the speaker or close to it'),
        ("via: [keeper],", "speaker: keeper", '"Cleo Moss" is a relay of the claim or close to one'),
        ("claim: Cleo Moss left,", "speaker: keeper", '"Cleo Moss" is named in the claim'),
        ("near: [lamp],", "speaker: keeper", f'"Cleo Moss" {SIMILAR}'),
        ("", "speaker: keeper, near: [fee]", f'"Cleo Moss" {SIMILAR}'),
    ],
)  # fmt: skip
def test_a_distractor_that_could_be_right_or_silly_is_kept_out(key_fields, other, reason):
    claim = "" if "claim:" in key_fields else "claim: the fee will rise,"
    asked = ask(f"""\
claims:
  - {{id: fee, {claim} {key_fields} speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
  - {{id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}}
  - {{id: lamp, claim: the lamp is lit, {other}, basis: on_record, quote: q, paragraph: 3}}
{RULE}""")
    assert asked.refusals == {"fee/who-said": f"only 1 of the 2 distractors needed can stand: {reason}"}
    assert not asked.questions


def test_a_near_claims_speaker_keeps_its_kin_out_too():
    asked = ask(f"""\
claims:
  - {{id: tide, claim: the tide was late, speaker: mayor, basis: on_record, quote: q, paragraph: 2, near: [fee]}}
  - {{id: fee, claim: the fee will rise, speaker: pilot, basis: on_record, quote: fee, paragraph: 1}}
  - {{id: lamp, claim: the lamp is lit, speaker: council, basis: on_record, quote: q, paragraph: 3}}
  - {{id: boat, claim: the boat sank, speaker: keeper, basis: on_record, quote: q, paragraph: 3}}
{RULE}""")
    assert asked.refusals["fee/who-said"].startswith("only 1 of the 2")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("quiz: careful, note: Two readings.", 'the claim is marked "careful": Two readings'),
        ("quiz: avoid, note: A charge.", 'the claim is marked "avoid": A charge'),
        ("same_as: [tide]", 'claim "tide" says the same, and its speaker is "Bo Reis"'),
        ("also_ok: {speaker: [keeper]}", '"Cleo Moss" could be called its speaker as well (also_ok)'),
    ],
)
def test_what_has_more_than_one_answer_or_is_not_to_be_asked_is_refused(fields, reason):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, {fields}}}
{OTHERS}{RULE}""")
    assert asked.refusals == {"fee/who-said": reason}


def test_a_claim_that_another_calls_the_same_by_a_detour_is_refused():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
  - {{id: toll, claim: it gets dearer, speaker: mayor, basis: on_record, quote: q, paragraph: 1, same_as: [fee, bill]}}
  - {{id: bill, claim: it costs more, speaker: pilot, basis: on_record, quote: q, paragraph: 1}}
{OTHERS}{RULE}""")
    assert asked.refusals == {"fee/who-said": 'claim "bill" says the same, and its speaker is "Bo Reis"'}


@pytest.mark.parametrize("words", ["Ada Lund will quit", "the house is Lund's", "LUND will quit"])
def test_a_claim_that_names_its_speaker_is_refused(words):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: "{words}", speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
{OTHERS}{RULE}""")
    assert asked.refusals == {"fee/who-said": 'the claim names its speaker, "Ada Lund"'}


def test_a_longer_word_with_a_name_in_it_names_nobody():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the Lundby ferry is late, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
{OTHERS}{RULE}""")
    assert "fee/who-said" in asked.questions


def test_the_same_kind_goes_before_others_and_no_two_distractors_are_kin():
    for asked in ask_in_many("""\
claims:
  - {id: fee, claim: the fee will rise, speaker: union, basis: on_record, quote: fee, paragraph: 1}
  - {id: a, claim: a, speaker: council, basis: on_record, quote: q, paragraph: 1}
  - {id: b, claim: b, speaker: mayor, basis: on_record, quote: q, paragraph: 1}
  - {id: c, claim: c, speaker: pilot, basis: on_record, quote: q, paragraph: 1}
generate: [{family: who-said, claims: [fee]}]
"""):
        assert distractors(asked.questions["fee/who-said"]) == {"the town council", "Bo Reis"}


def test_a_name_of_fitting_length_goes_before_one_of_the_same_kind():
    asked = ask(
        """\
sources:
  long:  {name: Maximiliana von und zu Hohenlohe-Bartenstein, kind: person}
claims:
  - {id: fee, claim: the fee will rise, speaker: pilot, basis: on_record, quote: fee, paragraph: 1}
  - {id: a, claim: a, speaker: long, basis: on_record, quote: q, paragraph: 1}
  - {id: b, claim: b, speaker: keeper, basis: on_record, quote: q, paragraph: 1}
  - {id: c, claim: c, speaker: union, basis: on_record, quote: q, paragraph: 1}
generate: [{family: who-said, claims: [fee]}]
""".replace("sources:\n  long", "  long")
    )
    assert distractors(asked.questions["fee/who-said"]) == {"Cleo Moss", "the dock union"}


def test_two_sources_that_read_alike_never_stand_side_by_side():
    asked = ask("""\
  other: {name: bo reis, kind: person}
claims:
  - {id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}
  - {id: a, claim: a, speaker: pilot, basis: on_record, quote: q, paragraph: 1}
  - {id: b, claim: b, speaker: other, basis: on_record, quote: q, paragraph: 1}
generate: [{family: who-said, claims: [fee]}]
""")
    assert asked.refusals == {"fee/who-said": "only 1 of the 2 distractors needed can stand"}


def test_a_rule_says_how_many_options():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
{OTHERS}
generate: [{{family: who-said, claims: [fee], options: 2}}, {{family: who-said, claims: [tide], options: 4}}]
""")
    assert len(choice(asked.questions["fee/who-said"]).options) == 2
    assert asked.refusals == {"tide/who-said": "only 2 of the 3 distractors needed can stand"}


def test_only_speakers_of_the_register_are_candidates():
    asked = ask("""\
claims:
  - {id: fee, claim: the fee will rise, speaker: mayor, basis: survey, quote: fee, paragraph: 1, via: []}
  - {id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}
generate: [{family: who-said, claims: [fee]}]
""")
    assert asked.refusals == {"fee/who-said": "only 1 of the 2 distractors needed can stand"}


def test_a_stem_names_the_article_where_the_set_has_several():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, article: second}}
{OTHERS}{RULE}
articles: {{second: {{title: A second report, disclosure: D}}}}
""")
    stem = plain(asked.questions["fee/who-said"].stem)
    assert stem == "In the article “A second report”, who says that the fee will rise?"


def test_the_article_itself_is_as_near_to_a_person_as_another_person_is():
    """If it stood only where it is right, its mere presence would give it away."""
    seen = {
        name
        for asked in ask_in_many(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
  - {{id: own, claim: it rains, speaker: article, basis: none_given, quote: fee, paragraph: 1}}
{OTHERS}{RULE}""")
        for name in distractors(asked.questions["fee/who-said"])
    }
    assert seen == {"Bo Reis", "Cleo Moss", "the article itself"}


def test_a_hedged_claim_is_not_asked_as_if_it_were_certain():
    asked = ask(f"""\
claims:
  - id: fee
    claim: the ferry fee will rise
    speaker: mayor
    basis: on_record
    hedge: may
    quote: fee
    paragraph: 1
{OTHERS}{RULE}""")
    stem = plain(asked.questions["fee/who-said"].stem)
    assert stem == "In the article, who says, in guarded words, that the ferry fee will rise?"
