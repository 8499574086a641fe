"""`deckmaker build`: outputs whole or not at all, nothing of the user's touched, the lock kept."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker.cli import main
from tests.support.faults import kept

SET = """\
deckmaker: 1
uid: 7e57da7a
title: T
questions:
  - {id: a, stem: When?, answer: now, distractors: [then, never]}
  - {id: b, stem: Where?, answer: here, distractors: [there, nowhere]}
quizzes:
  - {id: quiz, title: Q, versions: 1, sections: [{pick: all}]}
"""
FILES = ["quiz-A-key.pdf", "quiz-A.pdf", "quiz-overview.pdf", "quiz-strips.pdf", "quiz.manifest.json", "tides.apkg"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "decks" / "tides").mkdir(parents=True)
    (tmp_path / "decks" / "tides" / "set.yaml").write_text(SET, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def outputs() -> list[str]:
    return sorted(path.name for path in Path("build/tides").iterdir() if not path.name.startswith("."))


def edit(old: str, new: str) -> None:
    path = Path("decks/tides/set.yaml")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_a_build_makes_the_outputs_and_the_lock(folder):
    result = run("build")
    assert result.exit_code == 0
    assert outputs() == FILES
    assert "build/tides/tides.apkg" in result.output
    assert Path("decks/tides/deck.lock").is_file()


def test_building_again_changes_no_byte(folder):
    run("build")
    before = {path: path.read_bytes() for path in kept(folder) if path.is_file()}
    run("build")
    assert {path: path.read_bytes() for path in kept(folder) if path.is_file()} == before


def test_an_error_leaves_the_outputs_and_the_lock_as_they_were(folder):
    run("build")
    before = {path: path.read_bytes() for path in kept(folder) if path.is_file() and path.suffix != ".yaml"}
    edit("answer: now", "anser: now")
    result = run("build")
    assert result.exit_code == 1
    assert 'did you mean "answer"?' in result.output
    assert {path: path.read_bytes() for path in kept(folder) if path.is_file() and path.suffix != ".yaml"} == before


def test_only_the_output_named_is_made(folder):
    assert run("build", "--to", "anki").exit_code == 0
    assert outputs() == ["tides.apkg"]


def test_locked_fails_without_a_lock_and_writes_nothing(folder):
    result = run("build", "--locked")
    assert result.exit_code == 1
    assert "error[L003]" in result.output
    assert not Path("build").exists()
    assert not Path("decks/tides/deck.lock").exists()


def test_locked_fails_when_the_lock_is_behind_and_passes_when_it_is_not(folder):
    run("build")
    assert run("build", "--locked").exit_code == 0
    edit("answer: now", "answer: at once")
    result = run("build", "--locked")
    assert result.exit_code == 1
    assert "error[L002]" in result.output


def test_a_draft_leaves_the_lock_alone(folder):
    run("build")
    before = Path("decks/tides/deck.lock").read_bytes()
    edit("answer: now", "answer: at once")
    assert run("build", "--draft").exit_code == 0
    assert Path("decks/tides/deck.lock").read_bytes() == before


def test_a_damaged_lock_is_never_reset(folder):
    run("build")
    Path("decks/tides/deck.lock").write_text("what is this\n", "utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "error[L001]" in result.output
    assert Path("decks/tides/deck.lock").read_text("utf-8") == "what is this\n"


def test_outputs_of_an_earlier_build_go_when_they_are_no_more(folder):
    run("build")
    edit("id: quiz,", "id: test,")
    run("build")
    assert outputs() == [name.replace("quiz", "test") for name in FILES]


def test_an_output_that_the_user_changed_is_not_removed(folder):
    run("build")
    Path("build/tides/quiz-A.pdf").write_bytes(b"with my notes")
    edit("id: quiz,", "id: test,")
    run("build")
    assert Path("build/tides/quiz-A.pdf").read_bytes() == b"with my notes"


def test_a_file_that_is_not_ours_is_never_overwritten(folder):
    Path("build/tides").mkdir(parents=True)
    Path("build/tides/quiz-A.pdf").write_bytes(b"mine")
    result = run("build")
    assert result.exit_code == 1
    assert "error[O003]" in result.output
    assert Path("build/tides/quiz-A.pdf").read_bytes() == b"mine"
    assert outputs() == ["quiz-A.pdf"]


def test_a_folder_that_cannot_be_written_is_said(folder):
    Path("build").mkdir()
    Path("build/tides").write_text("a file where a folder should be", "utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "error[O001]" in result.output


def test_a_failed_write_leaves_no_half_written_file(folder, monkeypatch):
    run("build")
    before = Path("build/tides/tides.apkg").read_bytes()
    edit("answer: now", "answer: at once")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("build")
    assert result.exit_code == 1
    assert "no space left on device" in result.output
    assert Path("build/tides/tides.apkg").read_bytes() == before
    assert not [path for path in kept(folder) if path.name.startswith(".") and path.name != ".deckmaker.json"]


@pytest.mark.parametrize("nth", range(7))
def test_a_build_that_fails_at_any_file_keeps_old_and_new_apart_and_the_next_one_succeeds(folder, monkeypatch, nth):
    run("build")
    before = {path.name: path.read_bytes() for path in Path("build/tides").iterdir() if path.suffix != ".json"}
    edit("When?", "At what time?")
    calls = []
    real = os.replace

    def replace(source, target):
        calls.append(target)
        if len(calls) == nth + 2:  # the lock goes first
            raise PermissionError(13, "Permission denied", str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    failed = run("build")
    monkeypatch.setattr(os, "replace", real)
    assert failed.exit_code == 1
    assert "error[O001]" in failed.output
    assert run("build").exit_code == 0
    after = {path.name: path.read_bytes() for path in Path("build/tides").iterdir() if path.suffix != ".json"}
    assert set(after) == set(before)
    assert {name for name in before if after[name] == before[name]} == {"quiz-overview.pdf"}  # it shows no stem
    assert not [path for path in folder.rglob(".*") if path.is_file() and path.name != ".deckmaker.json"]


def test_an_output_open_elsewhere_leaves_all_outputs_as_they_were(folder, monkeypatch):
    run("build")
    before = {path.name: path.read_bytes() for path in Path("build/tides").iterdir() if path.name != ".deckmaker.json"}
    edit("When?", "At what time?")
    real = Path.open

    def locked(self, *arguments, **options):
        if self.name == "quiz-A-key.pdf" and arguments == ("r+b",):
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", locked)
    assert "error[O001]" in run("build").output
    assert {name: Path("build/tides", name).read_bytes() for name in before} == before
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert run("build").exit_code == 0


def test_asking_for_one_output_leaves_the_others_there(folder):
    run("build")
    assert run("build", "--to", "anki").exit_code == 0
    assert outputs() == FILES
    edit("id: quiz,", "id: test,")
    run("build")
    assert outputs() == [name.replace("quiz", "test") for name in FILES]


def test_two_sets_with_one_uid_are_an_error(folder):
    Path("decks/more").mkdir()
    Path("decks/more/set.yaml").write_text(SET, "utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "error[R005]" in result.output


def test_a_single_file_is_a_set_with_its_lock_beside_it(folder):
    Path("moon.yaml").write_text(SET.replace("7e57da7a", "7e57da7b"), "utf-8")
    assert run("build", "moon.yaml").exit_code == 0
    assert Path("moon.yaml.lock").is_file()
    assert Path("build/moon/moon.apkg").is_file()


def test_the_record_names_what_was_made(folder):
    run("build")
    assert sorted(json.loads(Path("build/tides/.deckmaker.json").read_text("utf-8")).keys() - {"made of"}) == FILES
