"""Drawing k of n: by hash, evenly over what the pick names, none that tells another's answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from deckmaker.model.answers import answer_words
from deckmaker.model.claims import Claims
from deckmaker.model.cueing import about, cue_each_other
from deckmaker.model.document import Document
from deckmaker.model.identity import ranked
from deckmaker.model.picking import is_under, leading
from deckmaker.model.questions import BALANCED, Question
from deckmaker.model.quizzes import Pick


def drawn(
    document: Document, wish: Pick, fit: Sequence[Question], beside: Sequence[Question], seed: tuple[str, ...]
) -> list[Question]:
    """The questions taken of those that `fit`, in no order that means anything.

    Where the pick has no count, all but those that would tell the answer of one before them. beside: questions that
    other sections have.
    """
    if wish.count is None:
        return _apart(document, [_paired(fit)], len(fit), beside)
    first = ranked(fit, lambda question: question.id, *seed)
    first.sort(key=lambda question: not _is_core(document, question))
    strata = _strata(document, wish.by, _balanced(_paired(first), wish.count), seed)
    return _apart(document, strata, wish.count, beside)


def _paired(questions: Sequence[Question]) -> list[Question]:
    """The same, but those that teach only as a balanced set in pairs, true beside false, the rest left out.

    Whoever is asked ten times whether a document is the evidence, and nine times it is, learns to say yes (notes on
    claims: 3, type 3).
    """
    true, false = ([q for q in questions if _is_balanced(q) and answer_words(q) == word] for word in ("true", "false"))
    partner = {one.id: other for one, other in zip(true, false, strict=False)}
    partner |= {other.id: one for one, other in zip(true, false, strict=False)}
    made: dict[str, Question] = {}
    for question in questions:
        if not _is_balanced(question):
            made[question.id] = question
        elif question.id in partner:
            made[question.id] = question
            made[partner[question.id].id] = partner[question.id]
    return list(made.values())


def _is_balanced(question: Question) -> bool:
    return question.family in BALANCED


def _is_core(document: Document, question: Question) -> bool:
    return any(id in document.set.claims and document.set.claims[id].core for id in question.claims)


def _balanced(questions: Sequence[Question], count: int) -> list[Question]:
    """The same, those that would give one answer to more than half of `count` questions last."""
    answers: Counter[str] = Counter()
    first: list[Question] = []
    last: list[Question] = []
    for question in questions:
        answer = answer_words(question).casefold() or question.id
        answers[answer] += 1
        (first if answers[answer] <= max(count // 2, 1) else last).append(question)
    return first + last


def _strata(document: Document, by: str, questions: Sequence[Question], seed: tuple[str, ...]) -> list[list[Question]]:
    """The questions by what they are drawn evenly over; who has none of it counts as one more."""
    strata: dict[str, list[Question]] = {}
    for question in questions:
        strata.setdefault(_stratum(document, by, question), []).append(question)
    return [strata[name] for name in ranked(strata, str, *seed, "strata")]


def _stratum(document: Document, by: str, question: Question) -> str:
    lead = leading(question, document.set.claims)
    if by.startswith("tag"):
        prefix = by.removeprefix("tag").removeprefix(":")
        return next((tag for tag in question.tags if not prefix or is_under(tag, prefix)), "")
    match by:
        case "basis":
            return lead.basis if lead else ""
        case "speaker":
            return lead.speaker if lead else ""
        case "family":
            return question.family
        case "type":
            return question.kind
        case _:
            return ""


def _apart(
    document: Document, strata: Sequence[Sequence[Question]], count: int, beside: Sequence[Question]
) -> list[Question]:
    """So many, one of each stratum in turn, none of which tells another's answer, nor that of one `beside` them."""
    company = _Company(document.set.claims)
    for question in beside:
        company.add(question)
    chosen: list[Question] = []
    waiting = [iter(stratum) for stratum in strata]
    while waiting and len(chosen) < count:
        for stratum in list(waiting):
            found = next((question for question in stratum if company.has_room_for(question)), None)
            if found is None:
                waiting.remove(stratum)
            elif len(chosen) < count:
                company.add(found)
                chosen.append(found)
    return chosen


class _Company:
    """Questions of one paper, found by what they are about."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._by_claim: defaultdict[str, list[Question]] = defaultdict(list)

    def add(self, question: Question) -> None:
        for id in about(question, self._claims):
            self._by_claim[id].append(question)

    def has_room_for(self, question: Question) -> bool:
        """Whether it and those that are here keep their answers from each other, or an author allowed otherwise."""
        others = {other.id: other for id in about(question, self._claims) for other in self._by_claim[id]}
        return not any(
            cue_each_other(question, other, self._claims)
            for other in others.values()
            if _ALLOWED not in (*question.allow, *other.allow)
        )


_ALLOWED = "cueing-questions"
"""The warning that somebody silenced who wants two questions beside each other all the same."""
