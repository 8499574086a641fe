"""who-said: whom does the article present as saying it?

Key: the claim's speaker. Distractors: other speakers of the register, of the same kind where there are enough.
"""

from __future__ import annotations

from deckmaker.generators import phrasing
from deckmaker.generators.distractors import Candidate, choice, pick, stretched, too_few
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.kinds import distance
from deckmaker.generators.refusals import contested_speaker, said_by_another, speaker_in_claim
from deckmaker.generators.register import Register
from deckmaker.generators.speakers import kept_out, offered, speaker_rules
from deckmaker.model.claims import ARTICLE, SourceKind
from deckmaker.model.questions import PLACES, Kind, Option
from deckmaker.model.text import text_of

REFUSALS = (said_by_another, contested_speaker, speaker_in_claim)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    register, speaker = request.register, request.claim.speaker
    every = offered(request, register.speakers)
    out = kept_out(every, speaker_rules(request))
    key = _candidate(register, speaker, speaker)
    legal = [_candidate(register, id, speaker) for id in every if id not in out]
    found = pick(request, key, legal, apart=lambda one, other: one in register.kin_of([other]))
    if reason := too_few(request, found, {id: why for id, why in out.items() if id != speaker}):
        return reason
    words = phrasing.wording(request)
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=choice(request, speaker, found, lambda id: Option(text_of(register.label(id)), id == speaker)),
        stem=phrasing.stem(request, words.who_said_hedged if request.claim.hedge else words.who_said),
        answer=speaker,
        label=register.label(speaker),
        feedback=phrasing.feedback(request, words.own_voice if request.own_voice else words.credited),
        chosen=found,
        out=out,
    )


def _candidate(register: Register, id: str, key: str) -> Candidate:
    """The article's length plays no part, as its kind plays none."""
    label = register.label(id)
    stretch = 0 if ARTICLE in (id, key) else stretched(label, register.label(key))
    return Candidate(id, label, (stretch, distance(_kind(register, key), _kind(register, id))))


def _kind(register: Register, id: str) -> SourceKind | None:
    source = register.set.sources.get(id)
    return None if source is None or id == ARTICLE else source.kind


FAMILY = Family(
    name="who-said",
    draft=draft,
    axis="speaker",
    level="recall",
    where=PLACES,
    asks="In the article, who says that …?",
    distractors=(
        "speakers of other claims, of fitting length and of the same kind first; the article itself fits always"
    ),
    refuses=(
        "a claim that says the same has another speaker",
        "somebody who is not kin of the speaker could be called the speaker as well",
        "the claim names its speaker",
        "too few clean distractors",
    ),
)
