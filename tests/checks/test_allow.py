"""`allow:` silences a warning of its own question, and nothing else."""

from __future__ import annotations

from tests.support import compile_set, said


def test_a_warning_that_its_question_allows_is_not_given():
    _, problems = compile_set("""\
questions:
  - id: water
    stem: What does <b>H2O</b> stand for?
    answer: water
    allow: {html-in-text: the letters are shown as they are}
  - id: gold
    stem: What does <b>Au</b> stand for?
    answer: gold
""")
    assert said(problems) == ['T001 10:21 "<b>" is shown as these letters, not as HTML']


def test_a_warning_of_the_reader_can_be_allowed_too():
    _, problems = compile_set("""\
questions:
  - id: prize
    stem: Which harbour won prize # 3?
    answer: the old one
    allow: {comment-in-text: the rest is a comment}
""")
    assert said(problems) == []


def test_an_error_cannot_be_allowed():
    _, problems = compile_set("""\
questions:
  - id: water
    stem: "![](water.png) What is shown?"
    answer: water
    allow: {media-not-found: the picture comes later}
  - id: gold
    stem: What does Au stand for?
    answer: gold
    allow: {media-not-found: the picture comes later}
""")
    assert [line for line in said(problems) if line.startswith(("M001", "R011"))] == [
        'M001 6:16 there is no picture "water.png"',
        'R011 12:13 "media-not-found" is an error and cannot be allowed',
    ]


def test_an_unknown_warning_and_one_that_would_not_come_are_told_where_they_stand():
    _, problems = compile_set("""\
questions:
  - id: water
    stem: What does H2O stand for?
    answer: water
    allow:
      html-in-text: no reason any more
      wording-negative: not a rule
""")
    assert said(problems) == [
        'Q008 9:7 "html-in-text" is allowed, and there is no such warning here',
        'R011 10:7 there is no warning "wording-negative"',
    ]
