"""Files that are no text."""

from __future__ import annotations

import pytest

from deckmaker.readers.decode import decode


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
