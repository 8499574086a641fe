"""What a terminal is told is made of signs alone, whatever a set's names hold."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import deckmaker.cli
from deckmaker.cli import main
from deckmaker.cli.unchanged import NOTES
from tests.support import HEAD

NAME = "tides\x1b]0;owned\x07\u202e"
SETS = f"sets of {NAME}"
SET = (
    HEAD
    + "questions:\n  - {id: spring, stem: When?, answer: at new moon}\nquizzes:\n  - {id: p, title: P, sections: [{pick: all}]}\n"
)
SPEAKS = {
    "telling.py": "diagnostics, which `render` has made of signs",
    "terminal.py": "all else",
    "build.py": "what an earlier build said, looked through by `unchanged`",
    "explain.py": "pages of our own",
    "schema.py": "JSON, in ASCII",
    "__init__.py": "words of our own",
}
"""Where click prints, and what."""


@pytest.mark.parametrize(
    "words",
    [
        ["check", SETS],
        ["check", "--fix", "--diff", SETS],
        ["build", "--to", "anki", SETS],
        ["build", "--to", "print", SETS],
        ["report", SETS],
        ["issue", "p", SETS],
        ["issue", "q", SETS],
        ["trace", "spring", SETS],
        ["trace", NAME, SETS],
        ["refused", SETS],
        ["explain", NAME],
        ["new", NAME],
    ],
    ids=" ".join,
)
def test_nothing_that_a_terminal_obeys_is_printed(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = Path(SETS, "tides")
    folder.mkdir(parents=True)
    (folder / "set.yaml").write_text(SET, "utf-8")
    said = CliRunner().invoke(main, words, catch_exceptions=False).output
    assert said.strip()
    assert not re.findall("[\x00-\x09\x0b-\x1f\x7f\u202e]", said)


def test_commands_print_through_one_door():
    folder = Path(deckmaker.cli.__file__).parent
    prints = {path.name for path in folder.glob("*.py") if re.search(r"click\.s?echo\(|\bprint\(", path.read_text())}
    assert prints == set(SPEAKS)


@pytest.mark.parametrize("forged", ["\x1b]0;owned\x07", "\x1b[2J", "\r", "\u202e", ["a"], 1])
def test_a_forged_note_of_an_earlier_build_is_not_said(forged, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = Path("decks", "tides")
    folder.mkdir(parents=True)
    (folder / "set.yaml").write_text(SET, "utf-8")
    words = ["build", "--to", "anki"]
    CliRunner().invoke(main, words, catch_exceptions=False)
    honest = CliRunner().invoke(main, words, catch_exceptions=False).output
    (note,) = Path("build", NOTES).glob("*.json")
    _, words_of_it, rest = note.read_text("utf-8").split("\n")
    told = json.dumps(json.loads(words_of_it) | {"out": forged})
    note.write_text(f"{hashlib.sha256(told.encode()).hexdigest()}\n{told}\n{rest}", "utf-8")
    assert CliRunner().invoke(main, words, catch_exceptions=False).output == honest
