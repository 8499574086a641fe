"""basis: what the article points to as evidence."""

from __future__ import annotations

import pytest

from deckmaker.model.text import plain
from tests.generators import ask, distractors, key

OTHERS = """\
  - {id: tide, claim: the tide was late, speaker: article, basis: none_given, quote: q, paragraph: 2}
  - {id: lamp, claim: the lamp is lit, speaker: keeper, basis: on_record, quote: q, paragraph: 3}
  - {id: boat, claim: the boat sank, speaker: article, basis: survey, quote: q, paragraph: 3}
"""
RULE = "generate: [{family: basis, claims: [fee]}]\n"


def test_the_basis_is_the_key_and_what_other_claims_rest_on_are_the_distractors():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the ferry fee will rise, speaker: article, basis: survey, quote: fee, paragraph: 1}}
{OTHERS}{RULE}""")
    question = asked.questions["fee/basis"]
    assert (
        plain(question.stem)
        == "On what, if anything, does the article base the statement that the ferry fee will rise?"
    )
    assert key(question) == "the harbour survey"
    assert distractors(question) == {"no source given", "the word of a named person or body"}
    assert plain(question.feedback) == "For this the article points to the harbour survey (paragraph 1)."
    assert question.axis == "basis"


def test_the_stem_asks_for_the_speakers_evidence_where_a_speaker_points_to_it():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: survey, quote: q, paragraph: 1, hedge: suggests}}
{OTHERS}{RULE}""")
    question = asked.questions["fee/basis"]
    assert plain(question.stem) == (
        "According to the article, what did Ada Lund point to as evidence for saying that the fee will rise?"
    )
    assert plain(question.feedback) == (
        "As the article reports, Ada Lund pointed to the harbour survey (paragraph 1; the word used: “suggests”)."
    )


@pytest.mark.parametrize(
    ("speaker", "basis", "told"),
    [
        (
            "mayor",
            "on_record",
            "For this the article has the word of Ada Lund and points to nothing else (paragraph 1).",
        ),
        ("mayor", "none_given", "For this the article points to nothing beyond Ada Lund (paragraph 1)."),
        ("article", "none_given", "The article says this in its own voice and names no source (paragraph 1)."),
        ("article", "unnamed_people", "For this the article points to people whom it does not name (paragraph 1)."),
        ("article", "unnamed_research", "For this the article points to research that it does not name (paragraph 1)."),
    ],
)
def test_the_reason_says_what_kind_of_basis_it_is(speaker, basis, told):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: {speaker}, basis: {basis}, quote: fee, paragraph: 1}}
  - {{id: more, claim: more of it, speaker: {speaker}, basis: {basis}, quote: fee, paragraph: 1}}
  - {{id: news, claim: news, speaker: article, basis: unnamed_people, quote: q, paragraph: 3}}
{OTHERS}{RULE}""")
    question = asked.questions["fee/basis"]
    assert plain(question.feedback) == told
    assert plain(question.stem) == "On what, if anything, does the article base the statement that the fee will rise?"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("speaker: article, also_ok: {basis: [survey]}, basis: none_given",
         '"the harbour survey" could be called its basis as well (also_ok)'),
        ("speaker: mayor, also_ok: {basis: [none_given]}, basis: on_record",
         '"no source given" could be called its basis as well (also_ok)'),
        ("speaker: article, basis: survey, same_as: [tide]",
         'claim "tide" says the same, and its basis is "no source given"'),
        ("speaker: article, basis: unnamed_research",
         'no other claim has to do with "unnamed research", so the option would give itself away'),
        ("speaker: article, basis: survey, quiz: avoid, note: No.", 'the claim is marked "avoid": No'),
    ],
)  # fmt: skip
def test_what_has_more_than_one_answer_or_gives_itself_away_is_refused(fields, reason):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, quote: fee, paragraph: 1, {fields}}}
{OTHERS}{RULE}""")
    assert asked.refusals == {"fee/basis": reason}


def test_a_claim_that_names_its_basis_is_refused():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the harbour survey asks for more, speaker: article, basis: survey, quote: fee, paragraph: 1}}
{OTHERS}{RULE}""")
    assert asked.refusals == {"fee/basis": 'the claim names its basis, "the harbour survey"'}


def test_a_contested_basis_is_asked_for_where_the_stem_names_the_speaker_and_is_no_option():
    asked = ask(f"""\
claims:
  - id: fee
    claim: the fee will rise
    speaker: mayor
    basis: survey
    quote: fee
    paragraph: 1
    also_ok: {{basis: [none_given]}}
  - {{id: news, claim: news, speaker: article, basis: unnamed_people, quote: q, paragraph: 3}}
{OTHERS}{RULE}""")
    assert distractors(asked.questions["fee/basis"]) == {"the word of a named person or body", "unnamed people"}


def test_a_rules_own_stem_asks_for_the_speakers_evidence_only_if_it_names_the_speaker():
    asked = ask(
        f"""\
