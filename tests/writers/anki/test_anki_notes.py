"""What stands in the notes: the set as a user writes it, then the fields."""

from __future__ import annotations

import re

import pytest

from deckmaker.lock import dump
from deckmaker.model.identity import fingerprint, own_data
from tests.support import build_set, check_set, sound_set
from tests.support.apkg import Opened, opened
from tests.support.sets import ARTICLE, ATTRIBUTED, EVERY_CARD, EVERY_TYPE, REGISTER, picture


def packed(yaml: str, **more) -> Opened:
    return opened(build_set(check_set(yaml, **more), to=("anki",))[0]["set.apkg"])


@pytest.fixture(scope="module")
def attributed() -> Opened:
    return packed(ATTRIBUTED, article=ARTICLE)


@pytest.fixture(scope="module")
def every() -> Opened:
    return packed(EVERY_TYPE, files={"tide.png": picture()})


def words(html: str) -> str:
    return re.sub(r"<[^>]*>", " ", html).replace("&amp;", "&")


def test_a_note_holds_the_fingerprint_of_its_fields_so_that_others_words_can_be_told_from_ours(attributed, every):
    for note in (*attributed.notes.values(), *every.notes.values()):
        assert own_data(note.fields["Data"])["made"] == fingerprint(note.fields)


def test_a_note_says_who_says_it_on_what_basis_in_which_words(attributed):
    fields = attributed.notes["who"].fields
    assert words(fields["Speaker"]).split() == ["Speaker", "Ida", "Marsh", ",", "spokesman"]
    assert words(fields["Basis"]).split() == ["Basis", "the", "surveys"]
    assert " ".join(words(fields["Relay"]).split()) == "Relay Ida Marsh ← the surveys"
    assert words(fields["Quote"]).strip() == "“surveys indicate a lower”"
    assert words(fields["Place"]).strip() == "words found in paragraph 1"
    assert fields["Source"].startswith("<cite>Harbour Works</cite>")
    assert words(fields["Disclosure"]).strip() == "About one made-up article; the questions ask what it says."


def test_of_several_claims_each_has_its_own_block(attributed):
    fields = attributed.notes["both"].fields
    assert "Ida Marsh" in fields["Speaker"]
    assert "the harbour board" not in fields["Speaker"]
    assert " ".join(words(fields["Place"]).split()) == (
        "words found in paragraph 1 Speaker the harbour board "
        "Basis the word of a named person or body can also be read as no source given "
        "“the new wall will hold” words found in paragraph 1"
    )


def test_a_question_without_claims_has_the_disclosure_and_no_attribution(attributed):
    fields = attributed.notes["plain"].fields
    assert not any(fields[name] for name in ("Speaker", "Basis", "Relay", "Quote", "Place"))
    assert fields["Disclosure"]


def test_a_set_without_an_article_has_neither_source_nor_disclosure(every):
    assert not any(note.fields[name] for note in every.notes.values() for name in ("Source", "Disclosure", "Speaker"))


def test_a_fragment_that_nobody_verified_is_called_so():
    fields = packed(ATTRIBUTED).notes["who"].fields
    assert words(fields["Place"]).strip() == "paragraph 1: fragment not verified"


def test_what_the_lock_says_was_found_reads_like_what_was_found_now():
    with_text = check_set(ATTRIBUTED, article=ARTICLE)
    files, lock = build_set(with_text, to=("anki",))
    without = check_set(ATTRIBUTED, lock=dump(lock))
    assert build_set(without, to=("anki",))[0] == files


def test_places_read_as_people_say_them():
    yaml = """
  - id: headline
    claim: the tide will be moved
    speaker: article
    basis: none_given
    quote: Move the Tide
    paragraph: title
  - id: charts
    claim: the charts are old
    speaker: article
    basis: none_given
    quote: Old charts
    paragraph: heading-1
questions:
  - {id: a, type: short_answer, stem: What is said to move?, answer: the tide, claim: headline}
  - {id: b, type: short_answer, stem: What is said to be old?, answer: charts, claim: charts}
"""
    notes = packed(REGISTER + yaml, article=ARTICLE).notes
    assert words(notes["a"].fields["Place"]).strip() == "words found in the title"
    assert words(notes["b"].fields["Place"]).strip() == "words found in heading 1"


def test_tags_are_the_authors_and_the_tools(attributed):
    assert attributed.notes["who"].tags == (
        "sea::tides",
        "deckmaker::set::claim::lower-tide",
        "deckmaker::set::speaker::marsh",
        "deckmaker::set::basis::surveys",
        "deckmaker::set::type::single_choice",
    )


def test_tags_have_no_blanks_and_no_empty_level():
    yaml = """
questions:
  - {id: a, type: short_answer, stem: x?, answer: "y", tags: ["two words", "::edge::", "a::::b", 'say "x"', "::"]}
"""
    assert packed(yaml).notes["a"].tags == ("two-words", "edge", "a::b", "say-x", "deckmaker::set::type::short_answer")


def test_every_type_fills_its_fields(every):
    fields = {id: note.fields for id, note in every.notes.items()}
    assert words(fields["several"]["Answer"]).split() == ["two", "four"]
    assert fields["truth"]["Answer"] == "True"
    assert words(fields["short"]["Accepted"]).split() == ["Also", "accepted", "moon", "Moon", "&", "sun"]
    assert fields["number"]["Answer"] == "9.81 ± 0.05\N{NO-BREAK SPACE}m/s²"
    assert "The {{c1::moon::what}} makes the {{c2::tide}} of" in fields["gaps"]["Question"]
    assert words(fields["pairs"]["Answer"]).split() == ["tide", "moon", "weather", "sun", "geyser", "heat"]
    assert words(fields["order"]["Answer"]).split() == ["ant", "cat", "horse", "whale"]
    assert words(fields["essay"]["Accepted"]).split() == ["How", "it", "is", "marked", "One", "point", "for", "each."]
    assert fields["cards"]["Reverse"] == "1"
    rectangle = "image-occlusion:rect:left=0.1000:top=0.1000:width=0.3000:height=0.2000:oi=1"
    assert f"{{{{c1::{rectangle}}}}}" in fields["hidden"]["Occlusion"]


