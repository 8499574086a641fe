"""What names something else."""

from __future__ import annotations

from tests.support import compile_set, said

CLAIMS = """\
article: {title: A, disclosure: D}
claims:
  - {id: one, claim: it rains, speaker: holt, basis: charts, quote: it rains, paragraph: 1}
  - {id: two, claim: it pours, speaker: holt, basis: on_record, quote: it pours, paragraph: 1}
  - {id: three, claim: it snows, speaker: dahl, basis: charts, quote: it snows, paragraph: 1}
"""


def test_a_set_without_sources_is_told_so_once():
    _, (problem,) = compile_set(CLAIMS)
    assert said([problem]) == ['R001 6:41 the set has no sources, and its claims name some: "holt" is the first']
    assert problem.hint == "list them, for example\nsources:\n  holt: {name: …, kind: person}"


def test_a_set_with_sources_is_told_each_that_is_missing():
    _, problems = compile_set("sources:\n  holt: {name: Karin Holt, kind: person}\n" + CLAIMS)
    assert said(problems) == [
        'R001 10:43 there is no source "dahl"',
        'R001 8:54 there is no source or kind of basis "charts"',
        'R001 10:56 there is no source or kind of basis "charts"',
    ]


def test_claims_of_the_article_itself_need_no_sources():
    claim = "{id: one, claim: it rains, speaker: article, basis: none_given, quote: it rains, paragraph: 1}"
    assert said(compile_set(f"article: {{title: A, disclosure: D}}\nclaims: [{claim}]\n")[1]) == []


def test_each_question_that_a_quiz_misspells_is_pointed_at():
    _, problems = compile_set("""\
questions:
  - {id: arches, stem: How many?, answer: four}
  - {id: ferry, stem: When?, answer: at noon}
quizzes:
  - {id: first, title: Bridge, sections: [{pick: [archs, ferri]}]}
""")
    assert [(problem.code.id, problem.span.text, problem.hint) for problem in problems] == [
        ("R003", "archs", 'did you mean "arches"?'),
        ("R003", "ferri", 'did you mean "ferry"?'),
    ]


def test_a_relay_alone_asks_for_sources_too():
    claim = "{id: one, claim: it rains, speaker: article, basis: none_given, via: holt, quote: it rains, paragraph: 1}"
    _, problems = compile_set(f"article: {{title: A, disclosure: D}}\nclaims: [{claim}]\n")
    assert [(problem.code.id, problem.span.text) for problem in problems] == [("R001", "holt")]


def test_a_kind_of_basis_that_is_misspelt_is_recognised_without_sources():
    claim = "{id: one, claim: it rains, speaker: article, basis: none_gven, quote: it rains, paragraph: 1}"
    _, (problem,) = compile_set(f"article: {{title: A, disclosure: D}}\nclaims: [{claim}]\n")
    assert (problem.code.id, problem.hint) == ("R001", 'did you mean "none_given"?')
