"""The banks that speed is measured with are like those of real courses, and the same on every machine."""

from __future__ import annotations

import gzip

import pytest
import yaml

from benchmarks import bank, quizzes
from deckmaker import check, find_sets
from deckmaker.model.claims import Verified


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("banks") / "set"
    bank.make(made, 400, seed=7)
    return made


def questions(folder):
    return yaml.safe_load((folder / "questions.yaml").read_text("utf-8"))["questions"]


def test_a_bank_is_the_same_from_the_same_seed_and_another_from_another(folder, tmp_path):
    for seed in (7, 8):
        bank.make(tmp_path / str(seed), 400, seed)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "7").iterdir()} == files
    assert (tmp_path / "8" / "questions.yaml").read_bytes() != files["questions.yaml"]


def test_no_two_questions_ask_the_same(folder):
    asked = [each.get("stem") or each.get("text") or each.get("front") for each in questions(folder)]
    assert len({*asked}) == len(asked) == 400


def test_a_bank_has_the_types_and_the_writing_systems_it_says(folder):
    text = (folder / "questions.yaml").read_text("utf-8")
    assert all(any(key in each for each in questions(folder)) for key in ("options", "text", "accept", "reversed"))
    assert any(each.get("answer") in (True, False) for each in questions(folder))
    assert all(sign in text for sign in ("θάλασσα", "море", "灯台", "⚓", "&", "<", ">"))


def test_it_says_about_as_much_as_a_course_does(folder):
    data = (folder / "questions.yaml").read_bytes()
    assert 3.5 < len(data) / len(gzip.compress(data, mtime=0)) < 4.5
    assert 450 < len(data) / 400 < 750


def test_it_is_sound_with_every_quotation_found_and_a_fault_of_wording_in_one_question_of_ten(folder):
    ((found,), _) = find_sets([folder])
    checked = check(found)
    assert checked.document is not None
    assert not [problem for problem in checked.problems if problem.is_error]
    assert len(checked.document.evidence) == 20
    assert all(isinstance(each, Verified) for each in checked.document.evidence.values())
    warnings = [problem for problem in checked.problems if problem.code.severity.name == "WARNING"]
    assert 0.04 < len(warnings) / 400 < 0.16


def test_quizzes_come_in_as_many_versions_as_asked_for(tmp_path):
    quizzes.make(tmp_path / "set", 10, 2, 3, 5)
    ((found,), _) = find_sets([tmp_path / "set"])
    checked = check(found)
    assert not checked.problems
    assert [len(paper.versions) for paper in checked.papers] == [3, 3]
    assert len((tmp_path / "class.csv").read_text("utf-8").splitlines()) == 6
