"""Which questions look alike or ask one thing, and which claims touch one topic; near linear in their number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, combinations
from math import ceil

from deckmaker.checks.item import words
from deckmaker.model.claims import Claim, Claims
from deckmaker.model.pieces import word_set
from deckmaker.model.questions import Cloze, Question
from deckmaker.model.text import blanked, plain

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
    stem = plain(question.stem)
    found = frozenset(words(f"{stem} {blanked(body.text)}" if isinstance(body, Cloze) else stem))
    return found - GRAMMAR or found


_MOST_IN_PAIRS = 40
"""Of so many words at most a set is looked up by pairs: they would be too many of longer ones."""


def alike(asked: Sequence[tuple[Question, Asked]], share: float) -> Iterator[tuple[Question, Question]]:
    """Pairs of which that share of all words stands in both, each question with the first that it is like."""
    first: dict[Asked, Question] = {}
    for question, its in asked:
        if its and first.setdefault(its, question) is not question:
            yield first[its], question
    index = _Index(first, share)
    for its, question in first.items():
        near = index.near(its)
        if near is not None:
            yield first[near], question


class _Index:
    """Sets of words by their rarest ones: two that are alike have some of these in common (a prefix filter).

    As long as the sets are, a share of them may differ; so that many of either's rarest words, and one more, hold a
    word of the other's, and with two more a pair of them (Chaudhuri, Ganti & Kaushik 2006; Wang, Li & Feng 2012). Few
    sets have a pair in common, so that looking up stays linear where many thousands share each single word.
    """

    def __init__(self, every: Collection[Asked], share: float) -> None:
        """every: all that are asked for, each once."""
        self._share = share
        often = Counter([word for its in every for word in its])
        self._rank = {word: rank for rank, word in enumerate(sorted(often, key=lambda word: (often[word], word)))}
        self._once = sum(count == 1 for count in often.values())
        self._by_word: defaultdict[int, list[int]] = defaultdict(list)
        self._by_pair: defaultdict[int, list[int]] = defaultdict(list)
        self._known: list[tuple[Asked, list[int]]] = []
        self._ranks = {its: sorted(map(self._rank.__getitem__, its)) for its in every}
        self._pairs = {its: self._rare_pairs(ranks) for its, ranks in self._ranks.items()}
        shared = Counter(chain.from_iterable(self._pairs.values()))
        self._twice = {pair for pair, count in shared.items() if count > 1}

    def near(self, its: Asked) -> Asked | None:
        """The first of the sets asked for before that is like this one, by the rarest word that both have."""
        rare = self._ranks[its][: int((1 - self._share) * len(its)) + 1]
        pairs = [pair for pair in self._pairs[its] if pair in self._twice]
        if len(its) <= _MOST_IN_PAIRS:
            places = {place for pair in pairs for place in self._by_pair[pair]}
        else:
            places = {place for rank in rare for place in self._by_word[rank]}
        best = min((found for place in places if (found := self._likeness(place, its, rare))), default=None)
        self._remember(its, rare, pairs)
        return None if best is None else self._known[best[1]][0]

    def _likeness(self, place: int, its: Asked, rare: list[int]) -> tuple[int, int] | None:
        """Which of the rarest words both have, and the place; None where they are not alike."""
        other, its_rare = self._known[place]
        if len(other & its) < self._share * len(other | its):
            return None
        return next(((at, place) for at, rank in enumerate(rare) if rank in its_rare), None)

    def _remember(self, its: Asked, rare: list[int], pairs: Iterable[int]) -> None:
        place = len(self._known)
        self._known.append((its, rare))
        for pair in pairs:
            self._by_pair[pair].append(place)
        if len(its) > _MOST_IN_PAIRS * self._share:
            for rank in rare:
                self._by_word[rank].append(place)

    def _rare_pairs(self, ranks: list[int]) -> list[int]:
        """The pairs of its rarest words, each as a number, but for words that no other set has."""
        if len(ranks) > _MOST_IN_PAIRS / self._share:
            return []
        alike = ceil(self._share * len(ranks) - 1e-9)
        rare = [rank for rank in ranks[: len(ranks) - alike + 2] if rank >= self._once]
        words = len(self._rank)
        return [one * words + other for one, other in combinations(rare, 2)]


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
