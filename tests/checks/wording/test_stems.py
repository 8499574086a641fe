"""Rules about stems: what each speaks about, and the sound stems that come near it."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import ABC, choice, stems, truth
from tests.support import compile_set


def short(stem: str) -> list[str]:
    return stems(f"type: short_answer\n    stem: {stem!r}\n    answer: aa")


def card(front: str, back: str = "a long enough answer to be no pair of words") -> list[str]:
    return stems(f"front: {front!r}\n    back: {back!r}")


@pytest.mark.parametrize("stem", [
    "Photosynthesis",
    "The heart:",
    "Which of the following statements is true?",
    "Which one is right about mosses?",
    "Regarding fever, which statement is correct?",
    "Select the correct statement about enzymes.",
    "Which of these best describes osmosis?",
    "Mozart was",
    "Concerning the French Revolution",
    "In the case of acids,",
    "It is true of mammals that",
    "The following is true of the Treaty of Versailles:",
    "The following statement about cells is right:",
    "One of the following statements on tides is correct. Which one?",
    "Which of the following do you associate with Impressionism?",
])  # fmt: skip
def test_a_choice_that_sets_no_task(stem):
    assert choice(stem) == ["W101"]


@pytest.mark.parametrize("stem", [
    "Which sentence uses the semicolon correctly?",
    "Which statement best explains why ice floats on water?",
    "The powerhouse of the cell is the",
    "Water boils at sea level at",
    "Which is true of birds but not of bats?",
    "What is the function of the ribosome?",
    "A minim lasts",
    "The kidneys filter",
    "Which of these inequalities is true for x = 3?",
    "Which of the following equations is correctly balanced?",
])  # fmt: skip
def test_a_choice_that_says_what_is_asked(stem):
    assert choice(stem) == []


def test_a_card_is_no_bare_topic_unless_it_is_a_pair_of_terms():
    assert card("The Krebs cycle") == ["W101"]
    assert card("Tell me about Piaget.") == ["W101"]
    assert card("Capital of Australia") == card("der Hund", "the dog") == card("Define osmosis.") == []
    assert stems("front: tidal range\n    back: the height from low water to high water\n    reversed: true") == []


@pytest.mark.parametrize("stem", [
    "Which of the following isn't a mammal?",
    "All of these are noble gases except",
    "Which drug should never be given to children?",
    "Which is the least likely cause of the pain?",
    "Which of these countries has no coast?",
    "Which pairing is incorrect?",
    "Choose the word that does not fit.",
    "Which of these nations took no part in the war?",
])  # fmt: skip
def test_a_negative_that_asks_for_the_exception(stem):
    assert "W102" in choice(stem)


@pytest.mark.parametrize("stem", [
    "Which of these is NOT a mammal?",
    "Which of these is *not* a mammal?",
    "Why does oil not mix with water?",
    "What is a market with no barriers to entry called?",
    "Which treatment helps a patient who does not respond to insulin?",
    "What is the least common multiple of 4 and 6?",
    "What is the least amount of water that a camel needs in a week?",
    "Which gas makes up at least three quarters of the air?",
    'What does the sign "no entry" tell a driver?',
])  # fmt: skip
def test_a_negative_of_the_case_or_set_off_is_left_alone(stem):
    assert choice(stem) == []


def test_a_statement_turned_round_by_a_small_word():
    assert truth("Insulin is not made in the liver.") == ["W102"]
    assert truth("Insulin is **not** made in the liver.") == []
    assert truth("A substance that does not dissolve in water is called insoluble.") == []
    assert truth("A whale is not only large but also loud.") == []


def test_two_negatives():
    assert "W103" in truth("It is **not** uncommon for the infection to spread.")
    assert "W103" in choice("Which is **NOT** an unusual effect of the drug?")
    assert stems("stem: Which was NOT a reason?\n    answer: They had no money\n    distractors: [Fear, Hunger]") == [
        "W103"
    ]
    assert (
        choice("A healthy adult who is not allergic and takes no drugs has a fever. Which drug suits this adult?") == []
    )


@pytest.mark.parametrize("stem", [
    "The heart is a truly remarkable organ. Which chamber pumps blood into the aorta?",
    "Maths is everywhere, even in the kitchen! What is 7 times 8?",
    "As you all know, lost work is no fun. Why do teams keep versions?",
    "The Nile, which has fascinated travellers for centuries, flows into which sea?",
    "Iron is a metal found in many rocks. What is the symbol of gold?",
    "As one of the most famous composers of all time, in which city was Mozart born?",
    "Bridges connect people. Which force acts on the cable of a suspension bridge?",
    "Of all instruments the violin is perhaps the one closest to the human voice. How many strings does a violin have?",
    "Hospitals are busy places. How long should hands be rubbed with alcohol?",
    "Everybody has had a cold. Which kind of germ causes it?",
    "Who, in the long and glorious history of physics, discovered the electron?",
    "Cats make lovely pets. How many toes does a cat have on each front paw?",
])  # fmt: skip
def test_words_that_could_be_struck_out(stem):
    assert choice(stem) == ["W104"]


@pytest.mark.parametrize(
    "stem",
    [
        "A man of 60 has chest pain. He sweats and feels sick. Which test comes first?",
        "Magnesium burns in air. What colour is the flame?",
        "Two solutions are mixed. One is an acid, the other a base. What forms?",
        "Gold and silver occur as native metals. Which property explains this?",
        "The Highway Code allows fog lights when it is foggy. How far can a driver see then?",
        "Water expands when it freezes. What follows for ice on a lake?",
        "Sodium is heated with chlorine. Which compound is formed?",
        "The gene for red flowers is dominant. What colour are the offspring of two pure white plants?",
        "A rook stands on a1. All other squares of its rank are empty. How many squares does it attack?",
        "Oxygen is bubbled through lime water. What is seen?",
    "Ice is added to a drink. In which direction does heat flow?",
    ],
)  # fmt: skip
def test_facts_of_a_case_are_needed(stem):
    assert choice(stem) == []


def test_a_clause_that_decorates_a_statement():
    assert "W104" in truth("Beethoven, whose music still moves us today, was born in Bonn.")
    assert truth("Beethoven, born in 1770, wrote nine symphonies.") == []


@pytest.mark.parametrize("stem", [
    "Which city was the largest in Africa in 2020?",
    "Which structure hands back the most recently added element first?",
])  # fmt: skip
def test_a_time_that_is_named_or_compared_is_not_another_later(stem):
    assert choice(stem) == []


def test_words_of_offices():
    assert "W107" in choice("By what appellation do scholars refer to the reign of Victoria?")
    assert "W107" in choice("Which organ is endowed with the faculty of effecting the purification of the blood?")
    assert choice("Which enzyme unwinds the double helix during replication?") == []
    assert "W107" in choice("Subsequent to the ingestion of a drug, what ought to be ascertained?")
    assert choice("What is the process called by which plants make sugar from water and carbon dioxide?") == []


@pytest.mark.parametrize("stem", [
    "Which city is marked on the map above?",
    "As we discussed in class, what limits the growth of algae?",
    "What is this process called?",
    "When did he become king?",
    "What will be the output of the program on the last slide?",
    "Which trend does the graph show?",
    "What is the main argument of the author?",
])  # fmt: skip
def test_what_is_not_in_the_question(stem):
    assert choice(stem) == ["W108"]


@pytest.mark.parametrize("stem", [
    "What does it mean when a referee shows a yellow card?",
    "Which scientist published his theory of gravity in 1687?",
    "How long does it take light to reach the moon?",
    "A patient has a fever. What should the nurse check before giving this patient aspirin?",
    "Which of these conditions must be met?",
    "What does this line print? `print(2 ** 3)`",
    "This king was beheaded in 1649.",
])  # fmt: skip
def test_what_the_question_brings_along(stem):
    assert choice(stem) == []


def test_an_expletive_points_to_nothing():
    assert truth("It is legal to vote at 16 in Austria.") == []
    assert truth("It is found in all green plants.") == ["W108"]


def test_what_a_blank_may_be_followed_by():
    assert short("The ____ is the largest organ of the body.") == ["W109"]
    assert short("Water freezes at ____ °C.") == short("The Berlin Wall fell in ___ (year).") == []
    assert stems('type: cloze\n    text: "The {{c1::skin}} is the largest organ."') == []


@pytest.mark.parametrize(("stem", "said"), [
    ("What is a prime number?", ["W110"]),
    ("Which of the following is a prime number?", ["W110"]),
    ("Which vitamin dissolves in fat?", ["W110"]),
    ("Which of the following are prime numbers?", []),
    ("Which two of these are prime?", []),
    ("Which organ secretes digestive enzymes?", ["W110"]),
    ("Which country borders Germany?", ["W110"]),
    ("Which novel did Dickens write?", ["W110"]),
    ("Which of the following contains iron?", ["W110"]),
    ("Which digestive enzymes break down starch?", []),
    ("Which European countries use the euro?", []),
    ("In which years was Germany at war with France?", []),
    ("Tick the cities that lie on the Danube.", []),
    ("Mark every prime number.", []),
    ("What is a prime number? Tick all that apply.", []),
    ("Which bodies raise tides?", []),
])  # fmt: skip
def test_how_many_options_are_right(stem, said):
    assert stems(f"type: multiple_answer\n    stem: {stem}\n    answers: [aa, bb]\n    distractors: [cc]") == said


def test_words_that_mean_another_time_later():
    assert short("Which city is currently the largest in Africa?") == ["W111"]
    assert short("Who is the current president of France?") == ["W111"]
    assert short("Which city was the largest in Africa, as counted recently in 2020?") == []
    assert short("Whose words are “we are currently winning”?") == []


def test_only_a_single_sentence_is_long():
    words = "a stone and " * 10
    assert "W112" in short(f"What falls when {words}another stone are let go of at once from a high tower?")
    assert "W112" not in short("A stone falls. It hits a tree. " * 5 + "What does the stone hit first?")


def test_other_languages_are_left_alone():
    assert stems(f"language: de\n    stem: The heart{ABC}") == []


def test_what_generators_wrote_is_left_alone():
    document, problems = compile_set(
        """\
article: {title: Ferry fee to rise, disclosure: One report.}
sources: {a: {name: Ada Lund, kind: person}, b: {name: Bo Reis, kind: person}, c: {name: Cleo Moss, kind: person}}
claims:
  - {id: x, claim: the ferry is not unsafe, speaker: a, basis: on_record, quote: q, paragraph: 1}
  - {id: y, claim: the pier is old, speaker: b, basis: on_record, quote: q, paragraph: 2}
  - {id: z, claim: the quay is new, speaker: c, basis: on_record, quote: q, paragraph: 3}
generate: [{family: who-said, claims: all}]
"""
    )
    assert len(document.questions) == 3
    assert [problem.code.id for problem in problems if problem.code.id[:2] in ("W1", "W2")] == []
