"""Where a question comes from, and what was not asked."""

from __future__ import annotations

import re

import pytest

from deckmaker.register import answer, refused, trace
from tests.support import compile_set, sound_set

ARTICLE = "Ferry fee to rise\n\nThe harbour survey suggests a higher fee, said Ada Lund, the mayor.\n"
TOWN = """\
deckmaker: 1
uid: 7e57da7a
title: A town
article: {title: Ferry fee to rise, disclosure: One report., text: article.txt}
sources:
  mayor:   {name: Ada Lund, kind: person, role: mayor, speaks_for: council}
  council: {name: the town council, kind: organisation}
  pilot:   {name: Bo Reis, kind: person}
  keeper:  {name: Cleo Moss, kind: person}
  survey:  {name: the harbour survey, kind: document}
claims:
  - id: fee
    claim: the ferry will cost more
    speaker: mayor
    basis: survey
    quote: higher fee
    paragraph: 1
    cue: said
    hedge: suggests
  - {id: tide, claim: it is late, speaker: pilot, basis: on_record, quote: "Ferry", paragraph: title, quiz: avoid, note: Dull}
  - {id: lamp, claim: it is lit, speaker: keeper, basis: on_record, quote: "rise", paragraph: title}
generate: [{family: who-said, claims: [fee, tide]}, {family: basis, claims: [tide]}]
questions:
  - {id: far, stem: How far is it?, answer: two miles, distractors: [one mile, ten miles]}
"""


def file_lines(lines: list[str]) -> list[str]:
    """The lines without the name of the folder, which a test does not choose."""
    return [re.sub(r"[^( ]*set\.yaml", "set.yaml", line) for line in lines]


def test_a_trace_leads_from_the_question_to_the_words_in_the_article():
    document, _ = compile_set(TOWN, article=ARTICLE)
    lines = file_lines(trace(document, "fee/who-said"))
    assert lines[:-1] == [
        "question fee/who-said (set.yaml:12)",
        '  type      single_choice, made by the family "who-said"',
        "  asks      In the article, who says, in guarded words, that the ferry will cost more?",
        "  answer    Ada Lund",
        "  goes to   anki, print",
        "claim fee (set.yaml:12)",
        "  says      the ferry will cost more",
        "  speaker   Ada Lund, mayor, speaks for the town council",
        "  basis     the harbour survey",
        "  relays    Ada Lund ← the harbour survey",
        "  cue       “said”",
        "  hedge     “suggests”, so probable",
        "  place     paragraph 1 of “Ferry fee to rise”",
        "  quote     “higher fee”",
    ]
    assert lines[-1].startswith("  verified  words found in paragraph 1 of the text with SHA-256 ")
    assert lines[-1].endswith("…, just now")


def test_a_trace_says_plainly_that_words_were_not_looked_up():
    document, _ = compile_set(TOWN)
    assert trace(document, "fee/who-said")[-1] == "  verified  no: the words were not looked up in the text"


def test_a_question_about_no_claim_ends_there():
    document, _ = compile_set(TOWN)
    assert trace(document, "far")[-1] == "no claim: the question stands for itself"
    assert "  type      single_choice, written by hand" in trace(document, "far")


def test_what_was_not_asked_is_traced_to_its_reason():
    document, _ = compile_set(TOWN)
    (line,) = file_lines(trace(document, "tide/who-said"))
    assert line == 'tide/who-said is not asked: the claim is marked "avoid": Dull (set.yaml:20)'


def test_an_unknown_question_has_no_trace():
    document, _ = compile_set(TOWN)
    assert trace(document, "nope") == []


def test_refusals_are_told_by_claim_and_reason_with_a_count_before_them():
    document, _ = compile_set(TOWN)
    assert refused(document) == [
        f"{document.set.name}: 1 generated, 2 not asked",
        '  tide [who-said, basis]: the claim is marked "avoid": Dull',
        "      to have it asked: write a question by hand, or take `quiz: avoid` out if that no longer holds",
    ]


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("answer: a, distractors: [b, c]", "a"),
        ("answers: [a, b], distractors: [c]", "a; b"),
        ("type: true_false, answer: false", "false"),
        ("type: short_answer, answer: a", "a"),
        ("type: numeric, answer: '1.10', unit: m", "1.10 m"),
        ('type: cloze, text: "A {{c1::b}} c {{c2::d}}."', "b; d"),
        ("type: matching, pairs: [[a, b], [c, d]]", "a – b; c – d"),
        ("type: ordering, items: [a, b, c]", "a → b → c"),
        ("type: essay, lines: 3, answer: a", "a"),
        ("type: flashcard, front: a, back: b", "b"),
    ],
)
def test_every_type_has_an_answer_in_one_line(question, right):
    stem = "" if "cloze" in question or "flashcard" in question else "stem: S, "
    document = sound_set(f"questions: [{{id: q, {stem}{question}}}]\n")
    assert answer(document.questions[0].body) == right


@pytest.mark.parametrize(("hedge", "told"), [
    ("hedge: suggests", "“suggests”, so probable"),
    ("hedge: survey", "“survey”, in no table, taken for probable"),
    ("hedge: survey\n    certainty: possible", "“survey”, so possible"),
])  # fmt: skip
def test_a_hedge_that_no_table_has_is_told_as_that(hedge, told):
    document, _ = compile_set(TOWN.replace("hedge: suggests", hedge), article=ARTICLE)
    assert any(told in line for line in trace(document, "fee/who-said"))
