"""Answers from a fixed scale: how sure a claim is put, and whether its speaker relays it."""

from __future__ import annotations

from deckmaker.checks.keys.answers import NONE_GIVEN, ON_RECORD, PAPERS, UNNAMED_PEOPLE, UNNAMED_RESEARCH, Truth
from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.names import squashed
from deckmaker.checks.keys.phrases import DOCUMENT, OWN_WORD, SOMEBODY, certainty_in, relay_in
from deckmaker.checks.keys.verdict import Verdict
from deckmaker.model.claims import ARTICLE, Claim, SourceKind
from deckmaker.model.text import Text

EVERY_RELAY = frozenset((OWN_WORD, DOCUMENT, SOMEBODY))
_FIXED = {ON_RECORD: OWN_WORD, NONE_GIVEN: OWN_WORD, UNNAMED_PEOPLE: SOMEBODY, UNNAMED_RESEARCH: DOCUMENT}


def certainty(asked: Asked, words: Text) -> Verdict | None:
    """A degree of certainty, where the stem asks for it."""
    found = certainty_in(squashed(words)) if asked.axis == "certainty" and not asked.negative else None
    if found is None:
        return None
    claims = [asked.truth.set.claims[id] for id in asked.claims]
    right = all(claim.certainty == found for claim in claims)
    wrong = all(claim.certainty != found for claim in claims)
    return Verdict(right, wrong, f'"{claims[0].id}" is put as {claims[0].certainty}', claims[0].id, "hedge")


def relay(asked: Asked, words: Text) -> Verdict | None:
    """First-hand, from a document, from somebody: only where the question gives its axis."""
    found = relay_in(squashed(words)) if asked.question.axis == "relay" and not asked.negative else ""
    if not found or len(asked.claims) != 1:
        return None
    claim = asked.truth.set.claims[asked.claims[0]]
    right, open = relays(claim, asked.truth)
    told = " and ".join(sorted(right)) or "nothing that is certain"
    return Verdict(found in right, found not in right | open, f'"{claim.id}" comes from {told}', claim.id, "via")


def relays(claim: Claim, truth: Truth) -> tuple[frozenset[str], frozenset[str]]:
    """What a claim's relays come to, and what they could come to."""
    via = [id for id in claim.via if id != claim.speaker]
    close = truth.kin.get(claim.speaker, frozenset())
    right = {_sort(id, truth) for id in via if id not in close}
    open = {_sort(id, truth) for id in (claim.basis, *claim.also_basis)}
    if any(id in close for id in via):
        open |= {OWN_WORD, SOMEBODY}
    if not via and claim.basis == ON_RECORD and claim.speaker != ARTICLE:
        right.add(OWN_WORD)
    if not via and claim.speaker == ARTICLE:
        open |= EVERY_RELAY
    return frozenset(right - {""}), frozenset(EVERY_RELAY if "" in right | open else open)


def _sort(id: str, truth: Truth) -> str:
    """What a source or a fixed basis is; "" for a source without a name, of which nobody can tell."""
    source = truth.source(id)
    if source is None:
        return _FIXED.get(id, "")
    if source.kind in PAPERS:
        return DOCUMENT
    return "" if source.kind is SourceKind.UNNAMED else SOMEBODY
