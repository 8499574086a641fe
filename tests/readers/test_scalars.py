"""Every scalar is what was typed."""

from __future__ import annotations

import pytest

from deckmaker.model.questions import Choice, ShortAnswer
from deckmaker.model.text import plain
from tests.support import compile_set, said, sound_set


@pytest.mark.parametrize(
    "typed", ["no", "1.10", "12:30", "1998", "0x1F", "1e3", "~", "null", "yes", "2011-05-02", "off", "007", "1_000"]
)
def test_a_value_in_a_text_field_is_the_text_that_was_typed(typed):
    document = sound_set(f"""\
questions:
  - id: q
    type: short_answer
    stem: What stands here?
    answer: {typed}
""")
    body = document.questions[0].body
    assert isinstance(body, ShortAnswer)
    assert plain(body.answer) == typed


def test_values_of_a_list_are_the_texts_that_were_typed():
    document = sound_set("""\
questions:
  - {id: q, stem: When?, answer: 12:30, distractors: [1.10, no, 1998]}
""")
    body = document.questions[0].body
    assert isinstance(body, Choice)
    assert [plain(option.text) for option in body.options] == ["12:30", "1.10", "no", "1998"]


def test_an_empty_value_is_not_given():
    document = sound_set("""\
description:
questions:
  - id: q
    stem: What?
    answer: this
    feedback:
    tags:
""")
    assert document.set.description == ()
    assert document.questions[0].feedback == ()


def test_quoted_and_folded_texts_keep_their_words():
    document = sound_set("""\
questions:
  - id: q
    stem: >-
      Who said
      this?
    answer: "a \\"b\\" \\u00e9"
    accept: ['it''s', |-
      plain]
""".replace(", |-\n      plain", ""))  # fmt: skip
    body = document.questions[0].body
    assert isinstance(body, ShortAnswer)
    assert plain(document.questions[0].stem) == "Who said this?"
    assert plain(body.answer) == 'a "b" é'
    assert body.accept == ("it's",)


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_kind_are_read(newline):
    yaml = (
        "deckmaker: 1\nuid: 7e57da7a\ntitle: T\nquestions:\n  - id: q\n    stem: |\n      a\n      b\n    answer: c\n"
    )
    document, problems = compile_set(yaml.replace("\n", newline))
    assert not [problem for problem in problems if problem.is_error]
    assert plain(document.questions[0].stem) == "a b"


def test_a_byte_order_mark_is_left_out_and_places_stay_right():
    document, problems = compile_set("\ufeffdeckmaker: 1\nuid: 7e57da7a\ntitle: T\nquestons: []\n")
    assert said(problems) == ["Y006 1:1 the file starts with a byte-order mark", 'S001 4:1 unknown key "questons"']
    assert document.set.title == "T"
