"""no-source: which of these the article asserts without naming any source."""

from __future__ import annotations

import pytest

from deckmaker.model.text import Str, Strong, leaves, plain
from tests.generators import ask, ask_in_many, choice, distractors, key

OTHERS = """\
  - {id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2, hedge: may}
  - {id: lamp, claim: the lamp is lit, speaker: keeper, basis: survey, quote: q, paragraph: 3}
"""
RULE = "generate: [{family: no-source, claims: [fee]}]\n"


def test_the_key_is_the_articles_own_and_the_distractors_are_credited_to_somebody():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will *rise*, speaker: article, basis: none_given, quote: fee, paragraph: 1}}
{OTHERS}{RULE}""")
    question = asked.questions["fee/no-source"]
    assert plain(question.stem) == "Which of these does the article assert without naming any source?"
    assert Strong((Str("without naming any source"),)) in leaves(question.stem)
    assert key(question) == "that the fee will rise"
    assert distractors(question) == {"that, in guarded words, the tide was late", "that the lamp is lit"}
    assert sorted(question.claims) == ["fee", "lamp", "tide"]
    assert question.claims[0] == "fee"
    assert plain(question.feedback) == "The article says this in its own voice and names no source (paragraph 1)."
    assert {plain(option.feedback) for option in choice(question).options if not option.correct} == {
        "The article presents Bo Reis as saying this (paragraph 2; the word used: “may”).",
        "The article presents Cleo Moss as saying this (paragraph 3).",
    }


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("speaker: mayor, basis: on_record", 'the article presents "Ada Lund" as saying it'),
        ("speaker: article, basis: survey", 'the article points to "the harbour survey" for it'),
        ("speaker: article, basis: none_given, same_as: [tide]",
         'claim "tide" says the same, and its speaker is "Bo Reis"'),
        ("speaker: article, basis: none_given, also_ok: {speaker: [mayor]}",
         '"Ada Lund" could be called its speaker as well (also_ok)'),
        ("speaker: article, basis: none_given, also_ok: {basis: [survey]}",
         '"the harbour survey" could be called its basis (also_ok)'),
        ("speaker: article, basis: none_given, quiz: careful, note: The sentence before may run on.",
         'the claim is marked "careful": The sentence before may run on'),
    ],
)  # fmt: skip
def test_what_has_a_source_or_could_have_one_is_refused(fields, reason):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, quote: fee, paragraph: 1, {fields}}}
{OTHERS}{RULE}""")
    assert asked.refusals == {"fee/no-source": reason}


@pytest.mark.parametrize(
    "fields",
    [
        "speaker: article, basis: survey",
        "speaker: locals, basis: on_record",
        "speaker: keeper, basis: none_given",
        "speaker: keeper, basis: on_record, quiz: careful, note: N",
        "speaker: keeper, basis: on_record, also_ok: {speaker: [article]}",
        "speaker: keeper, basis: on_record, also_ok: {basis: [none_given]}",
        "speaker: keeper, basis: on_record, near: [fee]",
        "speaker: keeper, basis: on_record, near: [dusk]",
    ],
)
def test_a_claim_that_could_be_read_as_the_articles_own_is_no_distractor(fields):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: article, basis: none_given, quote: fee, paragraph: 1}}
  - {{id: dusk, claim: it is dark, speaker: article, basis: none_given, quote: fee, paragraph: 1}}
  - {{id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}}
  - {{id: lamp, claim: the lamp is lit, quote: q, paragraph: 3, {fields}}}
{RULE}""")
    assert asked.refusals["fee/no-source"].startswith("only 1 of the 2 distractors needed can stand")


def test_claims_with_tags_in_common_go_first_and_each_speaker_once():
    for asked in ask_in_many("""\
claims:
  - {id: fee, claim: fees rise, speaker: article, basis: none_given, quote: fee, paragraph: 1, tags: [money, port]}
  - {id: a, claim: ships pay, speaker: pilot, basis: on_record, quote: q, paragraph: 2, tags: [money, port]}
  - {id: b, claim: boats pay, speaker: pilot, basis: on_record, quote: q, paragraph: 2, tags: [money, port]}
  - {id: c, claim: cars pay, speaker: keeper, basis: on_record, quote: q, paragraph: 2, tags: [money]}
  - {id: d, claim: it rains, speaker: mayor, basis: on_record, quote: q, paragraph: 2}
generate: [{family: no-source, claims: [fee]}]
"""):
        found = distractors(asked.questions["fee/no-source"])
        assert found in ({"that ships pay", "that cars pay"}, {"that boats pay", "that cars pay"})


def test_claims_of_another_article_are_no_distractors():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: article, basis: none_given, quote: fee, paragraph: 1, article: b}}
{OTHERS}{RULE}
articles: {{b: {{title: A second report, disclosure: D}}}}
""")
    assert asked.refusals["fee/no-source"].startswith("only 0 of the 2")
