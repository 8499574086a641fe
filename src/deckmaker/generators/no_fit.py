"""no-fit: which of these statements in the article does not fit together with this one?

Key: a claim that conflicts with it. Distractors: claims on other topics, each with its speaker. A conflict that is
asked from one side is not asked from the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from deckmaker.generators import phrasing
from deckmaker.generators.distractors import Candidate, choice, pick, stretched, too_few
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import BY_HAND, contested_speaker
from deckmaker.generators.register import Register
from deckmaker.generators.speakers import Rules, kept_out
from deckmaker.generators.wording import sentence
from deckmaker.model.claims import Certainty, Claim, Quiz
from deckmaker.model.identity import ranked
from deckmaker.model.questions import PLACES, Kind, Option
from deckmaker.model.text import Text, plain, text_of


def _no_conflict(request: Request) -> Reason | None:
    if request.register.conflicts[request.claim.id]:
        return None
    return Reason(
        "the register has no statement that conflicts with it", "name one by `conflicts_with`, if there is one"
    )


def _hedged(request: Request) -> Reason | None:
    return Reason("it is hedged, so the conflict is one of degree only", DEGREE) if guarded(request.claim) else None


DEGREE = "write a question by hand on how sure each of the two is put"

REFUSALS = (_no_conflict, _hedged, contested_speaker)


def guarded(claim: Claim) -> bool:
    """Whether it is put as less than certain."""
    return bool(claim.hedge) or claim.certainty is not Certainty.CERTAIN


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    key = _key(request)
    if isinstance(key, Reason):
        return key
    claims = request.register.set.claims
    out = kept_out(claims, rules(request, key))
    legal = [_candidate(request, claims[id], key) for id in claims if id not in out]
    found = pick(request, _candidate(request, key, key), legal, lambda *two: _side_by_side(request.register, *two))
    if reason := too_few(request, found, {}):
        cause = f"{reason.cause} (statements on other topics, with no tag in common with either side)"
        return Reason(cause, reason.remedy)
    return _draft(request, key, found, {id: why for id, why in out.items() if id != request.claim.id})


def _draft(request: Request, key: Claim, found: tuple[str, ...], out: dict[str, str]) -> Draft:
    register, words = request.register, phrasing.wording(request)
    speaker = text_of(register.label(request.claim.speaker))
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=choice(request, key.id, found, lambda id: _option(request, register.set.claims[id], key)),
        stem=phrasing.stem(request, words.no_fit, speaker=speaker),
        answer=key.id,
        label=register.words[key.id],
        feedback=sentence(
            words.conflict,
            one=phrasing.feedback(request, words.stands),
            other=phrasing.feedback(request, words.stands, key),
        ),
        chosen=(key.id, *found),
        used=(key.id, *found),
        out=out,
        takes=frozenset({conflict(request.claim.id, key.id)}),
    )


def conflict(one: str, other: str) -> str:
    """The two sides as one, whichever comes first."""
    return " | ".join(sorted((one, other)))


def _key(request: Request) -> Claim | Reason:
    """What was the key before, if it still can be, else the first by hash; or why none can."""
    register = request.register
    known = sorted(register.conflicts[request.claim.id])
    order = ranked(known, str, register.set.uid, request.question, "key")
    order.sort(key=lambda id: id not in request.before[:1])
    speaks_against = {id: _against(request, register.set.claims[id]) for id in order}
    for id, reason in speaks_against.items():
        if reason is None:
            return register.set.claims[id]
    return next(reason for id in known if (reason := speaks_against[id]))


def _against(request: Request, other: Claim) -> Reason | None:
    """What speaks against a claim as the key."""
    if other.quiz is not Quiz.ASK:
        remedy = f"write a question by hand, or take its `quiz: {other.quiz}` out if that no longer holds"
        return Reason(f'claim "{other.id}", with which it conflicts, is marked "{other.quiz}"', remedy)
    if other.article != request.claim.article:
        return Reason(f'claim "{other.id}", with which it conflicts, is from another article', BY_HAND)
    if guarded(other):
        cause = f'claim "{other.id}", with which it conflicts, is hedged, so the conflict is one of degree only'
        return Reason(cause, DEGREE)
    if reason := contested_speaker(replace(request, claim=other)):
        return Reason(f'claim "{other.id}", with which it conflicts, has no clear speaker: {reason.cause}', BY_HAND)
    if conflict(request.claim.id, other.id) in request.taken:
        cause = f'its conflict with "{other.id}" is asked from the other side, by "{other.id}/no-fit"'
        return Reason(cause, f'pin this one, or drop "{other.id}/no-fit"')
    return None


def rules(request: Request, key: Claim) -> Rules:
    """What may not stand beside the key."""
    register, lead = request.register, request.claim
    claims = register.set.claims
    for side in (lead, key):
        its = frozenset({side.id})
        same = its | register.same[side.id]
        yield its, "is one of the two sides"
        clashes = frozenset[str]().union(*(register.conflicts[id] for id in same))
        yield clashes.union(*(register.same[id] for id in clashes)), f'conflicts with "{side.id}"'
        yield register.near[side.id], f'is near to "{side.id}" or says the same'
        yield frozenset(_tagged(register, side)), f'has a tag in common with "{side.id}"'
    yield frozenset(id for id, claim in claims.items() if claim.quiz is not Quiz.ASK), "is marked careful or avoid"
    yield frozenset(id for id, claim in claims.items() if claim.article != lead.article), "is from another article"
    yield frozenset(id for id, claim in claims.items() if _contested(request, claim)), "has no clear speaker"


def _tagged(register: Register, side: Claim) -> Iterator[str]:
    return (id for id, claim in register.set.claims.items() if {*claim.tags} & {*side.tags})


def _contested(request: Request, claim: Claim) -> bool:
    return contested_speaker(replace(request, claim=claim)) is not None


def _candidate(request: Request, claim: Claim, key: Claim) -> Candidate:
    words, of_key = (plain(_attributed(request, one)) for one in (claim, key))
    return Candidate(claim.id, words, (stretched(words, of_key), int(claim.speaker != key.speaker)))


def _side_by_side(register: Register, one: str, other: str) -> bool:
    """Whether two distractors are near to each other, which makes the key stand out."""
    return other in register.near[one]


def _option(request: Request, claim: Claim, key: Claim) -> Option:
    return Option(_attributed(request, claim), correct=claim is key)


def _attributed(request: Request, claim: Claim) -> Text:
    words = phrasing.wording(request)
    template = words.attributed_hedged if claim.hedge else words.attributed
    return sentence(template, speaker=request.register.label(claim.speaker), claim=claim.text)


FAMILY = Family(
    name="no-fit",
    draft=draft,
    axis="fit",
    level="evaluate",
    where=PLACES,
    in_turn=True,
    asks="Which of these statements in the article does not fit together with the statement that …?",
    distractors="statements on other topics, with no tag in common, of fitting length and of the key's speaker first",
    refuses=(
        "no statement is known that conflicts with it",
        "it is hedged, or what conflicts with it is, so the conflict is one of degree only",
        "what conflicts with it is marked careful or avoid, or has no clear speaker",
        "the conflict is asked from the other side",
        "too few clean distractors",
    ),
)
