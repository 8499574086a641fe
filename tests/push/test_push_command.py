"""`deckmaker push` against a strict fake: what it does, and what it says when Anki does not play along."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckmaker.cli import main
from tests.support.fake_anki import PARAMS, FakeAnki, fake_anki
from tests.support.sets import EVERY_TYPE, picture

TIDES = """deckmaker: 1
uid: 5b1f09ac
title: Tides
questions:
  - id: spring-tide
    stem: When does a spring tide happen?
    answer: at new and full moon
    tags: [moon]
  - id: neap-tide
    stem: When does a neap tide happen?
    answer: at half moon
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path):
    with chdir(tmp_path):
        Path("tides.yaml").write_text(TIDES)
        yield


def push(anki: FakeAnki, *more: str) -> Result:
    return CliRunner().invoke(main, ["push", "tides.yaml", "--address", anki.address, *more], catch_exceptions=False)


def edit(old: str, new: str) -> None:
    words = Path("tides.yaml").read_text()
    assert old in words
    Path("tides.yaml").write_text(words.replace(old, new))


WRITES = set(PARAMS) - {"requestPermission", "modelNamesAndIds", "modelFieldNames", "findNotes", "notesInfo", "multi",
                        "getMediaFilesNames"}  # fmt: skip


def test_new_notes_are_added_and_a_second_push_changes_nothing():
    with fake_anki() as anki:
        first = push(anki)
        assert "Tides: 2 added" in first.output
        assert "keep pushing this set" in first.output
        assert anki.decks == {"Default", "Tides"}
        anki.asked.clear()
        assert push(anki).output == "Tides: 2 unchanged\n"
        assert not WRITES & set(anki.asked)


def test_an_edit_sends_the_changed_fields_of_one_note_alone():
    with fake_anki() as anki:
        push(anki)
        anki.asked.clear()
        edit("at half moon", "at the half moons")
        edit("tags: [moon]", "tags: [moon, sun]")
        assert push(anki).output == "Tides: 2 updated\n"
        assert sorted(WRITES & set(anki.asked)) == ["addTags", "updateNoteFields"]
        assert "sun" in anki.by_id("spring-tide")["tags"]
        assert anki.by_id("neap-tide")["fields"]["Answer"]["value"] == "at the half moons"


def test_a_dry_run_shows_every_change_and_makes_none():
    with fake_anki() as anki:
        push(anki)
        edit("at half moon", "at the *half* moons")
        Path("tides.yaml").write_text(
            Path("tides.yaml").read_text() + "  - {id: ebb, stem: When does the ebb begin?, answer: at high water}\n"
        )
        anki.asked.clear()
        lock = Path("tides.yaml.lock").read_bytes()
        said = push(anki, "--dry-run")
        assert said.output == (
            "add ebb  (Tides)\n  + When does the ebb begin?\n  + at high water\n"
            "update neap-tide\n  Answer\n  - at half moon\n  + at the half moons\n"
            "Tides: 1 to add, 1 to update, 1 unchanged\n"
        )
        assert not WRITES & set(anki.asked)
        assert Path("tides.yaml.lock").read_bytes() == lock


def test_words_edited_in_anki_stay_until_the_set_changes_them():
    with fake_anki() as anki:
        push(anki)
        anki.by_id("neap-tide")["fields"]["Feedback"]["value"] = "my own words"
        assert push(anki).output == "Tides: 1 unchanged, 1 kept as edited in Anki\n"
        assert "kept, edited in Anki: neap-tide" in push(anki, "-n").output
        assert anki.by_id("neap-tide")["fields"]["Feedback"]["value"] == "my own words"


def test_a_later_change_of_the_set_replaces_words_edited_in_anki(monkeypatch):
    with fake_anki() as anki:
        push(anki)
        anki.by_id("neap-tide")["fields"]["Feedback"]["value"] = "my own words"
        edit("at half moon", "at the half moons")
        now = __import__("time").time() + 100
        monkeypatch.setattr("deckmaker.cli.push.time.time", lambda: now)
        assert push(anki).output == "Tides: 1 updated, 1 unchanged\n"
        assert anki.by_id("neap-tide")["fields"]["Feedback"]["value"] == ""


