"""One thing at a time, and nothing that taste decides: what each rule speaks about, and the sound items near it."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import choice, stems, truth


def short(stem: str) -> list[str]:
    return stems(f"type: short_answer\n    stem: {stem!r}\n    answer: aa")


@pytest.mark.parametrize("stem", [
    "When and where was the charter sealed?",
    "What is the capital of Canada, and which language is spoken there?",
    "Name the author and the year of publication of Emma.",
    "Define inflation and give an example.",
    "What are the mean and the median of 1, 2 and 9?",
    "What is an enzyme? How does it work?",
    "Which river flows through Vienna, and into which sea?",
    "In what year and by whom was the press invented?",
    "Calculate the area and the perimeter of a square with sides of 3 cm.",
    "Who was the first president of the United States, and the second?",
    "State the unit of force and of energy.",
])  # fmt: skip
def test_two_questions_in_one(stem):
    assert short(stem) == ["W105"]


@pytest.mark.parametrize("stem", [
    "The heart has four chambers and the lungs have two lobes each.",
    "Paris lies on the Seine, which flows into the Mediterranean.",
    "Whales are mammals because they live in water.",
    "The jury has twelve members and passes the sentence.",
    "Arteries carry blood away from the heart, and veins have thicker walls than arteries.",
    "Tokyo is the capital of Japan, and Osaka its largest city.",
    "In cricket an over has six balls, and a match lasts five days.",
    "Demand rises when prices fall, and supply rises when prices rise.",
    "Copper is a metal and conducts electricity.",
    "The liver makes bile, stores sugar and filters blood.",
    "Bats navigate by echo and hibernate in caves.",
    "Canberra is the capital of Australia and its largest city.",
    "Lava cools quickly at the surface, forming granite.",
    "Bats are birds since they can fly.",
    "Besides being a painter, Leonardo was an engineer.",
])  # fmt: skip
def test_two_statements_in_one(stem):
    assert truth(stem) == ["W105"]


@pytest.mark.parametrize("stem", [
    "Oxygen and nitrogen make up most of the air.",
    "Romeo and Juliet die at the end of the play.",
    "Smoking causes lung cancer.",
    "Bread is made of flour, water and yeast.",
    "In chess, castling moves two pieces.",
    "Not only plants but also algae make oxygen.",
    "The Bill of Rights protects freedom of speech and of the press.",
    "The Soviet Union and the United States signed the treaty in 1972.",
    "Warm-blooded animals include bats and whales.",
    "A site can be trusted merely because it is old.",
])  # fmt: skip
def test_one_relation_is_one_idea(stem):
    assert truth(stem) == []


@pytest.mark.parametrize("stem", [
    "What is the best novel by Charles Dickens?",
    "In your opinion, which cause mattered most?",
    "Which composer wrote the most moving requiem?",
    "Which form of government is the best?",
    "Who was the greatest of the Roman emperors?",
    "Which solution to the housing crisis is the fairest?",
    "Which book should every pupil read?",
    "What should be done about climate change?",
    "Which team deserved to win in 1982?",
    "What is the ideal form of government?",
])  # fmt: skip
def test_a_matter_of_taste(stem):
    assert choice(stem) == ["W106"]


@pytest.mark.parametrize("stem", [
    "Which metal is the best conductor of electricity?",
    "What should a driver do first at a red light?",
    "Which novel did critics vote the greatest of its century?",
    "What is the greatest common divisor of 12 and 18?",
    "In the inverted pyramid, where does the most important fact stand?",
    "What should a nurse do first when a patient faints?",
    "Which knot should a climber use to tie in?",
    "Which poet is known as the greatest poet of Persia?",
    "Which planet has the greatest mass?",
])  # fmt: skip
def test_what_a_measure_or_a_rule_decides(stem):
    assert choice(stem) == []


def test_statements_of_taste_and_policy():
    assert (
        truth("Capital punishment should be abolished.") == truth("Latin is the most beautiful language.") == ["W106"]
    )
    assert truth("The state should tax inheritances more heavily than wages.") == ["W106"]
    assert truth("Zoos ought to be closed.") == truth("Nuclear power is too dangerous.") == ["W106"]
    assert truth("Copper conducts electricity better than iron.") == []
    assert truth("Silver is a better conductor than copper.") == []
    assert truth("Wounds should be rinsed with clean water.") == []
    assert truth("According to the WHO, infants should be breastfed for six months.") == []
