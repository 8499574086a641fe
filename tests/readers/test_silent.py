"""What YAML reads without complaint and differently from what was meant."""

from __future__ import annotations

import pytest

from tests.support import check_set

QUESTION = "questions:\n  - id: q\n    stem: When?\n    answer: 3 March\n"


def told(yaml):
    return [(each.code.id, each.hint) for each in check_set(yaml).problems if each.code.id[0] in "YS"]


@pytest.mark.parametrize("lines", [
    "• 1 May\n      • 2 April",
    "– 1 May\n      – 2 April",
    "-1 May\n      -2 April",
    "1. 1 May\n      2. 2 April",
    "1 May\n      2 April",
])  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_below_a_list_s_key_without_its_dashes_are_shown_as_a_list(lines, end):
    yaml = f"deckmaker: 1\nuid: 7e57da7a\ntitle: T\n{QUESTION}    distractors:\n      {lines}\n"
    (hint,) = [hint for code, hint in told(yaml.replace("\n", end)) if code == "S014"]
    assert hint.partition("\n")[2] == "- 1 May\n- 2 April"


@pytest.mark.parametrize(("typed", "better"), [
    ("1 May; 2 April", "distractors: [1 May, 2 April]"),
    ("in May, or so; 2 April", 'distractors: ["in May, or so", 2 April]'),
])  # fmt: skip
def test_a_list_with_semicolons_is_shown_in_brackets(typed, better):
    assert [hint.partition("\n")[2] for _, hint in told(f"{QUESTION}    distractors: {typed}\n")] == [better]


@pytest.mark.parametrize("sound", [
    "distractors:\n      - 1 May\n      - 2 April",
    "distractors:\n      - 1 May\n        or June\n      - 2 April",
    "distractors:\n      in the month of May",
    "distractors:\n      [1 May,\n      2 April]",
    'distractors:\n      "1 May\n      or June"',
])  # fmt: skip
def test_a_list_as_it_should_be_is_not_told(sound):
    assert told(f"{QUESTION}    {sound}\n") == []


def test_numbers_in_front_of_items_that_are_to_be_ordered_are_told():
    yaml = "questions:\n  - id: q\n    stem: Order\n    items:\n      - 1. the arches\n      - 2. the road\n"
    assert told(yaml) == [("S015", "leave the numbers out\n- the arches\n- the road")]
    assert told(yaml.replace("2. the", "the")) == []


@pytest.mark.parametrize(("typed", "better"), [
    (r'"C:\new"', r"'C:\new'"),
    (r'"$\frac{1}{2}$ of it"', r"'$\frac{1}{2}$ of it'"),
    (r'"$x \neq y$"', r"'$x \neq y$'"),
])  # fmt: skip
def test_a_backslash_that_becomes_another_mark_is_told(typed, better):
    assert told(f"questions:\n  - id: q\n    stem: S\n    answer: {typed}\n") == [
        ("Y128", f"use single quotes, in which a backslash is a backslash\nanswer: {better}")
    ]


@pytest.mark.parametrize("meant", [r'"one\ntwo"', r'"a\tb"', r'"C:\\new"', r"'C:\new'", r'"say \"no\""', r"C:\new"])
def test_a_backslash_that_is_meant_is_not_told(meant):
    assert told(f"questions:\n  - id: q\n    stem: S\n    answer: {meant}\n") == []


@pytest.mark.parametrize(("typed", "code", "better"), [
    ("#1", "Y107", 'answer: "#1"'),
    ("&Holt", "Y106", "answer: '&Holt'"),
    ("!Holt", "Y115", "answer: '!Holt'"),
])  # fmt: skip
def test_text_that_yaml_drops_whole_is_told(typed, code, better):
    said = told(f"questions:\n  - id: q\n    stem: S\n    answer: {typed}\n    distractors: [a]\n")
    assert [(one, hint.rpartition("\n")[2]) for one, hint in said if one[0] == "Y"] == [(code, better)]


def test_typed_quotation_marks_around_a_quote_are_told():
    claim = "{id: c, claim: it is old, speaker: article, basis: on_record, quote: “was built”, paragraph: 1}"
    said = told(f"article: {{title: T, disclosure: D}}\nclaims:\n  - {claim}\n")
    assert said == [("S016", "leave them out; the line would read\nquote: was built")]
