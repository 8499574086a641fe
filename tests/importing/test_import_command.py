"""`deckmaker import`: a new set, and edits taken over into the set's own files."""

from __future__ import annotations

import os
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckmaker.cli import main
from tests.support import anki
from tests.support.sets import EVERY_TYPE, picture


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path):
    with chdir(tmp_path):
        yield


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words], catch_exceptions=False)


def files(folder: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()
    }


def test_a_deck_becomes_a_set_that_builds():
    Path("Capitals.csv").write_text("capital of Ecuador,Quito\ncapital of Peru,Lima\n")
    said = run("import", "Capitals.csv")
    assert said.output == "decks/capitals is there, with 2 questions. Next:\n  deckmaker check decks/capitals\n"
    assert run("build", "decks/capitals").exit_code == 0
    assert Path("build/capitals/capitals.apkg").exists()


def test_the_same_file_gives_the_same_set():
    Path("a.csv").write_text("capital of Ecuador,Quito\n")
    run("import", "a.csv", "-o", "one")
    run("import", "a.csv", "-o", "two")
    assert files("one") == files("two")


def test_what_is_there_is_never_overwritten():
    Path("a.csv").write_text("capital of Ecuador,Quito\n")
    run("import", "a.csv")
    before = files("decks")
    said = run("import", "a.csv")
    assert (said.exit_code, files("decks")) == (1, before)
    assert "error[O003]" in said.output


@pytest.mark.parametrize(
    ("trouble", "exit_code"), [(OSError(28, "No space left on device"), 1), (KeyboardInterrupt(), 130)]
)
def test_where_writing_breaks_off_nothing_is_left_behind(monkeypatch, trouble, exit_code):
    Path("tide.png").write_bytes(picture())
    Path("every.yaml").write_text(EVERY_TYPE)
    run("build", "every.yaml", "--to", "anki")

    real, before = os.write, files(".")

    def write(handle: int, data: bytes) -> int:
        if b"deckmaker: 1" in bytes(data):
            raise trouble
        return real(handle, data)

    monkeypatch.setattr(os, "write", write)
    said = run("import", "build/every/every.apkg", "-o", "back")
    assert (said.exit_code, Path("back").exists()) == (exit_code, False)
    assert files(".") == before


@pytest.mark.parametrize("name", ["gone.apkg", "a.docx"])
def test_a_file_that_cannot_be_read_leaves_nothing_behind(name):
    Path("a.docx").write_text("x")
    said = run("import", name)
    assert (said.exit_code, Path("decks").exists()) == (1, False)


@pytest.mark.parametrize("words", [("--apply",), ("--question", "a"), ("--update", "a.csv", "-o", "x")])
def test_options_that_do_not_go_together_are_told(words):
    Path("a.csv").write_text("capital of Ecuador,Quito\n")
    said = run("import", "a.csv", *words)
    assert (said.exit_code, "--update" in said.output, Path("decks").exists()) == (2, True, False)


def test_a_question_that_is_not_there_is_told():
    edited()
    said = run("import", "--update", "decks/tides", "edited.apkg", "--question", "spring-tied")
    assert 'there is no question "spring-tied" in this set' in said.output
    assert said.exit_code == 2


SET = """# Tides, by the harbour school
deckmaker: 1
uid: 5b1f09ac
title: Tides

questions:
  # the first one that they learn
  - id: spring-tide   # never change this
    stem: When does a spring tide happen?
    answer: "at new: and full moon"   # both
    distractors: [at half moon, never]
    feedback: |
      The moon and the sun
      pull together.
  - {id: neap-tide, stem: When does a neap tide happen?, answer: at half moon}
  - id: gaps
    text: The {{c1::moon}} pulls the {{c2::sea}}.
    tags: [moon]
"""


def edited(*edits: tuple[str, str, str, str], tags: dict[str, str] | None = None, words: str = SET) -> None:
    """The set's package in edited.apkg, after somebody imported it, changed fields, and exported it again."""
    Path("decks/tides").mkdir(parents=True, exist_ok=True)
    Path("decks/tides/set.yaml").write_text(words)
    assert run("build", "decks/tides", "--to", "anki").exit_code == 0
    with anki.collection() as collection:
        anki.add(collection, Path("build/tides/tides.apkg").read_bytes())
        notes = anki.notes(collection)
        for id, field, old, new in edits:
            assert old in notes[id][field]
            notes[id][field] = notes[id][field].replace(old, new) if old else new
            collection.update_note(notes[id])
        for id, tag in (tags or {}).items():
            notes[id].tags.append(tag)
            collection.update_note(notes[id])
        Path("edited.apkg").write_bytes(anki.exported(collection))


def now() -> str:
    return Path("decks/tides/set.yaml").read_text()


def test_an_unedited_package_has_nothing_to_take_over():
    edited()
    said = run("import", "--update", "decks/tides", "edited.apkg", "--apply")
    assert (said.exit_code, said.output) == (0, "0 changes taken over, 3 notes as they are here\n")
    assert now() == SET


