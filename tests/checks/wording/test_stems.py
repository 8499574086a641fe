"""Rules about stems: what each speaks about, and the sound stems that come near it."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import codes
from tests.support import compile_set

ABC = "\n    answer: aa\n    distractors: [bb, cc]"


def stems(question: str) -> list[str]:
    """The codes of stem rules about the question."""
    return [code for code in codes(question) if code.startswith("W1")]


def choice(stem: str) -> list[str]:
    return stems(f"stem: {stem!r}{ABC}")


def truth(stem: str) -> list[str]:
    return stems(f"type: true_false\n    stem: {stem!r}\n    answer: true")


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
])  # fmt: skip
def test_words_that_could_be_struck_out(stem):
    assert choice(stem) == ["W104"]


@pytest.mark.parametrize("stem", [
    "A man of 60 has chest pain. He sweats and feels sick. Which test comes first?",
    "Magnesium burns in air. What colour is the flame?",
    "Two solutions are mixed. One is an acid, the other a base. What forms?",
    "Gold and silver occur as native metals. Which property explains this?",
    "The Highway Code allows fog lights when it is foggy. How far can a driver see then?",
])  # fmt: skip
def test_facts_of_a_case_are_needed(stem):
    assert choice(stem) == []


@pytest.mark.parametrize("stem", [
    "When and where was the charter sealed?",
    "What is the capital of Canada, and which language is spoken there?",
    "Name the author and the year of publication of Emma.",
    "Define inflation and give an example.",
    "What are the mean and the median of 1, 2 and 9?",
    "What is an enzyme? How does it work?",
])  # fmt: skip
def test_two_questions_in_one(stem):
    assert short(stem) == ["W105"]


@pytest.mark.parametrize("stem", [
    "The heart has four chambers and the lungs have two lobes each.",
    "Paris lies on the Seine, which flows into the Mediterranean.",
    "Whales are mammals because they live in water.",
    "The jury has twelve members and passes the sentence.",
])  # fmt: skip
def test_two_statements_in_one(stem):
    assert truth(stem) == ["W105"]


@pytest.mark.parametrize("stem", [
    "Oxygen and nitrogen make up most of the air.",
    "Romeo and Juliet die at the end of the play.",
    "Smoking causes lung cancer.",
    "A site can be trusted merely because it is old.",
])  # fmt: skip
def test_one_relation_is_one_idea(stem):
    assert truth(stem) == []


@pytest.mark.parametrize("stem", [
    "What is the best novel by Charles Dickens?",
    "In your opinion, which cause mattered most?",
    "Which composer wrote the most moving requiem?",
    "Which form of government is the best?",
])  # fmt: skip
def test_a_matter_of_taste(stem):
    assert choice(stem) == ["W106"]


@pytest.mark.parametrize("stem", [
    "Which metal is the best conductor of electricity?",
    "What should a driver do first at a red light?",
    "Which novel did critics vote the greatest of its century?",
    "What is the greatest common divisor of 12 and 18?",
    "In the inverted pyramid, where does the most important fact stand?",
])  # fmt: skip
def test_what_a_measure_or_a_rule_decides(stem):
    assert choice(stem) == []


def test_statements_of_taste_and_policy():
    assert (
        truth("Capital punishment should be abolished.") == truth("Latin is the most beautiful language.") == ["W106"]
    )
    assert truth("Copper conducts electricity better than iron.") == []


def test_words_of_offices():
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
