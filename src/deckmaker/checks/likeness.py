"""Which questions look alike or ask one thing, and which claims touch one topic; near linear in their number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from deckmaker.checks.item import words
from deckmaker.checks.wording.tables import word_set
from deckmaker.model.claims import Claim, Claims
from deckmaker.model.questions import Cloze, Question
from deckmaker.model.text import plain, with_blanks

Asked = frozenset[str]

GRAMMAR = word_set(
    """
    a an the of in on at to into for with by from as and or but that this these those it its is are was were be
    been being do does did has have had which what who whom whose when where why how their there they he she his
    her we you your one than then so if will would can could may might
    """
)
"""Words that set no two questions apart; what orders or turns one ("first", "after", "not") is not among them."""


def asked_words(question: Question) -> Asked:
    """The words of a question that carry meaning, or all of them where none does."""
    body = question.body
    cloze = plain(with_blanks(body.text)) if isinstance(body, Cloze) else ""
    found = frozenset(words(f"{plain(question.stem)} {cloze}"))
    return found - GRAMMAR or found


def alike(asked: Sequence[tuple[Question, Asked]], share: float) -> Iterator[tuple[Question, Question]]:
    """Pairs of which that share of all words stands in both, each question with the first that it is like.

    Two such sets have one of either's rarest words in common: only those that do are held against each other.
    """
    first: dict[Asked, Question] = {}
    for question, its in asked:
        if its and first.setdefault(its, question) is not question:
            yield first[its], question
    often = Counter(word for its in first for word in its)
    by_word: defaultdict[str, list[Asked]] = defaultdict(list)
    for its, question in first.items():
        rare = sorted(its, key=lambda word: (often[word], word))[: int((1 - share) * len(its)) + 1]
        near = next((it for word in rare for it in by_word[word] if len(it & its) >= share * len(it | its)), None)
        if near is not None:
            yield first[near], question
        for word in rare:
            by_word[word].append(its)


MOST_QUESTIONS = 3
"""How many questions about one claim one output may hold."""


def too_often(questions: Sequence[Question], claims: Claims) -> Iterator[tuple[Claim, list[Question]]]:
    """Claims that lead more than `MOST_QUESTIONS` of the questions, with these."""
    leading: defaultdict[str, list[Question]] = defaultdict(list)
    for question in questions:
        if question.claims and question.claims[0] in claims:
            leading[question.claims[0]].append(question)
    yield from ((claims[id], asked) for id, asked in leading.items() if len(asked) > MOST_QUESTIONS)


def topics_of(claims: Claims) -> dict[str, int]:
    """A number for each claim that says the same as another or touches its topic, equal for all that are linked."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims.values():
        for other in (*claim.same_as, *claim.near):
            linked[claim.id].add(other)
            linked[other].add(claim.id)
    topics: dict[str, int] = {}
    for number, start in enumerate(linked):
        waiting = [start]
        while waiting:
            if (id := waiting.pop()) not in topics:
                topics[id] = number
                waiting += linked[id]
    return topics
