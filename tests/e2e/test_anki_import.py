"""Real Anki takes the packages: what is in them arrives, changes arrive alone, and what a student did stays."""

from __future__ import annotations

import re

import pytest
from anki.scheduler_pb2 import CardAnswer
from msgspec.structs import replace

from deckmaker.lock import dump
from deckmaker.writers.anki import notes
from tests.support import anki, build_set, check_set
from tests.support.sets import ARTICLE, ATTRIBUTED, EVERY_CARD, EVERY_TYPE, picture

pytestmark = pytest.mark.anki

TWO = """
questions:
  - {id: edited, stem: What pulls the sea%s?, answer: the moon, distractors: [the wind, the rain]}
  - {id: kept, type: flashcard, front: spring tide, back: a great range}
"""
NOW, LATER = 1_700_000_000, 1_700_000_500


@pytest.fixture(scope="module")
def every() -> bytes:
    return build_set(check_set(EVERY_TYPE, files={"tide.png": picture()}), to=("anki",))[0]["set.apkg"]


@pytest.fixture(scope="module")
def attributed() -> bytes:
    return build_set(check_set(ATTRIBUTED, article=ARTICLE), to=("anki",))[0]["set.apkg"]


def rebuilt(before: str, after: str) -> tuple[bytes, bytes]:
    """Packages of two states of a set, the second built later, with the first one's lock."""
    first, lock = build_set(check_set(before), now=NOW, to=("anki",))
    second, _ = build_set(check_set(after, lock=dump(lock)), now=LATER, to=("anki",))
    return first["set.apkg"], second["set.apkg"]


def review(collection, id: str) -> None:
    """Answers the question's first card with Easy, as a student would."""
    card = anki.notes(collection)[id].cards()[0]
    card.start_timer()
    states = collection._backend.get_scheduling_states(card.id)
    collection.sched.answer_card(collection.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY))


def test_every_note_and_card_arrives_and_none_is_empty(every):
    with anki.collection() as collection:
        log = anki.add(collection, every)
        notes = anki.notes(collection)
        assert len(log.new) == len(notes) == 12
        assert {id: len(note.cards()) for id, note in notes.items()} == {id: EVERY_CARD.get(id, 1) for id in notes}
        assert not collection.get_empty_cards().notes
        assert anki.problems(collection) == ""
        assert collection.card_count() == sum(EVERY_CARD.get(id, 1) for id in notes)


def test_no_side_shows_raw_template_or_cloze_braces(every, attributed):
    for package in (every, attributed):
        with anki.collection() as collection:
            anki.add(collection, package)
            for note in anki.notes(collection).values():
                for card in note.cards():
                    sides = anki.sides(card)
                    assert not re.search(r"\{\{|\}\}|\{<!-- -->\{c\d", without_formulas(sides.front + sides.back))
                    assert [*card.question_av_tags(), *card.answer_av_tags()] == []


def without_formulas(html: str) -> str:
    return re.sub(r"\\\(.*?\\\)", "", html)


def test_the_answer_stands_on_the_back_and_not_on_the_front(attributed):
    with anki.collection() as collection:
        anki.add(collection, attributed)
        sides = anki.sides(anki.notes(collection)["who"].cards()[0])
        for words in ("words found in paragraph 1", "CIA", "“surveys indicate a lower”", "One", "made-up article"):
            assert words not in sides.front
        for words in ("words found in paragraph 1", "“surveys indicate a lower”", "the surveys", "made-up article"):
            assert words in sides.back


def test_pictures_arrive_under_their_names(every):
    with anki.collection() as collection:
        anki.add(collection, every)
        report = collection.media.check()
        assert (list(report.missing), list(report.unused)) == ([], [])


def test_occlusion_is_what_anki_itself_calls_image_occlusion(every):
    with anki.collection() as collection:
        anki.add(collection, every)
        note = collection.get_image_occlusion_note(note_id=anki.notes(collection)["hidden"].id).note
        shapes = [occlusion.shapes[0] for occlusion in note.occlusions]
        assert [shape.shape for shape in shapes] == ["rect", "rect"]
        assert note.header == "What is hidden?"
        backs = [anki.sides(card).back for card in anki.notes(collection)["hidden"].cards()]
        assert ["upper part" in back for back in backs] == [True, False]
        assert ["lower part" in back for back in backs] == [False, True]


def test_the_same_package_again_changes_nothing(every):
    with anki.collection() as collection:
        anki.add(collection, every)
        before = {id: (note.mod, note.fields, note.tags) for id, note in anki.notes(collection).items()}
        log = anki.add(collection, every)
        assert [*log.new, *log.updated, *log.conflicting] == []
        assert {id: (note.mod, note.fields, note.tags) for id, note in anki.notes(collection).items()} == before
        assert len(collection.decks.all_names_and_ids()) == 2


def test_an_edited_question_is_updated_alone_and_keeps_its_schedule():
    first, second = rebuilt(TWO % "", TWO % " twice a day")
    with anki.collection() as collection:
        anki.add(collection, first)
        review(collection, "edited")
        before = anki.notes(collection)["edited"].cards()[0]
        log = anki.add(collection, second)
        after = anki.notes(collection)["edited"].cards()[0]
        assert (len(log.updated), len(log.new), len(log.conflicting)) == (1, 0, 0)
        assert anki.notes(collection)["edited"]["Question"] == "What pulls the sea twice a day?"
        assert (after.id, after.due, after.ivl, after.reps) == (before.id, before.due, before.ivl, 1)


