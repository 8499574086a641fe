"""What a terminal is told is made of signs alone, whatever a set's names hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import deckmaker.cli
from deckmaker.cli import main
from tests.support import HEAD

NAME = "tides\x1b]0;owned\x07\u202e"
SET = (
    HEAD
    + "questions:\n  - {id: spring, stem: When?, answer: at new moon}\nquizzes:\n  - {id: p, title: P, sections: [{pick: all}]}\n"
)
SPEAKS = {
    "output.py": "diagnostics, which `render` has made of signs",
    "terminal.py": "all else",
    "explain.py": "pages of our own",
    "schema.py": "JSON, in ASCII",
    "__init__.py": "words of our own",
}
"""Where click prints, and what."""


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "--fix", "--diff"],
        ["build", "--to", "anki"],
        ["build", "--to", "print"],
        ["report"],
        ["issue", "p"],
        ["issue", "q"],
        ["trace", "spring"],
        ["trace", NAME],
        ["refused"],
        ["explain", NAME],
        ["new", NAME],
    ],
    ids=" ".join,
)
def test_nothing_that_a_terminal_obeys_is_printed(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = Path("decks", NAME)
    folder.mkdir(parents=True)
    (folder / "set.yaml").write_text(SET, "utf-8")
    said = CliRunner().invoke(main, words, catch_exceptions=False).output
    assert said.strip()
    assert not re.findall("[\x00-\x09\x0b-\x1f\x7f\u202e]", said)


def test_commands_print_through_one_door():
    folder = Path(deckmaker.cli.__file__).parent
    prints = {path.name for path in folder.glob("*.py") if re.search(r"click\.s?echo\(|\bprint\(", path.read_text())}
    assert prints == set(SPEAKS)
