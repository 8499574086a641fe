"""The package: its members, decks, presets and bytes."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import genanki
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.writers.anki import AnkiOptions, write
from deckmaker.writers.anki.bodies import BODIES
from deckmaker.writers.anki.rows import guid
from tests.support import build_set, check_set, said, sound_set
from tests.support.apkg import Opened, opened, parts
from tests.support.sets import EVERY_TYPE, picture

ROOT = Path(__file__).parents[3]
SHORT = "questions:\n  - {id: a, type: short_answer, stem: x?, answer: z%s}\n"


def packed(yaml: str, **more) -> Opened:
    return opened(build_set(check_set(yaml, **more), to=("anki",))[0]["set.apkg"])


def everything() -> bytes:
    return build_set(check_set(EVERY_TYPE, files={"tide.png": picture()}), to=("anki",))[0]["set.apkg"]


def test_the_package_is_compressed_sorted_and_undated():
    with zipfile.ZipFile(io.BytesIO(everything())) as archive:
        members = archive.infolist()
    names = ["0", "collection.anki2", "collection.anki21b", "media", "meta"]
    assert [member.filename for member in members] == names
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.create_system for member in members} == {3}


def test_the_database_does_not_say_which_sqlite_wrote_it():
    assert parts(everything())[0][96:100] == bytes(4)


def test_no_file_is_written_anywhere(monkeypatch, tmp_path):
    document = sound_set(EVERY_TYPE, files={"tide.png": picture()})
    times = dict.fromkeys((question.id for question in document.questions), 1)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    monkeypatch.chdir(tmp_path)
    files, _ = write(document, AnkiOptions(times, 1))
    assert list(files) == ["set.apkg"]
    assert list(tmp_path.iterdir()) == []


def test_pictures_are_named_after_their_content():
    one, other = (packed(EVERY_TYPE, files={"tide.png": picture(red)}) for red in (10, 20))
    (name,), (other_name,) = one.media, other.media
    assert name.startswith("tide-")
    assert name.endswith(".png")
    assert name != other_name
    assert one.media[name] == picture(10)
    assert f'src="{name}"' in one.notes["cards"].fields["Answer"]


def test_a_picture_that_no_card_shows_is_left_out():
    yaml = SHORT % "" + "  - {id: b, type: short_answer, stem: '![a](tide.png)', answer: z, where: [print]}\n"
    assert packed(yaml, files={"tide.png": picture()}).media == {}


def test_the_deck_has_the_title_or_the_name_that_is_asked_for():
    assert packed(SHORT % "").notes["a"].cards[0][2] == "A set"
    assert packed("anki: {deck: 'Sea:: Tides::'}\n" + SHORT % "").notes["a"].cards[0][2] == "Sea::Tides"


def test_subdecks_by_tag_are_named_by_what_follows_the_prefix():
    yaml = """
anki: {deck: Sea, subdecks: "tag:topic"}
questions:
  - {id: a, type: short_answer, stem: x?, answer: z, tags: [other, "topic::tides::spring", "topic::waves"]}
  - {id: b, type: short_answer, stem: x?, answer: z, tags: [topical]}
"""
    assert [packed(yaml).notes[id].cards[0][2] for id in "ab"] == ["Sea::tides::spring", "Sea"]


def test_subdecks_by_section_are_named_by_the_sections_of_the_quizzes():
    yaml = """
anki: {deck: Sea, subdecks: section}
questions:
  - {id: a, type: short_answer, stem: x?, answer: z, tags: [tides::spring]}
  - {id: b, type: short_answer, stem: y?, answer: z, tags: [tides]}
  - {id: c, type: short_answer, stem: v?, answer: z}
quizzes:
  - id: q
    title: Quiz
    sections:
      - {title: "On tides: all", pick: {tag: tides, count: 1}}
      - {title: One::more, pick: [b]}
