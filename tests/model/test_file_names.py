"""Which names files can have on every system."""

from __future__ import annotations

import pytest

from deckmaker.model import file_names
from deckmaker.model.file_names import MOST_BYTES_OF_A_NAME, fits_everywhere, is_name, is_reserved

FIT = ["tides", "Tides 2", "tides.2", "auxiliary", "console", "a-b_c", "歴史", "é", "x" * MOST_BYTES_OF_A_NAME]
UNFIT = [
    "aux", "NUL", "con.draft", "Lpt1", "aux .x", "tides.", "tides ", " tides", "a?b", "a:b", "a/b", "a\\b", "a*b", 'a"b', "a<b", "a|b",
    "a\nb", "a\x1b[31mb", "a\x7fb", "a\u202eb", "a\u2066b", "a\udcffb", "x" * (MOST_BYTES_OF_A_NAME + 1), "é" * 101,
    "", ".", "..", "...", ". .",
]  # fmt: skip


@pytest.mark.parametrize("name", FIT)
def test_names_that_every_system_takes(name):
    assert fits_everywhere(name)


@pytest.mark.parametrize("name", UNFIT)
def test_names_that_some_system_does_not_take(name):
    assert not fits_everywhere(name)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("..", False), (".", False), ("", False), ("..a", True), ("aux", True), ("a\nb", False), ("a\u202eb", False)],
)
def test_what_leads_to_another_folder_or_reads_otherwise_than_it_is_is_no_name(name, is_one):
    assert is_name(name) is is_one


def test_names_that_windows_keeps_are_kept_with_any_ending():
    assert [name for name in ("aux", "AUX.txt", "com0", "nul.a.b", "auxx", "a.aux") if is_reserved(name)] == [
        "aux",
        "AUX.txt",
        "com0",
        "nul.a.b",
    ]


def test_signs_that_make_a_name_read_otherwise_are_none_that_can_be_printed():
    assert not [code for code in range(0x110000) if chr(code).isprintable() and file_names._MISREAD.search(chr(code))]
