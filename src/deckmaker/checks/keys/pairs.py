"""Statements matched with those who make them, or with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckmaker.checks.keys.answers import Answers
from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.faults import also_right, contradicted
from deckmaker.checks.keys.judging import expected
from deckmaker.checks.keys.names import NOTHING
from deckmaker.checks.keys.verdict import Verdict
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.claims import ARTICLE
from deckmaker.model.questions import Matching
from deckmaker.model.text import Text


def pairs(asked: Asked) -> Iterator[Diagnostic]:
    """A pair that the register contradicts, and a response that would go with a second statement."""
    body = asked.question.body
    if not isinstance(body, Matching) or asked.negative or asked.axis not in ("speaker", "basis", ""):
        return
    rights = [*(right for _, right in body.pairs), *body.extra]
    for row, (left, right) in enumerate(_by_claim(asked, body)):
        claim = asked.names.claim(left)
        verdict = _verdict(asked, claim, right) if claim else None
        if verdict and verdict.wrong:
            yield contradicted(asked, right, verdict, asked.place(right, "pairs"))
        elif verdict and verdict.right:
            yield from _second(asked, claim, row, rights)


def _by_claim(asked: Asked, body: Matching) -> tuple[tuple[Text, Text], ...]:
    """The pairs with the claims on the left, whichever side the author put them on."""
    if any(asked.names.claim(left) for left, _ in body.pairs):
        return body.pairs
    return tuple((right, left) for left, right in body.pairs) if not body.extra else ()


def _second(asked: Asked, claim: str, row: int, rights: list[Text]) -> Iterator[Diagnostic]:
    """Other responses that are right of this statement; one that stands twice is the same response."""
    own = asked.names.reading(rights[row])
    for place, other in enumerate(rights):
        verdict = _verdict(asked, claim, other) if place != row and asked.names.reading(other) != own else None
        if verdict and verdict.right:
            yield also_right(asked, other, verdict, asked.place(other, "extra", "pairs"))


def _verdict(asked: Asked, claim: str, words: Text) -> Verdict | None:
    reading = asked.names.reading(words)
    if reading == NOTHING:
        return None
    known = _answers(asked)
    axes = (asked.axis,) if asked.axis else tuple(known)
    exact = bool(asked.axis)
    right = [axis for axis in axes if known[axis][claim].fit(reading, exact=exact)]
    wrong = all(known[axis][claim].fail(reading, exact=exact and axis == "speaker") for axis in axes)
    one = asked.truth.set.claims[claim]
    axis = right[0] if right else axes[0]
    why = known[axis][claim].right.get(min(reading), "") if right else ""
    paper = one.speaker == ARTICLE and any(asked.truth.is_paper(id) for id in reading)
    verdict = Verdict(len(right) == len(axes), wrong, why or expected(asked, one, axis), claim, axis)
    return replace(verdict, paper=paper and wrong)


def _answers(asked: Asked) -> dict[str, Mapping[str, Answers]]:
    return {"speaker": asked.truth.speaker, "basis": asked.truth.basis}
