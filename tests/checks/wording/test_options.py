"""Rules about options: what each speaks about, and the sound options that come near it."""

from __future__ import annotations

import pytest

from tests.support import compile_set

STEM = "Which is it, in the order of the table?"


def options(stem: str, *typed: str, kind: str = "single_choice", more: str = "") -> list[str]:
    """The codes about a choice with these options; "*" marks a key, "^" one that keeps its place."""
    lines = [f"questions:\n  - id: q\n    type: {kind}\n    stem: {stem!r}\n{more}    options:\n"]
    for text in typed:
        words = text.strip("*^")
        marks = (", correct: true" if text[0] == "*" else "") + (", pin: true" if text[-1] == "^" else "")
        lines.append(f"      - {{text: {words!r}{marks}}}\n")
    _, problems = compile_set("".join(lines))
    return [
        problem.code.id for problem in problems if problem.code.id[:2] == "W2" or problem.code.id in ("Q009", "Q010")
    ]


def test_a_key_that_is_the_longest_by_far():
    asked = "What is inertia?"
    assert options(asked, "*The tendency of a body to keep moving", "A force", "A unit") == ["W201"]
    assert options(asked, "*Resistance to changes", "A force between", "A unit of mass") == []
    because = "*So that the juices, driven to the core, spread"
    assert options("Why is meat left to rest?", because, "So that the fat can set again", "So that it cools") == [
        "W201"
    ]


@pytest.mark.parametrize(("stem", "typed", "said"), [
    ("An animal that eats plants is an", ("*herbivore", "carnivore", "omnivore"), ["W202"]),
    ("What measures air pressure is a", ("*barometer", "altimeter", "hygrometer"), ["W202"]),
    ("What measures air pressure is a(n)", ("*barometer", "altimeter", "hygrometer"), []),
    ("A unit of energy is a", ("*joule", "newton", "watt"), []),
    ("Which of these are allowed blue lights?", ("*Ambulances", "A taxi", "A tow truck"), ["W202"]),
    ("The parts that make pollen are the", ("*stamens", "pistil", "ovary"), ["W202"]),
    ("Those who watch for offside are the", ("*linesmen", "referee", "goalkeeper"), ["W202"]),
    ("The two nearest to Earth are", ("*Venus and Mars", "Mars", "Uranus"), ["W202"]),
])  # fmt: skip
def test_grammar_that_rules_options_out(stem, typed, said):
    assert options(stem, *typed) == said


@pytest.mark.parametrize(("stem", "typed", "said"), [
    ("Which defence consists in projecting feelings?", ("*Projection", "Denial", "Regression"), ["W203"]),
    ("Which consonants stop the airflow?", ("Glides", "*Stops", "Trills"), ["W203"]),
    ("Which acid is in the stomach?", ("*Hydrochloric acid", "Citric acid", "Acetic acid"), []),
    ('Which word in "She sang rather softly" modifies an adverb?', ("*rather", "sang", "softly"), []),
])  # fmt: skip
def test_words_of_the_stem_in_the_key_alone(stem, typed, said):
    assert options(stem, *typed) == said


@pytest.mark.parametrize(("typed", "said"), [
    (("*They enter cells", "They never mutate", "They split"), ["W204"]),
    (("*They enter cells", "They live only in water", "They split"), ["W204"]),
    (("Only by heat", "*Only by light", "Only by sound"), []),
    (("*Once a day", "Every hour", "At noon"), []),
    (("*Nothing Compares", "Lovely Rita", "Yellow Submarine"), []),
    (("*Half of it", "All of it", "A quarter of it"), []),
    (("*They lose guaranteed prices", "They gain a market", "They move away"), []),
])  # fmt: skip
def test_absolute_words_in_some_options(typed, said):
    assert options("What do they do?", *typed) == said


def truth(stem: str, answer: str) -> list[str]:
    _, problems = compile_set(f"questions: [{{id: q, type: true_false, stem: {stem!r}, answer: {answer}}}]")
    return [problem.code.id for problem in problems if problem.code.id[:2] == "W2"]


