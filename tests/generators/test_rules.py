"""What the lines of `generate:` ask for, and what is said of those that ask in vain."""

from __future__ import annotations

import pytest

from deckmaker.generators import EVERY_FAMILY_REFUSES, FAMILIES
from deckmaker.model.text import plain
from tests.generators import ask

CLAIMS = """\
claims:
  - {id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, tags: [money]}
  - {id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2}
  - {id: lamp, claim: the lamp is lit, speaker: keeper, basis: on_record, quote: q, paragraph: 3}
"""


def test_questions_come_in_the_order_of_the_claims_whatever_that_of_the_rules():
    asked = ask(
        CLAIMS
        + """\
generate:
  - {family: attribution-cloze, claims: [lamp, fee]}
  - {family: who-said, claims: {tag: money}}
  - {family: who-said, claims: [tide]}
"""
    )
    assert list(asked.questions) == [
        "fee/who-said", "fee/attribution-cloze", "tide/who-said", "lamp/attribution-cloze",
    ]  # fmt: skip


def test_a_later_rule_for_the_same_claim_and_family_holds():
    asked = ask(
        CLAIMS
        + """\
generate:
  - {family: who-said, claims: all}
  - {family: who-said, claims: [fee], options: 2, stem: "Who told reporters that {claim}?"}
"""
    )
    stems = {id: plain(question.stem) for id, question in asked.questions.items()}
    assert stems == {
        "fee/who-said": "Who told reporters that the fee will rise?",
        "tide/who-said": "In the article, who says that the tide was late?",
        "lamp/who-said": "In the article, who says that the lamp is lit?",
    }
    assert asked.problems == []


@pytest.mark.parametrize(
    ("rules", "problems"),
    [
        ("[{family: who-sayd}]", ['R009 17:21 there is no question family "who-sayd"']),
        ("[{family: matching}]", ['R009 17:21 there is no question family "matching"']),
        ("[{family: no-source}]", ['G001 17:21 no "no-source" question came of this rule']),
        ("[{family: who-said, claims: {tag: birds}}]", ['G001 17:21 no "who-said" question came of this rule']),
        ("[{family: who-said, claims: [fee]}, {family: who-said}]",
         ['G001 17:21 no "who-said" question came of this rule']),
    ],
)  # fmt: skip
def test_a_rule_that_asks_in_vain_is_told(rules, problems):
    assert ask(CLAIMS + f"generate: {rules}\n").problems == problems


def test_a_language_without_sentences_is_refused_by_name():
    asked = ask(CLAIMS + "language: nl\ngenerate: [{family: who-said, claims: [fee]}]\n")
    assert asked.refusals == {"fee/who-said": 'there are no sentences in "nl" for generated questions yet'}


def test_every_family_has_its_row_for_the_documentation():
    assert list(FAMILIES) == [
        "who-said", "basis", "attribution-cloze", "no-source", "document-or-not", "match", "misattributed",
        "order-of-events", "hedge", "relayed", "no-fit",
    ]  # fmt: skip
    for name, family in FAMILIES.items():
        assert family.name == name
        assert family.asks
        assert family.distractors
        assert family.refuses
        assert family.where
    assert EVERY_FAMILY_REFUSES
