"""match: statements of several speakers, each to be given to its own; one name is left over.

`options` is how many statements there are. No name may be defensible beside a statement that is not its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckmaker.generators import phrasing
from deckmaker.generators.basis import SPEAKING
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.gathering import CREDITED, beside, gathered, kind, left_out, others
from deckmaker.generators.kinds import distance
from deckmaker.generators.wording import sentence
from deckmaker.model.claims import ARTICLE, Claim
from deckmaker.model.identity import ranked
from deckmaker.model.questions import PRINT, Kind, Matching
from deckmaker.model.text import Text, join, text_of

SIZES = (4, 3)
"""How many statements, where the rule does not say: as many as can be had."""

MOST = 6
"""More on one page are a search and no recall (the guides to matching items allow up to ten)."""


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(CREDITED, request):
        return reason
    found = _found(request)
    if not found:
        return _too_few(request)
    register = request.register
    lines = ranked((request.claim.id, *found[:-1]), str, register.set.uid, request.question, "order")
    claims = [register.set.claims[id] for id in lines]
    words = phrasing.wording(request)
    return Draft(
        kind=Kind.MATCHING,
        body=Matching(
            tuple((_statement(request, claim), text_of(register.label(claim.speaker))) for claim in claims),
            (text_of(register.label(found[-1])),),
        ),
        stem=phrasing.stem(request, words.match),
        answer=request.claim.id,
        label=register.words[request.claim.id],
        feedback=sentence(words.matched, lines=_places(request, claims)),
        chosen=found,
        used=found[:-1],
        out=left_out(request, found),
    )


def _found(request: Request) -> tuple[str, ...]:
    """Ids of the other claims and of the name that is left over; nothing where they cannot be had."""
    pool, sizes = others(request), _sizes(request)
    clean = {claim.id: beside(request, claim) for claim in (request.claim, *pool)}

    def fits(claim: Claim, lines: Sequence[Claim]) -> bool:
        return all(claim.speaker in clean[line.id] and line.speaker in clean[claim.id] for line in lines)

    def left_over(lines: Sequence[Claim]) -> str:
        return _left_over(request, lines, frozenset.intersection(*(clean[line.id] for line in lines)))

    found = [made for size in sizes if (made := gathered(request, pool, size - 1, fits, left_over))]
    # As an earlier build made it, even if one more statement could be had by now.
    return request.kept if request.kept in found else next(iter(found), ())


def _sizes(request: Request) -> tuple[int, ...]:
    return (min(request.rule.options, MOST),) if request.rule.options else SIZES


def _left_over(request: Request, lines: Sequence[Claim], clean: Iterable[str]) -> str:
    """What an earlier build left over, else somebody who speaks elsewhere in the article, of a near kind."""
    register = request.register
    shown = {register.label(line.speaker).casefold() for line in lines}
    legal = {id for id in clean if _could_speak(request, id) and register.label(id).casefold() not in shown}
    if kept := next((id for id in request.kept[-1:] if id in legal), None):
        return kept
    order = ranked(legal, str, register.set.uid, request.question, "left over")
    key = kind(register, request.claim.speaker)
    return min(order, key=lambda id: (id not in register.speakers, distance(key, kind(register, id))), default="")


def _could_speak(request: Request, id: str) -> bool:
    speaks = id in request.register.speakers
    return speaks or id == ARTICLE or kind(request.register, id) in SPEAKING


def _statement(request: Request, claim: Claim) -> Text:
    words = phrasing.wording(request)
    return sentence(words.that_hedged if claim.hedge else words.that, claim=claim.text)


def _places(request: Request, claims: Sequence[Claim]) -> Text:
    template = phrasing.wording(request).matched_line
    lines = [phrasing.feedback(request, template, claim) for claim in claims]
    return join(lines[0], *(part for line in lines[1:] for part in (", ", line)))


def _too_few(request: Request) -> Reason:
    least = min(_sizes(request))
    cause = (
        f"fewer than {least - 1} other claims can stand beside it: each must be of another speaker with a name, none "
        f"must fit the statement of another, and a name must be left over"
    )
    return Reason(cause, "list more of the article's sources and claims, or ask for fewer statements (`options`)")


FAMILY = Family(
    name="match",
    draft=draft,
    axis="speaker",
    level="recall",
    where=(PRINT,),
    gathers=True,
    asks="Match each statement with the one whom the article presents as making it; one name is left over.",
    distractors=(
        "four statements, or three if there are no more, each of another speaker; the name left over is somebody's who "
        "speaks elsewhere in the article, if it can be; `options` is how many statements"
    ),
    refuses=(
        "a claim that says the same has another speaker",
        "somebody who is not kin of the speaker could be called the speaker as well",
        "the claim names its speaker, or the speaker has no name",
        "it stands in another question of the family",
        "too few claims of other speakers that cannot be taken for one another, or no name to leave over",
    ),
)
