"""Rules of refusal that several families share. Each gives the reason, in the user's words, or ""."""

from __future__ import annotations

from deckmaker.generators.family import Reason, Request
from deckmaker.generators.wording import wording_of
from deckmaker.model.claims import Quiz


def no_wording(request: Request) -> Reason:
    """The tool cannot speak the set's language yet."""
    language = request.register.set.language
    return "" if wording_of(language) else f'there are no sentences in "{language}" for generated questions yet'


def not_to_be_asked(request: Request) -> Reason:
    """The author wants no generated question about the claim."""
    claim = request.claim
    if claim.quiz is Quiz.ASK:
        return ""
    return f'the claim is marked "{claim.quiz}"' + (f": {claim.note.rstrip('.')}" if claim.note else "")


def said_by_another(request: Request) -> Reason:
    """The same is said in the same article by somebody else, who would be as right an answer."""
    claim, register = request.claim, request.register
    for id in sorted(register.same[claim.id]):
        other = register.set.claims[id]
        if other.speaker != claim.speaker and other.article == claim.article:
            return f'claim "{id}" says the same, and its speaker is "{register.label(other.speaker)}"'
    return ""


def contested_speaker(request: Request) -> Reason:
    """Somebody could be called the speaker as well who is not merely kin of the one given."""
    register, claim = request.register, request.claim
    others = [id for id in claim.also_speaker if id not in register.kin_of([claim.speaker])]
    return f'"{register.label(others[0])}" could be called its speaker as well' if others else ""


def speaker_in_claim(request: Request) -> Reason:
    """The claim names its speaker, so the stem would give the answer."""
    claim, register = request.claim, request.register
    if claim.speaker not in register.naming[claim.id]:
        return ""
    return f'the claim names its speaker, "{register.label(claim.speaker)}"'


EVERY_FAMILY = (no_wording, not_to_be_asked)
"""What no family asks."""
