"""`deckmaker import --update`: what can be taken over is, and the rest says what is in its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.importing.layout import laid_out
from tests.importing.test_import_command import _folder, edited, now, run  # noqa: F401
from tests.support.sets import picture

SHOWN = """deckmaker: 1
uid: 5b1f09ac
title: Tides
questions:
  - id: wheel
    stem: What is on the picture? ![a wheel](<my wheel.png>)
    answer: a wheel
  - id: call
    stem: Whose call is it? ![a gull's call](gull.mp3)
    answer: a gull's
    where: [anki]
  - id: neap
    stem: When does a neap tide happen?
    answer: at half moon
"""


def shown(*edits: tuple[str, str, str, str]) -> None:
    """`edited` for a set with a picture and a recording."""
    Path("decks/tides").mkdir(parents=True)
    Path("decks/tides/my wheel.png").write_bytes(picture())
    Path("decks/tides/gull.mp3").write_bytes(b"ID3\x03\x00\x00\x00\x00\x00\x00")
    edited(*edits, words=SHOWN)


def test_a_question_with_a_picture_is_taken_over_with_the_set_s_own_path():
    shown(("wheel", "Question", "What is", "WHAT is"), ("neap", "Answer", "half moon", "half moons"))
    said = run("import", "--update", "decks/tides", "edited.apkg").output
    assert "  + WHAT is on the picture? ![a wheel](<my wheel.png>)\n" in said
    assert "2 changes to take over, 1 note as it is here; --apply does it\n" in said
    run("import", "--update", "decks/tides", "edited.apkg", "--apply")
    assert now() == SHOWN.replace("What is", "WHAT is").replace("moon", "moons")


def test_a_picture_that_came_in_anki_keeps_its_own_question_alone_from_being_taken_over():
    shown(
        ("wheel", "Question", "What is", '<img src="other.png" alt="a dam"> What is'),
        ("neap", "Answer", "half moon", "half moons"),
    )
    for also, done in ((), "to take over"), (("--apply",), "taken over"):
        said = run("import", "--update", "decks/tides", "edited.apkg", *also).output
        assert f"1 change {done}, 1 note as it is here" in said
        assert '"wheel" was changed in Anki and is not taken over: its "stem" shows "other.png"' in said
        assert said.count("warning[I102]") == 1
    assert now() == SHOWN.replace("half moon", "half moons")


def test_a_recording_never_loses_the_description_that_no_package_keeps():
    shown(("call", "Question", "Whose call", "WHOSE call"))
    said = run("import", "--update", "decks/tides", "edited.apkg", "--apply").output
    assert 'its "stem" has a recording, whose description no package keeps' in said
    assert now() == SHOWN


def test_an_edit_that_would_break_the_set_takes_no_other_with_it():
    edited(
        ("gaps", "Question", "The {{c1::moon}} pulls the {{c2::sea}}.", "No gap at all"),
        ("neap-tide", "Answer", "half moon", "half moons"),
        ("spring-tide", "Feedback", "pull", "draw"),
    )
    for also, done in ((), "to take over"), (("--apply",), "taken over"):
        said = run("import", "--update", "decks/tides", "edited.apkg", *also).output
        assert f"2 changes {done}, " in said
        assert '"gaps" was changed in Anki and is not taken over: the set could not be built with it: ' in said
        assert said.count("warning[I102]") == 1
    assert "half moons" in now()
    assert "{{c1::moon}}" in now()


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("|\n  the moon and\n  the sun\n", "the full moon and the suns", "|\n  the full moon and\n  the suns\n"),
        (">-\n    the moon\n    and the sun\n", "a moon", ">-\n    a moon\n"),
        ("|\n  one\n  two\n\n  three\n", "one 2\n\nthree", "|\n  one\n  2\n\n  three\n"),
        ("the moon\n  and the sun", "a moon", ""),
        ("|\n  it is\n  so\n", "it is - so", "|\n  it is\n  - so\n"),
    ],
)
def test_a_text_of_several_lines_keeps_its_line_ends(old, new, after):
    assert laid_out(old, new, lambda words: " ".join(words.split("\n")).replace("  ", "\n\n").strip()) == after
