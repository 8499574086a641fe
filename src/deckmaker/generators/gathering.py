"""Questions that hold several claims: which other claims may stand in one with a claim, and a search for some that do.

Every claim in such a question must be clearly one speaker's, and that speaker must have a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from deckmaker.generators.distractors import stretched
from deckmaker.generators.family import Reason, Request, first_reason
from deckmaker.generators.kinds import distance
from deckmaker.generators.refusals import contested_speaker, said_by_another, speaker_in_claim
from deckmaker.generators.register import Register
from deckmaker.generators.speakers import kept_out, speaker_rules
from deckmaker.model.claims import ARTICLE, Claim, Quiz, SourceKind
from deckmaker.model.identity import ranked


def nameless(request: Request) -> Reason | None:
    """The claim's speaker has no name that could stand beside others."""
    source = request.register.set.sources.get(request.claim.speaker)
    if source is None or source.kind is not SourceKind.UNNAMED:
        return None
    return Reason(f'its speaker, "{source.name}", has no name', 'ask it by "who-said"')


CREDITED = (said_by_another, contested_speaker, speaker_in_claim, nameless)
"""What speaks against a claim in such a question, leading or not."""


def others(request: Request) -> list[Claim]:
    """The claims that could stand beside the request's, those first that an earlier build chose, then the nearest."""
    legal = [claim for claim in request.register.set.claims.values() if not against(request, claim)]
    known = {claim.id: claim for claim in legal}
    before = [known[id] for id in request.kept if id in known]
    rest = ranked(
        [claim for claim in legal if claim not in before],
        lambda claim: claim.id,
        request.register.set.uid,
        request.question,
        "beside",
    )
    return before + sorted(rest, key=lambda claim: _distance(request.register, request.claim, claim))


def against(request: Request, other: Claim) -> str:
    """Why another claim cannot stand beside the request's, as in "it …"; "" where it can."""
    lead, register = request.claim, request.register
    if other.id == lead.id or other.article != lead.article:
        return "is the claim itself" if other.id == lead.id else "is from another article"
    if other.id in request.taken:
        return "stands in another question of the family"
    if other.quiz is not Quiz.ASK:
        return f'is marked "{other.quiz}"'
    if other.speaker in register.kin_of([lead.speaker]) or other.id in register.near[lead.id]:
        return "is of the same speaker, of one close to it, or near to the claim"
    reason = first_reason(CREDITED, replace(request, claim=other))
    return f"is not clearly one speaker's: {reason.cause}" if reason else ""


def beside(request: Request, claim: Claim) -> frozenset[str]:
    """The sources with a name that are clearly no speakers of this claim."""
    sources = request.register.set.sources
    named = [id for id, source in sources.items() if source.kind is not SourceKind.UNNAMED]
    out = kept_out(named, speaker_rules(replace(request, claim=claim)))
    return frozenset(id for id in named if id not in out)


def _distance(register: Register, lead: Claim, other: Claim) -> tuple[int, ...]:
    kinds = distance(kind(register, lead.speaker), kind(register, other.speaker))
    in_common = len({*lead.tags} & {*other.tags})
    return kinds, stretched(register.words[lead.id], register.words[other.id]), -in_common


def kind(register: Register, id: str) -> SourceKind | None:
    """A source's kind; the article has none, and so fits beside every kind."""
    source = register.set.sources.get(id)
    return None if source is None or id == ARTICLE else source.kind


Fits = Callable[[Claim, Sequence[Claim]], bool]
"""Whether a claim may stand in a question in which these stand already."""

Last = Callable[[Sequence[Claim]], str]
"""The source that completes the question with these claims in it, "" where there is none, and none with more claims."""


def gathered(request: Request, pool: Sequence[Claim], count: int, fits: Fits, last: Last) -> tuple[str, ...]:
    """Ids of `count` claims of the pool and of the source that completes them; nothing where none can be found.

    Takes them in the pool's order; where that leads nowhere, tries again with each of the others as the first.
    """
    for order in _orders(pool):
        lines = [request.claim]
        for claim in order:
            if len(lines) <= count and fits(claim, lines) and last([*lines, claim]):
                lines.append(claim)
        if len(lines) == count + 1:
            return (*(claim.id for claim in lines[1:]), last(lines))
    return ()


def _orders(pool: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    yield pool
    for first in pool[1:]:
        yield [first, *(claim for claim in pool if claim is not first)]


def left_out(request: Request, chosen: Sequence[str]) -> dict[str, str]:
    """Why what was to stand in the question does not, by its id."""
    claims = request.register.set.claims
    return {
        id: (against(request, claims[id]) if id in claims else "") or "could be right in the place of another"
        for id in request.kept
        if id not in chosen and (id in claims or id in request.register.set.sources)
    }
