"""Whether one question tells the answer of another: the one place that decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckmaker.model.answers import answer_words
from deckmaker.model.claims import Claims
from deckmaker.model.questions import Choice, Cloze, Question
from deckmaker.model.text import plain, with_blanks


def cue_each_other(one: Question, other: Question, claims: Claims) -> bool:
    """Whether the two would help each other on one paper; they are about one claim, or about two that say the same."""
    return tells(one, other, claims) or tells(other, one, claims)


def tells(teller: Question, asked: Question, claims: Claims) -> bool:
    """Whether `teller` shows what `asked` asks for: its answer beside a claim that both are about."""
    shared = about(teller, claims) & about(asked, claims)
    answer = answer_words(asked)
    if not shared or not answer or asked.axis == teller.axis == "":
        return False
    return any(_holds(shown, answer) for shown in _shown(teller, shared, claims))


def about(question: Question, claims: Claims) -> frozenset[str]:
    """Ids of its claims and of those that say the same."""
    known = [claims[id] for id in question.claims if id in claims]
    return frozenset(id for claim in known for id in (claim.id, *claim.same_as))


def _shown(question: Question, shared: frozenset[str], claims: Claims) -> Iterator[str]:
    """What everybody reads in it of a shared claim: its stem where that claim leads, options that say the claim."""
    body = question.body
    if question.claims[0] in shared:
        yield plain(with_blanks(body.text)) if isinstance(body, Cloze) else plain(question.stem)
    said = [plain(claims[id].text) for id in shared if id in claims]
    if isinstance(body, Choice):
        yield from (words for option in body.options if any(text in (words := plain(option.text)) for text in said))


def _holds(shown: str, answer: str) -> bool:
    return _pattern(answer).search(shown) is not None


@lru_cache(maxsize=4096)
def _pattern(answer: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(answer)}(?!\w)", re.IGNORECASE)