"""
    assert [packed(yaml).notes[id].cards[0][2] for id in "abc"] == ["Sea::On tides: all", "Sea::One: more", "Sea"]


def test_a_type_without_a_card_is_refused_by_name_and_left_out(monkeypatch):
    document = sound_set(SHORT % "" + "  - {id: b, type: numeric, stem: x?, answer: 1}\n")
    monkeypatch.delitem(BODIES, document.questions[1].kind)
    files, problems = write(document, AnkiOptions({"a": 1, "b": 1}, 1))
    assert said(problems) == ['X001 6:19 no Anki card for type "numeric" yet']
    assert list(opened(files["set.apkg"]).notes) == ["a"]


def test_a_preset_carries_the_wish_for_new_cards():
    made = packed("anki: {preset: {new_per_day: 7}}\n" + SHORT % "")
    assert made.presets["A set"]["new"]["perDay"] == 7
    assert made.decks["A set"]["conf"] == made.presets["A set"]["id"]


def test_without_a_wish_decks_keep_the_students_own_preset():
    made = packed(SHORT % "")
    assert list(made.presets) == ["Default"]
    assert made.decks["A set"]["conf"] == 1


def test_the_deck_describes_itself_and_says_every_disclosure():
    yaml = """
description: About the *sea* & <tides>.
license: CC BY 4.0
article: {title: The sea, disclosure: One text only.}
"""
    assert packed(yaml + SHORT % "").decks["A set"]["desc"] == (
        "<p>About the <em>sea</em> &amp; &lt;tides&gt;.</p><p>CC BY 4.0</p><p>One text only.</p>"
    )


def test_a_question_without_a_time_is_the_callers_mistake():
    with pytest.raises(KeyError):
        write(sound_set(SHORT % ""), AnkiOptions({}, 1))


def test_a_note_has_the_time_that_it_is_given_and_no_other_matters():
    document = sound_set(SHORT % "" + "  - {id: b, type: short_answer, stem: x?, answer: z}\n")
    one, other = (opened(write(document, AnkiOptions({"a": 5, "b": b}, 1))[0]["set.apkg"]) for b in (6, 7))
    assert one.notes["a"] == other.notes["a"]
    fields = {**one.notes["b"].fields, "Data": other.notes["b"].fields["Data"]}
    assert other.notes["b"] == replace(one.notes["b"], mod=7, fields=fields)
    said = [json.loads(unescape(made.notes["b"].fields["Data"])) for made in (one, other)]
    assert said[1] == {**said[0], "at": 7}


def test_the_bytes_are_the_same_in_another_process():
    code = (
        "import hashlib, sys; from tests.writers.anki.test_anki_package import everything; "
        "sys.stdout.write(hashlib.sha256(everything()).hexdigest())"
    )
    places = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "77", "TZ": "Asia/Kathmandu"}
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **places}, capture_output=True, check=True)
    assert done.stdout.decode() == hashlib.sha256(everything()).hexdigest()


@given(st.text(st.characters(codec="utf-8")))
def test_guids_are_those_of_genanki(identity):
    assert guid(identity) == genanki.guid_for(identity)


def test_a_package_for_older_ankis_holds_the_same():
    document = sound_set(EVERY_TYPE, files={"tide.png": picture()})
    times = dict.fromkeys((question.id for question in document.questions), 1)
    older, newer = (write(document, AnkiOptions(times, 1, for_older))[0]["set.apkg"] for for_older in (True, False))
    assert parts(older) == parts(newer)
    with zipfile.ZipFile(io.BytesIO(older)) as archive:
        assert archive.namelist() == ["0", "collection.anki2", "media"]


@pytest.mark.parametrize("for_older", [True, False])
def test_a_large_set_is_written_by_way_of_a_file_and_the_same(monkeypatch, tmp_path, for_older):
    lines = "".join(
        f"  - {{id: q{n}, type: flashcard, front: number {n} of the list, back: {'b' * 900}}}\n" for n in range(2000)
    )
    document = sound_set("questions:\n" + lines)
    options = AnkiOptions(dict.fromkeys((question.id for question in document.questions), 1), 1, for_older)
    small = write(document, options)[0]
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sys.modules["deckmaker.writers.anki.write"], "LARGE", 10)
    assert write(document, options)[0] == small
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert write(document, options)[0] == small
