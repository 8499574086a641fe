"""Flashcards: one fact, brought back from memory."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import codes


def card(front, back):
    return f"type: flashcard\n    front: '{front}'\n    back: '{back}'"


LIST = 'type: flashcard\n    front: What are the parts of a plant?\n    back: "- root\\n- stem\\n- leaf"'


@pytest.mark.parametrize("question", [
    LIST,
    card("What are the primary colours?", "red, yellow and blue"),
    card("Name the three states of matter.", "solid, liquid, gas"),
    card("Which countries border Switzerland?", "Germany; France; Italy; Austria; Liechtenstein"),
    card("List the phases of mitosis in order.", "prophase → metaphase → anaphase → telophase"),
    card("Who were the members of the Triple Entente?", "France, Russia and Great Britain"),
    card("Steps of the scientific method", "1. Observe 2. Hypothesise 3. Test 4. Conclude"),
    card("What does a plant need to grow?", "light, water and carbon dioxide"),
    card("What do you check in an ABC assessment?", "airway, breathing, circulation"),
])  # fmt: skip
def test_a_list_on_the_back_is_told(question):
    assert "W501" in codes(question)
    assert "W502" not in codes(question)


@pytest.mark.parametrize("question", [
    card("Which museum owns Las Meninas?", "the Prado, Madrid, Spain"),
    card("Who wrote Faust?", "Johann Wolfgang von Goethe"),
    card("When was the Declaration of Independence adopted?", "4 July 1776"),
    card("What is a fjord?", "a long, narrow arm of the sea, with steep sides, carved by a glacier"),
    card("Which two gases make up most of the air?", "nitrogen and oxygen"),
    card("How many people live in Iceland?", "about 380,000"),
])  # fmt: skip
def test_one_thing_is_no_list(question):
    assert "W501" not in codes(question)


@pytest.mark.parametrize("question", [
    card("What is a gerund?", "The -ing form of a verb used as a noun. It can be a subject."),
    card("When did Rome fall?", "In 476. The last emperor was Romulus Augustulus."),
    card("Where did the war start and end?", "It started in Poland and it ended in Japan."),
    card("What does the heart do?", "It pumps blood through the lungs; it also makes a hormone."),
    card("What is a filter bubble?", "a state in which someone sees only views that are like their own, because an algorithm "
         "picks what is shown by what the person has clicked on, shared or searched for before"),
])  # fmt: skip
def test_more_than_one_fact_is_told(question):
    assert "W502" in codes(question)


@pytest.mark.parametrize("question", [
    card("What is a gerund?", "The -ing form of a verb used as a noun."),
    card("Who painted Guernica?", "P. Picasso"),
    card("What is the unit of force?", "the newton (N)"),
])  # fmt: skip
def test_one_fact_is_not(question):
    assert "W502" not in codes(question)


@pytest.mark.parametrize("question", [
    card("Is a whale a fish?", "no"),
    card("Do plants take up oxygen at night?", "Yes, they do."),
    card("True or false: the sun is a star.", "true"),
    card("Which is heavier, lead or iron?", "lead"),
    card("In which direction does the earth turn: east or west?", "east"),
    card("At 4 °C, is water denser than ice?", "it is denser"),
    card("The sun is a star.", "True"),
    card("Mitosis or meiosis: which makes gametes?", "meiosis"),
    card("Does ice float or sink in water?", "it floats"),
])  # fmt: skip
def test_a_card_with_two_answers_is_told(question):
    assert "W503" in codes(question)


@pytest.mark.parametrize("question", [
    card("Which gas do plants take up by day?", "carbon dioxide"),
    card("Which is heaviest, lead, iron or gold?", "gold"),
    card("Which is heaviest: lead, iron or gold?", "gold"),
    card("Is a whale a fish, a bird or a mammal?", "a mammal"),
    card("Which of the planets is nearest to the sun?", "Mercury"),
    card("Who painted or drew Guernica?", "Picasso"),
    card("May Day is on which day of the year?", "1 May"),
    card("What does a rise or fall of the barometer tell?", "that the weather changes"),
])  # fmt: skip
def test_an_open_card_is_not(question):
    assert "W503" not in codes(question)
