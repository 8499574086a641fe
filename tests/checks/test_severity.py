"""`lint:` says how much a rule weighs in a set."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import CODES
from tests.support import check_set, compile_set, said

HTML = """\
questions:
  - id: water
    stem: What does <b>H2O</b> stand for?
    answer: water
"""
HTML_SAID = '"<b>" is shown as these letters, not as HTML'


def severities(yaml):
    return [(problem.code.id, str(problem.code.severity)) for problem in check_set(yaml).problems]


@pytest.mark.parametrize(("level", "expected"), [
    ("error", [("T001", "error")]),
    ("warning", [("T001", "warning")]),
    ("advice", [("T001", "advice")]),
    ("off", []),
])  # fmt: skip
def test_a_warning_weighs_what_the_set_says(level, expected):
    assert severities(f"lint: {{html-in-text: {level}}}\n{HTML}") == expected


def test_a_warning_raised_to_an_error_stops_the_build():
    assert check_set(HTML).is_sound
    raised = check_set(f"lint: {{html-in-text: error}}\n{HTML}")
    assert (raised.is_sound, raised.papers) == (False, ())


def test_advice_can_be_raised():
    yaml = "questions:\n  - id: law\n    type: essay\n    stem: Explain how a bill becomes law.\n"
    assert severities(yaml) == [("W407", "advice")]
    assert severities(f"lint: {{essay-without-rubric: warning}}\n{yaml}") == [("W407", "warning")]


def test_an_error_cannot_be_lowered():
    _, problems = compile_set("""\
lint:
  media-not-found: "off"
questions:
  - id: water
    stem: "![water](water.png) What is shown?"
    answer: a lake
""")
    assert said(problems) == [
        'M001 8:21 there is no picture "water.png"',
        'R011 5:3 "media-not-found" is an error and weighs the same in every set',
    ]


def test_an_unknown_name_is_told_with_the_nearest():
    _, problems = compile_set(f"lint: {{html-in-txt: off}}\n{HTML}")
    assert said(problems) == [f"T001 7:21 {HTML_SAID}", 'R011 4:8 there is no warning "html-in-txt"']
    assert problems[1].hint == 'did you mean "html-in-text"?'


def test_a_rule_that_is_off_and_would_not_speak_is_no_problem():
    assert (
        severities("lint: {key-longest: off}\nquestions:\n  - {id: a, stem: What falls at ebb?, answer: the sea}\n")
        == []
    )


def test_the_table_of_codes_stays_as_it_is():
    check_set(f"lint: {{html-in-text: error}}\n{HTML}")
    assert str(CODES["T001"].severity) == "warning"
