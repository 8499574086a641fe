"""Sets too large to be read, and names that outputs cannot have."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.readers import bounds, find_sets, read
from tests.support import HEAD

SET = HEAD + "questions:\n  - {id: q, stem: Why?, answer: so}\n"


def with_quiz(id: str) -> str:
    return SET + f"quizzes:\n  - {{id: {id}, title: T, sections: [{{pick: all}}]}}\n"


def said_of(file: Path, text: str = SET) -> list[str]:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    (files,), problems = find_sets([file])
    made, more = read(files)
    assert made is None or made.name == files.name
    return [f"{problem.code.id} {problem.hint}" for problem in (*problems, *more)]


@pytest.mark.parametrize("name", ["aux", "tides.", "a?b", "x" * 201])
def test_a_set_with_a_name_that_some_system_does_not_take_is_warned_of_once(tmp_path, name):
    assert said_of(tmp_path / name / "set.yaml") == ["O005 rename the set's folder or file"]


@pytest.mark.parametrize("name", ["...yaml", "a\u202eb.yaml", "a\nb.yaml", "a\x1b[31m.yaml"])
def test_a_set_called_like_the_folder_above_or_like_what_it_is_not_is_refused(tmp_path, name):
    assert said_of(tmp_path / name) == ["O006 rename the folder or file: letters, digits, - and spaces"]


@pytest.mark.parametrize(
    ("id", "hint"),
    [
        ("aux", "Windows keeps that name for itself; for example\nid: aux-quiz"),
        ("Con.2", "Windows keeps that name for itself; for example\nid: Con.2-quiz"),
        ("q.", "not more than 200 bytes, and no full stop at its end"),
        ("é" * 101, "not more than 200 bytes, and no full stop at its end"),
    ],
)
def test_a_quiz_whose_id_cannot_name_files_everywhere_is_refused(tmp_path, id, hint):
    assert said_of(tmp_path / "tides" / "set.yaml", with_quiz(id)) == [f"O006 {hint}"]


def test_a_quiz_with_another_id_is_not(tmp_path):
    assert said_of(tmp_path / "tides" / "set.yaml", with_quiz("auxiliary")) == []


def test_a_set_with_more_questions_than_can_be_worked_on_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bounds, "MOST_QUESTIONS", 2)
    two = SET + "  - {id: r, stem: Why?, answer: so}\n"
    three = two + "  - {id: s, stem: Why?, answer: so}\n"
    assert said_of(tmp_path / "two" / "set.yaml", two) == []
    assert [said.split()[0] for said in said_of(tmp_path / "three" / "set.yaml", three)] == ["Y012"]


def test_a_set_of_files_that_are_too_large_together_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bounds, "MOST_IN_ALL", len(SET) - 1)
    assert [said.split()[0] for said in said_of(tmp_path / "tides" / "set.yaml")] == ["Y012"]
