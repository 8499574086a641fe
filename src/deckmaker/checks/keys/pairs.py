"""Statements matched with those who make them, or with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from deckmaker.checks.keys.answers import Answers
from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.faults import also_right, contradicted
from deckmaker.checks.keys.judging import expected
from deckmaker.checks.keys.names import NOTHING
from deckmaker.checks.keys.verdict import Verdict
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.claims import ARTICLE
from deckmaker.model.questions import Matching
from deckmaker.model.text import EMPTY, Text


def pairs(asked: Asked) -> Iterator[Diagnostic]:
    """A pair that the register contradicts, and a response that would go with a second statement."""
    body = asked.question.body
    if not isinstance(body, Matching) or asked.negative or asked.axis not in ("speaker", "basis", ""):
        return
    lefts = [left for left, _ in body.pairs]
    rights = [*(right for _, right in body.pairs), *body.extra]
    said, sources = _claims(asked, lefts), rights
    if not any(said):  # the statements may stand on the other side
        said, sources = _claims(asked, rights), lefts
    for row, claim in enumerate(said):
        yield from _row(asked, claim, row, sources) if claim else ()


def _claims(asked: Asked, texts: list[Text]) -> list[str]:
    """The claim that each of them says; where one alone is put in other words, the claim that is left over."""
    found = [asked.names.claim(text) for text in texts]
    rest = [id for id in asked.known if id not in found]
    if found.count("") == 1 and len(rest) == 1 and len(found) > 1:
        found[found.index("")] = rest[0]
    return found


def _row(asked: Asked, claim: str, row: int, sources: list[Text]) -> Iterator[Diagnostic]:
    """One statement, beside its response where it has one, and beside all others."""
    own = sources[row] if row < len(sources) else EMPTY
    verdict = _verdict(asked, claim, own)
    if verdict and verdict.wrong:
        yield contradicted(asked, own, verdict, asked.place(own, "pairs"))
    elif verdict is None or verdict.right:
        yield from _others(asked, claim, own, sources)


def _others(asked: Asked, claim: str, own: Text, sources: list[Text]) -> Iterator[Diagnostic]:
    """Other responses that are right of this statement; one that stands twice is the same response."""
    for other in sources:
        is_same = other is own or asked.names.reading(other) == asked.names.reading(own)
        verdict = None if is_same else _verdict(asked, claim, other)
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
    role = next((known[axis][claim].right[id] for id in sorted(reading) if id in known[axis][claim].right), "")
    why = f"it is {role}" if right and role else ""
    paper = one.speaker == ARTICLE and any(asked.truth.is_paper(id) for id in reading)
    verdict = Verdict(len(right) == len(axes), wrong, why or expected(asked, one, axis), claim, axis)
    return replace(verdict, paper=paper and wrong)


def _answers(asked: Asked) -> dict[str, Mapping[str, Answers]]:
    return {"speaker": asked.truth.speaker, "basis": asked.truth.basis}
