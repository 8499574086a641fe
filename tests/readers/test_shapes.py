"""Values that do not fit their key, and what is said of them."""

from __future__ import annotations

import re

import pytest

from deckmaker.diagnostics import Diagnostic
from tests.support import compile_set, said


def problems(yaml: str) -> list[Diagnostic]:
    return list(compile_set(yaml)[1])


def only(yaml: str) -> Diagnostic:
    (problem,) = problems(yaml)
    return problem


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("points: -1", "-1 is out of range: at least 0"),
        ("points: 1e9", "1e9 is out of range: at most 1000"),
        ("tolerance: -1", "-1 is out of range: at least 0"),
        ("tolerance: 1e999999999", "this number is out of range"),
    ],
)
def test_numbers_have_bounds(line, message):
    problem = only(f"""\
questions:
  - id: q
    type: numeric
    stem: How many arches?
    answer: 4
    {line}
""")
    assert (problem.code.id, problem.message, problem.span.text) == ("S009", message, line.split()[1])


def test_a_hidden_part_in_points_is_told_that_shares_are_wanted():
    problem = only("""\
questions:
  - id: q
    image: mill.png
    alt: a mill
    regions: [{left: 100, top: 0.2, width: 0.2, height: 0.2, label: the dam}]
""")
    assert problem.message == "100 is out of range: it is a share of the picture, from 0 to 1"
    assert problem.hint == "write 0.5 for half of the picture"


def test_an_answer_that_nobody_can_write_out_is_out_of_range():
    problem = only("questions:\n  - {id: q, type: numeric, stem: How many?, answer: 1e999999999}\n")
    assert (problem.code.id, problem.span.text) == ("S009", "1e999999999")
    assert not problems("questions:\n  - {id: q, type: numeric, stem: How many?, answer: 6.02e23, tolerance: 1e21}\n")


def test_a_pick_of_nothing_is_refused():
    problem = only("""\
questions:
  - {id: q, stem: What?, answer: x}
quizzes:
  - {id: first, title: Arches, sections: [{title: All, pick: []}]}
""")
    assert (problem.code.id, problem.message, problem.span.text) == ("S010", "this picks nothing", "[]")
    assert problem.hint == "name questions by their ids, or write\npick: all"


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("karin holt: {name: Karin Holt, kind: person}", "karin-holt: {…"),
        ('"Karin Holt": {name: Karin Holt, kind: person}', "karin-holt: {…"),
        ("karin holt:\n    name: Karin Holt\n    kind: person", "karin-holt:"),
    ],
)
def test_an_id_before_a_colon_is_shown_as_it_may_stand_there(key, line):
    problem = only(f"sources:\n  {key}\n")
    assert problem.code.id == "S006"
    assert problem.message.casefold() == '"karin holt" cannot be an id'
    assert problem.span.text == key.partition(":")[0]
    assert problem.hint == f"letters, digits and - only, for example\n{line}"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("where: paper", '"paper" is not one of: anki, print', "choose one of them"),
        ("where: Print", '"Print" is not one of: anki, print', 'did you mean "print"?'),
        ("where: [anki, prnt]", '"prnt" is not one of: anki, print', 'did you mean "print"?'),
    ],
)
def test_a_place_that_does_not_exist_is_named_whole(line, message, hint):
    problem = only(f"questions:\n  - id: q\n    stem: What?\n    answer: x\n    {line}\n")
    assert (problem.code.id, problem.message, problem.hint) == ("S005", message, hint)


