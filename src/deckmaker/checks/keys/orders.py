"""Things put in order: events by time, hands through which a claim comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.phrases import OTHER_WAY_ROUND
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.claims import ARTICLE, Claim, Claims
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Ordering
from deckmaker.model.text import Text, plain

_YEAR = regex(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


def orders(asked: Asked) -> Iterator[Diagnostic]:
    """An order that dates, `before` or `via` contradict."""
    body = asked.question.body
    if not isinstance(body, Ordering):
        return
    ids = [asked.names.claim(item) for item in body.items]
    if any(ids):
        yield from _by_time(asked, body, ids)
    else:
        yield from _by_hands(asked, body)


def _by_time(asked: Asked, body: Ordering, ids: list[str]) -> Iterator[Diagnostic]:
    if asked.axis not in ("time", "") or OTHER_WAY_ROUND.search(asked.frame):
        return
    claims = asked.truth.set.claims
    for (first, one), (second, other) in combinations(zip(ids, body.items, strict=True), 2):
        if first and second and _is_only_earlier(second, first, claims):
            message = f'"{_short(one)}" stands before "{_short(other)}", which the register has as the earlier one'
            labels = asked.label(second, "before" if claims[second].before else "event_time")
            hint = "put the earlier one first, or correct `before` or `event_time`"
            yield diagnose("K003", asked.place(one, "items"), message, hint=hint, labels=labels)


def _is_only_earlier(id: str, other: str, claims: Claims) -> bool:
    return is_earlier(id, other, claims) and not is_earlier(other, id, claims)


def is_earlier(id: str, other: str, claims: Claims) -> bool:
    """Whether the register has what one claim is about as earlier: by `before`, step by step, or by their years."""
    found, waiting = set[str](), [id]
    while waiting:
        current = waiting.pop()
        if current in claims and current not in found:
            found.add(current)
            waiting.extend(claims[current].before)
    one, two = _year(claims[id]), _year(claims[other])
    return (other in found and other != id) or (one is not None and two is not None and one < two)


def _year(claim: Claim) -> int | None:
    """The year of a time that says one year and nothing that turns it round, such as "before 1998"."""
    found = _YEAR.findall(claim.event_time)
    plain_year = re.fullmatch(r"(?:in |In |\w+ |\d+ )*" + _YEAR.pattern, claim.event_time.strip())
    vague = re.search(r"\b(?:before|after|since|until|by|from|or|about|around)\b", claim.event_time, re.IGNORECASE)
    return int(found[0]) if len(found) == 1 and plain_year and not vague else None


def _by_hands(asked: Asked, body: Ordering) -> Iterator[Diagnostic]:
    """The origin, each relay, the speaker, the article: from either end."""
    if len(asked.claims) != 1:
        return
    claim = asked.truth.set.claims[asked.claims[0]]
    chain = _chain(claim)
    given = [min(reading) if len(reading := asked.names.reading(item)) == 1 else "" for item in body.items]
    if len(chain) < 3 or sorted(given) != sorted(chain) or given in (chain, chain[::-1]):
        return
    message = f'the order is not the one in which "{claim.id}" was passed on'
    hint = "put the one who said it first, then each who passed it on, or correct `via`"
    place = asked.place(body.items[0], "items")
    yield diagnose("K003", place, message, hint=hint, labels=asked.label(claim.id, "via"))


def _chain(claim: Claim) -> list[str]:
    chain = [*reversed(claim.via), claim.speaker]
    return chain if claim.speaker == ARTICLE else [*chain, ARTICLE]


def _short(text: Text) -> str:
    words = plain(text)
    return words if len(words) <= 40 else f"{words[:39]}…"
