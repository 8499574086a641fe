"""Why an answer is right: speaker, basis, place and fragment, and whether its words were found."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.claims import Claim, Verified
from deckmaker.model.document import Document
from deckmaker.model.labels import basis_label, place_label
from deckmaker.model.questions import Cloze, Essay, Flashcard, Question, ShortAnswer
from deckmaker.model.text import Text, text_of

_UNKNOWN = Verified("", "")
_WRITTEN = (ShortAnswer, Cloze, Flashcard, Essay)


def reason(document: Document, question: Question) -> Iterator[tuple[str, Text]]:
    """A labelled line for each claim that the question rests on; none where it rests on none."""
    claims = [document.set.claims[id] for id in question.claims if id in document.set.claims]
    for claim in claims:
        label = f"Reason ({claim.id})" if len(claims) > 1 else "Reason"
        yield label, text_of(" · ".join((*_credits(document, claim), _proof(document, claim))))


def _credits(document: Document, claim: Claim) -> Iterator[str]:
    sources = document.set.sources
    if len(document.set.articles) > 1:
        yield f"article: {document.set.articles[claim.article].short_title}"
    yield f"speaker: {basis_label(claim.speaker, sources)}"
    yield f"basis: {basis_label(claim.basis, sources)}"
    if claim.via and claim.via != (claim.basis,):
        yield f"going back to: {', then '.join(basis_label(id, sources) for id in claim.via)}"
    if claim.hedge:
        yield f"hedged: “{claim.hedge}”"


def _proof(document: Document, claim: Claim) -> str:
    place = place_label(claim.quote.place)
    found = document.evidence.get(claim.id, _UNKNOWN).by
    state = f"words found in {place}" if found else f"{place}, fragment not verified"
    return f"“{claim.quote.exact}” ({state})"


def accepted(document: Document, question: Question) -> list[str]:
    """Other answers that count, for questions where they are written and not chosen."""
    if not isinstance(question.body, _WRITTEN):
        return []
    others = list(question.body.accept) if isinstance(question.body, ShortAnswer) else []
    for id in question.claims:
        if claim := document.set.claims.get(id):
            also = {"speaker": claim.also_speaker, "basis": claim.also_basis}.get(question.axis, ())
            others += [basis_label(other, document.set.sources) for other in also]
    return list(dict.fromkeys(others))
