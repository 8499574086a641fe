"""hedge: how sure does the article make it sound?

Key: the claim's certainty, on a scale of three that is never shuffled. The stem has the claim without its guarded
words: they are what is asked for.
"""

from __future__ import annotations

import re

from deckmaker.generators import phrasing
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import BY_HAND
from deckmaker.generators.wording import Wording
from deckmaker.model.claims import Certainty, Stance
from deckmaker.model.questions import PLACES, Choice, Kind, Option
from deckmaker.model.text import text_of
from deckmaker.model.wording import HEDGE_CERTAINTY

NOT_OF_FACTS = ("prediction", "recommendation", "counterfactual")
"""Kinds of claims whose form itself says that they are no plain facts."""

KNOWN = frozenset(HEDGE_CERTAINTY)
"""Words of which the tables say how sure they leave a claim."""


def _no_fact(request: Request) -> Reason | None:
    kind = request.claim.kind
    if kind not in NOT_OF_FACTS:
        return None
    cause = f'it is marked "{kind}", and so is not put as a fact, sure or unsure'
    return Reason(cause, "ask who says it, or change `kind` if it states a fact")


def _both_ways(request: Request) -> Reason | None:
    claim = request.claim
    if not claim.booster or (claim.certainty is Certainty.CERTAIN and not claim.hedge):
        return None
    weak = f'"{claim.hedge}" weakens it' if claim.hedge else f'it is marked "{claim.certainty}"'
    return Reason(f'{weak} and "{claim.booster}" strengthens it, so two answers can be defended', BY_HAND)


def _contradictory(request: Request) -> Reason | None:
    """Hedged and yet certain, or less than certain with nothing to show for it."""
    claim = request.claim
    if claim.hedge and claim.certainty is Certainty.CERTAIN:
        return Reason(f'"{claim.hedge}" weakens it, yet it is marked "certain"', "take out `hedge` or `certainty`")
    if not claim.hedge and claim.certainty is not Certainty.CERTAIN:
        cause = f'it is marked "{claim.certainty}", but the register has no words of the article that make it so'
        return Reason(cause, "give those words as `hedge`")
    return None


def _kept_at_distance(request: Request) -> Reason | None:
    claim = request.claim
    if claim.certainty is not Certainty.CERTAIN or claim.stance is not Stance.DISTANCE:
        return None
    cause = f'the speaker is sure of it, but the article keeps away from it ("{claim.cue}"), so two answers fit'
    if not claim.cue:
        cause = "the speaker is sure of it, but the article keeps away from it (`stance`), so two answers fit"
    return Reason(cause, "write a question by hand on the article's verb")


def _unknown_words(request: Request) -> Reason | None:
    claim = request.claim
    if not claim.hedge or "certainty" in claim.spans or KNOWN & {*claim.hedge.casefold().split()}:
        return None
    cause = f'no table says how sure the words "{claim.hedge}" leave it'
    return Reason(cause, "say it by `certainty: probable` or `certainty: possible`")


def _hedged_in_itself(request: Request) -> Reason | None:
    words = re.findall(r"\w+", request.register.words[request.claim.id].casefold())
    found = next((word for word in words if word in KNOWN), "")
    if not found:
        return None
    return Reason(f'its own words hold "{found}", which reads as a hedge', f'reword it without "{found}"')


def _put_otherwise(request: Request) -> Reason | None:
    """The same is put otherwise elsewhere, or something near by the same speaker, unless the author's stem tells."""
    claim, register = request.claim, request.register
    for id in sorted(register.near[claim.id]):
        other, same = register.set.claims[id], id in register.same[claim.id]
        if other.certainty is claim.certainty or other.article != claim.article:
            continue
        if same:
            cause = f'claim "{id}" says the same and is put as "{other.certainty}", this one as "{claim.certainty}"'
            return Reason(cause, "word the two claims apart and take `same_as` out, if they do differ")
        if other.speaker == claim.speaker and not request.rule.stem:
            cause = (
                f'the same speaker puts something like it ("{id}") as "{other.certainty}", '
                "and the stem would not tell which of the two is meant"
            )
            return Reason(cause, "write a `stem` that says which place of the article is meant")
    return None


REFUSALS = (
    _no_fact, _both_ways, _contradictory, _kept_at_distance, _unknown_words, _hedged_in_itself, _put_otherwise,
)  # fmt: skip


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    claim, words = request.claim, phrasing.wording(request)
    speaker = text_of(request.register.label(claim.speaker))
    scale = labels(words)
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=Choice(tuple(Option(text_of(label), one is claim.certainty) for one, label in scale.items()), False),
        stem=phrasing.stem(request, words.put_own if request.own_voice else words.put, speaker=speaker),
        answer=claim.certainty,
        label=scale[claim.certainty],
        feedback=phrasing.feedback(request, _told(request, words)),
        shuffle=False,
    )


def labels(words: Wording) -> dict[Certainty, str]:
    """The options, the surest first."""
    return {
        Certainty.CERTAIN: words.as_certain,
        Certainty.PROBABLE: words.as_probable,
        Certainty.POSSIBLE: words.as_possible,
    }


def _told(request: Request, words: Wording) -> str:
    """The feedback's template; the words used come with the place."""
    if request.claim.hedge:
        return words.guarded_own if request.own_voice else words.guarded
    return words.unguarded_own if request.own_voice else words.unguarded


FAMILY = Family(
    name="hedge",
    draft=draft,
    axis="certainty",
    level="discriminate",
    where=PLACES,
    asks="In the article, how is this statement put: as certain, as likely or apparent, as no more than possible?",
    distractors="the other two of these three, always in this order",
    refuses=(
        "the claim is a prediction, a recommendation or counterfactual",
        "it has a booster as well as a hedge",
        "the speaker is sure, but the article's verb keeps away from it",
        "no table has the words of its hedge, and its certainty is not given",
        "its own words hold a hedge",
        "a claim that says the same is put otherwise, or one near to it by the same speaker",
    ),
)