claims:
  - id: fee
    claim: the fee will rise
    speaker: mayor
    basis: survey
    quote: fee
    paragraph: 1
    also_ok: {{basis: [unnamed_people]}}
{OTHERS}
  - {{id: toll, claim: tolls rise, speaker: mayor, basis: survey, quote: q, paragraph: 1, also_ok: {{basis: [cash]}}}}
generate:
  - {{family: basis, claims: [fee], stem: "How does {{speaker}} know that {{claim}}?"}}
  - {{family: basis, claims: [toll], stem: "How is it known that {{claim}}?"}}
""".replace("[cash]", "[unnamed_people]")
    )
    assert plain(asked.questions["fee/basis"].stem) == "How does Ada Lund know that the fee will rise?"
    assert asked.refusals == {"toll/basis": '"unnamed people" could be called its basis as well (also_ok)'}


@pytest.mark.parametrize(
    ("fields", "other", "reason"),
    [
        ("speaker: article, basis: survey, near: [lamp]", "speaker: keeper, basis: on_record",
         '"the word of a named person or body" is what a similar claim rests on, or close to it'),
        ("speaker: mayor, basis: survey", "speaker: pilot, basis: council",
         '"the town council" is the speaker or close to it'),
        ("speaker: article, basis: council", "speaker: pilot, basis: on_record",
         '"the word of a named person or body" comes to the same as the answer'),
        ("speaker: article, basis: unnamed_people", "speaker: article, basis: locals",
         '"people on the quay" comes to the same as the answer'),
        ("speaker: mayor, basis: none_given", "speaker: keeper, basis: on_record",
         '"the word of a named person or body" comes to the same as the answer'),
        ("speaker: article, basis: survey, via: [keeper]", "speaker: pilot, basis: keeper",
         '"Cleo Moss" is a relay of the claim or close to one'),
    ],
)  # fmt: skip
def test_what_could_be_called_the_basis_too_is_no_distractor(fields, other, reason):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, quote: fee, paragraph: 1, {fields}}}
  - {{id: more, claim: more of it, quote: fee, paragraph: 1, {fields}}}
  - {{id: lamp, claim: the lamp is lit, quote: q, paragraph: 3, {other}}}
  - {{id: rest, claim: work rests, speaker: article, basis: unnamed_research, quote: q, paragraph: 3}}
{RULE}""")
    assert asked.refusals == {"fee/basis": f"only 1 of the 2 distractors needed can stand: {reason}"}


def test_beside_a_source_without_a_name_neither_fixed_basis_without_a_name_stands():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: article, basis: locals, quote: fee, paragraph: 1}}
  - {{id: more, claim: more of it, speaker: article, basis: locals, quote: fee, paragraph: 1}}
  - {{id: a, claim: a, speaker: article, basis: unnamed_people, quote: q, paragraph: 3}}
  - {{id: b, claim: b, speaker: article, basis: unnamed_research, quote: q, paragraph: 3}}
{RULE}""")
    assert asked.refusals == {
        "fee/basis": "only 0 of the 2 distractors needed can stand: "
        '"unnamed people" comes to the same as the answer; "unnamed research" comes to the same as the answer'
    }


@pytest.mark.parametrize("kind", ["prediction", "recommendation", "evaluative"])
def test_what_nothing_could_show_is_not_asked_for_evidence(kind):
    asked = ask(f"""\
claims:
  - id: fee
    claim: the fee will rise
    speaker: mayor
    basis: on_record
    kind: {kind}
    quote: fee
    paragraph: 1
{OTHERS}{RULE}""")
    assert "fee/basis" not in asked.questions
    assert f'it is marked "{kind}", for which there is no evidence to point to' in asked.refusals["fee/basis"]


SAID_TWICE = """\
claims:
  - {{id: fee, claim: the fee will rise, speaker: article, basis: on_record, quote: q, paragraph: 1}}
  - {{id: fare, claim: the fare goes up, speaker: keeper, basis: on_record, quote: q, paragraph: 2{same}}}
  - {{id: tide, claim: the tide was late, speaker: article, basis: keeper, quote: q, paragraph: 2}}
  - {{id: boat, claim: the boat sank, speaker: article, basis: keeper, quote: q, paragraph: 3}}
  - {{id: wall, claim: the wall was built, speaker: pilot, basis: on_record, quote: q, paragraph: 3}}
generate: [{{family: basis, claims: [fee], options: 2}}]
"""


@pytest.mark.parametrize(("same", "offered"), [("", {"Cleo Moss"}), (", same_as: fee", set())])
def test_who_says_the_same_elsewhere_is_no_wrong_answer(same, offered):
    questions = ask(SAID_TWICE.format(same=same)).questions
    assert {name for question in questions.values() for name in distractors(question)} == offered


def test_what_could_be_called_the_basis_elsewhere_makes_the_claim_contested():
    asked = ask(SAID_TWICE.format(same=", same_as: fee, also_ok: {basis: survey}"))
    assert asked.refusals == {"fee/basis": '"the harbour survey" could be called its basis as well (also_ok)'}
