"""Which questions of a paper tell the answers of others; near linear in their number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from deckmaker.checks.item import words
from deckmaker.checks.likeness import GRAMMAR, asked_words
from deckmaker.model.answers import answer_words
from deckmaker.model.claims import Claims
from deckmaker.model.cueing import tells
from deckmaker.model.questions import Choice, Cloze, Flashcard, Question, ShortAnswer

IN_COMMON = 2
"""How many words beside the answer show that two questions without claims are about one thing."""


def hinges(questions: Sequence[Question], claims: Claims) -> Iterator[tuple[Question, Question]]:
    """Pairs of one that tells and one whose answer it tells, in the order of the questions."""
    by_claim: defaultdict[str, list[Question]] = defaultdict(list)
    for question in questions:
        for id in _about(question, claims):
            by_claim[id].append(question)
    for asked in questions:
        beside = {other.id: other for id in _about(asked, claims) for other in by_claim[id] if other is not asked}
        yield from ((teller, asked) for teller in beside.values() if tells(teller, asked, claims))
    yield from _about_no_claim([question for question in questions if not question.claims])


def _about(question: Question, claims: Claims) -> Iterator[str]:
    """Its claims and what says the same, each once."""
    known = [claims[id] for id in question.claims if id in claims]
    yield from dict.fromkeys(id for claim in known for id in (claim.id, *claim.same_as))


def _about_no_claim(questions: Sequence[Question]) -> Iterator[tuple[Question, Question]]:
    stems = {question.id: asked_words(question) for question in questions}
    often = Counter(word for stem in stems.values() for word in stem)
    by_word: defaultdict[str, list[Question]] = defaultdict(list)
    for question in questions:
        for word in stems[question.id]:
            by_word[word].append(question)
    for asked in questions:
        answer = _answer(asked)
        rarest = min(answer, key=lambda word: (often[word], word), default="")
        for teller in by_word.get(rarest, ()):
            beside = (stems[teller.id] & stems[asked.id]) - answer
            if teller is not asked and answer <= stems[teller.id] and len(beside) >= IN_COMMON:
                yield teller, asked


def _answer(question: Question) -> frozenset[str]:
    """The words of an answer that can be recognised; nothing where it has only numbers or very short words."""
    if not isinstance(question.body, Choice | Cloze | Flashcard | ShortAnswer):
        return frozenset()
    found = frozenset(words(answer_words(question))) - GRAMMAR
    return found if any(len(word) > 3 and word.isalpha() for word in found) else frozenset()
