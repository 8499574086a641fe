"""document-or-not: whether the article points to a document as evidence, as many true as false."""

from __future__ import annotations

from collections import Counter

import pytest

from deckmaker.model.questions import PRINT, TrueFalse
from deckmaker.model.text import plain
from tests.generators import Asked, ask, ask_in_many

TRUE = "  - {id: silt, claim: the bed is silting up, speaker: article, basis: survey, quote: q, paragraph: 2}\n"
RULE = "generate: [{family: document-or-not}]\n"


def answers(asked: Asked) -> dict[str, bool]:
    return {
        id.removesuffix("/document-or-not"): question.body.answer
        for id, question in asked.questions.items()
        if isinstance(question.body, TrueFalse)
    }


def stem(asked: Asked, claim: str) -> str:
    return plain(asked.questions[f"{claim}/document-or-not"].stem)


def feedback(asked: Asked, claim: str) -> str:
    return plain(asked.questions[f"{claim}/document-or-not"].feedback)


def test_a_claim_that_rests_on_the_document_is_true_and_another_false_and_each_is_told_what_it_rests_on():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will *rise*, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
{TRUE}{RULE}""")
    assert answers(asked) == {"fee": False, "silt": True}
    assert stem(asked, "fee") == (
        "Either the article or somebody whom it quotes points to the harbour survey as evidence that the fee will rise."
    )
    assert (
        feedback(asked, "fee")
        == "For this the article has the word of Ada Lund and points to nothing else (paragraph 1)."
    )
    assert feedback(asked, "silt") == "For this the article points to the harbour survey (paragraph 2)."
    assert {question.where for question in asked.questions.values()} == {(PRINT,)}


def test_a_guarded_claim_is_asked_in_guarded_words():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, hedge: may}}
{TRUE}{RULE}""")
    assert stem(asked, "fee").startswith("In guarded words, either the article or somebody whom it quotes points to")
    assert feedback(asked, "fee").endswith("(paragraph 1; the word used: “may”).")


def test_cards_get_none_of_it():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
{TRUE}generate: [{{family: document-or-not, where: [anki]}}]
""")
    assert asked.problems == ['G005 16:21 "document-or-not" questions are not for anki']


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("speaker: mayor, basis: on_record, kind: prediction",
         'it is marked "prediction", for which there is no evidence to point to'),
        ("speaker: mayor, basis: on_record, same_as: [silt]",
         'claim "silt" says the same, and its basis is "the harbour survey"'),
        ("speaker: mayor, basis: on_record, also_ok: {basis: [survey]}",
         '"the harbour survey" could be called its basis as well (also_ok)'),
        ("speaker: mayor, basis: on_record, via: [survey]",
         '"the harbour survey" is a relay of the claim or close to one'),
        ("speaker: survey, basis: on_record",
         '"the harbour survey" is the speaker or close to it'),
        ("speaker: mayor, basis: on_record, also_ok: {speaker: [survey]}",
         '"the harbour survey" could be called the speaker as well, or is close to who could (also_ok)'),
        ("speaker: article, basis: none_given, near: [silt]",
         '"the harbour survey" is what a similar claim of the same speaker rests on, or close to it'),
        ("speaker: article, basis: unnamed_research",
         '"the harbour survey" could be what the article does not name: nothing says that it is not'),
        ("speaker: locals, basis: on_record",
         '"the harbour survey" could be what the article does not name: nothing says that it is not'),
        ("speaker: article, basis: survey, also_ok: {basis: [none_given]}",
         '"the harbour survey" is its basis, but "no source given" could be called so as well (also_ok)'),
    ],
)  # fmt: skip
def test_what_is_neither_clearly_true_nor_clearly_false_is_refused(fields, reason):
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, quote: fee, paragraph: 1, {fields}}}
{TRUE}generate: [{{family: document-or-not, claims: [fee]}}]
""")
    assert asked.refusals == {"fee/document-or-not": reason}


def test_a_claim_that_says_the_same_and_could_be_said_to_rest_on_the_document_makes_neither_answer_fair():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
  - id: fare
    claim: the fare goes up
    speaker: mayor
    basis: on_record
    quote: q
    paragraph: 2
    same_as: fee
    also_ok: {{basis: survey}}
{TRUE}generate: [{{family: document-or-not, claims: [fee]}}]
""")
    assert asked.refusals == {"fee/document-or-not": '"the harbour survey" could be called its basis as well (also_ok)'}


def test_what_a_body_says_may_well_stand_in_its_own_document():
    asked = ask(f"""\
  office: {{name: the harbour office, kind: organisation}}
  report: {{name: a report, kind: document, part_of: office}}
