"""How a claim is worded: it is read after "that", in the middle of a sentence. English; other sets are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.document import QuestionSet
from deckmaker.model.patterns import regex
from deckmaker.readers.merge import Merged
from deckmaker.readers.traps.quotes import quoted

_THAT = regex(r"that\s+", re.I)
_CAPITAL = regex(
    r"(?:(?:The|His|Her|Our|All|No)(?=\s+[^A-Z])|An?|This|These|Those|It|Its|He|She|They|Their|We|There|Some|Many|Most)"
    r"(?=\s)"
)
"""Words that have a capital only where a sentence begins; "The Hague" and "All Saints" keep their own."""
_MARK = regex(r"\s*[.?!]+$")
_SHORTENED = regex(r"(?:\b\w|\.\w|\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|St|No|al|vs))\.$")
"""A full stop that belongs to its word: "the U.S.", "Harbour Works Inc."."""


def reads_on(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """C003, once a claim, with the claim put right."""
    if made.language.lower().split("-")[0] != "en":
        return
    for item in merged.items("claims"):
        wrong, better = _put_right(item.shape.claim)
        if wrong and better:
            span = item.at("claim")
            line = quoted(better) if span.text[:1] in "\"'" or ": " in better or " #" in better else better
            message = f'the claim {wrong}, and is read after "that" within a sentence'
            yield diagnose("C003", span, message, hint=f"write\nclaim: {line}")


def _put_right(claim: str) -> tuple[str, str]:
    """What is wrong with the words first, "" where nothing is; and the words put right."""
    better, wrong = claim.strip(), list[str]()
    if match := _THAT.match(better):
        better = better[match.end() :]
        wrong.append('starts with "that"')
    if match := _CAPITAL.match(better):
        better = better[0].lower() + better[1:]
        wrong.append(f'starts with a capital, "{match[0]}"')
    if (match := _MARK.search(better)) and "…" not in match[0] and not _SHORTENED.search(better):
        better = better[: match.start()]
        wrong.append(f'ends with "{match[0].strip()}"')
    return wrong[0] if wrong else "", better
