"""Where a rule looks only at questions that have one of some words, it finds nothing in others.

Texts that each pattern matches are made from the pattern itself: every one must have one of the words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import chain
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import deckmaker.checks  # noqa: F401, loads every rule
from deckmaker.checks.wording import WORDING_RULES, wording  # noqa: F401
from deckmaker.model.pieces import pieces

WORDING = "deckmaker.checks.wording"
PATTERNS_OF: dict[str, tuple[str, ...]] = {
    "negatives._TURNING": ("negatives._FALSE", "negatives._LEAST", "negatives._NO", "negatives._ORDERED"),
    "opinions._JUDGES": (
        *("opinions._OWN_VIEW", "opinions._DUTY", "opinions._VERDICT", "opinions._PRAISE", "opinions._BEST_OF"),
        *("opinions._IS_BEST", "opinions._BETTER", "opinions._JUDGED"),
    ),
    "opinions._SUPERLATIVES": ("opinions._BEST_OF", "opinions._IS_BEST"),
    "stems._DATED_WORDS": ("stems._DATED",),
    "absolutes._SIGNS": ("absolutes._NO_EXCEPTION", "absolutes._ANY", "absolutes._NO_GENERAL"),
    "options._SIGNS": ("options._INTENSIFIED", "options._MAY"),
    "references.SAYING_ALL": ("references._ALL",),
    "references.SAYING_NONE": ("references._NONE",),
    "references._NAMING": ("references._LETTERS", "references.POINTS_AT_OPTIONS"),
    "context._POINTING": ("context._FOLLOWING", "context._POINTS_BACK", "context._THIS_NOUN", "context._THE_THING",
                          "context._SHOWS", "context._AUTHOR"),
    "giveaway._TELLING": ("giveaway._TOLD_LETTERS",),
    "openness._OPENINGS": ("openness._ONE_OF_MANY",),
    "openness._ASKS_WHAT": ("openness._VAGUE", "openness._WHAT_IS_A"),
    "tasks._JOINS": ("tasks._WH_AND_WH", "tasks._TWO_QUESTIONS", "tasks._TWO_ORDERS", "tasks._TWO_THINGS"),
    "joined._JOINING": ("joined._BECAUSE", "joined._BUT", "joined._LINK"),
    "jokes._MOOD_WORDS": ("jokes._MOODS",),
    "kinds._ASKING_WHAT": ("kinds._WHAT_IS",),
    "kinds._OPENS": ("kinds._WHY", "kinds._WHEN"),
    "clutter._QUESTION_WORDS": ("clutter._LATER", "clutter._ASKS"),
    "forms._IN_SENTENCES": ("forms._THE_VERB",),
}  # fmt: skip
"""Words by which a rule, or a part of one, is passed over, and the patterns that it then does not search with."""


def _module(name: str) -> ModuleType:
    return sys.modules[f"{WORDING}.{name}"]


def _named(name: str) -> object:
    module, _, attribute = name.partition(".")
    return getattr(_module(module), attribute)


def _needy() -> Iterator[tuple[str, object]]:
    """Every pattern with words of its own, by module and name; those in tables with their number."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith("deckmaker.checks"):
            for attribute, value in vars(module).items():
                found = value if isinstance(value, tuple) else (value,)
                yield from (
                    (f"{name}.{attribute}[{at}]", one)
                    for at, one in enumerate(found)
                    if hasattr(type(one), "search") and "needs" in getattr(one, "__dict__", {})
                )


NEEDY = dict(_needy())
CASES = [
    *((f"{needs} {name}", _named(needs), _named(name)) for needs, names in PATTERNS_OF.items() for name in names),
    *((name, pattern.needs, pattern) for name, pattern in NEEDY.items()),  # type: ignore[attr-defined]
]


def test_many_patterns_need_words() -> None:
    assert len(NEEDY) > 40


@pytest.mark.parametrize(("needs", "pattern"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_pattern_matches_has_one_of_the_words_that_it_needs(needs: frozenset[str], pattern: object) -> None:
    source, flags = pattern.pattern, pattern.flags if hasattr(pattern, "flags") else pattern._lazy.flags  # type: ignore[attr-defined]
    compiled = re.compile(source, flags)

    @settings(max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(compiled))
    def has_one(text: str) -> None:
        found = compiled.search(text)
        said = found[0] if found else ""
        for each in (text, said, f"x{said}", f"{said}x", f"{said} x") if found else ():  # words glued to others too
            if compiled.search(each):
                assert not needs.isdisjoint(pieces(each)), each
                assert pattern.search(each), each  # type: ignore[attr-defined]

    has_one()


@pytest.mark.parametrize("text", ["İN your opinion", "ın your opinion", "ſome", "Kelvin", "don’t", "İyou know"])
def test_a_piece_is_found_wherever_a_pattern_that_ignores_case_finds_the_word(text: str) -> None:
    for word in ("in", "your", "some", "kelvin", "t", "you"):
        if re.search(rf"\b{word}\b", text, re.I) or re.search(rf"\b{word}\b", text.casefold(), re.I):
            assert word in pieces(text)


def test_every_rule_that_needs_words_says_them_in_small_letters() -> None:
    words = set(chain.from_iterable(rule.needs for rule in WORDING_RULES))
    assert words
    assert all(pieces(word) == {word} for word in words)