def test_words_edited_in_anki_after_the_set_changed_them_stay():
    with fake_anki() as anki:
        push(anki)
        edit("at half moon", "at the half moons")
        note = anki.by_id("neap-tide")
        note["fields"]["Feedback"]["value"], note["mod"] = "my own words", note["mod"] + 1000
        assert push(anki).output == "Tides: 1 unchanged, 1 kept as edited in Anki\n"


def test_a_students_own_tags_stay_and_the_tools_stale_ones_go():
    with fake_anki() as anki:
        push(anki)
        note = anki.by_id("neap-tide")
        note["tags"] += ["mine", "deckmaker::tides::claim::old"]
        edit("at half moon", "at the half moons")
        push(anki)
        assert set(note["tags"]) == {"mine", "deckmaker::tides::type::short_answer"}


def test_a_question_taken_out_is_deleted_only_when_asked():
    with fake_anki() as anki:
        push(anki)
        edit(TIDES[TIDES.index("  - id: neap") :], "")
        said = push(anki)
        assert "1 no longer in the set (--delete takes them away)" in said.output
        assert len(anki.notes) == 2
        assert "Tides: 1 to delete, 1 unchanged" in push(anki, "-n", "--delete").output
        assert len(anki.notes) == 2
        assert "Tides: 1 deleted, 1 unchanged" in push(anki, "--delete").output
        assert [note["fields"]["QID"]["value"] for note in anki.notes.values()] == ["5b1f09ac/spring-tide"]


def test_notes_of_other_types_and_of_other_sets_are_never_touched():
    with fake_anki() as anki:
        push(anki)
        anki.types["Mine"], anki.ids["Mine"] = ["QID", "Front"], 7
        own = {
            "noteId": 1,
            "modelName": "Mine",
            "tags": [],
            "fields": {"QID": {"value": "5b1f09ac/neap-tide", "order": 0}},
        }
        anki.notes[1] = own
        other = {
            **anki.by_id("spring-tide"),
            "noteId": 2,
            "fields": {"QID": {"value": "5B1F09AC/spring-tide", "order": 0}},
        }
        anki.notes[2] = other
        edit("at half moon", "at the half moons")
        said = push(anki, "--delete")
        assert "Tides: 1 updated, 1 unchanged" in said.output
        assert "warning[N103]" in said.output
        assert (anki.notes[1], anki.notes[2]) == (own, other)


def test_pictures_go_before_the_notes_that_show_them_and_only_once():
    Path("tides.yaml").write_text(EVERY_TYPE)
    Path("tide.png").write_bytes(picture())
    with fake_anki() as anki:
        assert "12 added" in push(anki).output
        assert len(anki.media) == 1
        assert anki.asked.index("storeMediaFile") < anki.asked.index("addNote")
        Path("tide.png").write_bytes(picture(7))
        anki.asked.clear()
        assert "2 updated" in push(anki).output
        assert anki.asked.count("storeMediaFile") == 1
        anki.asked.clear()
        assert "Every type: 12 unchanged\n" in push(anki).output
        assert "storeMediaFile" not in anki.asked


def test_what_anki_does_not_keep_is_told_and_pushed_again():
    with fake_anki() as anki:
        push(anki)
        edit("at half moon", "at the half moons")
        anki.fault = "browsing"
        said = push(anki)
        assert (said.exit_code, "error[N106]" in said.output) == (1, True)
        anki.fault = ""
        assert push(anki).output == "Tides: 1 updated, 1 unchanged\n"


def test_an_older_state_of_the_set_never_replaces_a_newer_one():
    with fake_anki() as anki:
        push(anki)
        old, lock = Path("tides.yaml").read_text(), Path("tides.yaml.lock").read_text()
        edit("at half moon", "at the half moons")
        push(anki)
        Path("tides.yaml").write_text(old)
        Path("tides.yaml.lock").write_text(lock)
        said = push(anki)
        assert "Tides: 1 unchanged, 1 newer in Anki" in said.output
        assert "warning[N105]" in said.output
        assert anki.by_id("neap-tide")["fields"]["Answer"]["value"] == "at the half moons"


def test_a_push_broken_off_goes_on_where_it_stopped():
    with fake_anki() as anki:
        push(anki)
        edit("at half moon", "at the half moons")
        anki.fault = "fails:updateNoteFields"
        said = push(anki)
        assert (said.exit_code, "error[N006]" in said.output) == (1, True)
        anki.fault = ""
        assert push(anki).output == "Tides: 1 updated, 1 unchanged\n"


