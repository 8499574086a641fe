"""Which sets of words are alike: the same as when each is held against every other that shares a rare word with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from random import Random

import pytest

from deckmaker.checks.likeness import alike
from tests.support import sound_set

CARDS = "\n".join(f"  - {{id: q{number}, front: Which is {number}?, back: it}}" for number in range(100))
QUESTIONS = sound_set(f"questions:\n{CARDS}").set.questions
SHARE = 0.8


def by_every_pair(asked: list[tuple[str, frozenset[str]]]) -> list[tuple[str, str]]:
    """What `alike` gives, one pair after another: slow, and easily seen to be right."""
    first: dict[frozenset[str], str] = {}
    pairs = [(first[its], id) for id, its in asked if its and first.setdefault(its, id) != id]
    often = Counter(word for its in first for word in its)
    known: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for its, id in first.items():
        rare = sorted(its, key=lambda word: (often[word], word))[: int((1 - SHARE) * len(its)) + 1]
        near = [it for word in rare for it in known[word] if len(it & its) >= SHARE * len(it | its)]
        pairs += [(first[near[0]], id)] if near else []
        for word in rare:
            known[word].append(its)
    return pairs


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize(("words", "longest"), [(12, 8), (40, 20), (200, 70)])
def test_questions_that_are_alike_are_those_that_every_pair_shows(seed: int, words: int, longest: int) -> None:
    random = Random(seed)
    vocabulary = [f"w{number}" for number in range(words)]
    sets = [frozenset(random.choices(vocabulary, k=random.randint(0, longest))) for _ in range(40)]
    for _ in range(60):  # and some that differ by a few words
        its = set(random.choice(sets))
        its ^= set(random.choices(vocabulary, k=random.randint(0, 1 + len(its) // 8)))
        sets.append(frozenset(its))
    asked = list(zip(QUESTIONS, sets, strict=True))
    found = [(one.id, other.id) for one, other in alike(asked, SHARE)]
    assert found == by_every_pair([(question.id, its) for question, its in asked])
