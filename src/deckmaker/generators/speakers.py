"""Which sources may stand beside the right speaker of a claim, and how near they are to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.generators.family import Reason, Request
from deckmaker.model.claims import ARTICLE, SourceKind

_P, _O, _S, _D, _B, _U = (
    SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.STATE, SourceKind.DOCUMENT, SourceKind.PUBLICATION,
    SourceKind.UNNAMED,
)  # fmt: skip

NEAREST = {
    _P: (_P, _O, _S, _B, _U, _D),
    _O: (_O, _S, _P, _B, _U, _D),
    _S: (_S, _O, _P, _B, _U, _D),
    _D: (_D, _B, _O, _S, _U, _P),
    _B: (_B, _D, _O, _P, _S, _U),
    _U: (_U, _P, _O, _B, _D, _S),
}
"""For each kind of source all kinds, the nearest first."""


def distance(request: Request, key: str, other: str) -> int:
    """How far two sources are apart in kind: 0 for one kind.

    The article itself is near to everybody: if it stood only where it is right, its mere presence would tell.
    """
    sources = request.register.set.sources
    if ARTICLE in (key, other) or key not in sources or other not in sources:
        return 0
    return NEAREST[sources[key].kind].index(sources[other].kind)


def kept_out(request: Request, candidates: Iterable[str]) -> dict[str, Reason]:
    """Those of the candidates that may not stand beside the speaker, each with the first rule that says so."""
    rules = tuple(_rules(request))
    found = {id: next((why for out, why in rules if id in out), "") for id in candidates}
    return {id: why for id, why in found.items() if why}


def _rules(request: Request) -> Iterator[tuple[frozenset[str], Reason]]:
    """Ids that are kept out, and why, in the order of the rules."""
    claim, register = request.claim, request.register
    yield register.kin_of(claim.also_speaker) - {claim.speaker}, "can be defended as an answer"
    yield register.kin_of([claim.speaker]), "is the speaker or close to it"
    yield register.kin_of(claim.via), "is a relay of the claim or close to one"
    yield frozenset(id for id in register.set.sources if register.names(claim, id)), "is named in the claim"
    similar = [register.set.claims[id].speaker for id in sorted(register.near[claim.id])]
    yield register.kin_of(similar), "says something similar in the article, or is close to one who does"
