"""What is to be filled in: blanks, answers, units."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import codes, short


def gap(text):
    return f"type: cloze\n    text: '{text}'"


def number(stem, value, more=""):
    return f"type: numeric\n    stem: '{stem}'\n    answer: {value}\n    {more}"


def card(front, back):
    return f"type: flashcard\n    front: '{front}'\n    back: '{back}'"


@pytest.mark.parametrize("question", [
    gap("The {{c1::heart}} pumps {{c2::blood}} through the {{c3::arteries}} of the body."),
    gap("{{c1::Osmosis}} is the {{c2::diffusion}} of it."),
    short("In ____, ____ signed ____ with Spain.", "1494; Portugal; a treaty"),
])  # fmt: skip
def test_a_sentence_of_blanks_is_told(question):
    assert "W301" in codes(question)


@pytest.mark.parametrize("question", [
    gap("The {{c1::heart}} pumps blood. The {{c2::lungs}} take up oxygen. The {{c3::liver}} makes bile."),
    gap("{{c1::Paris}} is the capital of {{c2::France}}."),
])  # fmt: skip
def test_one_or_two_blanks_in_a_sentence_are_not(question):
    assert "W301" not in codes(question)


@pytest.mark.parametrize("question", [
    gap("Mercury {{c1::is}} the planet nearest to the sun."),
    gap("The Nile flows {{c1::through}} Egypt, and it is a {{c2::very}} long river."),
    gap("Iron is an {{c1::important}} part of the blood."),
    short("The smallest unit of life is ___ a cell.", "called"),
])  # fmt: skip
def test_a_blank_for_a_word_of_no_subject_is_told(question):
    assert "W302" in codes(question)


@pytest.mark.parametrize("question", [
    gap("In the passive, the auxiliary verb {{c1::be}} goes before the participle."),
    gap("Mercury is the planet {{c1::nearest}} to the sun."),
    gap("As demand rises, the price {{c1::rises}}."),
    short("Which is the past tense of go?", "went"),
])  # fmt: skip
def test_a_blank_for_a_key_word_is_not(question):
    assert "W302" not in codes(question)


@pytest.mark.parametrize("question", [
    short("Mozart was born ___.", "in Salzburg"),
    short("The French Revolution began in ___.", "1789"),
    short("Vitamin C is important because ___.", "the body cannot make it"),
    short("The Eiffel Tower was completed in ___.", "1889"),
    short("A good leader should be ___.", "honest"),
    short("George Orwell wrote Nineteen Eighty-Four ___.", "on the island of Jura"),
    short("Hannibal crossed the Alps ___.", "with elephants"),
    short("The Romans conquered Britain ___.", "gradually"),
    short("Rust forms when ___.", "iron is damp"),
    short("In 1969, ___.", "men landed on the moon"),
    short("People who smoke may get ___.", "cancer"),
    short("The Treaty of Versailles was ___.", "harsh"),
    short("What do bees do?", "make honey"),
    short("Suggest a way to save water.", "shower briefly"),
    card("One symptom of measles", "rash"),
    gap("The Titanic sank {{c1::in 1912}}."),
    gap("One of the planets is {{c1::Mars}}."),
    short("Amsterdam lies ___.", "in the Netherlands"),
    short("A whale is a ___.", "mammal"),
    short("Rembrandt was ___.", "a painter"),
    short("Photosynthesis takes place ___.", "in chloroplasts"),
    short("The body needs minerals such as ___.", "iron"),
    short("Name a noble gas.", "neon"),
    short("Give one example of a mammal.", "the bat"),
    short("State an advantage of solar power.", "no fuel"),
    short("What is a whale?", "a mammal"),
    card("Name a river in Germany.", "the Elbe"),
    card("What happened in 1848?", "revolutions"),
    card("Who was Marie Curie?", "a physicist"),
    short("___ is a planet.", "Mars"),
    gap("The Battle of Hastings was fought in {{c1::1066}}."),
])  # fmt: skip
def test_a_question_that_several_answers_fit_is_told(question):
    assert "W303" in codes(question)


@pytest.mark.parametrize("question", [
    short("In which city was Mozart born?", "Salzburg"),
    short("The French Revolution began in the year ___.", "1789"),
    short("The capital of Australia is ___.", "Canberra"),
    short("The process by which plants make sugar is called ___.", "photosynthesis"),
    short("Hamlet was written by ___.", "Shakespeare"),
    short("Nineteen Eighty-Four was written on the island of ___.", "Jura"),
    short("The war that ended in 1648 is called ___.", "the Thirty Years War"),
    card("What does the heart do?", "it pumps blood"),
    gap("The bishop moves {{c1::diagonally}}."),
    short("The largest planet is ___.", "Jupiter"),
    short("Which gas do plants take up by day?", "carbon dioxide"),
    card("What is the capital of Peru?", "Lima"),
    card("Name the largest moon of Saturn.", "Titan"),
    card("Name a river in Germany.", "for example the Elbe"),
    gap("In 1066, William of Normandy won the Battle of {{c1::Hastings}}."),
    gap("The Battle of Hastings was fought in {{c1::1066::year}}."),
    gap("Water consists of hydrogen and {{c1::oxygen}}."),
])  # fmt: skip
def test_a_question_with_one_answer_is_not(question):
    assert "W303" not in codes(question)


@pytest.mark.parametrize("question", [
    short("The unit of force is the n _ _ _ _ _.", "newton"),
    short("Which n_____ is the unit of force?", "newton"),
    short("Which gas begins with the letter N?", "nitrogen"),
    short("What is the six-letter name of the unit of force?", "newton"),
    short("Who studies geology?", "a geologist"),
    short("What is the change by evaporating called?", "evaporation"),
    short("A person who bakes bread is a ______.", "baker"),
    gap("The {{c1::photon}} is the particle of light; a photon has no mass at rest."),
    gap("The unit of force is the {{c1::newton::n…}}."),
    gap("Falsehoods spread on purpose are {{c1::disinformation::disin……tion}}."),
    gap("The largest organ is the {{c1::skin::s k _ n}}."),
    gap("The gas in the air that we need is {{c1::oxygen::ox}}."),
    gap("The study of stars is {{c1::astronomy::astro-}}."),
    gap("Fish breathe through {{c1::gills::rhymes with hills}}."),
    short("Which fruit, the b_n_n_, is rich in potassium?", "banana"),
    short("Which country do Italians come from?", "Italy"),
    card("Whom is the Doppler effect named after?", "Christian Doppler"),
    gap("An insectivore feeds on {{c1::insects}}."),
    card("What does a conductor conduct?", "conductor"),
    short("Which unit is force given in?", "newton") + "\n    hint: it is the newton",
])  # fmt: skip
def test_an_answer_that_can_be_read_off_is_told(question):
    assert "W304" in codes(question)


@pytest.mark.parametrize("question", [
    short("What is the plural of mouse?", "mice"),
    short("What is the past tense of walk?", "walked"),
    short("What is the smaller tide at half moon called?", "a neap tide"),
    short("Who invented the telephone?", "Alexander Bell"),
    short("Which of iron, copper and gold is attracted by a magnet?", "iron"),
    short("A boat ticket costs 5 dollars. How much are two, in dollars?", "10 dollars"),
    short("The seat of government of Bolivia is a ___.", "La Paz"),
    gap("Plants take up {{c1::carbon dioxide::gas}} by day."),
    gap("The mitochondrion makes most of the cell’s {{c1::ATP}}."),
    gap("The speed of light is about {{c1::300,000 km/s::km/s}}."),
    gap("The word for dog is {{c1::Hund::noun, masc.}}."),
    gap("Columbus sailed in the year {{c1::1492::which year?}}."),
    card("Which is denser, ice or water?", "water"),
])  # fmt: skip
def test_an_answer_that_has_to_be_known_is_not(question):
    assert "W304" not in codes(question)


@pytest.mark.parametrize("question", [
    number("How fast does sound travel in air at 20 °C?", 343),
    number("What is the boiling point of water at sea level?", 100),
    number("How far is the moon from the earth?", 384400),
    number("What is the square root of 2?", 1.41),
    number("A car covers 100 km in 3 hours. What is its mean speed?", 33.33, "unit: km/h"),
    number("What is the area of a circle with a radius of 3 cm?", 28, "unit: cm²"),
    number("What is the acceleration of free fall on the earth?", 9.8, "unit: m/s²"),
    short("How long does light take from the sun to the earth?", "8"),
    gap("Water boils at a temperature of {{c1::100}}."),
])  # fmt: skip
def test_a_number_without_unit_or_precision_is_told(question):
    assert "W305" in codes(question)


@pytest.mark.parametrize("question", [
    number("How fast does sound travel in air at 20 °C, in metres per second?", 343, "tolerance: 1"),
    number("What is the boiling point of water at sea level?", 100, "unit: °C"),
    number("How many legs has a spider?", 8),
    number("In which year did the Berlin Wall fall?", 1989),
    number("What is 7 times 8?", 56),
    number("What is the square root of 2, to two decimal places?", 1.41),
    number("What is the mean of 2, 3 and 4.5?", 3.17, "tolerance: 0.01"),
    number("A book costs $4.50. How much do two cost, in dollars?", 9),
    number("What will the repair cost in thousands of crowns?", 240),
    number("How much does the bridge cost in crowns?", 12),
    number("What is the area of a rectangle with sides 3 and 4?", 12),
    number("What is half of 5?", 2.5),
    gap("Water boils at {{c1::100}} °C."),
])  # fmt: skip
def test_a_number_with_both_is_not(question):
    assert "W305" not in codes(question)


def test_a_long_answer_is_told_as_advice():
    long = "because the moon and the sun pull at right angles to each other"
    assert "W306" in codes(short("Why is the tide small at half moon?", long))
    assert "W306" not in codes(short("At which angle do moon and sun pull at half moon?", "at a right one"))


@pytest.mark.parametrize(("question", "expected"), [
    (gap("A shape with eight sides is called an {{c1::octagon}}."), True),
    (short("A shape with eight sides is called a ______.", "octagon"), True),
    (gap("A shape with eight sides is called a(n) {{c1::octagon}}."), False),
    (gap("A shape with eight sides is called {{c1::an octagon}}."), False),
])  # fmt: skip
def test_an_article_before_a_blank_is_a_cue(question, expected):
    assert ("W202" in codes(question)) is expected
