"""Absolute and vague turns that statements alone are judged by; words of options and statements stand in options.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.absolutes import absolute_term
from deckmaker.checks.wording.options import vague_term
from deckmaker.checks.wording.reading import in_stem, tokens, unquoted
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import RULE_WORDS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import word_set
from deckmaker.model.questions import Kind, TrueFalse

_SWEEPING = regex(
    r"^(any|each)\b(?! (?:other|two|three|of the two)\b)|\b(the only (?:way|reason|cause|method|means))\b"
    r"|\b((?:cannot|can't|not) ever)\b"
    r"|^\w+s (must|have to) (?!have\b)\w+",
    re.I,
)
"""What leaves no exception: "any headline …", "poems must rhyme"."""
_UNMEASURED = regex(
    r"\b(can) (?:\w+ly )?(?:cause|lead to|raise|lower|help|affect|improve|increase|reduce|result in|harm|damage"
    r"|be (?:very )?(?:cold|hot|long|high|"
    r"dangerous|harmful|useful|difficult))\b"
    r"|\b(an? (?:large|small|great|big|significant|considerable) (?:part|share|proportion|number|majority|minority"
    r"|amount))\b"
    r"|\b(?:is|are|was|were) (?:quite |very |fairly )?(rare|common|frequent|widespread|popular)(?: (?:in|among|at|on"
    r"|for)\b|\.?$)"
    r"|\b(?:gets?|has|have|had|shows?|sees?) (little|much|a lot of)\b(?! (?:more|less))",
    re.I,
)
"""How much or how often, which no reader can check: "smoking can cause …", "are rare in …"."""


@rule(Kind.TRUE_FALSE, needs=("any", "each", "only", "ever", "must", "have"))
def sweeping_statement(item: Item) -> Iterator[Diagnostic]:
    """W204. Teaching centres on true/false: a statement that admits no exception is taken for false, and mostly is."""
    body = item.question.body
    if not isinstance(body, TrueFalse) or body.answer or not item.is_english or item.question.family:
        return
    found = _first(_SWEEPING, unquoted(item.stem))
    is_rule = found.casefold() in ("must", "have to") and RULE_WORDS & {*tokens(item.stem)}
    if found and not is_rule and not any(absolute_term(item)):
        message = f'"{found}" is taken as a sign of a false statement'
        yield diagnose(
            "W204", in_stem(item, found), message, hint="say it without the absolute word, or where it holds"
        )


@rule(
    Kind.TRUE_FALSE,
    needs=word_set(
        """
        can part share proportion number majority minority amount rare common frequent widespread popular little much
        lot
        """
    ),
)
def unmeasured_statement(item: Item) -> Iterator[Diagnostic]:
    """W205. Teaching centres on true/false (indefinite degree): whether it holds depends on who reads it."""
    if not isinstance(item.question.body, TrueFalse) or not item.is_english or item.question.family:
        return
    found = _first(_UNMEASURED, unquoted(item.stem))
    if found and not any(vague_term(item)):
        hint = "give a number, or a comparison that can be checked"
        yield diagnose("W205", in_stem(item, found), f'how much is "{found}"', hint=hint)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return next((group for group in match.groups() if group), "") if match else ""
