"""What people ask of a register: where a question comes from, and what was not asked. Plain lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.claims import Claim, Verified
from deckmaker.model.document import Document
from deckmaker.model.labels import basis_label, place_label
from deckmaker.model.questions import (
    Body,
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Matching,
    Numeric,
    Ordering,
    Question,
    Refusal,
    ShortAnswer,
    TrueFalse,
)
from deckmaker.model.text import Gap, leaves, plain, plain_inlines
from deckmaker.model.wording import is_known_hedge

SHA = 12
"""How many characters of a hash are enough to tell texts apart by eye."""


def trace(document: Document, question: str) -> list[str]:
    """A question's way back: its claims, and for each who says it, on what basis, through whom, where, in which words.

    For a question that was not asked the reason; nothing for an id that the document does not know.
    """
    for one in document.questions:
        if one.id == question:
            return list(_question(document, one))
    refused = [refusal for refusal in document.refusals if refusal.question == question]
    return [f"{one.question} is not asked: {one.reason} ({_at(one)})" for one in refused]


def refused(document: Document) -> list[str]:
    """What was not asked, a line for each claim and reason: the claim, the families, the reason. A count goes first."""
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for refusal in document.refusals:
        grouped.setdefault((refusal.claim, refusal.reason, refusal.remedy), []).append(refusal.family)
    made = sum(1 for question in document.questions if question.family)
    head = f"{document.set.name}: {made} generated, {len(document.refusals)} not asked"
    return [head, *(line for group, families in grouped.items() for line in _told(*group, families))]


def _told(claim: str, reason: str, remedy: str, families: list[str]) -> Iterator[str]:
    yield f"  {claim} [{', '.join(families)}]: {reason}"
    yield f"      to have it asked: {remedy}"


def _question(document: Document, question: Question) -> Iterator[str]:
    maker = f'made by the family "{question.family}"' if question.family else "written by hand"
    yield f"question {question.id} ({_at(question)})"
    yield from _rows(
        {
            "type": f"{question.kind}, {maker}",
            "asks": plain(question.stem) or (plain(question.body.text) if isinstance(question.body, Cloze) else ""),
            "answer": answer(question.body),
            "goes to": ", ".join(question.where),
        }
    )
    for id in question.claims:
        if claim := document.set.claims.get(id):
            yield f"claim {id} ({_at(claim)})"
            yield from _rows(_claim(document, claim))
    if not question.claims:
        yield "no claim: the question stands for itself"


def _hedge(claim: Claim) -> str:
    if not claim.hedge:
        return ""
    is_known = "certainty" in claim.spans or is_known_hedge(claim.hedge)
    return f"“{claim.hedge}”, {'so' if is_known else 'in no table, taken for'} {claim.certainty}"


def _claim(document: Document, claim: Claim) -> dict[str, str]:
    article = document.set.articles.get(claim.article)
    relays = (claim.speaker, *claim.via)
    return {
        "says": plain(claim.text),
        "speaker": _speaker(document, claim.speaker),
        "basis": basis_label(claim.basis, document.set.sources),
        "relays": " ← ".join(_name(document, id) for id in relays) if claim.via else "",
        "cue": f"“{claim.cue}”" if claim.cue else "",
        "hedge": _hedge(claim),
        "place": place_label(claim.quote.place) + (f" of “{article.title}”" if article else ""),
        "quote": f"“{claim.quote.exact}”",
        "verified": _verified(document.evidence.get(claim.id), claim),
    }


def _speaker(document: Document, id: str) -> str:
    source = document.set.sources.get(id)
    if source is None:
        return id
    bodies = [("speaks for", source.speaks_for), ("part of", source.part_of)]
    more = [source.role, *(f"{how} {_name(document, body)}" for how, body in bodies if body)]
    return ", ".join(part for part in (source.name, *more) if part)


def _name(document: Document, id: str) -> str:
    source = document.set.sources.get(id)
    return source.name if source else id


def _verified(found: Verified | None, claim: Claim) -> str:
    """How it is known that the words stand there; never that what they say is so."""
    if found is None or not found.by:
        return "no: the words were not looked up in the text"
    where = f"words found in {place_label(claim.quote.place)} of the text with SHA-256 {found.sha256[:SHA]}…"
    return f"{where}, {'just now' if found.by == 'text' else 'by an earlier build, says the lock'}"


def answer(body: Body) -> str:
    """What is right, in one line."""
    match body:
        case Choice():
            return "; ".join(plain(option.text) for option in body.options if option.correct)
        case TrueFalse():
            return "true" if body.answer else "false"
        case ShortAnswer() | Essay():
            return plain(body.answer)
        case Numeric():
            return f"{body.shown} {body.unit}".rstrip()
        case Cloze():
            gaps = (node for node in leaves(body.text) if isinstance(node, Gap))
            return "; ".join(plain_inlines(gap.children) for gap in gaps)
        case Matching():
            return "; ".join(f"{plain(left)} – {plain(right)}" for left, right in body.pairs)
        case Ordering():
            return " → ".join(plain(item) for item in body.items)
        case Flashcard():
            return plain(body.back)
        case ImageOcclusion():
            return "; ".join(region.label for region in body.regions)


def _rows(values: dict[str, str]) -> Iterator[str]:
    for name, value in values.items():
        if value:
            yield f"  {name:<10}{value}"


def _at(thing: Question | Claim | Refusal) -> str:
    line, _ = thing.span.file.position(thing.span.start)
    return f"{thing.span.file.name}:{line}"