def test_words_with_capitals_are_recognised():
    problem = only("""\
questions:
  - {id: q, stem: What?, answer: x}
quizzes:
  - {id: first, title: Arches, paper: A4, sections: [{pick: all}]}
""")
    assert (problem.code.id, problem.hint) == ("S005", 'did you mean "a4"?')


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("Karin Holt - county engineer", "- [Karin Holt, county engineer]"),
        ("Karin Holt – county engineer", "- [Karin Holt, county engineer]"),
        ("tide → moon", "- [tide, moon]"),
        ("Karin Holt: county engineer", "- [Karin Holt, county engineer]"),
        ("{Karin Holt: county engineer}", "- [Karin Holt, county engineer]"),
        ("[Karin Holt, county engineer, Harwick]", '- [Karin Holt, "county engineer, Harwick"]'),
        ("[Karin Holt]", "- [Karin Holt, …]"),
    ],
)
def test_what_is_no_pair_is_shown_as_one(written, line):
    problem = only(f"""\
questions:
  - id: q
    stem: Who is what?
    pairs:
      - {written}
      - [Per Dahl, mayor]
      - [Ida Marsh, ferryman]
""")
    assert (problem.code.id, problem.message) == ("S003", "a pair is two sides, [left, right]")
    assert problem.span.text == written.removeprefix("{").removesuffix("}") or problem.span.text == written
    assert problem.hint == f"write the two sides in brackets\n{line}"


def test_pairs_in_one_mapping_are_told_once():
    problem = only("questions:\n  - {id: q, stem: Who?, pairs: {tide: moon, warmth: sun}}\n")
    assert (problem.code.id, problem.message) == ("S003", '"pairs" should be a list of [left, right]')


@pytest.mark.parametrize(
    ("language", "hint"),
    [("English", "en"), ("Deutsch", "de"), ("en_GB", "en-GB"), ("Klingon", "en")],
)
def test_a_language_is_given_by_its_code(language, hint):
    problem = only(f"language: {language}\nquestions:\n  - {{id: q, stem: What?, answer: x}}\n")
    assert (problem.code.id, problem.message) == ("S005", f'"{language}" is not the code of a language')
    assert problem.hint == f"write it as BCP 47 does, for example\nlanguage: {hint}"


@pytest.mark.parametrize("language", ["en", "de-CH-1996", "zh-Hant", "no", "gsw"])
def test_codes_of_languages_are_taken(language):
    said = problems(f"language: {language}\nquestions:\n  - {{id: q, stem: What?, answer: x, language: fr}}\n")
    assert not [problem for problem in said if problem.code.id != "P011"]


def test_a_type_has_the_article_that_it_is_read_with():
    assert said(problems("questions:\n  - {id: q, type: image_occlusion, image: a.png}\n")) == [
        'S002 5:10 "regions" is missing: an image-occlusion question needs it'
    ]
    assert said(problems("questions:\n  - {id: q, type: essay, stem: Why?, front: x}\n")) == [
        'S008 5:45 an essay question has no "front"'
    ]


def test_sources_behind_dashes_are_told_once_with_the_line_without_its_dash():
    problem = only("""\
article: {title: The Mill, disclosure: D}
sources:
  - mayor: {name: Ingrid Halvorsen, kind: person}
  - demir: {name: Yusuf Demir, kind: person}
claims:
  - {id: c, claim: it stands, speaker: mayor, basis: demir, quote: it stands, paragraph: 1}
""")
    assert (problem.code.id, problem.message) == ("S003", '"sources" should be keys and values')
    assert problem.hint == "take the dashes away\nmayor: {name: Ingrid Halvorsen, kind: person}"


def test_a_question_that_is_a_text_alone_is_shown_with_an_id_and_a_stem():
    problem = only("questions:\n  - Where is the mill?\n")
    assert problem.code.id == "S003"
    assert re.fullmatch(r"give it an id and a stem\n- id: question-\w{4}\n  stem: Where is the mill\?", problem.hint)


@pytest.mark.parametrize(("yaml", "hint"), [
    ("sources:\n  ada: {name: Ada}\n", "add inside the braces\nkind: …"),
    ("sources:\n  ada:\n    name: Ada\n", "add a line\nkind: …"),
    ("questions:\n  - {id: q, stem: Why?, type: short_answer}\n", "add inside the braces\nanswer: …"),
    ("questions:\n  - {id: q, stem: Why?, distractors: [a, b]}\n", "add inside the braces\nanswer: …"),
])  # fmt: skip
def test_what_is_missing_in_braces_is_to_be_added_inside_them(yaml, hint):
    assert only(yaml).hint == hint
