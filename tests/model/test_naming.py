"""Whether words name a source."""

from __future__ import annotations

import pytest

from deckmaker.model.claims import Source, SourceKind
from deckmaker.model.naming import named, names_of

COUNCIL = Source("council", "the Council", SourceKind.ORGANISATION, aliases=("C.P.A.", "Lund & Sons"))


@pytest.mark.parametrize(
    "words",
    ["the council voted", "Council's vote", "all councils? No: the council.", "C.P.A. says so", "by LUND & sons"],
)
def test_a_name_without_its_article_or_an_alias_as_whole_words_names_the_source(words):
    assert named(COUNCIL, words)


@pytest.mark.parametrize("words", ["the councillor voted", "CXPXA", "Lund and Sons", ""])
def test_a_part_of_a_word_or_another_spelling_names_nobody(words):
    assert not named(COUNCIL, words)


def test_names_are_those_given_without_the():
    assert names_of(COUNCIL) == ("Council", "C.P.A.", "Lund & Sons")


def test_an_empty_alias_names_nothing():
    assert not named(Source("x", "X", SourceKind.PERSON, aliases=("", "the ")), "y")
