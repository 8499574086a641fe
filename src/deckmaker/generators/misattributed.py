"""misattributed: which of these attributions does not match the article?

Key: the claim beside somebody who does not say it. The others are claims of other speakers, each beside its own. For
paper alone: a card would repeat the wrong attribution for months (Roediger & Marsh 2005).
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.generators import phrasing
from deckmaker.generators.distractors import choice
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.gathering import CREDITED, beside, gathered, kind, left_out, others
from deckmaker.generators.kinds import distance
from deckmaker.generators.wording import sentence
from deckmaker.model.claims import ARTICLE, Claim, SourceKind
from deckmaker.model.identity import ranked
from deckmaker.model.questions import PRINT, Kind, Option
from deckmaker.model.text import fill, text_of


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(CREDITED, request):
        return reason
    register, claim = request.register, request.claim
    found = _found(request)
    if not found:
        return _too_few(request)
    wrong = found[-1]
    words = phrasing.wording(request)
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=choice(request, claim.id, found[:-1], lambda id: _option(request, register.set.claims[id], wrong)),
        stem=phrasing.stem(request, words.misattributed),
        answer=claim.id,
        label=register.words[claim.id],
        feedback=fill(
            phrasing.feedback(request, words.not_wrong_own if request.own_voice else words.not_wrong),
            {"wrong": text_of(register.label(wrong))},
        ),
        chosen=found,
        used=found[:-1],
        out=left_out(request, found),
    )


def _found(request: Request) -> tuple[str, ...]:
    """Ids of the other claims and of the wrong speaker; nothing where they cannot be had."""
    register = request.register
    # The article is never the wrong speaker, so among the right ones it would tell.
    pool = [claim for claim in others(request) if claim.speaker != ARTICLE]
    wrong = _wrong_speakers(request)

    def fits(claim: Claim, lines: Sequence[Claim]) -> bool:
        kin = register.kin_of(line.speaker for line in lines)
        return claim.speaker not in kin and not any(claim.id in register.near[line.id] for line in lines)

    def wrong_one(lines: Sequence[Claim]) -> str:
        shown = register.kin_of(line.speaker for line in lines[1:])
        return next((id for id in wrong if id not in shown), "")

    return gathered(request, pool, request.distractors, fits, wrong_one)


def _wrong_speakers(request: Request) -> list[str]:
    """Speakers who clearly do not say it: the one of an earlier build first, then the nearest in kind, by hash."""
    register, key = request.register, kind(request.register, request.claim.speaker)
    clean = beside(request, request.claim)
    legal = [id for id in register.speakers if id in clean and id != ARTICLE and _alike(key, kind(register, id))]
    order = ranked(legal, str, register.set.uid, request.question, "wrong")
    return sorted(order, key=lambda id: (id not in request.kept[-1:], distance(key, kind(register, id))))


def _alike(one: SourceKind | None, other: SourceKind | None) -> bool:
    """Whether both are persons or neither is: "he" or "it" in the claim would tell."""
    return one is None or (one is SourceKind.PERSON) == (other is SourceKind.PERSON)


def _option(request: Request, claim: Claim, wrong: str) -> Option:
    words, key = phrasing.wording(request), claim is request.claim
    template = words.attributed_hedged if claim.hedge else words.attributed
    speaker = request.register.label(wrong if key else claim.speaker)
    text = sentence(template, speaker=speaker, claim=claim.text)
    if key:
        return Option(text, correct=True)
    return Option(text, correct=False, feedback=phrasing.feedback(request, words.credited, claim))


def _too_few(request: Request) -> Reason:
    cause = (
        f"fewer than {request.distractors} claims of other speakers can stand beside it, with a speaker left of whom "
        f"it would clearly be wrong"
    )
    return Reason(cause, "list more of the article's sources and claims, or ask for fewer options")


FAMILY = Family(
    name="misattributed",
    draft=draft,
    axis="speaker",
    level="discriminate",
    where=(PRINT,),
    may=(PRINT,),
    gathers=True,
    asks="All but one of these attributions match the article. Which one does not?",
    distractors=(
        "claims of other speakers, of the same kind first, each with its own; the key is the claim with somebody of "
        "fitting kind who says nothing like it"
    ),
    refuses=(
        "a claim that says the same has another speaker",
        "somebody who is not kin of the speaker could be called the speaker as well",
        "the claim names its speaker, or the speaker has no name",
        "it stands in another question of the family",
        "too few claims of other speakers, or no speaker of fitting kind of whom it would clearly be wrong",
    ),
)
