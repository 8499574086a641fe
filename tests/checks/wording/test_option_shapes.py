"""Rules about options: the shapes in which a flaw comes, each beside a sound option that looks like it."""

from __future__ import annotations

import pytest

from tests.checks.wording.test_options import options


@pytest.mark.parametrize(("stem", "typed", "code"), [
    ("Water is purified by", ("*boiling it", "to freeze it", "filtering it"), "W202"),
    ("The poles of a magnet", ("*attract their opposites", "is at the middle", "has no force"), "W202"),
    ("Who was the first woman in space?", ("*Tereshkova", "The Soviet pilots", "The cosmonauts"), "W202"),
    ("How do glaciers move?", ("*They slide", "They do not move at all", "They roll"), "W204"),
    ("What does the study show?", ("*Sleep helps", "100 % of people forget", "Sleep harms"), "W204"),
    ("What is true of antibiotics?", ("They cure any infection", "*They act on bacteria", "They thin blood"), "W204"),
    ("What did the treaty bring?", ("*A new border", "The total end of wars", "A customs union"), "W204"),
    ("What does smoking do?", ("*It might cause cancer", "It lowers the pulse", "It sharpens sight"), "W205"),
    ("How large is the lake?", ("*Rather large", "As Wales", "As Malta"), "W205"),
    ("What causes erosion?", ("*Wind", "Water", "They all do"), "W206"),
    ("What causes erosion?", ("Wind", "Water", "*A, B and C are all correct"), "W206"),
    ("What causes erosion?", ("*Wind", "Light", "Something else"), "W207"),
    ("What causes erosion?", ("*Wind", "Light", "All of the above are wrong"), "W207"),
    ("What causes erosion?", ("*Wind", "Light", "Another cause not listed here"), "W207"),
    ("Who painted it?", ("*Monet", "Manet", "Nobody named here"), "W207"),
    ("Which are noble gases?", ("Neon", "Argon", "*Neon as well as argon"), "W208"),
    ("Which lower the risk?", ("Less salt", "More sport", "*Less salt and more sport together"), "W208"),
    ("Which are noble gases?", ("Neon", "Argon", "*Answers one and two"), "W208"),
    ("What is the Sahel?", ("A people", "A process", "A climate", "*A region"), "W210"),
    ("What is it linked to?", ("Chlorophyll", "In summer", "*Glucose", "Charles Darwin"), "W210"),
    ("How long does it last?", ("*Two weeks", "7–10 days", "A month"), "W211"),
    ("When did it happen?", ("In the 19th century", "*In 1848", "In 1917"), "W212"),
    ("Where is Lyon?", ("*In France", "In Europe", "In Asia"), "W212"),
    ("How should it be kept?", ("*In a cool place", "In a place that is cool", "In the sun"), "W212"),
    ("How often is it?", ("*Once a year", "Annually", "Every ten years"), "W212"),
    ("Who wrote it?", ("A woman", "*A young woman from Leeds", "A bishop of York"), "W212"),
    ("What is a sign of flu?", ("*Fever", "A high temperature", "A rash"), "W212"),
    ("How does wood behave?", ("*It floats", "It sinks", "It rusts"), "W215"),
    ("What happens to the voltage?", ("*It doubles", "It is halved", "The wire melts"), "W215"),
    ("What does the ion do?", ("*It takes up an electron", "It gives off an electron", "It splits"), "W215"),
    ("Does the law apply abroad?", ("*It applies there", "It does not apply there", "The embassy pays"), "W215"),
    ("What does the enzyme do?", ("*It accelerates it", "It slows it down", "It adds colour"), "W215"),
    ("How did the town vote?", ("*For the bridge", "Against the bridge", "By post"), "W215"),
    ("What do the plates do?", ("*They move apart", "They move together", "They melt"), "W215"),
    ("What does a router do?", ("*Forwards packets", "Cheers up lonely computers", "Stores files"), "W216"),
    ("Why do leaves fall?", ("*The tree saves water", "The tree is in love", "Frost kills them"), "W216"),
    ("How does a bill pass?", ("*Both houses vote", "The president does a handstand", "A court agrees"), "W216"),
    ("What is the lens for?", ("*It bends light", "It cooks eggs (just kidding)", "It stores heat"), "W216"),
])  # fmt: skip
def test_shapes_that_are_told(stem, typed, code):
    assert code in options(stem, *typed)


@pytest.mark.parametrize(("stem", "typed", "code"), [
    ("How much is it?", ("10²", "*10³", "10¹"), "W213"),
    ("How many times?", ("Twice", "*Four times", "Three times"), "W213"),
    ("How often?", ("Every 4 years", "*Every 2 years", "Every 5 years"), "W213"),
    ("How many do?", ("1 in 10", "*1 in 4", "1 in 100"), "W213"),
])  # fmt: skip
def test_numbers_in_other_shapes_are_told_where_they_stay_as_typed(stem, typed, code):
    assert code in options(stem, *typed, more="    shuffle: false\n")


@pytest.mark.parametrize(("stem", "typed"), [
    ("How many of them survived?", ("*Half of them", "All of them", "None of them")),
    ("How many of the four chambers fill?", ("All four", "*Two", "Three")),
    ("How much is left?", ("*A quarter", "All of it", "Half")),
    ("What does the bill change?", ("*The fee", "Nothing", "The tax")),
    ("Which word is an adverb of frequency?", ("*often", "fast", "here")),
    ("What may a goalkeeper do?", ("*Pick up the ball", "Wear any hat", "Leave the field")),
    ("In which month was it?", ("May 1951", "*July 1953", "June 1956")),
    ("What does 'presto' mean?", ("*Very fast", "Very loud", "Very freely")),
    ("What made the town rich?", ("*The harbour", "The silver mine", "The university")),
    ("What killed the elms?", ("A drought", "*A fungus", "A disease of cattle", "A war")),
    ("How does the tiger hunt?", ("*Alone", "In packs", "By day")),
    ("How long does it last?", ("30 minutes", "*An hour", "A day")),
    ("When did it start?", ("In the 17th century", "*In the 18th century", "In the 19th century")),
    ("When was it?", ("In the 19th century", "*In 1917", "In the 21st century")),
    ("How old is it?", ("10 to 19 years", "*20 to 29 years", "30 to 39 years")),
    ("Which quantity is it?", ("*Speed", "Velocity", "Force")),
    ("Which is the largest?", ("*A city", "A town", "A village")),
    ("Which organ makes it?", ("*Pancreas", "Salivary gland", "Spleen")),
    ("Which colours are on it?", ("*Red and green", "Red and blue", "Green and blue")),
    ("Where does it stand?", ("*At the beginning", "In the middle", "At the end")),
    ("What is on the graze?", ("Butter", "*A plaster", "Toothpaste")),
    ("Why does Romeo climb the wall?", ("*He is in love", "He hides from the guard", "He has lost a bet")),
    ("What does the patient need?", ("*A rest", "A drink", "A walk")),
])  # fmt: skip
def test_sound_options_that_look_like_them(stem, typed):
    assert options(stem, *typed) == []
