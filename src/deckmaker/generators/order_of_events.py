"""order-of-events: in which order does the article date these?

The right order is that of the dates (`event_time`) and of what claims say of one another (`before`). Only events stand
together of which every two can be told apart in time by the register alone. `options` is how many there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.generators import phrasing
from deckmaker.generators.dates import YEAR, Time, time_of
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.register import Register
from deckmaker.generators.wording import sentence
from deckmaker.model.claims import Claim, Quiz
from deckmaker.model.identity import ranked
from deckmaker.model.questions import PLACES, Kind, Ordering
from deckmaker.model.text import Text, join

LEAST, USUAL, MOST = 3, 4, 5
"""How many events: two are a guess at even odds, more than five a test of patience."""

NO_EVENTS = ("recommendation", "counterfactual")
"""Kinds of claims that tell of nothing that the article places in time."""


def _no_event(request: Request) -> Reason | None:
    kind = request.claim.kind
    if kind not in NO_EVENTS:
        return None
    return Reason(f'it is marked "{kind}", and so tells of no event', "ask who says it, or change `kind` if it does")


def _undated(request: Request) -> Reason | None:
    claim = request.claim
    if claim.id in request.register.placed or time_of(claim.event_time):
        return None
    if claim.event_time:
        cause = f'its date, "{claim.event_time}", does not say exactly when it was'
        return Reason(cause, "if the article says what came later than this, list those claims under its `before`")
    remedy = "give the article's date for it as `event_time`, or list claims about something later under its `before`"
    return Reason("the register gives no date for what it tells of", remedy)


def _year_in_words(request: Request) -> Reason | None:
    year = YEAR.search(request.register.words[request.claim.id])
    if year is None:
        return None
    return Reason(f'its words hold the year "{year[0]}", which gives its place away', "reword it without the year")


LEFT_OUT = "cannot be told apart in time from another event, or is one too many"
"""Why what could stand in a question does not."""

REFUSALS = (_no_event, _undated, _year_in_words)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    register, lead = request.register, request.claim
    out = {other.id: why for other in register.set.claims.values() if (why := against(request, other))}
    legal = [claim for id, claim in register.set.claims.items() if id not in out]
    found = _found(request, legal)
    if not found:
        return _too_few(request)
    every = (lead, *found)
    events = sorted(every, key=lambda one: sum(compared(register, one, other) > 0 for other in every))
    words = phrasing.wording(request)
    return Draft(
        kind=Kind.ORDERING,
        body=Ordering(tuple(_item(request, claim) for claim in events)),
        stem=phrasing.stem(request, words.order),
        answer=lead.id,
        label=register.words[lead.id],
        feedback=sentence(words.ordered, lines=_dates(request, events)),
        chosen=tuple(claim.id for claim in found),
        used=tuple(claim.id for claim in found),
        out={**out, **{claim.id: LEFT_OUT for claim in legal if claim not in found}},
    )


def against(request: Request, other: Claim) -> str:
    """Why another claim cannot stand in the question, as in "it …"; "" where it can."""
    lead, register = request.claim, request.register
    if other.id == lead.id or other.article != lead.article:
        return "is the claim itself" if other.id == lead.id else "is from another article"
    if other.id in request.taken:
        return "stands in another question of the family"
    if other.quiz is not Quiz.ASK:
        return f'is marked "{other.quiz}"'
    if other.kind in NO_EVENTS or not (other.id in register.placed or time_of(other.event_time)):
        return "tells of nothing that the register dates exactly"
    if YEAR.search(register.words[other.id]):
        return "has a year in its words"
    return "" if _apart(register, lead, other) else "cannot be told apart from it in time, or says the same"


def _apart(register: Register, one: Claim, other: Claim) -> bool:
    """Whether two events may stand in one question: they are not the same, and one of them was clearly earlier."""
    same = other.id in register.same[one.id] or register.words[one.id].casefold() == register.words[other.id].casefold()
    return not same and compared(register, one, other) != 0


def compared(register: Register, one: Claim, other: Claim) -> int:
    """-1 where the register has one earlier than the other, 1 where later, 0 where it does not say or says both."""
    first, second = time_of(one.event_time), time_of(other.event_time)
    earlier = _ends_before(first, second) or other.id in register.later[one.id]
    later = _ends_before(second, first) or one.id in register.later[other.id]
    return int(later) - int(earlier)


def _ends_before(one: Time | None, other: Time | None) -> bool:
    return one is not None and other is not None and one[1] < other[0]


def _found(request: Request, legal: Sequence[Claim]) -> tuple[Claim, ...]:
    """The other events, nothing where there are too few. What was chosen before stays, even if more could be had."""
    known = {claim.id: claim for claim in legal}
    kept = [known[id] for id in request.kept if id in known]
    for size in _sizes(request, len(kept)):
        if found := _group(request.register, (), [*kept, *_others(request, legal)], size - 1):
            return found
    return ()


def _sizes(request: Request, kept: int) -> tuple[int, ...]:
    if request.rule.options:
        return (min(MOST, max(LEAST, request.rule.options)),)
    return (kept + 1, USUAL, LEAST) if LEAST <= kept + 1 <= MOST else (USUAL, LEAST)


def _others(request: Request, legal: Sequence[Claim]) -> list[Claim]:
    """What was not chosen before: the most tags in common first, then by hash."""
    uid, tags = request.register.set.uid, {*request.claim.tags}
    rest = [claim for claim in legal if claim.id not in request.kept]
    by_hash = ranked(rest, lambda claim: claim.id, uid, request.question, "event")
    return sorted(by_hash, key=lambda claim: -len(tags & {*claim.tags}))


def _group(register: Register, taken: tuple[Claim, ...], rest: Sequence[Claim], size: int) -> tuple[Claim, ...]:
    """The first so many of `rest`, added to `taken`, of which all can stand together; nothing where there are none."""
    if len(taken) == size:
        return taken
    for index, claim in enumerate(rest):
        fits = all(_apart(register, claim, other) for other in taken)
        if fits and (found := _group(register, (*taken, claim), rest[index + 1 :], size)):
            return found
    return ()


def _item(request: Request, claim: Claim) -> Text:
    words = phrasing.wording(request)
    return sentence(words.that_hedged if claim.hedge else words.that, claim=claim.text)


def _dates(request: Request, events: Sequence[Claim]) -> Text:
    words = phrasing.wording(request)
    lines = [phrasing.feedback(request, words.dated, claim, date=claim.event_time or words.undated) for claim in events]
    return join(lines[0], *(part for line in lines[1:] for part in ("; ", line)))


def _too_few(request: Request) -> Reason:
    least = _sizes(request, 0)[-1] - 1
    cause = f"there are no {least} other events that can all be told apart in time from it and from one another"
    return Reason(cause, "give more claims an `event_time` that is a year or a date, or link them by `before`")


FAMILY = Family(
    name="order-of-events",
    draft=draft,
    axis="time",
    level="discriminate",
    where=PLACES,
    gathers=True,
    asks="Put the events that the article reports in the order in which it dates them.",
    distractors=(
        "four events, or three if there are no more, those with the most tags in common first; `options` is how many, "
        "3 to 5"
    ),
    refuses=(
        "its date is not given, or does not say exactly when it was, and no `before` links it",
        "its words hold the year",
        "it is a recommendation or counterfactual",
        "it stands in another question of the family",
        "too few events that can be told apart in time",
    ),
)