def test_absolute_and_vague_statements():
    assert truth("All bacteria cause disease.", "false") == truth("Tests always find more.", "false") == ["W204"]
    assert truth("2 is the only even prime number.", "true") == []
    assert truth("Old people often fall.", "true") == truth("Aspirin may cause bleeding.", "true") == ["W205"]
    assert truth("A player may be replaced at half-time.", "true") == []


def test_vague_words_in_options():
    assert options("What happens?", "They usually soften", "*They often turn dull", "They melt") == ["W205"]
    assert options("What may a goalkeeper do?", "*Pick up the ball", "Wear any hat", "Leave") == []


@pytest.mark.parametrize(("last", "said"), [
    ("All of the above^", ["W206"]),
    ("All of these", ["W206"]),
    ("Any of these", ["W206"]),
    ("All of the above", ["W206", "Q010"]),
    ("None of the above^", ["W207"]),
    ("None of these", ["W207"]),
    ("None of the above", ["W207", "Q010"]),
    ("All three", ["W206"]),
    ("All the forces named", ["W206"]),
    ("All these forces", ["W206"]),
    ("Not one of the three", ["W207"]),
    ("None of those forces", ["W207"]),
    ("Neither side", []),
])  # fmt: skip
def test_all_and_none_of_the_above(last, said):
    assert [code for code in options(STEM, "*Wind", "Water", "Ice", last) if code != "W202"] == said


@pytest.mark.parametrize(("last", "said"), [
    ("Both A and B", ["W208", "Q009"]),
    ("The first two", ["W208", "Q009"]),
    ("Both wind and water", ["W208"]),
])  # fmt: skip
def test_options_made_of_others(last, said):
    assert options(STEM, "*Wind", "Water", "Ice", last) == said


def test_letters_that_keep_their_places_and_numbered_statements():
    assert options(STEM, "*Wind", "Water", "Ice", "A and B", more="    shuffle: false\n") == ["W208"]
    assert options("Which are even? I. cos x II. x³ III. x⁴", "I", "*I and III", "II and III") == ["W208"]
    assert options("Which two notes make a fifth?", "*C and G", "C and F", "C and E") == []


def test_text_that_stands_in_every_option():
    same = "A form of rule by"
    assert options("What is democracy?", f"*{same} the people", f"{same} one man", f"{same} priests") == ["W209"]
    assert options("Why did it fall?", "*Because tribes came", "Because of fire", "Because it rained") == []


@pytest.mark.parametrize(("typed", "said"), [
    (("28 July", "Belgrade", "Kaiser Wilhelm II", "*Shots"), ["W210"]),
    (("A Florentine painter", "A church in Rome", "*A contrast", "A series of etchings"), ["W210"]),
    (("*In 1943", "In 1944", "In 1945"), []),
    (("*Goethe", "Schiller", "Lessing"), []),
    (("A", "B", "AB", "*0"), []),
])  # fmt: skip
def test_answers_of_other_kinds(typed, said):
    assert options("What set off the war?", *typed) == said


@pytest.mark.parametrize(("typed", "said"), [
    (("*1/8", "25 %", "1/3", "0.5"), ["W211"]),
    (("8 %", "A quarter", "*46 %"), ["W211"]),
    (("5 km", "*10000 m", "20 km"), ["W211"]),
    (("A glance back", "*To check the mirrors", "Sounding the horn"), ["W211"]),
    (("*6 days", "6 weeks", "6 months"), []),
    (("*It speeds up", "It heats", "It adds colour"), []),
    (("*Painting", "Chess", "Boiling"), []),
])  # fmt: skip
def test_options_in_other_forms(typed, said):
    assert options("What is done first?", *typed) == said


@pytest.mark.parametrize(("typed", "said"), [
    (("5–15 °C", "15–30 °C", "*30–40 °C"), ["W212"]),
    (("Less than 5 %", "*Less than 10 %", "More than 10 %"), ["W212"]),
    (("A fish", "*A mammal", "A sea mammal"), ["W212"]),
    (("*It rises", "It increases", "It ends"), ["W212"]),
    (("*A bird", "A sparrow", "A dog"), ["W212"]),
    (("16 to 17", "*18 to 20", "21 to 25"), []),
    (("*Acceleration", "Force", "Rate of change of acceleration"), []),
    (("Virginia", "*West Virginia", "Ohio"), []),
])  # fmt: skip
def test_options_that_overlap(typed, said):
    assert options("What is it then?", *typed) == said