claims:
  - {{id: fee, claim: the fee will rise, speaker: office, basis: on_record, quote: fee, paragraph: 1}}
  - {{id: silt, claim: the bed is silting up, speaker: article, basis: report, quote: q, paragraph: 2}}
{RULE}""")
    assert asked.refusals["fee/document-or-not"] == '"a report" is the speaker or close to it'


def test_unnamed_people_are_no_document():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: article, basis: unnamed_people, quote: fee, paragraph: 1}}
{TRUE}{RULE}""")
    assert answers(asked) == {"fee": False, "silt": True}


def test_a_claim_that_names_the_document_is_refused():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the harbour survey is old, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
{TRUE}{RULE}""")
    assert asked.refusals["fee/document-or-not"] == 'the claim names "the harbour survey"'


def test_without_a_document_there_is_nothing_to_ask():
    asked = ask(f"""\
claims:
  - {{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1}}
{RULE}""")
    assert asked.refusals == {"fee/document-or-not": "no claim of its article rests on a document"}


def test_one_answer_alone_is_no_balanced_set():
    asked = ask(f"claims:\n{TRUE}{RULE}")
    assert asked.refusals == {
        "silt/document-or-not": 'balance: "true, about the harbour survey" would be the answer to more than half of the '
        '"document-or-not" questions'
    }


TOWN = """\
claims:
  - {id: a, claim: gulls cry, speaker: article, basis: survey, quote: q, paragraph: 1}
  - {id: b, claim: sails flap, speaker: article, basis: survey, quote: q, paragraph: 1}
  - {id: c, claim: fog lifts, speaker: mayor, basis: on_record, quote: q, paragraph: 1, core: true}
  - {id: d, claim: rain falls, speaker: pilot, basis: on_record, quote: q, paragraph: 1, core: true}
  - {id: e, claim: fees rise, speaker: keeper, basis: on_record, quote: q, paragraph: 1, near: [a]}
  - {id: f, claim: tides turn, speaker: union, basis: on_record, quote: q, paragraph: 1}
"""


def test_as_many_are_true_as_false_and_what_is_near_to_a_true_one_goes_first():
    for asked in ask_in_many(TOWN + RULE):
        assert Counter(answers(asked).values()) == {True: 2, False: 2}
        assert answers(asked)["e"] is False
        assert {"c", "d"} & answers(asked).keys()


def test_where_a_near_claim_has_the_other_answer_the_stem_says_who_points_to_it():
    asked = ask(TOWN + RULE)
    assert stem(asked, "a") == "In its own voice, the article points to the harbour survey as evidence that gulls cry."
    assert stem(asked, "b").startswith("Either the article or somebody whom it quotes")
    assert (
        stem(asked, "e")
        == "According to the article, Cleo Moss pointed to the harbour survey as evidence that fees rise."
    )


TWO_DOCUMENTS = """\
  log: {name: the ferry log, kind: document}
claims:
  - {id: a, claim: gulls cry, speaker: article, basis: survey, quote: q, paragraph: 1}
  - {id: b, claim: sails flap, speaker: article, basis: log, quote: q, paragraph: 1}
  - {id: c, claim: fog lifts, speaker: mayor, basis: on_record, quote: q, paragraph: 1, near: [b]}
  - {id: d, claim: rain falls, speaker: pilot, basis: on_record, quote: q, paragraph: 1, near: [a]}
"""


def test_of_several_documents_the_one_of_a_near_claim_is_asked_about_and_each_is_balanced_alone():
    for asked in ask_in_many(TWO_DOCUMENTS + RULE):
        about = {id.split("/")[0]: plain(question.stem) for id, question in asked.questions.items()}
        assert {id for id, words in about.items() if "the ferry log" in words} == {"b", "c"}
        assert {id for id, words in about.items() if "the harbour survey" in words} == {"a", "d"}


def test_a_speaker_that_was_named_beside_the_document_stays_named():
    asked = ask(TOWN + RULE + "edit: {f/document-or-not: {distractors: [survey, union], pin: true}}\n")
    assert stem(asked, "f").startswith("According to the article, the dock union pointed to")
    assert asked.problems == []


def test_a_document_that_is_not_fair_to_ask_about_is_told():
    asked = ask(
        TWO_DOCUMENTS.replace("near: [b]", "also_ok: {basis: [log]}")
        + RULE
        + "edit: {c/document-or-not: {distractors: [log], pin: true}}\n"
    )
    assert asked.problems == [
        'G003 20:41 "log" cannot stand beside the right answer: it is not fair to ask about: "the ferry log" could be '
        "called its basis as well (also_ok)"
    ]
    assert "the harbour survey" in stem(asked, "c")


def test_a_stem_of_the_authors_own_has_a_place_for_the_document():
    asked = ask(TOWN + 'generate: [{family: document-or-not, stem: "{article} takes it from {basis} that {claim}."}]\n')
    assert stem(asked, "b") == "the article takes it from the harbour survey that sails flap."