FAULTS = [
    ("off", (), "N001", "no Anki answers here"),
    ("slow", ("--timeout", "0.3"), "N002", "Anki did not answer within 0.3 seconds"),
    ("closed", (), "N002", "Anki's collection is not open, or busy"),
    ("breaks off", (), "N002", "Anki broke the connection off"),
    ("denied", (), "N003", "Anki refused: nobody there gave permission"),
    ("forbidden", (), "N003", "Anki refused: this program is not let in"),
    ("html", (), "N005", "what answers there is no AnkiConnect"),
    ("missing", (), "N005", "what answers there is no AnkiConnect (status 404)"),
    ("list", (), "N005", 'the answer to "requestPermission" is none of AnkiConnect'),
    ("number", (), "N005", 'the answer to "requestPermission" is none of AnkiConnect'),
    ("bare", (), "N005", 'the answer to "requestPermission" is none of AnkiConnect'),
    ("old", (), "N005", "what answers is no AnkiConnect of version 6"),
    ("crash", (), "N006", 'Anki refused "requestPermission": disk I/O error'),
    ("fails:findNotes", (), "N006", "Anki refused \"findNotes\": 'NoneType' object has no attribute 'flush'"),
]


@pytest.mark.parametrize(("fault", "more", "code", "message"), FAULTS, ids=[row[0] for row in FAULTS])
def test_whatever_is_wrong_with_anki_is_said_in_words(fault, more, code, message):
    with fake_anki(fault=fault) as anki:
        said = push(anki, *more)
        assert said.exit_code == 1
        assert f"error[{code}]: {message}\n --> {anki.address}\n" in said.output
        assert not anki.notes


def test_a_key_is_asked_for_and_taken_from_the_environment(monkeypatch):
    with fake_anki(key="sesame") as anki:
        assert "error[N004]: this Anki asks for a key" in push(anki).output
        assert "error[N004]: Anki has another key" in push(anki, "--key", "wrong").output
        monkeypatch.setenv("DECKMAKER_ANKI_KEY", "sesame")
        assert "Tides: 2 added" in push(anki).output


def test_an_address_may_go_without_its_scheme_and_must_be_one():
    with fake_anki() as anki:
        assert "Tides: 2 added" in push(replace(anki, address=anki.address.removeprefix("http://"))).output
    for address in ("ftp://localhost", "http://[::1", "localhost:99999", "http://"):
        said = push(FakeAnki(address=address))
        assert (said.exit_code, "is not an address like http://127.0.0.1:8765" in said.output) == (2, True)


def test_a_time_to_wait_is_a_moment_and_no_more_than_a_day():
    with fake_anki() as anki:
        for seconds in ("nan", "inf", "-1", "0", "1e10", "1e400"):
            said = push(anki, "--timeout", seconds)
            assert (said.exit_code, "is not between 0 and 86400" in said.output) == (2, True)
        assert push(anki, "--timeout", "0.5").exit_code == 0


def test_anki_without_the_note_types_is_told_to_import_once():
    with fake_anki(ids={}) as anki:
        assert 'error[N101]: this Anki does not have the note type "deckmaker question" yet' in push(anki).output
        assert not WRITES & set(anki.asked)


def test_a_field_that_the_student_took_away_is_named():
    with fake_anki() as anki:
        push(anki)
        anki.types["deckmaker question"].remove("Feedback")
        assert 'the note type "deckmaker question" has no field "Feedback"' in push(anki).output


def test_a_note_type_renamed_by_the_student_is_still_ours():
    with fake_anki() as anki:
        push(anki)
        anki.types["Questions"], anki.ids["Questions"] = (
            anki.types.pop("deckmaker question"),
            anki.ids.pop("deckmaker question"),
        )
        for note in anki.notes.values():
            note["modelName"] = "Questions"
        edit("at half moon", "at the half moons")
        assert push(anki).output == "Tides: 1 updated, 1 unchanged\n"


def test_a_question_that_has_two_notes_is_told_and_both_are_kept_up_to_date():
    with fake_anki() as anki:
        push(anki)
        anki.notes[1] = {**anki.by_id("neap-tide"), "noteId": 1}
        anki.notes[1]["fields"] = {name: dict(field) for name, field in anki.notes[1]["fields"].items()}
        edit("at half moon", "at the half moons")
        said = push(anki)
        assert "warning[N104]: a question has more than one note" in said.output
        assert "Tides: 2 updated, 1 unchanged" in said.output
