"""no-source: which of these does the article assert without naming any source?

Key: a claim in the article's own voice with no basis given. Distractors: claims of speakers with a name. That the
attribution of the sentence before could run on is for the author to see: such a claim is marked `quiz: careful`.
"""

from __future__ import annotations

from deckmaker.generators import phrasing
from deckmaker.generators.distractors import Candidate, choice, pick, stretched, too_few
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import BY_HAND, contested_speaker, said_by_another
from deckmaker.generators.register import Register
from deckmaker.generators.wording import sentence
from deckmaker.model.claims import ARTICLE, BASES, Claim, Quiz, SourceKind
from deckmaker.model.questions import PLACES, Kind, Option

NONE_GIVEN = BASES[-1]


UNCLEAR = "has no clear speaker, or something near to it is said by the article itself"
"""Why a claim may not stand beside the key."""


def _has_speaker(request: Request) -> Reason | None:
    if request.own_voice:
        return None
    label = request.register.label(request.claim.speaker)
    return Reason(f'the article presents "{label}" as saying it', 'ask it by "who-said"')


def _has_basis(request: Request) -> Reason | None:
    claim, register = request.claim, request.register
    if claim.basis == NONE_GIVEN:
        return None
    return Reason(f'the article points to "{register.label(claim.basis)}" for it', 'ask it by "basis"')


def _contested_basis(request: Request) -> Reason | None:
    also = request.claim.also_basis
    return Reason(f'"{request.register.label(also[0])}" could be called its basis (also_ok)', BY_HAND) if also else None


REFUSALS = (_has_speaker, _has_basis, said_by_another, contested_speaker, _contested_basis)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    claim, register = request.claim, request.register
    legal = [_candidate(register, other, claim) for other in register.set.claims.values() if _clean(request, other)]
    found = pick(request, _candidate(register, claim, claim), legal, lambda *two: _side_by_side(register, *two))
    if reason := too_few(request, found, {}):
        cause = f"{reason.cause} (claims of speakers with a name that resemble nothing the article says itself)"
        return Reason(cause, reason.remedy)
    words = phrasing.wording(request)
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=choice(request, claim.id, found, lambda id: _option(request, register.set.claims[id])),
        stem=phrasing.stem(request, words.no_source),
        answer=claim.id,
        label=register.words[claim.id],
        feedback=phrasing.feedback(request, words.unsourced),
        chosen=found,
        used=found,
        out=dict.fromkeys(register.set.claims.keys() - {one.id for one in legal}, UNCLEAR),
    )


def _clean(request: Request, other: Claim) -> bool:
    """Whether that claim is clearly somebody's, and nothing like it is said by the article itself."""
    register, key = request.register, request.claim
    source = register.set.sources.get(other.speaker)
    credited = source is not None and other.speaker != ARTICLE and source.kind is not SourceKind.UNNAMED
    contested = ARTICLE in other.also_speaker or NONE_GIVEN in (other.basis, *other.also_basis)
    return (
        credited
        and not contested
        and other.quiz is Quiz.ASK
        and other.article == key.article
        and not any(register.set.claims[id].speaker == ARTICLE for id in register.near[other.id])
    )


def _candidate(register: Register, claim: Claim, key: Claim) -> Candidate:
    words, in_common = register.words[claim.id], len({*claim.tags} & {*key.tags})
    return Candidate(
        claim.id, words, (stretched(words, register.words[key.id]), -in_common, int(claim.kind != key.kind))
    )


def _side_by_side(register: Register, one: str, other: str) -> bool:
    """Whether two distractors are of one speaker or near to each other, which makes both look alike."""
    claims = register.set.claims
    return claims[one].speaker == claims[other].speaker or other in register.near[one]


def _option(request: Request, claim: Claim) -> Option:
    words = phrasing.wording(request)
    text = sentence(words.that_hedged if claim.hedge else words.that, claim=claim.text)
    if claim is request.claim:
        return Option(text, correct=True)
    return Option(text, correct=False, feedback=phrasing.feedback(request, words.credited, claim))


FAMILY = Family(
    name="no-source",
    draft=draft,
    axis="basis",
    level="discriminate",
    where=PLACES,
    asks="Which of these does the article assert without naming any source?",
    distractors="claims of speakers with a name, those with the most tags in common first, then those of the same kind",
    refuses=(
        "the article presents somebody as saying it, or points to something for it",
        "a claim that says the same has a speaker",
        "a speaker or a basis could be found for it",
        "too few clean distractors",
    ),
)