@pytest.mark.parametrize(("typed", "said"), [
    (("273", "*0", "373"), ["W213"]),
    (("12 May 1881", "*3 March 1879", "1 June 1890"), ["W213"]),
    (("£5", "*£20", "£10"), ["W213"]),
    (("18 000 N", "*7200 N", "480 N"), []),
    (("3 March 1879", "*12 May 1881", "1 June 1890"), []),
    (("3", "*1", "two of them"), []),
    (("1/5", "50 %", "*4/5"), []),
    (("1/5", "*4/5", "50 %"), ["W213"]),
])  # fmt: skip
def test_numbers_that_stand_in_no_order_are_told_where_no_output_puts_them_in_order(typed, said):
    kept = options("How much is it?", *typed, more="    shuffle: false\n")
    assert [code for code in kept if code == "W213"] == said
    assert "W213" not in options("How much is it?", *typed)


def test_parts_that_meet_in_the_key():
    assert options("Which are vectors?", "Force and mass", "Speed and time", "*Force and time", "Force and work") == [
        "W214"
    ]
    assert options("Which is the triad?", "*C – E – G", "C – E♭ – G", "C – E – A", "D – E – G") == ["W214"]
    square = ("Price up, sales up", "*Price up, sales down", "Price down, sales up", "Price down, sales down")
    assert options("What happens?", *square) == []


def test_a_pair_of_opposites_among_others():
    assert options("What happens to it?", "*It rises", "It falls", "It is frozen by law") == ["W215"]
    assert options("What happens to it?", "*It rises", "It falls", "It stays the same") == []
    assert options("What happens to it?", "It rises", "It falls", "*It is frozen by law") == []


@pytest.mark.parametrize(("stem", "typed", "said"), [
    ("Why did the king flee?", ("*He feared the mob", "He wanted a pizza", "He lost a battle"), ["W216"]),
    ("What does a router do?", ("*It forwards packets", "It makes coffee", "It stores files"), ["W216"]),
    ("Who wrote the play?", ("*an actor", "a clerk", "my old neighbour"), ["W216"]),
    ("Who wrote the play?", ("*an actor", "a clerk", "a clever hamster"), ["W216"]),
    ("Which pet did she keep?", ("*a hamster", "a goldfish", "a parrot"), []),
    ("What does the poet call her?", ("*my sweet rose", "my lost star", "a pale moon"), []),
    ("Who is a hero of comics?", ("*Superman", "Batman", "Tarzan"), []),
])  # fmt: skip
def test_jokes(stem, typed, said):
    assert options(stem, *typed) == said


def test_that_an_article_names_nobody_is_an_answer():
    _, problems = compile_set(
        """\
article: {title: Ferry fee to rise, disclosure: One report.}
sources: {a: {name: Ann Mole, kind: person}, b: {name: Bo Reis, kind: person}}
claims: [{id: x, claim: the fee rises, speaker: article, basis: none_given, quote: q, paragraph: 1}]
questions:
  - {id: q, stem: Which source does the article name for the rise of the fee?, answer: none,
     distractors: [a report of the port, a letter to the mayor], claim: x, axis: basis}
"""
    )
    assert "W207" not in [problem.code.id for problem in problems]


def test_more_options_than_anyone_needs():
    assert options("Which metal is liquid at 20 °C?", "*Mercury", "Iron", "Gold", "Zinc", "Lead", "Tin") == ["W217"]


def test_names_of_sources_are_no_wording():
    _, problems = compile_set(
        """\
article: {title: Ferry fee to rise, disclosure: One report.}
sources: {a: {name: the council for ports and inland ways, kind: organisation}, b: {name: Bo, kind: person}}
claims: [{id: x, claim: the fee rises, speaker: a, basis: on_record, quote: q, paragraph: 1}]
questions:
  - id: q
    stem: Who, in the article, says that the fee rises?
    answer: the council for ports and inland ways
    distractors: [Bo, the article itself]
    claim: x
"""
    )
    assert [problem.code.id for problem in problems if problem.code.id[:2] == "W2"] == []
