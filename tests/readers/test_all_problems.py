"""All problems of a set in one run, each at its place, none of them following from another."""

from __future__ import annotations

import pytest

from tests.support import check_set, compile_set, said


def test_yaml_errors_shape_errors_and_silent_traps_are_told_in_one_run():
    _, problems = compile_set("""\
deckmaker: 1
uid: 7e57da7a
title: Tides: a set
titel: x
questions:
  - id: a
    stem: When?
    answer: "New" and full moon
    distractors: [At half moon, In spring]
  - id: b
    stem: Who won prize # 3
    answer: 1.10
    type: numeric
    toleranc: 2
  - id: c d
    stem:Hallo
    answer: no
    distractors: [1,000 men, Tehran]
  - id: e
    stem: *really* what?
    answer: yes
    distractors: [12:30, {{c1::x}}]
""")
    assert sorted(said(problems), key=lambda line: [int(n) for n in line.split()[1].split(":")]) == [
        "Y101 3:8 a colon in text without quotes starts a new key",
        'S001 4:1 unknown key "titel"',
        'Y102 8:13 text after the closing " is lost to YAML',
        "Y107 11:25 the text ends here: YAML takes the rest for a comment",
        'S001 14:5 unknown key "toleranc"',
        'S006 15:9 "c d" cannot be an id',
        "Y113 16:10 a space is missing after the colon",
        'Y108 18:19 the comma in "1,000" splits the item in two',
        "Y103 20:11 text that starts with * is read as an alias",
        "Y104 22:26 text that starts with { is read as a mapping",
    ]


def test_a_broken_question_is_left_out_and_the_others_are_read():
    document, problems = compile_set("""\
questions:
  - {id: a, stem: What is one?, answer: x, distractors: [y, z]}
  - {id: b, stem: What is two?, answer: x, distractors: [y, y]}
  - {id: c, stem: What is three?, answer: x, distractors: [y, z]}
""")
    assert said(problems) == ['Q003 6:61 "y" stands twice']
    assert [question.id for question in document.questions] == ["a", "c"]


def test_a_reference_to_something_broken_is_no_second_problem():
    document, problems = compile_set("""\
article: {title: A, disclosure: D}
sources:
  ann: {name: Ann, kind: humn}
claims:
  - {id: one, claim: it rains, speaker: ann, basis: on_record, quote: it rains, paragraph: 1}
  - {id: two, claim: it rains, speaker: ann, basis: on_record, quote: it rains}
generate:
  - {family: who-said, claims: [one, two]}
questions:
  - {id: q, claim: two, stem: Who?, answer: x}
""")
    assert [line for line in said(problems) if not line.startswith("G001")] == [
        'S005 6:26 "humn" is not one of: person, organisation, state, document, publication, unnamed',
        'S002 9:6 "paragraph" is missing',
    ]
    assert document.questions == ()


def test_keys_of_a_set_may_stand_in_several_files():
    document, problems = compile_set(
        "deckmaker: 1\nuid: 7e57da7a\ntitle: T\nquestions:\n  - {id: a, stem: S, answer: x}\n",
        files={"more.yaml": b"questions:\n  - {id: b, stem: S, answer: x}\n"},
    )
    assert not problems
    assert [question.id for question in document.questions] == ["b", "a"]


def test_one_key_in_two_files_is_reported_at_the_second():
    _, problems = compile_set(
        "deckmaker: 1\nuid: 7e57da7a\ntitle: T\nquestions: []\n", files={"zz.yaml": b"title: Another\n"}
    )
    assert said(problems) == ['S013 1:1 "title" is given in two files of the set']


def test_what_is_sound_beside_faulty_items_stays():
    rows = [
        f"  - {{id: q{n}, {'words' if n in (2, 5) else 'stem'}: s, answer: a, type: short_answer}}\n" for n in range(10)
    ]
    document, problems = compile_set("questions:\n" + "".join(rows))
    assert [problem.code.id for problem in problems if problem.is_error] == ["S001", "S001"]
    assert [question.id for question in document.questions] == ["q0", "q1", "q3", "q4", "q6", "q7", "q8", "q9"]


REGISTER = """\
article: {title: The Mill, text: article.txt, disclosure: D}
sources:
  mayor: {name: Ingrid Halvorsen, kind: person}
claims:
  - id: unsafe
    claim: people are at risk in it
    polarity: negative
    speaker: mayor
    basis: on_record
    quote: the building is very dangerous
    paragraph: 1
questions:
  - id: when
    stem: When was the mill built?
    answer: in 1874
  - id: when
    stem: Who built the mill?
    answer: Ann Lee
"""
ARTICLE = "The Mill\n\n“I say the building is not safe,” said the mayor. The mill was built in 1874.\n"


def told(yaml: str) -> list[str]:
    return sorted(said(check_set(yaml, article=ARTICLE).problems))


@pytest.mark.parametrize(("right", "typed"), [
    ("speaker:", "speeker:"), ("quote:", "qoute:"), ("stem: When", "stme: When"), ("questions:", "qestions:"),
    ("    paragraph: 1", "    paragraph: 1\n    paragrahp: 2"),
])  # fmt: skip
def test_a_mistyped_key_is_told_once_and_what_is_wrong_beside_it_as_if_it_were_right(right, typed):
    key = next(key for key in ("speeker", "qoute", "stme", "qestions", "paragrahp") if key in typed)
    assert [line.split(" ", 2)[::2] for line in told(REGISTER.replace(right, typed))] == [
        ["E104", "quote not found in paragraph 1"],
        ["R004", 'two of the set\'s questions have the id "when"'],
        ["S001", f'unknown key "{key}"'],
    ]


def test_a_value_under_a_mistyped_key_is_told_where_it_stands():
    wrong = REGISTER.replace("speaker: mayor", "speeker: mayer")
    assert 'R001 11:14 there is no source "mayer"' in told(wrong)


@pytest.mark.parametrize(("right", "wrong", "error"), [
    ("    speaker: mayor\n", "", 'S002 8:5 "speaker" is missing'),
    ("speaker: mayor", "speaker: mayer", 'R001 11:14 there is no source "mayer"'),
    ("    basis: on_record\n", "    basis: on_record\n    kind: rumour\n", None),
])  # fmt: skip
def test_the_quote_of_a_claim_with_another_error_is_held_against_the_article(right, wrong, error):
    problems = told(REGISTER.replace(right, wrong))
    assert any("quote not found in paragraph 1" in line for line in problems)
    assert error is None or error in problems


def test_an_id_of_a_question_that_is_left_out_is_known():
    problems = told(REGISTER.replace("    answer: in 1874\n", "    answer: in 1874\n    points: many\n"))
    assert any(line.startswith("R004") for line in problems)


@pytest.mark.parametrize("line", ["points: many", "stemm: x", "type: what", "where: paper"])
def test_a_picture_of_a_question_that_is_left_out_is_not_unused(line):
    yaml = f"questions:\n  - id: q\n    stem: When?\n    answer: x\n    image: mill.png\n    {line}\n"
    problems = check_set(yaml, files={"mill.png": b"\x89PNG\r\n\x1a\n"}).problems
    assert "M006" not in [problem.code.id for problem in problems]
