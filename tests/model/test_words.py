"""How words are counted where scripts put no spaces between them."""

from __future__ import annotations

import pytest

from deckmaker.model import words


def test_no_letter_before_the_first_of_such_scripts_is_of_one():
    found = [code for code in range(0x110000) if words.UNSPACED.match(chr(code))]
    assert chr(found[0]) == words._FIRST_UNSPACED


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("", 0),
        ("one", 1),
        ("two words", 2),
        ("é ö", 2),
        ("歴史", 1),
        ("歴史の本", 2),
        ("a 歴史 b", 3),
        ("歴", 1),
        ("— 3", 1),
        ("aท", 1),
    ],
)
def test_two_characters_without_spaces_count_as_a_word(text, many):
    assert words.count(text) == many