def test_edits_are_shown_as_a_difference_and_nothing_is_written():
    edited(("neap-tide", "Answer", "half moon", "half <b>moon</b>"), ("spring-tide", "Feedback", "pull", "draw"))
    said = run("import", "--update", "decks/tides", "edited.apkg")
    assert said.output == (
        "spring-tide  decks/tides/set.yaml:8\n  feedback\n"
        "  - The moon and the sun pull together.\n  + The moon and the sun draw together.\n"
        "neap-tide  decks/tides/set.yaml:15\n  answer\n  - at half moon\n  + at half **moon**\n"
        "2 changes to take over, 1 note as it is here; --apply does it\n"
    )
    assert now() == SET


def test_changes_are_written_and_comments_and_layout_stay():
    edited(
        ("neap-tide", "Answer", "half moon", "half, moon"),
        ("spring-tide", "Feedback", "pull", "draw"),
        ("spring-tide", "Choices", "never", "never ever"),
        ("spring-tide", "Choices", "at new: and full moon", "at new # and full moon"),
        ("spring-tide", "Answer", "at new: and full moon", "at new # and full moon"),
        ("gaps", "Question", "{{c2::sea}}", "{{c2::<i>sea</i>::what}}"),
        ("gaps", "Feedback", "", "New words"),
        tags={"gaps": "mine"},
    )
    said = run("import", "--update", "decks/tides", "edited.apkg", "--apply")
    assert said.exit_code == 0
    assert "7 changes taken over" in said.output
    expected = (
        SET.replace("answer: at half moon}", "answer: 'at half, moon'}")
        .replace(
            "feedback: |\n      The moon and the sun\n      pull together.",
            "feedback: |\n      The moon and the sun\n      draw together.",
        )
        .replace("[at half moon, never]", "[at half moon, never ever]")
        .replace('"at new: and full moon"', "'at new # and full moon'")
        .replace("{{c2::sea}}", "{{c2::*sea*::what}}")
        .replace("[moon]", "[moon, mine]")
        .replace("- id: gaps\n", "- id: gaps\n    feedback: New words\n")
    )
    assert now() == expected
    assert run("import", "--update", "decks/tides", "edited.apkg").output.startswith("0 changes to take over")


def test_only_the_question_that_is_named_is_changed():
    edited(("neap-tide", "Answer", "half moon", "half moons"), ("spring-tide", "Feedback", "pull", "draw"))
    run("import", "--update", "decks/tides", "edited.apkg", "--apply", "--question", "neap-tide")
    assert now() == SET.replace("answer: at half moon}", "answer: at half moons}")


def test_what_the_set_changed_since_is_taken_over_only_when_named():
    edited(("neap-tide", "Feedback", "", "My words"))
    later = SET.replace("answer: at half moon}", "answer: at the half moon}")
    Path("decks/tides/set.yaml").write_text(later)
    said = run("import", "--update", "decks/tides", "edited.apkg", "--apply")
    assert "(the set has changed it since)" in said.output
    assert now() == later


def test_of_an_older_package_that_nobody_edited_nothing_is_taken_over():
    edited()
    Path("decks/tides/set.yaml").write_text(SET.replace("answer: at half moon}", "answer: at the half moon}"))
    said = run("import", "--update", "decks/tides", "edited.apkg", "--apply")
    assert said.output == "0 changes taken over, 2 notes as they are here, 1 of another version, edited by nobody\n"


def test_an_edit_that_would_break_the_set_is_told_and_not_made():
    edited(("gaps", "Question", "The {{c1::moon}} pulls the {{c2::sea}}.", "No gap at all"))
    said = run("import", "--update", "decks/tides", "edited.apkg", "--apply")
    assert "warning[I102]" in said.output
    assert now() == SET


def test_words_that_stand_in_the_file_twice_are_told_and_not_changed():
    edited(("spring-tide", "Choices", "at half moon", "when half"))
    Path("decks/tides/set.yaml").write_text(SET.replace("never]", "never]\n    hint: at half moon"))
    run("build", "decks/tides", "--to", "anki")
    said = run("import", "--update", "decks/tides", "edited.apkg", "--apply", "--question", "spring-tide")
    assert "warning[I102]" in said.output
    assert "[at half moon, never]" in now()


def test_a_package_of_another_set_changes_nothing():
    edited(("neap-tide", "Answer", "half moon", "half moons"))
    Path("other.yaml").write_text(EVERY_TYPE)
    Path("tide.png").write_bytes(picture())
    said = run("import", "--update", "other.yaml", "edited.apkg", "--apply")
    assert said.output.startswith("0 changes taken over, 0 notes as they are here\n")


def test_edits_are_taken_over_into_one_set_and_where_there_is_none_or_more_that_is_said():
    Path("a.csv").write_text("capital of Ecuador,Quito\n")
    Path("none").mkdir()
    said = run("import", "--update", "none", "a.csv")
    assert (said.exit_code, "error[Y008]" in said.output) == (1, True)
    run("new", "tides")
    run("new", "moon")
    said = run("import", "--update", "decks", "a.csv")
    assert (said.exit_code, "name one of them" in said.output) == (2, True)
