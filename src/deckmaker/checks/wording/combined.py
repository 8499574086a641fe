"""Rules about options that speak of other options: all of them, none of them, A and B."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.reading import CHOICES, in_options, tokens
from deckmaker.checks.wording.references import (
    POINTS_AT_OPTIONS,
    SAYING_ALL,
    SAYING_NONE,
    combines,
    is_free_of_labels,
    is_quantity,
    names_options,
    own_texts,
    says_all,
    says_none,
)
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Choice, Option

_PLACED = regex(r"\b(?:above|below|preceding|previous|foregoing|following|earlier)\b", re.I)


_ALL_OF_SOME = regex(r" are all \w+\.?$", re.IGNORECASE)
"""Options named one by one that are all of them, which is W206's."""
_HOW_MUCH = regex(r"\bhow (?:many|much)\b|\b(?:share|proportion|fraction|percentage|number|part) of\b", re.I)
"""What all of them, or none, is an answer to."""
_NUMBERED = regex(
    r"(?:^|[\s(:;,.?])(?:\(?(?:1|I|i|a|A)\)|(?:1|I|A)\.)\s*\S.*?(?:\(?(?:2|II|ii|b|B)\)|(?:2|II|B)\.)\s", re.S
)


@rule(*CHOICES, needs=SAYING_ALL)
def all_of_the_above(item: Item) -> Iterator[Diagnostic]:
    """W206, Q010. Haladyna et al. 2002, 27; Tarrant et al. 2006: two right options known give it away."""
    for option, words in _saying(item, says_all):
        if not says_none(words):
            yield diagnose(
                "W206",
                in_options(item, words),
                f'"{words}" is right as soon as two others are',
                hint="use multiple_answer, or another distractor",
            )
            yield from _not_pinned(item, option, words)


@rule(*CHOICES, needs=SAYING_NONE)
def none_of_the_above(item: Item) -> Iterator[Diagnostic]:
    """W207, Q010. Haladyna et al. 2002, 25: use with care; whoever is right by it may know nothing."""
    for option, words in _saying(item, says_none):
        if item.question.claims and len(tokens(words)) == 1:  # that an article names nobody is a fact about it
            continue
        yield diagnose(
            "W207",
            in_options(item, words),
            f'"{words}" tells only what the answer is not',
            hint="name another plausible answer",
        )
        yield from _not_pinned(item, option, words)


def _saying(item: Item, says: Callable[[str], bool]) -> list[tuple[Option, str]]:
    if not item.is_english or not is_free_of_labels(item):
        return []
    assert isinstance(item.question.body, Choice)
    others = len(item.options) > 2
    if not others:
        return []
    how_much = bool(_HOW_MUCH.search(item.stem))
    return [
        (option, words)
        for option, words in zip(item.question.body.options, item.options, strict=True)
        if says(words) and not (how_much and is_quantity(words))
    ]


def _not_pinned(item: Item, option: Option, words: str) -> Iterator[Diagnostic]:
    if item.question.shuffle and not option.pin and _PLACED.search(words):
        message = f'"{words}" may come to stand first: options are shuffled'
        yield diagnose("Q010", in_options(item, words), message, hint=f"pin it\n{{text: {words}, pin: true}}")


@rule(*CHOICES)
def combination_options(item: Item) -> Iterator[Diagnostic]:
    """W208, Q009. Haladyna et al. 2002, 9 (type K): it tests the combining, and cues more than it asks."""
    if not item.is_english or not is_free_of_labels(item):
        return
    if len(own_texts(item)) == len(item.options):
        return
    named = [option for option in item.options if names_options(option) and not _ALL_OF_SOME.search(option)]
    in_stem_numbered = bool(named and _NUMBERED.search(item.stem))
    if named and (
        in_stem_numbered
        or len(named) < len(item.options) - 1
        or any(POINTS_AT_OPTIONS.search(option) for option in named)
    ):
        yield _combined(item, named[0])
        if not in_stem_numbered and _moves(item):
            message = f'"{named[0]}" names options by their places, and options are shuffled'
            yield diagnose(
                "Q009", in_options(item, named[0]), message, hint="say what they say, or write\nshuffle: false"
            )
        return
    both = next((option for option in item.options if combines(option, item.options)), "")
    if both:
        yield _combined(item, both)


def _combined(item: Item, option: str) -> Diagnostic:
    return diagnose(
        "W208",
        in_options(item, option),
        f'"{option}" combines other options',
        hint="use multiple_answer, or ask for one of them",
    )


def _moves(item: Item) -> bool:
    assert isinstance(item.question.body, Choice)
    return item.question.shuffle and not all(option.pin for option in item.question.body.options)
