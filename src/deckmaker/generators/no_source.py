"""no-source: which of these does the article assert without naming any source?

Key: a claim in the article's own voice with no basis given. Distractors: claims of somebody with a name.
"""

from __future__ import annotations

from deckmaker.generators import phrasing
from deckmaker.generators.distractors import Candidate, choice, pick, too_few
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import contested_speaker, said_by_another
from deckmaker.generators.wording import sentence
from deckmaker.model.claims import ARTICLE, Claim, Quiz, SourceKind
from deckmaker.model.questions import PLACES, Kind
from deckmaker.model.text import plain

NONE_GIVEN = "none_given"


def _has_speaker(request: Request) -> Reason:
    label = request.register.label(request.claim.speaker)
    return "" if request.own_voice else f'the article presents "{label}" as saying it'


def _has_basis(request: Request) -> Reason:
    claim, register = request.claim, request.register
    return "" if claim.basis == NONE_GIVEN else f'the article points to "{register.label(claim.basis)}" for it'


def _contested_basis(request: Request) -> Reason:
    also = request.claim.also_basis
    return f'"{request.register.label(also[0])}" could be called its basis' if also else ""


REFUSALS = (_has_speaker, _has_basis, said_by_another, contested_speaker, _contested_basis)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    claim, register = request.claim, request.register
    others = [other for other in register.set.claims.values() if _names_source(request, other)]
    out = {other.id: why for other in others if (why := _kept_out(request, other))}
    key = _candidate(request, claim)
    found = pick(request, key, [_candidate(request, other) for other in others if other.id not in out])
    if len(found) < request.distractors:
        return too_few(request, len(found), out, {id: id for id in out})
    words = phrasing.wording(request)
    chosen = tuple(candidate.id for candidate in found)
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=choice(request, key, found),
        stem=phrasing.stem(request, words.no_source),
        answer=claim.id,
        label=plain(claim.text),
        chosen=chosen,
        used=chosen,
        feedback=phrasing.feedback(request, words.own_voice_no_source),
    )


def _names_source(request: Request, other: Claim) -> bool:
    """Whether the article, the same one, credits that claim to somebody with a name."""
    source = request.register.set.sources.get(other.speaker)
    named = other.speaker != ARTICLE and source is not None and source.kind is not SourceKind.UNNAMED
    return named and other.article == request.claim.article


def _kept_out(request: Request, other: Claim) -> Reason:
    """Why that claim may not stand beside the key."""
    register, key = request.register, request.claim
    if other.quiz is not Quiz.ASK:
        return f'is marked "{other.quiz}"'
    if ARTICLE in other.also_speaker or NONE_GIVEN in (other.basis, *other.also_basis):
        return "can be read as having no source"
    if other.id in register.near[key.id]:
        return "is near to the claim"
    if any(register.set.claims[id].speaker == ARTICLE for id in register.near[other.id]):
        return "says something similar to what the article says in its own voice"
    return ""


def _candidate(request: Request, claim: Claim) -> Candidate:
    register, words, key = request.register, phrasing.wording(request), request.claim
    return Candidate(
        id=claim.id,
        text=sentence(words.that, claim=claim.text),
        distance=(-len({*claim.tags} & {*key.tags}), int(claim.kind != key.kind)),
        apart=register.near[claim.id] | _by_same_speaker(request, claim),
        feedback=phrasing.feedback(request, words.credited, claim) if claim is not key else (),
    )


def _by_same_speaker(request: Request, claim: Claim) -> frozenset[str]:
    claims = request.register.set.claims.values()
    return frozenset(other.id for other in claims if other.speaker == claim.speaker)


FAMILY = Family(
    name="no-source",
    draft=draft,
    axis="basis",
    where=PLACES,
    asks="Which of these does the article assert without naming any source?",
    distractors="claims of speakers with a name, those with the most tags in common first, then those of the same kind",
    refuses=(
        "the article presents somebody as saying it or points to something for it; a claim that says the same has a "
        "speaker; a speaker or basis could be found for it; too few clean distractors"
    ),
)
