"""Slips on one line of a set: told once, at that line, with a repair that keeps the set."""

from __future__ import annotations

import pytest

from tests.support import check_set, said

SET = """\
deckmaker: 1
uid: 7e57da7a
title: A bridge
article: {title: The bridge, disclosure: One report.}
sources:
  county: {name: the county, kind: organisation}
  holt: {name: Karin Holt, kind: person, role: engineer}
  survey: {name: a survey, kind: document}

claims:
  - id: arches
    claim: the bridge has nine arches
    speaker: county
    basis: on_record
    quote: nine arches
    paragraph: 1
  - id: built
    claim: it was built in 1786
    speaker: holt
    basis: survey
    quote: was built in 1786
    paragraph: 2
generate:
  - {family: who-said, claims: all}
  - {family: attribution-cloze, claims: {core: true}}
questions:
  - id: when
    stem: When was the bridge built?
    answer: 3 March
    distractors: [1 May, 2 April]
  - id: who
    stem: Who drew the bridge?
    answer: Karin Holt
    distractors:
      - Ada Lund
      - Bo Reis
  - id: match
    stem: Match
    pairs: [[a, b], [c, d]]
"""
NBSP = "\u00a0"


def told(right, wrong):
    """What is said of the set's YAML with a slip in it: "CODE line:column", and the hint."""
    assert SET.count(right) == 1
    problems = [each for each in check_set(SET.replace(right, wrong)).problems if each.code.id[0] in "YSRQ"]
    return [(" ".join(line.split(" ", 2)[:2]), each.hint) for line, each in zip(said(problems), problems, strict=True)]


def test_the_set_without_a_slip_has_nothing_wrong_with_it():
    assert told("Ada Lund", "Ada Lund") == []


@pytest.mark.parametrize(("right", "wrong", "where", "better"), [
    # a mark too many, a mark too few
    ("[1 May, 2 April]", "[1 May, , 2 April]", "Y126 30:26", "distractors: [1 May, 2 April]"),
    ("[1 May, 2 April]", "[1 May, 2 April]]", "Y126 30:34", "distractors: [1 May, 2 April]"),
    ("[1 May, 2 April]", "[1 May, 2 April],", "Y126 30:34", "distractors: [1 May, 2 April]"),
    ("answer: 3 March", 'answer: "3 March",', "Y126 29:22", 'answer: "3 March"'),
    ("[c, d]]", "[c, d]", "Y114 39:12", "pairs: [[a, b], [c, d]]"),
    ("[[a, b], [c, d]]", "[a, b], [c, d]]", "Y114 39:12", "pairs: [[a, b], [c, d]]"),
    ("[a, b], [c, d]", "[a, b] [c, d]", "Y129 39:19", "pairs: [[a, b], [c, d]]"),
    ("county, kind", "county kind", "Y129 6:28", "county: {name: the county, kind: organisation}"),
    ("kind: organisation}", "kind: organisation", "Y114 6:11", "county: {name: the county, kind: organisation}"),
    # a colon
    ("  county: {", "  county {", "Y123 6:3", "county: {name: the county, kind: organisation}"),
    ("speaker: county", "speaker:county", "Y113 13:13", "speaker: county"),
    ("kind: person", "kind:person", "Y113 7:33", "holt: {name: Karin Holt, kind: person, role: engineer}"),
    ("claim: it was built", "claim:it was: built", "Y113 18:11", 'claim: "it was: built in 1786"'),
    ("basis: on_record", "basis; on_record", "Y123 14:5", "basis: on_record"),
    ("basis: on_record", "basis\uff1aon_record", "Y123 14:5", "basis: on_record"),
    ("basis: on_record", "basis = on_record", "Y123 14:5", "basis: on_record"),
    # a quotation mark
    ("name: the county", "name: 'the county", "Y111 6:18", "county: {name: 'the county', kind: organisation}"),
    ("quote: was built in 1786", 'quote: "was built in 1786', "Y111 21:12", 'quote: "was built in 1786"'),
    ("answer: 3 March", "answer: 'tis Holt", "Y102 29:13", 'answer: "\'tis Holt"'),
    ("[1 May, 2 April]", '"1 May", "2 April"', "Y102 30:18", 'distractors: ["1 May", "2 April"]'),
    # a dash
    ("- id: arches", "-id: arches", "Y125 11:3", "- id: arches"),
    ("- id: arches", "– id: arches", "Y125 11:3", "- id: arches"),
    ("- id: arches", "• id: arches", "Y125 11:3", "- id: arches"),
    ("- id: built", "* id: built", "Y125 17:3", "- id: built"),
    ("- id: arches", "id: arches", "Y125 11:3", "- id: arches"),
    ("- Bo Reis", "• Bo Reis", "Y125 36:7", "- Bo Reis"),
    ("- Bo Reis", "-Bo Reis", "Y125 36:7", "- Bo Reis"),
    ("answer: 3 March", "answer: - Holt", "Y106 29:13", 'answer: "- Holt"'),
    ("answer: 3 March", "answer: ? x", "Y106 29:13", 'answer: "? x"'),
    # a space that is none
    ("- id: arches", f"-{NBSP}id: arches", "Y124 11:4", "- id: arches"),
    ("quote: was", f"quote:{NBSP}was", "Y124 21:11", "quote: was built in 1786"),
    ("    quote: was", f"{NBSP * 4}quote: was", "Y124 21:1", "quote: was built in 1786"),
    ("    pairs: [[a", f"{NBSP * 4}pairs: [[a", "Y124 39:1", "pairs: [[a, b], [c, d]]"),
    # text that is not what it looks like
    ("answer: 3 March", "answer: {3 March", "Y104 29:13", 'answer: "{3 March"'),
    # a line that is gone
    ("\nclaims:\n", "\n", "Y127 10:3", "claims:"),
    ("\n\nclaims:\n", "\n", "Y127 9:3", "claims:"),
    ("sources:\n", "", "Y127 5:3", "sources:"),
])  # fmt: skip
def test_a_slip_is_told_once_at_its_line_with_the_line_put_right(right, wrong, where, better):
    ((place, hint),) = told(right, wrong)
    assert (place, hint.rpartition("\n")[2]) == (where, better)


