"""Which files make up a set, as people name them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckmaker.readers import find_sets, read


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def touch(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch()


def found(*paths: str) -> list[tuple[str, str, list[str], str]]:
    sets, problems = find_sets([Path(path) for path in paths])
    assert not problems
    return [(one.name, one.root, [file.as_posix() for file in one.files], one.lock.as_posix()) for one in sets]


def test_a_folder_of_files_is_one_set():
    touch("decks/tides/b.yaml", "decks/tides/a.yml", "decks/tides/notes.txt")
    files = ["decks/tides/a.yml", "decks/tides/b.yaml"]
    assert found("decks/tides") == [("tides", "decks/tides", files, "decks/tides/deck.lock")]


def test_a_folder_of_folders_is_several_sets():
    touch("decks/b/set.yaml", "decks/a/set.yaml", "decks/empty/notes.txt")
    assert [name for name, *_ in found("decks")] == ["a", "b"]


def test_a_file_is_a_set_with_its_lock_beside_it():
    touch("moon.yaml", "tides.yaml")
    assert found("moon.yaml") == [("moon", "moon.yaml", ["moon.yaml"], "moon.yaml.lock")]


def test_a_file_of_a_folder_set_names_the_whole_set():
    touch("decks/tides/set.yaml", "decks/tides/more.yaml")
    assert found("decks/tides/set.yaml") == found("decks/tides")
    touch("decks/moon/a.yaml", "decks/moon/b.yaml", "decks/moon/deck.lock")
    assert found("decks/moon/a.yaml") == found("decks/moon")


def test_a_set_named_twice_is_found_once():
    touch("decks/tides/set.yaml")
    assert len(found("decks", "decks/tides", "decks/tides/set.yaml")) == 1


def test_a_file_put_into_a_folder_keeps_its_lock():
    touch("tides/tides.yaml", "tides/tides.yaml.lock")
    assert found("tides")[0][3] == "tides/tides.yaml.lock"


def refused(path: str) -> tuple[str, str, str]:
    _, (problem,) = find_sets([Path(path)])
    return problem.code.id, problem.message, problem.hint


def read_problems(path: str) -> list[tuple[str, str]]:
    (files,), _ = find_sets([Path(path)])
    return [(problem.code.id, problem.message) for problem in read(files)[1]]


HEAD = "deckmaker: 1\nuid: 7e57da7a\ntitle: T\n"


def test_endings_may_be_in_capitals():
    touch("decks/tides/Set.YAML", "decks/tides/more.Yml")
    assert [files for _, _, files, _ in found("decks")] == [["decks/tides/Set.YAML", "decks/tides/more.Yml"]]
    assert found("decks/tides/Set.YAML") == found("decks/tides")


@pytest.mark.parametrize("path", ["decks", "decks/tides"])
def test_a_file_that_the_editor_named_txt_is_to_be_renamed(path):
    touch("decks/tides/set.yaml.txt")
    assert refused(path) == (
        "Y008",
        f'no set in "{path}": it holds no .yaml file',
        'rename "decks/tides/set.yaml.txt" to set.yaml',
    )


def test_where_no_name_comes_near_a_set_is_to_be_made():
    touch("decks/tides/notes.txt")
    assert refused("decks")[2] == "make one with\ndeckmaker new NAME"


def test_what_other_systems_leave_beside_a_file_is_no_part_of_the_set():
    touch("decks/tides/set.yaml", "decks/tides/._set.yaml", "decks/.trash/set.yaml.txt")
    assert [files for _, _, files, _ in found("decks")] == [["decks/tides/set.yaml"]]


def test_a_link_that_leads_nowhere_is_told():
    touch("tides/set.yaml")
    Path("tides/set.yaml").write_text(HEAD, encoding="utf-8")
    Path("tides/more.yaml").symlink_to("gone.yaml")
    assert read_problems("tides") == [("Y001", 'there is no "tides/more.yaml"')]


@pytest.mark.parametrize("path", ["tides", "tides/more.yaml"])
def test_a_pipe_is_told_and_not_waited_for(path):
    touch("tides/set.yaml")
    Path("tides/set.yaml").write_text(HEAD, encoding="utf-8")
    os.mkfifo("tides/more.yaml")
    assert read_problems(path) == [("Y002", '"tides/more.yaml" cannot be read: it is no ordinary file')]