def test_every_type_has_the_cards_that_it_should(every):
    assert {id: len(note.cards) for id, note in every.notes.items()} == {
        id: EVERY_CARD.get(id, 1) for id in every.notes
    }


def test_options_never_stand_as_their_author_wrote_them_unless_asked_to():
    yaml = """
questions:
  - {id: mixed, stem: Which?, answer: a, distractors: [b, c, d, e, f, g]}
  - {id: kept, stem: Which?, answer: a, distractors: [b, c, d, e, f, g], shuffle: false}
  - id: pinned
    stem: Which?
    options: [{text: a, correct: true}, b, c, d, e, {text: none of these, pin: true}]
"""
    choices = {id: words(note.fields["Choices"]).split() for id, note in packed(yaml).notes.items()}
    assert choices["mixed"] != list("abcdefg")
    assert sorted(choices["mixed"]) == list("abcdefg")
    assert choices["kept"] == list("abcdefg")
    assert choices["pinned"][-3:] == ["none", "of", "these"]


def test_an_ordering_never_shows_the_right_order():
    yaml = "questions:\n" + "".join(
        f"  - {{id: q{n}, type: ordering, stem: Order?, items: [first, second]}}\n" for n in range(12)
    )
    for note in packed(yaml).notes.values():
        assert re.findall(r"<li[^>]*>(\w+)", note.fields["Choices"]) == ["second", "first"]


def test_adding_an_option_leaves_the_order_of_the_others():
    yaml = "questions:\n  - {{id: a, stem: Which?, answer: a, distractors: [b, c, d{more}]}}\n"
    before = words(packed(yaml.format(more="")).notes["a"].fields["Choices"]).split()
    after = words(packed(yaml.format(more=", e")).notes["a"].fields["Choices"]).split()
    assert [each for each in after if each != "e"] == before


def test_a_renamed_question_keeps_its_guid_and_the_order_of_its_options():
    yaml = "questions:\n  - {{id: {id}, stem: Which?, answer: a, distractors: [b, c, d, e]{was}}}\n"
    old = packed(yaml.format(id="old", was="")).notes["old"]
    new = packed(yaml.format(id="new", was=", was: [old]")).notes["old"]
    assert (new.guid, new.fields["Choices"]) == (old.guid, old.fields["Choices"])
    assert new.fields["QID"] == old.fields["QID"] == "7e57da7a/old"


def test_two_sets_with_one_question_id_have_different_guids():
    yaml = """
deckmaker: 1
uid: {uid}
title: A set
questions:
  - {{id: a, type: short_answer, stem: x?, answer: z}}
"""
    one, other = (packed(yaml.format(uid=uid)).notes["a"] for uid in ("11111111", "22222222"))
    assert one.guid != other.guid
    assert one.id != other.id


def test_only_questions_for_anki_are_in_it():
    yaml = """
questions:
  - {id: a, type: short_answer, stem: x?, answer: z, where: [print]}
  - {id: b, type: short_answer, stem: x?, answer: z, where: [anki]}
"""
    assert list(packed(yaml).notes) == ["b"]


def test_a_set_with_nothing_for_anki_makes_no_package():
    yaml = "questions:\n  - {id: a, type: short_answer, stem: x?, answer: z, where: [print]}\n"
    files, _ = build_set(check_set(yaml), to=("anki",))
    assert files == {}


def test_new_cards_come_in_the_order_of_the_set(attributed):
    document = sound_set(ATTRIBUTED, article=ARTICLE)
    assert [attributed.notes[question.id].cards[0][3] for question in document.questions] == [1, 2, 3]


SHOWN = """
questions:
  - {id: year, stem: When was the wall built?, answer: in 1893, distractors: [in 1921, in 1860]}
  - {id: pairs, stem: What does it do?, pairs: [[ebb, falling], [flood, rising]], extra: [resting]}
  - {id: plank, stem: How thick is it?, answer: 24, unit: mm}
  - {id: bare, stem: How many are there?, type: numeric, answer: 24}
"""


def test_options_with_an_order_of_their_own_have_it_on_cards_too():
    choices = packed(SHOWN).notes["year"].fields["Choices"]
    assert re.findall(r"in (\d+)", choices) == ["1860", "1893", "1921"]
    assert 'data-shuffle="0" data-natural="1"' in choices


def test_the_pairs_of_an_answer_have_the_letters_that_the_front_gives_them():
    note = packed(SHOWN).notes["pairs"].fields
    front = re.findall(r"<li[^>]*>([a-z]+)</li>", note["Choices"].partition('type="A"')[2])
    back = re.findall(r'data-letter="(.)">([a-z]+)</dd>', note["Answer"])
    assert back == [("ABC"[front.index(right)], right) for right in ("falling", "rising")]


def test_a_unit_stands_beside_the_box_to_type_in():
    notes = {id: note.fields for id, note in packed(SHOWN).notes.items()}
    assert notes["plank"]["Choices"] == '<span class="dm-unit" dir="auto">mm</span>'
    assert (notes["plank"]["Typed"], notes["bare"]["Choices"]) == ("24", "")
