"""Outputs that a build leaves as they are, though the set is another now, are told."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker.cli import main

SET = """\
deckmaker: 1
uid: 5b1f09ac
title: Tides
questions:
  - {id: spring, stem: When is a spring tide?, answer: at new moon, distractors: [at half moon, in May]}
  - {id: card, type: flashcard, front: neap tide, back: the lowest, where: [anki]}
"""
OTHER = SET.replace("When is a spring tide?", "When does a spring tide come?")
OLDER = "older than the set is now: "


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("class.csv").write_text("name\nAda\nBen\n", "utf-8")
    Path("decks/tides").mkdir(parents=True)
    write(SET)


def write(words: str) -> None:
    Path("decks/tides/set.yaml").write_text(words, "utf-8")


def run(*words: str) -> str:
    result = CliRunner().invoke(main, ["build", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_what_was_made_of_an_earlier_state_is_named_with_the_way_to_make_it_anew():
    run("--to", "docx", "--to", "flashcards")
    run("--to", "print", "--roster", "class.csv")
    write(OTHER)
    said = run()
    assert said.endswith(
        f"in build/tides/, {OLDER}papers with names, in roster/; Word files; flashcards\n"
        "  anew: deckmaker build decks/tides --to docx --to flashcards --to print --roster LIST\n"
    )
    assert run() == said
    assert run("--to", "docx", "--to", "flashcards").endswith(
        f"{OLDER}papers with names, in roster/\n  anew: deckmaker build decks/tides --to print --roster LIST\n"
    )
    assert OLDER in run()
    assert OLDER not in run("--to", "print", "--roster", "class.csv")
    assert OLDER not in run()


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (["--to", "print"], ["--to", "anki"], "papers and keys"),
        (["--to", "anki"], ["--to", "print"], "the deck"),
        (["--to", "flashcards"], ["--to", "anki", "--no-lint"], "flashcards"),
    ],
)
def test_each_output_is_told_of_by_each_other(first, then, told):
    run(*first)
    assert OLDER not in run(*then)
    write(OTHER)
    assert f"{OLDER}{told}\n" in run(*then)


def test_a_change_that_an_output_does_not_show_makes_it_no_older():
    run("--to", "docx")
    write("# a remark\n" + SET.replace("the lowest", "the least") + "description: On tides\n")
    assert OLDER not in run()


def test_what_is_gone_is_not_told_of():
    run("--to", "docx")
    run("--to", "print", "--roster", "class.csv")
    write(OTHER)
    assert OLDER in run()
    for path in Path("build/tides").glob("*.docx"):
        path.unlink()
    assert f"{OLDER}papers with names, in roster/\n" in run()
    shutil.rmtree("build/tides/roster")
    assert OLDER not in run()


def test_a_command_for_a_set_with_a_blank_and_another_folder_can_be_typed():
    Path("decks/tides").rename("decks/my tides")
    run("--to", "docx", "-o", "out")
    Path("decks/my tides/set.yaml").write_text(OTHER, "utf-8")
    assert "  anew: deckmaker build 'decks/my tides' --to docx -o out\n" in run("-o", "out")


def test_a_record_that_does_not_say_what_outputs_were_made_of_is_as_good_as_ever():
    run("--to", "docx")
    record = Path("build/tides/.deckmaker.json")
    made = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({**made, "made of": ["?"]}), "utf-8")
    write(OTHER)
    assert OLDER not in run()
    assert set(json.loads(record.read_text("utf-8"))["made of"]) == {"anki", "print"}
