"""The entries of a list in another order: the author's own letters, moved; nothing where that is not safe."""

from __future__ import annotations

import pytest

from deckmaker.checks.reorder import in_order, reordered
from deckmaker.diagnostics.fixing import fixed
from tests.support import HEAD, compile_set


def turned(lines: str, order: tuple[int, ...], key: str = "distractors") -> str:
    """A question's lines with the entries under the key in that order."""
    yaml = f"{HEAD}questions:\n  - id: q\n    stem: How many?\n{lines}"
    document, _ = compile_set(yaml)
    (question,) = document.set.questions
    return fixed(yaml, reordered(question.spans[key], order)).removeprefix(yaml[: -len(lines)])


ANSWER = "    answer: x\n"


@pytest.mark.parametrize(("typed", "better"), [
    ("[3, 1, 2]", "[1, 2, 3]"),
    ("[ 3 ,1,  two words ]", "[ 1 ,two words,  3 ]"),
    ("""["3, 4", 'it''s 1', 2]""", """['it''s 1', 2, "3, 4"]"""),
])  # fmt: skip
def test_entries_in_brackets_change_places(typed, better):
    assert turned(f"{ANSWER}    distractors: {typed}\n", (1, 2, 0)) == f"{ANSWER}    distractors: {better}\n"


def test_entries_under_dashes_take_their_lines_with_them():
    lines = "    options:\n      - text: b\n        correct: true\n      - a\n      - {text: c}\n    shuffle: false\n"
    better = "    options:\n      - {text: c}\n      - a\n      - text: b\n        correct: true\n    shuffle: false\n"
    assert turned(lines, (2, 1, 0), "options") == better


def test_the_last_line_needs_no_line_end():
    lines = f"{ANSWER}    distractors:\n    - b\n    - a"
    assert turned(lines, (1, 0)) == f"{ANSWER}    distractors:\n    - a\n    - b"


def test_what_follows_a_list_stays_where_it_is():
    lines = f"{ANSWER}    distractors:\n      - b\n      - a\n\n    # a word\n    hint: none\n"
    assert turned(lines, (1, 0)) == lines.replace("- b\n      - a", "- a\n      - b")


@pytest.mark.parametrize("typed", [
    " [b,\n      a]\n",
    "\n      - b    # the larger\n      - a\n",
    "\n      - b\n      # the smaller\n      - a\n",
    "\n      - b\n\n      - a\n",
    " [b, a, c]\n",
])  # fmt: skip
def test_a_list_that_says_more_than_its_entries_is_left_alone(typed):
    lines = f"{ANSWER}    distractors:{typed}"
    assert turned(lines, (1, 0)) == lines


def test_the_order_that_is_there_needs_no_fix():
    lines = f"{ANSWER}    distractors: [a, b]\n"
    assert turned(lines, (0, 1)) == lines


def test_an_entry_with_keys_in_brackets_is_left_alone():
    lines = "    options: [b, {text: a, correct: true}]\n"
    assert turned(lines, (1, 0), "options") == lines


def settled(lines: str) -> str:
    """The lines of a question with its two options turned for good."""
    yaml = f"{HEAD}questions:\n  - id: q\n    stem: How many?\n{lines}"
    (question,) = compile_set(yaml)[0].set.questions
    return fixed(yaml, in_order(question, (1, 0))).removeprefix(yaml[: -len(lines)])


@pytest.mark.parametrize("typed", [" [7, 5]\n", "\n      - 7\n      - 5\n", "\n    - 7\n    - text: 5\n"])
def test_an_order_that_shuffling_would_undo_is_kept(typed):
    lines = f"    answer: 7\n    options:{typed}"
    made = settled(lines)
    assert made.startswith("    answer: 7\n    shuffle: false\n    options:")
    assert made.index("5") < made.rindex("7")


def test_options_that_are_not_shuffled_only_change_places():
    lines = "    answer: 7\n    shuffle: false\n    options: [7, 5]\n"
    assert settled(lines) == lines.replace("[7, 5]", "[5, 7]")


@pytest.mark.parametrize("lines", [
    "    answer: 7\n    distractors: [5]\n",
    "    answer: 7\n    shuffle: true\n    options: [7, 5]\n",
    "    options: [{text: 7, correct: true, pin: true}, 5]\n",
])  # fmt: skip
def test_options_without_an_order_of_their_own_are_left_alone(lines):
    assert settled(lines) == lines
