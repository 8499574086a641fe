"""Matching, ordering and essays."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import codes

INVENTORS = "[[dynamite, Alfred Nobel], [telephone, Alexander Bell], [phonograph, Thomas Edison]]"


def match(stem, pairs=INVENTORS, extra="[James Watt]"):
    return f"type: matching\n    stem: '{stem}'\n    pairs: {pairs}\n    extra: {extra}"


def order(stem, *things):
    return f"type: ordering\n    stem: '{stem}'\n    items:\n" + "".join(f"      - '{thing}'\n" for thing in things)


def essay(stem, rubric="one point each"):
    return f"type: essay\n    stem: '{stem}'\n    rubric: {rubric}"


@pytest.mark.parametrize("stem", [
    "Match the columns.",
    "Match the following.",
    "Match each item on the left with the correct item on the right.",
    "Connect the pairs! One is left over.",
    "Draw lines between the two lists.",
    "Match the inventions.",
    "Which ones belong together?",
])  # fmt: skip
def test_directions_that_name_no_relation_are_told(stem):
    assert "W401" in codes(match(stem))


@pytest.mark.parametrize("stem", [
    "Match each invention with its inventor.",
    "Match each word with what it means.",
    "Who invented what?",
    "Assign every invention to the person who made it. One name is left over.",
    "Match the terms to their definitions.",
    "Pair the inventions and the inventors.",
])  # fmt: skip
def test_directions_that_name_it_are_not(stem):
    assert "W401" not in codes(match(stem))


def test_columns_that_come_out_even_are_told_unless_one_may_be_used_twice():
    assert "W402" in codes(match("Match each invention with its inventor.", extra="[]"))
    assert "W402" not in codes(match("Match each invention with its inventor."))
    assert "W402" not in codes(match("Match each to its inventor; a name may be used more than once.", extra="[]"))


def test_more_than_ten_pairs_are_told():
    pairs = [f"[thing {letter * 3}, maker {letter * 4}]" for letter in "bcdfghjklmn"]
    assert "W403" in codes(match("Match each thing with its maker.", f"[{', '.join(pairs)}]"))
    assert "W403" not in codes(match("Match each thing with its maker.", f"[{', '.join(pairs[:10])}]"))


@pytest.mark.parametrize(("stem", "pairs", "expected"), [
    ("Match each work with what belongs to it.", "[[Guernica, '1937'], [The Scream, Edvard Munch]]", True),
    ("Match each work with its painter, year or place.", "[[Guernica, Picasso], [The Scream, Edvard Munch]]", True),
    ("Match each battle with its year.", "[[Hastings, '1066'], [Waterloo, '1815']]", False),
    ("Match each invention with its inventor.", INVENTORS, False),
])  # fmt: skip
def test_columns_of_several_kinds_are_told(stem, pairs, expected):
    assert ("W210" in codes(match(stem, pairs, "[]"))) is expected


def test_a_word_in_both_halves_of_one_pair_is_told():
    pairs = (
        "[[thermometer, measures temperature], [barometer, measures air pressure], [gauge, pressure gauge of a tyre]]"
    )
    assert "W203" in codes(match("Match each instrument with its use.", pairs))
    assert "W203" not in codes(match("Match each invention with its inventor."))


def test_an_article_at_the_end_of_a_premise_is_told():
    pairs = "[[An animal that eats plants is a, herbivore], [One that eats all is an, omnivore]]"
    assert "W202" in codes(match("Match each beginning with the word that ends it.", pairs, "[carnivore]"))


@pytest.mark.parametrize("stem", [
    "Put these in order.",
    "Put the following planets in the correct order.",
    "Arrange these by size.",
    "Sort the minerals according to hardness.",
    "Rank the countries by population.",
    "Put the following events in the right sequence.",
])  # fmt: skip
def test_an_order_without_a_beginning_is_told(stem):
    assert "W404" in codes(order(stem, "talc", "gypsum", "quartz"))


@pytest.mark.parametrize("stem", [
    "Put these minerals in order of hardness, softest first.",
    "Arrange them from small to large.",
    "Put these events in chronological order.",
    "Order the numbers in ascending order.",
    "Put these in order, beginning with high water.",
    "Put these styles in the order in which they arose.",
    "Rank the planets by mass: lightest at the top.",
    "Put the stages of mitosis in order.",
    "Sort these words alphabetically.",
])  # fmt: skip
def test_an_order_with_one_is_not(stem):
    assert "W404" not in codes(order(stem, "talc", "gypsum", "quartz"))


@pytest.mark.parametrize("things", [
    ("First, heat the oil", "Then fry the onions", "Finally, add the rice"),
    ("To begin with, weigh the flour", "After that, add water", "Lastly bake it"),
    ("Step 1: weigh", "Step 2: mix", "Step 3: bake"),
    ("Storming of the Bastille (1789)", "Execution of the king (1793)", "Fall of Robespierre (1794)"),
    ("Mercury, 58 million km away", "Venus, 108 million km away", "Earth, 150 million km away"),
])  # fmt: skip
def test_things_that_carry_their_place_are_told(things):
    assert "W405" in codes(order("Put these in order, earliest first.", *things))


@pytest.mark.parametrize("things", [
    ("weigh the flour", "add water", "bake"),
    ("500 g", "2 kg", "3 t"),
    ("first quarter", "full moon", "last quarter"),
    ("First World War", "Russian Civil War", "Cold War"),
    ("0.3", "1/2", "75 %"),
    ("Cessna Skyhawk", "ATR 72", "Airbus A320", "Boeing 747"),
])  # fmt: skip
def test_things_that_do_not_are_left_alone(things):
    assert "W405" not in codes(order("Put these in order, from first to last.", *things))


@pytest.mark.parametrize("stem", [
    "Discuss democracy.",
    "Write about climate change.",
    "Write an essay on the Renaissance in about 300 words.",
    "Comment on the French Revolution (2 pages).",
    "Tell what you know about volcanoes.",
    "What do you know about volcanoes?",
    "The Cold War",
    "Describe photosynthesis.",
])  # fmt: skip
def test_a_bare_topic_is_told(stem):
    assert "W406" in codes(essay(stem))


@pytest.mark.parametrize("stem", [
    "Discuss two reasons for the fall of Rome.",
    "Explain how a bill becomes law, in about 150 words.",
    "Compare mitosis and meiosis in three respects.",
    "Write about 200 words on the causes of the First World War.",
    "In about 100 words, explain what the Congress of Vienna decided about Poland.",
    "Discuss whether zoos protect species, with one argument for and one against.",
    "Describe the steps by which you would check this claim.",
])  # fmt: skip
def test_a_task_is_not(stem):
    assert "W406" not in codes(essay(stem))


def test_an_essay_without_rubric_is_told_as_advice():
    assert "W407" in codes("type: essay\n    stem: Explain how a bill becomes law.")
    assert "W407" not in codes(essay("Explain how a bill becomes law."))


@pytest.mark.parametrize("stem", [
    "Match each invention with its inventor. No name is used more than once.",
    "Match each invention with its inventor. No name may be used twice.",
    "Match each invention with its inventor. No name is left over.",
])  # fmt: skip
def test_directions_that_say_that_columns_come_out_even_excuse_nothing(stem):
    assert "W402" in codes(match(stem, extra="[]"))


@pytest.mark.parametrize("stem", [
    "Assign each inventor the device he made.",
    "Write the letter of the inventor next to his invention.",
])  # fmt: skip
def test_directions_that_name_the_relation_in_other_words_are_not_told(stem):
    assert "W401" not in codes(match(stem))


def test_words_that_sound_alike_in_both_halves_of_one_pair_are_told():
    pairs = "[[pancreas, makes pancreatic juice], [heart, pumps blood], [kidney, makes urine]]"
    assert "W203" in codes(match("Match each organ with its function.", pairs, "[stores bile]"))
    assert "W203" not in codes(
        match("Match each organ with its function.", "[[pancreas, makes insulin], [heart, pumps blood]]")
    )


@pytest.mark.parametrize("things", [
    ("The first step is to weigh", "The second step is to mix", "The final step is to bake"),
    ("Weigh the flour", "After weighing, add water", "After adding water, bake"),
    ("It begins with a spark", "Later the fire spreads", "It ends in ashes"),
    ("Morning: wake", "Noon: eat", "Evening: sleep"),
    ("a) weigh", "b) mix", "c) bake"),
])  # fmt: skip
def test_things_that_point_at_each_other_are_told(things):
    assert "W405" in codes(order("Put these in order, earliest first.", *things))


def test_an_order_that_the_verb_of_the_question_gives_is_said():
    assert "W404" not in codes(order("In which order does a bill pass these bodies?", "House", "Senate", "president"))
    assert "W404" in codes(order("In what order do these belong?", "House", "Senate", "president"))
