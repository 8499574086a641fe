"""Traps are looked for in the lines that can hold them, and the same are found as in all lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.readers.shapes import LIST_KEYS
from deckmaker.readers.traps import silent, silent_lists, silent_quotes
from deckmaker.readers.traps.faults import lines_with, matches, within
from tests.support.samples import LONG

PIECES = st.lists(
    st.sampled_from(
        ("- ", "-", "  ", " ", "\n", "\n", "\n  ", "\n- ", "\n  - ", "tags:", "items: ", "stem: ", "a", "b, c", "x; y", " # 3",
         "#", "[", "]", "1,000", "12,345,678", "•", "– ", "* ", "'", '"', "k: v", "distractors:\n", "é")
    ),
    max_size=40,
)  # fmt: skip


def found(matches):
    return [(match.start(), match.end(), match.groups()) for match in matches]


@given(PIECES)
@settings(max_examples=20000 if LONG else 2000, deadline=None)
@pytest.mark.parametrize("pattern", [silent._COMMENT, silent._COMMENT_ITEM, silent._COMMENT_ALONE], ids=str)
def test_comments(pattern, pieces):
    text = "".join(pieces)
    assert found(matches(pattern, text, lines_with(text, "#"))) == found(pattern.finditer(text))


@given(PIECES)
@settings(max_examples=20000 if LONG else 2000, deadline=None)
@pytest.mark.parametrize("pattern", [silent_lists._ON_ONE_LINE, silent_lists._BELOW], ids=str)
def test_lists(pattern, pieces):
    text = "".join(pieces)
    every = [match for match in pattern.finditer(text) if match["key"] in LIST_KEYS]
    some = [match for match in silent_lists._at_lists(pattern, text) if match["key"] in LIST_KEYS]
    assert {each.start() for each in every} <= {each.start() for each in some}


@given(PIECES)
@settings(max_examples=20000 if LONG else 2000, deadline=None)
def test_items_and_numbers(pieces):
    text = "".join(pieces)
    starts = [text.rfind("\n", 0, more.start()) + 1 for more in silent_lists._MORE.finditer(text)]
    assert found(matches(silent_lists._ITEM, text, starts)) == found(silent_lists._ITEM.finditer(text))
    starts = [text.rfind("\n", 0, each.start()) + 1 for each in silent._IN_NUMBER.finditer(text)]
    assert found(matches(silent._FLOW, text, starts)) == found(silent._FLOW.finditer(text))


MARKS = st.lists(
    st.sampled_from(
        ("quote:", "cue: ", "hedge:  ", "a", " ", "\n", "“", "”", "„", "«", "»", "‘", "’", '"', '"', "\\", "\\\\", "\\nabla",
         "'", ": ", "- ", "[", "{", ", ", "}", "x" + " " * 50, " " * 38, " " * 39)
    ),
    max_size=30,
)  # fmt: skip


@given(MARKS)
@settings(max_examples=20000 if LONG else 2000, deadline=None)
def test_marks(pieces):
    text = "".join(pieces)
    curly = within(silent_quotes._CURLY, text, silent_quotes._with_typed_marks(text))
    assert found(curly) == found(silent_quotes._CURLY.finditer(text))
    every = [match for match in silent_quotes._QUOTED.finditer(text) if "\\" in match[0]]
    some = [match for match in within(silent_quotes._QUOTED, text, lines_with(text, "\\")) if "\\" in match[0]]
    assert found(some) == found(every)
