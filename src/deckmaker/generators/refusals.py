"""Rules of refusal that several families share. Each gives the reason, in the user's words, or None."""

from __future__ import annotations

from deckmaker.generators.family import Reason, Request
from deckmaker.generators.wording import wording_of
from deckmaker.model.claims import Quiz

BY_HAND = "write a question by hand that leaves one answer"
"""What remains where the register itself says that there are two answers."""


def no_wording(request: Request) -> Reason | None:
    """The tool cannot speak the set's language yet."""
    language = request.register.set.language
    if wording_of(language):
        return None
    cause = f'there are no sentences in "{language}" for generated questions yet'
    return Reason(cause, "write the questions of this set by hand")


def not_to_be_asked(request: Request) -> Reason | None:
    """The author wants no generated question about the claim."""
    claim = request.claim
    if claim.quiz is Quiz.ASK:
        return None
    cause = f'the claim is marked "{claim.quiz}"' + (f": {claim.note.rstrip('.')}" if claim.note else "")
    return Reason(cause, f"write a question by hand, or take `quiz: {claim.quiz}` out if that no longer holds")


def said_by_another(request: Request) -> Reason | None:
    """The same is said in the same article by somebody else, who would be as right an answer."""
    claim, register = request.claim, request.register
    for id in sorted(register.same[claim.id]):
        other = register.set.claims[id]
        if other.speaker != claim.speaker and other.article == claim.article:
            cause = f'claim "{id}" says the same, and its speaker is "{register.label(other.speaker)}"'
            return Reason(cause, "word the two claims apart and take `same_as` out, if they do differ")
    return None


def contested_speaker(request: Request) -> Reason | None:
    """Somebody could be called the speaker as well who is not merely kin of the one given."""
    register, claim = request.register, request.claim
    others = [id for id in claim.also_speaker if id not in register.kin_of([claim.speaker])]
    if not others:
        return None
    return Reason(f'"{register.label(others[0])}" could be called its speaker as well (also_ok)', BY_HAND)


def speaker_in_claim(request: Request) -> Reason | None:
    """The claim names its speaker, so the stem would give the answer."""
    claim, register = request.claim, request.register
    if claim.speaker not in register.naming[claim.id]:
        return None
    return Reason(f'the claim names its speaker, "{register.label(claim.speaker)}"', "reword it without the name")


EVERY_FAMILY = (no_wording, not_to_be_asked)
"""What no family asks."""
