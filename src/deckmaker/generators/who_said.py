"""who-said: whom does the article present as saying it?

Key: the claim's speaker. Distractors: other speakers of the register, of the same kind where there are enough.
"""

from __future__ import annotations

from deckmaker.generators import phrasing, speakers
from deckmaker.generators.distractors import Candidate, choice, pick, too_few
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import contested_speaker, said_by_another, speaker_in_claim
from deckmaker.model.questions import PLACES, Kind
from deckmaker.model.text import text_of

REFUSALS = (said_by_another, contested_speaker, speaker_in_claim)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    register, speaker = request.register, request.claim.speaker
    others = [id for id in register.speakers if id != speaker]
    out = speakers.kept_out(request, others)
    key = Candidate(speaker, text_of(register.label(speaker)))
    found = pick(request, key, [_candidate(request, id) for id in others if id not in out])
    if len(found) < request.distractors:
        return too_few(request, len(found), out, {id: register.label(id) for id in out})
    words = phrasing.wording(request)
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=choice(request, key, found),
        stem=phrasing.stem(request, words.who_said),
        answer=speaker,
        label=register.label(speaker),
        chosen=tuple(candidate.id for candidate in found),
        feedback=phrasing.feedback(request, words.own_voice if request.own_voice else words.credited),
    )


def _candidate(request: Request, id: str) -> Candidate:
    register = request.register
    near = speakers.distance(request, request.claim.speaker, id)
    return Candidate(id, text_of(register.label(id)), (near,), apart=register.kin_of([id]))


FAMILY = Family(
    name="who-said",
    draft=draft,
    axis="speaker",
    where=PLACES,
    asks="In the article, who is reported as saying that …?",
    distractors="speakers of other claims, of the same kind first; the article itself is near to every kind",
    refuses=(
        "a claim that says the same has another speaker; somebody who is not kin could be called the speaker; "
        "the claim names its speaker; too few clean distractors; balance"
    ),
)
