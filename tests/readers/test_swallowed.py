"""A key that is part of a text above it is no key, and nothing is said of what seems to stand below it."""

from __future__ import annotations

from tests.support import compile_set


def test_a_list_s_key_with_nothing_of_its_own_below_is_no_fault_of_ours():
    text = "deckmaker: 1\nuid: 5e57da7a\ntitle: T\nnot one\n    items:\n  1.     - 3\n"
    assert compile_set(text)[1]
