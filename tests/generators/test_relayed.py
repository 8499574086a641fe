"""relayed: whether a speaker says it first-hand or relies on a document or on somebody else."""

from __future__ import annotations

import pytest

from deckmaker.model.text import plain
from tests.generators import ask, choice, key

LABELS = ["nothing beyond the speaker's own word", "a document", "what somebody else said"]
OTHERS = """\
  - {id: own, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}
  - {id: chart, claim: the bay is deep, speaker: pilot, basis: survey, quote: q, paragraph: 3}
  - {id: lone, claim: the lamp is lit, speaker: keeper, basis: on_record, quote: q, paragraph: 4}
"""


def town(fields: str, claim: str = "the fee will rise") -> str:
    return f"""\
claims:
  - {{id: fee, claim: {claim}, quote: fee, paragraph: 1, {fields}}}
{OTHERS}generate: [{{family: relayed, claims: [fee]}}]
"""


@pytest.mark.parametrize(
    ("fields", "answer", "feedback"),
    [
        ("basis: on_record", LABELS[0],
         "For this the article has the word of Bo Reis and points to nothing else (paragraph 1)."),
        ("basis: survey", LABELS[1], "The article reports that Bo Reis relied on the harbour survey for this (paragraph 1)."),
        ("basis: on_record, via: [keeper]", LABELS[2],
         "The article reports that Bo Reis relied on Cleo Moss for this (paragraph 1)."),
        ("basis: on_record, via: [keeper, union], hedge: may", LABELS[2],
         "The article reports that Bo Reis relied on Cleo Moss, the dock union for this "
         "(paragraph 1; the word used: “may”)."),
        ("basis: on_record, also_ok: {basis: [none_given]}", LABELS[0],
         "For this the article has the word of Bo Reis and points to nothing else (paragraph 1)."),
    ],
)  # fmt: skip
def test_the_key_is_what_the_relays_come_to(fields, answer, feedback):
    question = ask(town(f"speaker: pilot, {fields}")).questions["fee/relayed"]
    assert key(question) == answer
    assert [plain(option.text) for option in choice(question).options] == LABELS
    assert not question.shuffle
    assert plain(question.stem) == (
        "As the article reports it, what does this statement of Bo Reis rely on: that the fee will rise?"
    )
    assert plain(question.feedback) == feedback
    assert (question.axis, question.level) == ("relay", "discriminate")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("speaker: article, basis: survey",
         "the article says it in its own voice, and no speaker stands in between"),
        ("speaker: locals, basis: on_record", 'its speaker, "people on the quay", has no name'),
        ("speaker: survey, basis: on_record",
         'its speaker, "the harbour survey", is not a person or body that relays something'),
        ("speaker: pilot, basis: on_record, also_ok: {speaker: [union]}",
         '"the dock union" could be called its speaker as well (also_ok)'),
        ("speaker: pilot, basis: on_record, via: [survey, keeper]",
         'it is relayed by "the harbour survey" and "Cleo Moss", so both a document and somebody would be right'),
        ("speaker: pilot, basis: on_record, via: [locals]",
         'its relay, "people on the quay", has no name, so it may be a person or a document'),
        ("speaker: mayor, basis: on_record, via: [council]",
         'its relay, "the town council", is close to the speaker, so it may count as the own word'),
        ("speaker: pilot, basis: none_given",
         'no relay is given (`via`), but its basis is "no source given", not the speaker\'s own word'),
        ("speaker: pilot, basis: unnamed_people",
         'no relay is given (`via`), but its basis is "unnamed people", not the speaker\'s own word'),
        ("speaker: pilot, basis: survey, via: []",
         'no relay is given (`via`), but its basis is "the harbour survey", not the speaker\'s own word'),
        ("speaker: pilot, basis: survey, via: [keeper]",
         '"the harbour survey" is its basis, which would be another answer'),
        ("speaker: pilot, basis: on_record, also_ok: {basis: [survey]}",
         '"the harbour survey" could be called its basis as well (also_ok), which would be another answer'),
        ("speaker: pilot, basis: survey, also_ok: {basis: [unnamed_people]}",
         '"unnamed people" could be called its basis as well (also_ok), which would be another answer'),
        ("speaker: pilot, basis: on_record, same_as: [chart]",
         'claim "chart" says the same, by the same speaker, and is relayed otherwise'),
        ("speaker: keeper, basis: on_record",
         'every claim of "Cleo Moss" would have the same answer, so the name alone tells it'),
        ("speaker: pilot, basis: on_record, kind: prediction",
         'it is marked "prediction", for which there is no evidence to point to'),
        ("speaker: pilot, basis: on_record, quiz: avoid, note: Trivial.", 'the claim is marked "avoid": Trivial'),
    ],
)  # fmt: skip
def test_where_the_register_leaves_it_open_or_the_name_tells_there_is_no_question(fields, reason):
    assert ask(town(fields)).refusals == {"fee/relayed": reason}


def test_a_claim_that_names_its_relay_is_refused():
    asked = ask(town("speaker: pilot, basis: survey", claim="the harbour survey shows a rise"))
    assert asked.refusals == {"fee/relayed": 'the claim names its relay, "the harbour survey"'}


def test_a_contrast_among_a_speakers_claims_makes_both_sides_askable():
    asked = ask(town("speaker: keeper, basis: survey").replace("claims: [fee]", "claims: all"))
    assert sorted(asked.questions) == ["chart/relayed", "fee/relayed", "lone/relayed", "own/relayed"]
