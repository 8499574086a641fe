"""Written questions whose parts leave a doubt, and what is said of them."""

from __future__ import annotations

import pytest

from deckmaker.model.questions import Kind
from tests.support import compile_set, said, sound_set


@pytest.mark.parametrize(
    ("answer", "better"),
    [
        ("Yes", "true"), ("T", "true"), ("right", "true"), ("true.", "true"), ('"“true”"', "true"), ("no", "false"),
        ("F", "false"), ("Wrong!", "false"), ("incorrect", "false"),
    ],
)  # fmt: skip
def test_true_or_false_in_other_words_is_asked_about(answer, better):
    _, (problem,) = compile_set(f"questions:\n  - id: q\n    stem: Has it four arches?\n    answer: {answer}\n")
    typed = answer.strip('"')
    assert (problem.code.id, problem.message) == ("S007", f'is "{typed}" true or false, or words to write?')
    assert problem.hint == f"write\nanswer: {better}\nor add a line\ntype: short_answer"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("answer: True", Kind.TRUE_FALSE),
        ("answer: yes\n    type: short_answer", Kind.SHORT_ANSWER),
        ("answer: yes\n    distractors: [no]", Kind.SINGLE_CHOICE),
        ("answer: the right bank", Kind.SHORT_ANSWER),
    ],
)
def test_answers_that_leave_one_reading_are_taken(lines, kind):
    document = sound_set(f"questions:\n  - id: q\n    stem: Has it four arches?\n    {lines}\n")
    assert document.questions[0].kind is kind


@pytest.mark.parametrize(
    ("text", "broken", "better"),
    [
        ("{c1::4.2 million} in {{c2::1998}}", "{c1::4.2 million}", "{{c1::4.2 million}}"),
        ("{{c1:4.2 million}} in {{c2::1998}}", "{{c1:4.2 million}}", "{{c1::4.2 million}}"),
        ("{{c1::4.2 million} in 1998", "{{c1::4.2 million}", "{{c1::4.2 million}}"),
        ("{{c2::1998}} cost {{c1::4.2 million}", "{{c1::4.2 million}", "{{c1::4.2 million}}"),
        ("{{C1::4.2 million}}", "{{C1::4.2 million}}", "{{c1::4.2 million}}"),
        ("{{c100::4.2 million}}", "{{c100::4.2 million}}", "{{c1::4.2 million}}"),
        ("a *so {c1:4.2 million}* b {{c2::1998}}", "{c1:4.2 million}", "{{c1::4.2 million}}"),
    ],
)
def test_a_deletion_that_is_not_whole_is_never_printed_as_typed(text, broken, better):
    _, (problem,) = compile_set(f'questions:\n  - id: q\n    type: cloze\n    text: "{text}"\n')
    assert (problem.code.id, problem.message) == ("Q006", f'"{broken}" is not a whole deletion')
    assert problem.span.text == broken
    assert problem.hint.endswith(f"\n{better}")


@pytest.mark.parametrize(
    "text", [r"$\frac{c1:}{{2}}$ is {{c1::less}}", "`{{c1:x}}` is {{c2::wrong}}", "the set {a, b} is {{c1::small {c}}}"]
)
def test_braces_of_another_kind_are_left_alone_in_a_cloze(text):
    _, problems = compile_set(f"questions:\n  - id: q\n    text: '{text}'\n")
    assert said(problems) == []


@pytest.mark.parametrize(("typed", "hint"), [
    ("distractors: [in 1860, in 1890]", "add a line\nanswer: …"),
    ("distractors: [in 1860]", "add a line\nanswer: …"),
    ("options: [in 1860, in 1874]", "add a line that repeats the right one\nanswer: …"),
    ("options: [in 1860, in 1874, in 1890]\n    type: multiple_answer\n    answers: []",
     "add a line that repeats the right one\nanswers: […, …]"),
    ("options: [in 1860, {text: in 1874, pin: true}]", "mark one, for example\ncorrect: true"),
])  # fmt: skip
def test_a_choice_with_no_right_option_is_told_how_its_own_form_marks_one(typed, hint):
    _, problems = compile_set(f"questions:\n  - id: when\n    stem: When?\n    {typed}\n")
    assert [(problem.code.id, problem.message, problem.hint) for problem in problems] == [
        ("Q001", "no option is right", hint)
    ]


@pytest.mark.parametrize(("typed", "hint"), [
    ("The mill stands in {{Saltmere}}.", "mark what is deleted, as\n{{c1::Saltmere}}"),
    ("The mill stands in Saltmere.", "mark what is deleted, for example\n{{c1::Paris}}"),
])  # fmt: skip
def test_a_cloze_that_deletes_nothing_is_shown_its_own_words_marked(typed, hint):
    _, (problem,) = compile_set(f"questions:\n  - id: q\n    text: {typed}\n")
    assert (problem.code.id, problem.hint) == ("Q005", hint)
