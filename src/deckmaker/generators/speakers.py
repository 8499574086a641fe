"""Which sources may stand beside the right speaker of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.generators.family import Request

Rules = Iterator[tuple[frozenset[str], str]]
"""Ids that are kept out, and why, in the order of the rules."""


def offered(request: Request, known: Iterable[str]) -> tuple[str, ...]:
    """What is known to be an answer elsewhere, and what the author names beside, if the set has such a source."""
    named = request.edit.beside if request.edit else ()
    return tuple(dict.fromkeys((*known, *(id for id in named if id in request.register.set.sources))))


def kept_out(candidates: Iterable[str], rules: Rules) -> dict[str, str]:
    """Those of the candidates that may not stand beside the key, each with the first rule that says so."""
    every = tuple(rules)
    found = {id: next((why for out, why in every if id in out), "") for id in candidates}
    return {id: why for id, why in found.items() if why}


def speaker_rules(request: Request) -> Rules:
    """Who may not stand beside the claim's speaker."""
    claim, register = request.claim, request.register
    yield register.kin_of([claim.speaker]), "is the speaker or close to it"
    yield register.kin_of(claim.also_speaker), "can be defended as an answer"
    yield register.kin_of(claim.via), "is a relay of the claim or close to one"
    yield register.naming[claim.id], "is named in the claim"
    similar = [register.set.claims[id].speaker for id in register.near[claim.id]]
    yield register.kin_of(similar), "says something similar in the article, or is close to one who does"
