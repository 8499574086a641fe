"""Which files make up a set, as people name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.readers import find_sets


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
