"""Letters written by code made for each class are those of the loop over its fields."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deckmaker.lock.letters import Letters
from deckmaker.model.article import Article
from deckmaker.model.claims import Claim, Source
from deckmaker.model.questions import Body, Option, Question
from deckmaker.model.text import (
    Break,
    Code,
    Emph,
    Gap,
    Image,
    Inline,
    Link,
    Listing,
    Math,
    Paragraph,
    Sound,
    Str,
    Strong,
)
from deckmaker.source import NOWHERE, Span
from tests.support.samples import sample

words = some.text(max_size=3)
letters = some.text(min_size=1, max_size=3)  # as of every Str
leaf = some.one_of(
    letters.map(Str), words.map(Code), some.builds(Image, words, words), some.builds(Sound, words, words),
    some.builds(Math, words, some.booleans()), some.just(Break()),
)  # fmt: skip
inline = some.recursive(
    leaf,
    lambda below: some.tuples(
        some.sampled_from([Emph, Strong, lambda of: Link("", of), lambda of: Link("a", of), lambda of: Gap(0, of, "")]),
        some.lists(below, max_size=2),
    ).map(lambda made: made[0](tuple(made[1]))),
    max_leaves=4,
)
paragraph = some.one_of(letters.map(Str).map(lambda only: (only,)), some.lists(inline).map(tuple)).map(Paragraph)

some.register_type_strategy(Span, some.just(NOWHERE))
some.register_type_strategy(Paragraph, paragraph)
some.register_type_strategy(
    Listing,
    some.builds(Listing, some.lists(some.lists(paragraph, max_size=2).map(tuple), max_size=2).map(tuple)),
)

CLASSES = (Question, Option, Claim, Source, Article, Paragraph, Listing, *get_args(Body), *get_args(Inline))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_both_ways_write_the_same(kind):
    @given(some.from_type(kind))
    @sample(20)
    def test(value: Any) -> None:
        loop, straight = (Letters(lambda path: f"<{path}>", straight=way).of(value) for way in (False, True))
        assert straight == loop

    test()
