"""attribution-cloze: the source as the gap."""

from __future__ import annotations

import pytest

from deckmaker.model.questions import Cloze, Kind
from deckmaker.model.text import Gap, Str, leaves, plain
from tests.generators import ask

FEE = "claims: [{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}]\n"


def text(question):
    assert isinstance(question.body, Cloze)
    return question.body.text


def gaps(question):
    return [node for node in leaves(text(question)) if isinstance(node, Gap)]


def test_the_source_alone_is_deleted():
    asked = ask(FEE + "generate: [{family: attribution-cloze}]\n")
    question = asked.questions["fee/attribution-cloze"]
    assert (question.kind, question.axis, question.stem) == (Kind.CLOZE, "speaker", ())
    assert plain(text(question)) == "According to Ada Lund, as the article reports, the fee will rise."
    assert gaps(question) == [Gap(1, (Str("Ada Lund"),), "")]
    assert plain(question.feedback) == "The article presents Ada Lund as saying this (paragraph 1)."


def test_a_hedge_stands_in_the_text_so_that_nothing_sounds_surer_than_in_the_article():
    asked = ask("""\
claims: [{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: q, paragraph: 1, hedge: may}]
generate: [{family: attribution-cloze}]
""")
    words = plain(text(asked.questions["fee/attribution-cloze"]))
    assert words == "According to Ada Lund, as the article reports, the fee will rise (the word used: “may”)."


def test_a_rules_own_stem_with_a_place_for_the_speaker_is_the_text():
    asked = ask(FEE + 'generate: [{family: attribution-cloze, stem: "It was {speaker} who said that {claim}."}]\n')
    question = asked.questions["fee/attribution-cloze"]
    assert (plain(text(question)), question.stem) == ("It was Ada Lund who said that the fee will rise.", ())
    assert len(gaps(question)) == 1


def test_a_rules_own_stem_without_such_a_place_is_the_line_above():
    asked = ask(FEE + "generate: [{family: attribution-cloze, stem: Who speaks in the report?}]\n")
    question = asked.questions["fee/attribution-cloze"]
    assert plain(question.stem) == "Who speaks in the report?"
    assert plain(text(question)) == "According to Ada Lund, as the article reports, the fee will rise."


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("claim: f, speaker: article", "the article says it in its own voice, so there is no source to delete"),
        ("claim: f, speaker: locals", 'its speaker, "people on the quay", has no name that could be recalled'),
        ("claim: Lund will quit, speaker: mayor", 'the claim names its speaker, "Ada Lund"'),
        ("claim: f, speaker: mayor, also_ok: {speaker: [pilot]}", '"Bo Reis" could be called its speaker as well (also_ok)'),
        ("claim: f, speaker: mayor, same_as: [tide]", 'claim "tide" says the same, and its speaker is "Bo Reis"'),
        ("claim: f, speaker: mayor, quiz: careful, note: N", 'the claim is marked "careful": N'),
        ("claim: Bo Reis told Cleo Moss and the dock union of the harbour survey, speaker: mayor",
         "the gap can be guessed: no other source could stand in it"),
    ],
)  # fmt: skip
def test_a_gap_that_is_guessed_or_has_two_answers_is_refused(fields, reason):
    asked = ask(f"""\
claims:
  - {{id: fee, basis: none_given, quote: fee, paragraph: 1, {fields}}}
  - {{id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}}
generate: [{{family: attribution-cloze, claims: [fee]}}]
""")
    assert asked.refusals == {"fee/attribution-cloze": reason}


def test_a_speaker_who_relays_a_document_is_no_gap_unless_the_text_says_who_speaks():
    fee = FEE.replace("on_record", "survey")
    asked = ask(fee + "generate: [{family: attribution-cloze}]\n")
    assert asked.refusals["fee/attribution-cloze"] == '"the harbour survey" could stand in the gap as well'
    own = 'generate: [{family: attribution-cloze, stem: "The article quotes {speaker} as saying: {claim}."}]\n'
    assert "fee/attribution-cloze" in ask(fee + own).questions
