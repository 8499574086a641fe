"""No answer is the key of more than half of a family's questions."""

from __future__ import annotations

from collections import Counter

from deckmaker.generators.choosing import Weight, held_back
from tests.generators import ask, ask_in_many, key

TOWN = """\
claims:
  - {id: a, claim: gulls cry, speaker: article, basis: none_given, quote: q, paragraph: 1}
  - {id: b, claim: sails flap, speaker: article, basis: none_given, quote: q, paragraph: 1}
  - {id: c, claim: fog lifts, speaker: article, basis: none_given, quote: q, paragraph: 1, core: true}
  - {id: d, claim: rain falls, speaker: article, basis: none_given, quote: q, paragraph: 1}
  - {id: e, claim: fees rise, speaker: mayor, basis: on_record, quote: q, paragraph: 1}
  - {id: f, claim: tides turn, speaker: pilot, basis: on_record, quote: q, paragraph: 1}
"""


def test_the_article_itself_does_not_win_by_habit_and_core_claims_go_first():
    for asked in ask_in_many(TOWN + "generate: [{family: who-said}]\n"):
        assert Counter(map(key, asked.questions.values())) == {"the article itself": 2, "Ada Lund": 1, "Bo Reis": 1}
        assert "c/who-said" in asked.questions
        assert set(asked.refusals.values()) == {
            'balance: "the article itself" would be the answer to more than half of the "who-said" questions'
        }


def test_a_set_with_one_answer_only_asks_once():
    asked = ask(TOWN + "generate: [{family: who-said, claims: [a, b, d]}]\n")
    assert len(asked.questions) == 1
    assert len(asked.refusals) == 2


def test_all_rules_of_a_family_are_balanced_together():
    asked = ask(TOWN + "generate: [{family: who-said, claims: [a, b]}, {family: who-said, claims: [e, f]}]\n")
    assert len(asked.questions) == 4


def weights(*answers: str) -> list[Weight]:
    return [Weight(f"{index}/x", answer, core=False) for index, answer in enumerate(answers)]


def test_what_an_earlier_build_asked_is_never_held_back():
    family = weights("a", "a", "a", "a", "b")
    assert held_back(family, {"0/x", "1/x", "2/x"}, "u") == {"3/x"}
    assert held_back(family, {"3/x"}, "u") == {"0/x", "1/x", "2/x"}


def test_of_one_answer_what_its_family_prefers_goes_first_even_before_core_claims():
    family = [
        Weight("0/x", "a", core=True, prefer=1),
        Weight("1/x", "a", core=False, prefer=0),
        Weight("2/x", "b", core=False),
    ]
    assert held_back(family, (), "u", even=True) == {"0/x"}
    assert held_back(family, {"0/x"}, "u", even=True) == {"1/x"}


def test_nothing_is_held_back_of_a_balanced_family_or_of_none():
    assert held_back(weights("a", "a", "b", "c"), (), "u") == frozenset()
    assert held_back([], (), "u") == frozenset()


def test_each_set_holds_back_by_its_own_hash():
    family = weights("a", "a", "a", "a", "b")
    assert len({held_back(family, (), uid) for uid in "stuvwxyz"}) > 1
