"""Lines that YAML cannot read: each told once, as what its author meant."""

from __future__ import annotations

import pytest

from tests.support import check_set, compile_set, said


@pytest.mark.parametrize(("line", "told"), [
    ("    stem When does it happen?", 'Y123 6:5 the colon is missing after "stem"'),
    ("    stem:When does it happen?", "Y113 6:10 a space is missing after the colon"),
    ("\tstem: When does it happen?", "Y109 6:1 a tab cannot indent a line"),
    ("     stem: When does it happen?", "Y112 6:6 this key does not line up with its neighbours"),
    ("    stem: When: does it happen?", "Y101 6:11 a colon in text without quotes starts a new key"),
])  # fmt: skip
def test_a_line_that_is_not_yaml_is_told_as_what_was_meant_and_read_as_put_right(line, told):
    document, problems = compile_set(f"""\
deckmaker: 1
uid: 7e57da7a
title: Tides
questions:
  - id: q
{line}
    answer: at full moon
""")
    assert said(problems) == [told]
    assert [question.id for question in document.questions] == ["q"]


def test_what_a_line_is_at_fault_for_is_marked_and_not_the_rest_of_it():
    problems = check_set("questions:\n  - id: q\n\t stem: When?\n     answer: x\n  - id:z\n    stem: S\n").problems
    marked = {problem.code.id: problem.span.text for problem in problems}
    assert (marked["Y109"], marked["Y113"]) == ("\t", "z")


def test_the_key_above_a_broken_item_is_not_blamed():
    checked = check_set("questions:\n  - id: q\n    }\n    stem: S\n    answer: x\n")
    assert said(checked.problems) == ["Y119 6:5 from here on the file cannot be read"]


def test_a_second_document_is_told_at_its_mark():
    document, problems = compile_set("""\
deckmaker: 1
uid: 7e57da7a
title: Tides
---
questions:
  - {id: q, stem: S, answer: x}
""")
    assert said(problems) == ['Y117 4:1 the line "---" starts a second document']
    assert [question.id for question in document.questions] == ["q"]


def test_keys_where_a_list_belongs_are_no_text_with_a_colon():
    _, problems = compile_set("questions:\n  id: q\n  stem: S\n  answer: x\n")
    assert said(problems) == ['S003 5:3 "questions" should be a list']


def test_a_circle_of_sources_is_told_once():
    _, problems = compile_set("""\
sources:
  d: {name: Dee, kind: person, part_of: a}
  a: {name: Ada, kind: person, part_of: b}
  b: {name: Bee, kind: person, part_of: c}
  c: {name: Cee, kind: person, speaks_for: a}
""")
    assert said(problems) == ['R007 6:3 source "a" belongs to itself in the end']


def test_a_part_repeated_too_often_ends_the_reading_of_its_file_and_nothing_follows_from_it():
    lines = "\n".join(f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))
    text = f"deckmaker: 1\nuid: 7e57da7a\ntitle: T\nquestions:\n  - &a0 [x]\n{lines}\n"
    (problem,) = check_set(text).problems
    assert problem.code.id == "Y116"


def test_a_colon_in_the_second_line_of_a_text_is_told_and_the_whole_text_put_right():
    _, problems = compile_set("""\
questions:
  - id: q
    stem: When does the
      tide come: in the evening?
    answer: x
""")
    assert said(problems) == ["Y101 7:7 a colon in text without quotes starts a new key"]
    assert problems[0].hint.endswith('stem: "When does the tide come: in the evening?"')


@pytest.mark.parametrize(("typed", "better"), [
    ("{id: q, stem: When, and where?, answer: x}", '{id: q, stem: "When, and where?", answer: x}'),
    ("{id: q, stem: S, answer: a, b, c}", '{id: q, stem: S, answer: "a, b, c"}'),
])  # fmt: skip
def test_text_on_one_line_with_keys_is_not_cut_at_its_commas_in_silence(typed, better):
    _, problems = compile_set(f"questions:\n  - {typed}\n")
    assert [problem.code.id for problem in problems] == ["Y108"]
    assert problems[0].hint.endswith(better)


def test_an_item_without_its_dash_is_told_as_that_and_its_keys_are_not_told_one_by_one():
    document, problems = compile_set("""\
questions:
  - id: one
    stem: S
    answer: x
    id: two
    stem: T
    answer: y
""")
    assert said(problems) == ['Y110 8:5 key "id" is given twice']
    assert problems[0].hint == "a new item starts with a dash\n- id: two"
    assert [question.id for question in document.questions] == ["one"]


def test_an_unknown_key_is_told_even_if_it_says_nothing():
    _, problems = compile_set("questions:\n  - id: q\n    stem: S\n    answer: x\n    hnit:\n")
    assert said(problems) == ['S001 8:5 unknown key "hnit"']


