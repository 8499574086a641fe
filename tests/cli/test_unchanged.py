"""A build with nothing to do does nothing and says the same; whatever is otherwise is seen."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker import pipeline
from deckmaker.cli import main, making, unchanged
from tests.support.faults import kept
from tests.support.sets import picture

SET = """\
deckmaker: 1
uid: 5b1f09ac
title: Tides
questions:
  - id: spring-tide
    stem: When, all of the above apart, does a spring tide happen?
    answer: at new and full moon
    distractors: [at half moon, in spring]
  - {id: neap, stem: "What is shown? ![a tide](tide.png)", answer: a neap tide}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    place = Path("decks/tides")
    place.mkdir(parents=True)
    place.joinpath("set.yaml").write_text(SET, "utf-8")
    place.joinpath("tide.png").write_bytes(picture())
    return place


@pytest.fixture
def builds(monkeypatch):
    """Which builds were done."""
    done = []

    def make(*words):
        done.append(words[0])
        return made(*words)

    made = making.make
    monkeypatch.setattr(making, "make", make)
    return done


def run(*arguments):
    return CliRunner().invoke(main, ["build", "--to", "anki", *arguments])


def files():
    return {path: path.read_bytes() for path in kept(Path()) if path.is_file()}


def test_a_second_build_does_nothing_and_says_the_same(folder, builds):
    first, before = run(), files()
    assert "warning[" in first.stderr
    assert run().output == first.output
    assert run().stderr == first.stderr
    assert len(builds) == 1
    assert files() == before


def test_a_set_whose_folder_has_a_new_name_is_built_under_it(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert run(".", "-o", "../../out").exit_code == 0
    monkeypatch.chdir("..")
    Path("tides").rename("waves")
    monkeypatch.chdir("waves")
    assert "../../out/waves/waves.apkg" in run(".", "-o", "../../out").output
    assert Path("../../out/waves/waves.apkg").is_file()


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("decks/tides/set.yaml").write_text(SET.replace("Tides", "Tide"), "utf-8"),
        lambda: Path("decks/tides/more.yaml").write_text("questions:\n  - {id: c, stem: What?, answer: x}\n", "utf-8"),
        lambda: Path("decks/tides/tide.png").write_bytes(picture() + b"\0"),
        lambda: Path("decks/tides/fonts").mkdir(),
        lambda: Path("decks/tides/unused.png").write_bytes(picture()),
        lambda: Path("decks/tides/deck.lock").unlink(),
        lambda: Path("build/tides/tides.apkg").unlink(),
        lambda: Path("build/tides/.deckmaker.json").unlink(),
        lambda: Path("decks/other").mkdir(),
        lambda: Path("decks/tides/article.tmp").write_text("An article.", "utf-8"),
    ],
    ids=[
        "set",
        "another file",
        "picture",
        "fonts",
        "another picture",
        "lock",
        "output",
        "record",
        "another folder",
        "text that is called so",
    ],
)
def test_whatever_changed_is_built(folder, builds, change):
    run()
    change()
    again = run()
    assert len(builds) == 2, again.output
    shutil.rmtree("build/.deckmaker")
    made = {path: data for path, data in files().items() if path.suffix in (".apkg", ".lock")}
    assert run().exit_code == 0
    assert {path: data for path, data in files().items() if path.suffix in (".apkg", ".lock")} == made


def test_another_way_of_asking_is_another_build(folder, builds):
    run()
    for words in (["--no-lint"], ["--draft"], ["--verbose"], ["--older-anki", "-o", "out"], ["decks/tides"]):
        assert run(*words).exit_code == 0
    assert len(builds) == 6
    assert run().exit_code == 0
    assert len(builds) == 6
    run("--older-anki")
    run()
    assert len(builds) == 8  # each is undone by the other


def test_another_program_builds_anew(folder, builds, monkeypatch):
    run()
    unchanged._program.cache_clear()
    monkeypatch.setattr(sys, "version", "another")
    run()
    unchanged._program.cache_clear()
    assert len(builds) == 2


def test_an_output_that_was_changed_is_told(folder):
    run()
    Path("build/tides/tides.apkg").write_bytes(b"mine")
    assert "error[O003]" in run().stderr


def test_a_set_with_errors_is_always_read(folder, builds):
    folder.joinpath("set.yaml").write_text(SET.replace("stem", "stmm"), "utf-8")
    assert "error[S001]" in run().stderr
    assert "error[S001]" in run().stderr
    assert len(builds) == 2


def test_what_is_said_of_the_lock_is_said_once(folder, builds):
    run()
    folder.joinpath("set.yaml").write_text(SET[: SET.index("  - {id: neap")], "utf-8")
    assert "warning[L010]" in run().stderr
    assert "L010" not in run().stderr
    assert run().exit_code == 0
    assert len(builds) == 3


def test_a_clock_that_was_set_back_far_is_told(folder, builds, monkeypatch):
    run()
    monkeypatch.setattr(time, "time", lambda: 1_000_000_000.0)
    assert "warning[L007]" in run().stderr
    assert len(builds) == 2


def damaged(note: Path):
    text = note.read_text("utf-8")
    yield text[: len(text) // 2]
    yield text.replace("tides.apkg", "tydes.apkg")
    yield ""
    yield "{}"
    yield "\0" * 100
    yield "[" * 100_000
    seal = unchanged._sealed
    for words in (
        "[]",
        "{}",
        json.dumps({"program": 1}),
        "[" * 100_000,
        json.dumps({**json.loads(text.split("\n")[1]), "out": 3}),
    ):
        yield f"{seal(words)}\n{words}"


def test_a_damaged_note_costs_time_and_nothing_else(folder, builds):
    first = run()
    (note,) = Path("build/.deckmaker").iterdir()
    for number, text in enumerate(list(damaged(note)), 2):
        note.write_text(text, "utf-8")
        again = run()
        assert (again.exit_code, again.output) == (0, first.output), text[:80]
        assert len(builds) == number, text[:80]


def test_where_no_note_can_be_written_nothing_is_said(folder, builds):
    Path("build").mkdir()
    Path("build/.deckmaker").write_text("a file of somebody's")
    assert run().exit_code == 0
    assert run().exit_code == 0
    assert len(builds) == 2
    assert Path("build/.deckmaker").read_text() == "a file of somebody's"


def test_a_set_saved_while_it_is_built_is_built_again(folder, builds, monkeypatch):
    def slow(*words, **more):
        made = outputs(*words, **more)
        if len(builds) == 1:
            folder.joinpath("notes.txt").write_text("somebody saves something")
        return made

    outputs = pipeline.outputs
    monkeypatch.setattr(pipeline, "outputs", slow)
    run()
    run()
    run()
    assert len(builds) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_or_a_link_in_a_folder_is_never_waited_for(folder, builds):
    os.mkfifo(folder / "pipe")
    assert run().exit_code == 0
    os.unlink(folder / "pipe")
    folder.joinpath("link").symlink_to("link")
    assert run().exit_code == 0
    assert run().exit_code == 0
    assert len(builds) == 3
