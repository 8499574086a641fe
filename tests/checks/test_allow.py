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


TOWN = """\
article: {title: Ferry fee to rise, disclosure: One report; not checked.}
sources:
  mayor:  {name: Ada Lund, kind: person}
  pilot:  {name: Bo Reis, kind: person}
  keeper: {name: Cleo Moss, kind: person}
claims:
  - {id: fee, claim: the fee is going to rise, speaker: mayor, basis: on_record, quote: fee to rise, paragraph: 1}
  - {id: pier, claim: the pier has to be mended, speaker: pilot, basis: on_record, quote: old pier, paragraph: 2}
  - {id: gulls, claim: gulls nest on the roof, speaker: keeper, basis: on_record, quote: many gulls, paragraph: 3}
generate:
  - {family: who-said, claims: [fee]}
"""


def test_an_edit_allows_a_warning_about_its_generated_question():
    told = """\
edit:
  fee/who-said:
    stem: In the article, who revealed that {claim}?
"""
    document, problems = compile_set(TOWN + told)
    assert [question.id for question in document.questions] == ["fee/who-said"]
    assert [problem.code.id for problem in problems] == ["W602"]
    _, problems = compile_set(TOWN + told + "    allow: {endorsing-verb: the task is about the verb}\n")
    assert said(problems) == []


def test_an_edit_silences_no_other_question_of_its_claim():
    both = TOWN.replace("claims: [fee]}", "claims: [fee], stem: 'In the article, who revealed that {claim}?'}")
    both += """\
  - {family: attribution-cloze, claims: [fee], stem: "In the article, {speaker} revealed that {claim}."}
edit:
  fee/who-said: {allow: {endorsing-verb: the task is about the verb}}
"""
    document, problems = compile_set(both)
    assert {question.id for question in document.questions} == {"fee/who-said", "fee/attribution-cloze"}
    assert [(problem.code.id, problem.about) for problem in problems] == [("W602", ("fee/attribution-cloze",))]


def test_an_allow_of_an_edit_that_silences_nothing_is_told_where_it_stands():
    _, problems = compile_set(TOWN + "edit:\n  fee/who-said:\n    allow: {endorsing-verb: no reason any more}\n")
    assert said(problems) == ['Q008 17:13 "endorsing-verb" is allowed, and there is no such warning here']


def test_advice_can_be_allowed():
    yaml = "questions:\n  - id: law\n    type: essay\n    stem: Explain how a bill becomes law.\n"
    assert said(compile_set(yaml)[1]) == ["W407 7:11 nothing says how the essay is marked"]
    assert said(compile_set(yaml + "    allow: {essay-without-rubric: marked together in class}\n")[1]) == []


def test_what_is_allowed_for_nothing_is_not_told_while_errors_keep_rules_from_speaking():
    _, problems = compile_set("""\
questions:
  - id: called
    stem: What is the small tide at half moon called?
    answer: neap tide
    allow: {cueing-questions: the second comes later}
  - id: moon
    stem: "![the moon](moon.png) Which two bodies make the neap tide at half moon?"
    answer: sun and moon
""")
    assert [line.split()[0] for line in said(problems)] == ["M001"]


def test_a_problem_of_two_questions_is_silenced_by_either():
    yaml = """\
questions:
  - {id: called, stem: What is the small tide at half moon called?, answer: neap tide}
  - {id: moon, stem: Which two bodies make the neap tide at half moon?, answer: sun and moon%s}
"""
    assert [line.split()[0] for line in said(compile_set(yaml % "")[1])] == ["P004"]
    allow = ", allow: {cueing-questions: handed out on two days}"
    assert said(compile_set(yaml % allow)[1]) == []