def test_a_students_own_edit_and_tag_on_an_unchanged_note_survive():
    first, second = rebuilt(TWO % "", TWO % " twice a day")
    with anki.collection() as collection:
        anki.add(collection, first)
        note = anki.notes(collection)["kept"]
        note["Answer"] = "my own words"
        note.tags.append("mine")
        collection.update_note(note)
        anki.add(collection, second)
        after = anki.notes(collection)["kept"]
        assert after["Answer"] == "my own words"
        assert "mine" in after.tags


def test_an_edit_that_is_undone_does_not_touch_a_students_edit_on_another_note():
    first, second = rebuilt(TWO % "", TWO % "")
    with anki.collection() as collection:
        anki.add(collection, first)
        note = anki.notes(collection)["edited"]
        note["Question"] = "my own words"
        collection.update_note(note)
        anki.add(collection, second)
        assert anki.notes(collection)["edited"]["Question"] == "my own words"


def test_a_question_may_change_its_type_and_stays_the_same_note():
    before = "questions:\n  - {id: a, type: flashcard, front: x, back: z}\n"
    after = "questions:\n  - {id: a, stem: x?, answer: z, distractors: [b]}\n"
    first, second = rebuilt(before, after)
    with anki.collection() as collection:
        anki.add(collection, first)
        review(collection, "a")
        log = anki.add(collection, second)
        note = anki.notes(collection)["a"]
        assert (len(log.updated), len(log.conflicting), note["Kind"]) == (1, 0, "single_choice")
        assert note.cards()[0].reps == 1


def test_a_card_asked_from_the_back_comes_when_it_is_asked_for():
    before = "questions:\n  - {id: a, type: flashcard, front: x, back: z}\n"
    first, second = rebuilt(before, before.replace("back: z", "back: z, reversed: true"))
    with anki.collection() as collection:
        anki.add(collection, first)
        assert len(anki.notes(collection)["a"].cards()) == 1
        anki.add(collection, second)
        assert len(anki.notes(collection)["a"].cards()) == 2


def test_two_sets_with_the_same_ids_stay_apart():
    yaml = """
deckmaker: 1
uid: {uid}
title: Set {uid}
questions:
  - {{id: a, type: flashcard, front: x, back: "{uid}"}}
"""
    with anki.collection() as collection:
        for uid in ("11111111", "22222222"):
            anki.add(collection, build_set(check_set(yaml.format(uid=uid)), to=("anki",))[0]["set.apkg"])
        answers = {collection.get_note(id)["Answer"] for id in collection.find_notes("")}
        assert answers == {"11111111", "22222222"}


def test_new_cards_are_asked_in_the_order_of_the_set(attributed):
    with anki.collection() as collection:
        anki.add(collection, attributed)
        collection.decks.select(collection.decks.id_for_name("Harbour"))
        queue = collection.sched.get_queued_cards(fetch_limit=10).cards
        asked = [collection.get_note(entry.card.note_id)["QID"] for entry in queue]
        assert asked == ["5ea51de0/who", "5ea51de0/both", "5ea51de0/plain"]


def test_the_note_types_keep_their_ids_and_raise_no_conflict(every, attributed):
    with anki.collection() as collection:
        assert not anki.add(collection, every).conflicting
        assert not anki.add(collection, attributed).conflicting
        ours = {each.name for each in collection.models.all_names_and_ids() if each.name.startswith("deckmaker")}
        assert ours == {"deckmaker question", "deckmaker cloze", "deckmaker image occlusion"}


def test_a_spare_field_that_got_a_name_updates_notes_made_before(monkeypatch):
    """Spare1 became Typed: its id stayed, by which Anki follows a rename."""
    before = {
        kind: replace(
            known,
            mod=known.mod - 1000,
            fields=tuple(replace(field, name="Spare1") if field.name == "Typed" else field for field in known.fields),
        )
        for kind, known in notes._NOTE_TYPES.items()
    }
    yaml = "questions:\n  - {id: a, type: short_answer, stem: What pulls the sea%s?, answer: the moon}\n"
    with monkeypatch.context() as patch:
        patch.setattr(notes, "_NOTE_TYPES", before)
        first, lock = build_set(check_set(yaml % ""), now=NOW, to=("anki",))
    second, _ = build_set(check_set(yaml % " most", lock=dump(lock)), now=LATER, to=("anki",))
    with anki.collection() as collection:
        anki.add(collection, first["set.apkg"])
        schema = collection.db.scalar("select scm from col")
        done = anki.add(collection, second["set.apkg"])
        assert (len(done.updated), len(done.conflicting), len(done.new)) == (1, 0, 0)
        assert [each.name for each in collection.models.all_names_and_ids() if each.name.endswith("+")] == []
        assert collection.db.scalar("select scm from col") == schema
        note = anki.notes(collection)["a"]
        assert ("Spare1" in note, note["Typed"]) == (False, "the moon")
