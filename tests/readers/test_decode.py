"""Files that are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.readers import decode as module
from deckmaker.readers.decode import decode, has_controls


@pytest.mark.parametrize("data", [b"PK\x03\x04 and so on", b"%PDF-1.7 \xe2\xe3", bytes(range(256)) * 9, b"\x00" * 50])
def test_a_file_that_is_no_text_is_told_as_that_and_not_guessed_at(data):
    file, (problem,) = decode("set.yaml", data)
    assert file is None
    assert (problem.code.id, problem.message) == ("Y003", "this is not a text file")


@pytest.mark.parametrize("data", [b"", b"a", "title: \u00e9".encode()])
def test_a_short_text_is_text(data):
    file, problems = decode("set.yaml", data)
    assert file is not None
    assert problems == []


@given(st.text() | st.text("a\t\n\r\x7f\x0b\x0c\x00\x1f\x80\x9f\ufffd\ufffe\uffff\U0001fffe\ufeff", max_size=4))
def test_control_characters_are_seen_in_bytes(text):
    data = text.encode()
    assert has_controls(text, data) == bool(module._CONTROL.search(text))
