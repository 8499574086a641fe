"""The rule about words that leave no exception, in options and in statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.option_words import ABSOLUTE, WEAK_ABSOLUTE
from deckmaker.checks.wording.reading import CHOICES, in_options, in_stem, tokens, unquoted
from deckmaker.checks.wording.references import (
    is_free_of_labels,
    is_quantity,
    is_title,
    names_options,
    says_all,
    says_none,
)
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import FINITE, RULE_WORDS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.numbers import NUMBER_WORDS
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import word_set
from deckmaker.model.questions import Kind, TrueFalse

_PERIODS = word_set(
    """
    day days week month year night morning hour minute second time other two three four five six seven eight
    nine ten
    """
)
_NO_GENERAL = regex(
    r"^no (?!entry|change|effect|influence|difference|one in|longer|more than|answer|limit|charge|force|current"
    r"|reaction|response|name|source|vote|signal)\w+",
    re.I,
)
_DEFINES = regex(
    r"\b(?:triangles?|squares?|circles?|angles?|numbers?|product|sum|odd|even|prime|integers?|rectangles?|by "
    r"definition|parallel|equal to|polygons?)\b",
    re.I,
)


_NO_EXCEPTION = regex(
    r"\b(?:(complete|total|absolute|utter) (?:\w+ )?(?:loss|lack|absence|end|stop|ban|freedom|control|safety|protection"
    r"|security|destruction|collapse|failure|disappearance|recovery|cure|certainty|equality|elimination|removal|abolition)"
    r"|(?:not|\w+n't)\b.*\b(at all)|(100 ?%|(?:a |one )?hundred per ?cent) (?:of|sure|safe|certain)"
    r"|(under (?:any|no) circumstances|in (?:any|no|all) cases?|without (?:any )?exceptions?|on no account|no matter)"
    r")(?!\w)",
    re.IGNORECASE,
    needs="complete total absolute utter all 100 hundred circumstances case cases exception exceptions account matter",
)
"""Turns of several words that leave no exception."""
_ANY = regex(
    r"^(?!.*\b(?:not|no|without|if|than|whether|hardly|before|never|n't)\b)(?:\w+ ){1,6}?(any) \w+", re.I, needs="any"
)


_SIGNS = (
    (ABSOLUTE - {"without-exception", "no-one"})
    | WEAK_ABSOLUTE
    | word_set(
        "without no t complete total absolute utter 100 hundred circumstances case cases exception exceptions account"
    )
    | word_set("matter")
)
"""One of these pieces stands where an exception is ruled out."""


@rule(*CHOICES, Kind.TRUE_FALSE, needs=_SIGNS)
def absolute_term(item: Item) -> Iterator[Diagnostic]:
    """W204. Haladyna et al. 2002, 28a (specific determiners); Case & Swanson: the test-wise take it for false."""
    if not item.is_english or _SIGNS.isdisjoint(item.pieces):
        return
    found = _absolute_option(item) if is_free_of_labels(item) else ("", "")
    if item.kind is Kind.TRUE_FALSE and not item.question.family:
        found = (_absolute_statement(item), "")
    if found[0]:
        place = in_options(item, found[1]) if found[1] else in_stem(item, found[0])
        message = f'"{found[0]}" is taken as a sign of a false statement'
        yield diagnose("W204", place, message, hint="say it without the absolute word, or where it holds")


def _absolute_option(item: Item) -> tuple[str, str]:
    asked = frozenset(tokens(item.stem))
    kept = [
        option
        for option in item.options
        if not (says_all(option) or says_none(option) or names_options(option) or is_title(option))
        and not is_quantity(option)
    ]
    strong = [
        (word, option)
        for option in kept
        for word in tokens(unquoted(option))
        if word in ABSOLUTE and word not in asked and (option in item.distractors or word in ("always", "never"))
    ]
    if strong and len({option for _, option in strong}) < len(item.options) and len(kept) > 1:
        return strong[0]
    keyed = frozenset(word for key in item.keys for word in tokens(key))
    wrong = [option for option in item.distractors if option in kept]
    weak = [(word, option) for option in wrong for word in _weak(option) if word not in asked and word not in keyed]
    if RULE_WORDS & asked:
        weak = [pair for pair in weak if pair[0] not in ("must", "cannot", "any")]
    if {"may", "can"} & asked:
        weak = [pair for pair in weak if pair[0] != "any"]
    every = all(any(word in WEAK_ABSOLUTE | ABSOLUTE for word in tokens(option)) for option in kept)
    return weak[0] if weak and not every else ("", "")


def _weak(option: str) -> Iterator[str]:
    found = tokens(unquoted(option))
    for index, word in enumerate(found):
        following = found[index + 1 : index + 2]
        if word == "all" and (
            found[index - 1 : index] in (("at",), ("above",), ("of",), ("for",))
            or (following and following[0] in NUMBER_WORDS)
        ):
            continue
        if (
            word in ("every", "each", "any", "all")
            and following
            and (following[0] in _PERIODS or following[0].isdigit())
        ):
            continue
        if word in ("each", "any") or (word == "all" and len(found) < 3):
            continue
        if word in WEAK_ABSOLUTE and len(found) > 1:
            yield word
    turn = _NO_EXCEPTION.search(unquoted(option))
    if turn and len(found) > 3:
        yield next(said for said in turn.groups() if said).casefold()
    if _ANY.match(unquoted(option)) and not {"may", "can"} & {*found}:
        yield "any"
    if len(found) > 3 and any(word in FINITE for word in found[2:]) and _NO_GENERAL.search(option):
        yield "no"


def _absolute_statement(item: Item) -> str:
    assert isinstance(item.question.body, TrueFalse)
    found = tokens(unquoted(item.stem))
    if "should" in found:
        return ""
    strong = next((word for word in found if word in ABSOLUTE - {"anyone", "anything", "anywhere"}), "")
    if strong and not (item.question.body.answer and _DEFINES.search(item.stem)):
        return strong
    if item.question.body.answer:
        return ""
    for index, word in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else ""
        before = found[index - 1] if index else ""
        if (
            word in ("all", "every", "none")
            and before not in ("at", "above", "after", "first", "for")
            and following not in _PERIODS
            and following not in NUMBER_WORDS
            and not following.isdigit()
        ):
            return word
        if (
            word == "only"
            and before not in ("the", "not", "an", "its", "his", "her", "their", "if")
            and following not in ("child", "if", "one", "a", "after")
            and not following.isdigit()
        ):
            return word
        if word == "no" and index == 0 and following not in ("one",):
            return word
        if (
            word in ("must", "cannot", "can't")
            and any(other in ("any", "be", "ever", "under") for other in found[index + 1 : index + 3])
            and not RULE_WORDS & {*found}
        ):
            return word
    return ""