@pytest.mark.parametrize(("right", "wrong", "where", "advice"), [
    ("    speaker: holt", "     speaker: holt", "Y112 19:6", 'start it under "claim", with 4 spaces before it'),
    ("    speaker: holt", "  speaker: holt", "Y112 19:3", 'start it under "claim", with 4 spaces before it'),
    ("  - id: arches", " - id: arches", "Y112 11:2", "start the dash with 2 spaces before it"),
    ("  holt: {", "   holt: {", "Y112 7:4", 'start it under "county", with 2 spaces before it'),
    ("  holt: {", "holt: {", "Y112 7:1", 'start it under "county", with 2 spaces before it'),
    ("- Bo Reis", " - Bo Reis", "S014 36:8", "start it right under the dash above, with 6 spaces before it"),
    ("      - Bo Reis", "     - Bo Reis", "Y112 36:6", "start it under the dash above, with 6 spaces before it"),
    ("the bridge built", "the bridge\n    built", "Y112 29:5", "start it with 6 spaces"),
    ("the bridge built", "the bridge\nbuilt", "Y112 29:1", "start it with 6 spaces"),
    ("it was built in", "it was\n  built in", "Y112 19:3", "start it with 6 spaces"),
    ("- Ada Lund", "- Ada\n      Lund", "Y112 36:7", "start it with 8 spaces"),
    ("- Ada Lund", "- Ada\nLund", "Y112 36:1", "start it with 8 spaces"),
])  # fmt: skip
def test_a_line_that_stands_wrong_is_told_with_how_far_in_it_belongs(right, wrong, where, advice):
    ((place, hint),) = told(right, wrong)
    assert (place, hint.partition("\n")[0]) == (where, advice)


def test_words_without_brackets_in_braces_are_shown_as_a_list_where_a_list_belongs():
    quiz = "\nquizzes: [{id: q, title: Q, sections: [{title: One, pick: when, who}]}]\n"
    problems = check_set(SET + quiz).problems
    (hint,) = [each.hint for each in problems if each.code.id == "Y108"]
    assert hint.endswith("pick: [when, who]}]}]")


def test_a_blank_that_is_no_space_is_told_once_for_all_lines_that_have_it():
    problems = check_set(SET.replace("    ", NBSP * 4)).problems
    assert [(each.code.id, each.hint.partition("\n")[0]) for each in problems if each.code.id[0] in "YSRQ"] == [
        ("Y124", "type a normal space, here and on 19 more lines")
    ]


@pytest.mark.parametrize(("right", "innocent"), [
    ("stem: When was the bridge built?", 'stem: "When was\n      the bridge built?"'),
    ("[1 May, 2 April]", '[\n      1 May,\n      "2 April",\n    ]'),
    ("stem: When was the bridge built?", 'stem: |\n      When: was "it\n      • built'),
    ("[1 May, 2 April]", "['1, May', \"it's\"]  # it's"),
])  # fmt: skip
def test_a_sound_value_over_several_lines_is_not_blamed_for_a_slip_below_it(right, innocent):
    text = SET.replace(right, innocent).replace("answer: Karin Holt", "answer: that: Karin Holt")
    assert [(each.code.id, each.span.text) for each in check_set(text).problems if each.code.id[0] in "YSRQ"] == [
        ("Y101", "that: Karin Holt")
    ]


def test_two_open_quotations_are_told_each_at_its_line():
    text = SET.replace("quote: was", 'quote: "was').replace("answer: 3 March", "answer: 'tis Holt")
    problems = [each for each in check_set(text).problems if each.code.id[0] == "Y"]
    assert [line.split()[:2] for line in said(problems)] == [["Y111", "21:12"], ["Y102", "29:13"]]


@pytest.mark.parametrize(("right", "wrong"), [
    ("    stem: When was", "\tstem: When was"), ("stem: When was", "stem:When was"), ("stem: When was", "stem When was"),
    ("stem: When was", "stem: * When was"), ("stem: When was", "stem = When was"),
])  # fmt: skip
def test_a_place_in_a_line_that_was_put_right_is_the_place_in_the_line_as_typed(right, wrong):
    problems = check_set(SET.replace(right, wrong).replace("the bridge built", "the <b>bridge</b> built")).problems
    assert [each.span.text for each in problems if each.code.id == "T001"] == ["<b>"]