def test_a_known_key_that_says_nothing_is_not_given():
    document, problems = compile_set("questions:\n  - id: q\n    stem: S\n    answer: x\n    hint:\n")
    assert said(problems) == []
    assert document.questions[0].hint == ()


def test_a_source_that_is_called_by_its_name_gets_its_id_as_a_hint():
    _, problems = compile_set("""\
article: {title: A, disclosure: D}
sources:
  lee: {name: Tom Lee, kind: person, aliases: [Lee]}
claims:
  - {id: c, claim: it rains, speaker: Tom Lee, basis: Lee, quote: it rains, paragraph: 1}
""")
    assert [problem.hint for problem in problems] == ['write its id, "lee"'] * 2


def test_an_item_whose_dash_is_out_of_line_is_told_and_the_rest_is_read():
    document, problems = compile_set("""\
questions:
  - {id: a, stem: S, answer: x}
   - id: b
    stem: S
    answer: x
  - {id: c, stem: S, answer: x}
""")
    assert said(problems) == ["Y112 6:4 the dash of this item does not line up with its neighbours"]
    assert [question.id for question in document.questions] == ["a", "b", "c"]


def test_a_quotation_inside_a_quoted_text_keeps_the_outer_quotes():
    _, problems = compile_set("""\
questions:
  - id: a
    stem: "Who said "hello" to Ann?"
    answer: x
""")
    assert [problem.hint.splitlines()[-1] for problem in problems] == ["stem: 'Who said \"hello\" to Ann?'"]


@pytest.mark.parametrize(("typed", "told", "better"), [
    ("'When was the mill built?", "Y111 6:11 the quotation mark ' is not closed", "'When was the mill built?'"),
    ("'When was Demir's mill built?", "Y111 6:11 the quotation mark ' is not closed", '"When was Demir\'s mill built?"'),
    ('"When was the "Old Mill" built?', 'Y111 6:11 the quotation mark " is not closed',
     "'When was the \"Old Mill\" built?'"),
    ("'The students' books are where?'", "Y102 6:11 text after the closing ' is lost to YAML",
     '"The students\' books are where?"'),
])  # fmt: skip
def test_a_forgotten_mark_and_an_apostrophe_are_told_by_the_words_without_the_outer_marks(typed, told, better):
    document, problems = compile_set(f"questions:\n  - id: a\n    stem: {typed}\n    answer: 'x'\n")
    assert said(problems) == [told]
    assert problems[0].hint.splitlines()[-1] == f"stem: {better}"
    assert [question.id for question in document.questions] == ["a"]


def test_marks_around_some_words_of_the_article_are_better_left_out():
    _, problems = compile_set("""\
article: {title: A, disclosure: D}
claims:
  - id: c
    claim: x
    speaker: article
    basis: none_given
    paragraph: 1
    quote: "Those cracks" have been there
""")
    assert said(problems) == ['Y102 11:12 text after the closing " is lost to YAML']
    assert problems[0].hint == (
        "leave the marks out, or put the whole text in quotes of the other kind\nquote: Those cracks have been there"
    )


@pytest.mark.parametrize(("typed", "place", "text", "better"), [
    ("sources:\n  demir: {name: Demir: the miller, kind: person}", "5:17", "Demir: the miller",
     'demir: {name: "Demir: the miller", kind: person}'),
    ("questions:\n  - {id: truth, stem: Who said: I am here?, answer: me}", "5:23", "Who said: I am here?",
     '- {id: truth, stem: "Who said: I am here?", answer: me}'),
    ("questions:\n  - {id: q, stem: Of what kind: a, b or c?, answer: a}", "5:19", "Of what kind: a, b or c?",
     '- {id: q, stem: "Of what kind: a, b or c?", answer: a}'),
    ("quizzes:\n  - id: t\n    title: T\n    sections:\n      - {title: Part 1: All, pick: all}", "8:17", "Part 1: All",
     '- {title: "Part 1: All", pick: all}'),
    ("sources: {d: {name: D: a miller, kind: person}, e: {name: E: a man, kind: person}}", "4:21", "D: a miller",
     'sources: {d: {name: "D: a miller", kind: person}, e: {name: "E: a man", kind: person}}'),
])  # fmt: skip
def test_a_colon_in_a_text_in_braces_is_told_once_and_quotes_go_round_that_text(typed, place, text, better):
    (problem,) = compile_set(f"{typed}\n")[1]
    assert said([problem]) == [f"Y101 {place} a colon in text without quotes starts a new key"]
    assert problem.span.text == text
    assert problem.hint == f"put this text in quotes\n{better}"


def test_a_key_in_braces_without_the_comma_before_it_is_no_text_with_a_colon():
    _, problems = compile_set("sources:\n  ada: {name: Ada Lee kind: person}\n")
    assert said(problems) == ["Y129 5:22 a comma is missing here"]
