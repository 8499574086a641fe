"""What the package offers as a library."""

from __future__ import annotations

import deckmaker


def test_a_set_is_built_without_the_command_line(tmp_path):
    path = tmp_path / "tides.yaml"
    path.write_text("deckmaker: 1\nuid: 7e57da7a\ntitle: T\nquestions:\n  - {id: a, stem: S, answer: x}\n", "utf-8")
    ((found,), problems) = deckmaker.find_sets([path])
    checked = deckmaker.check(found)
    files, more = deckmaker.outputs(checked, deckmaker.advanced(checked, 1_700_000_000), ["anki"])
    assert not [*problems, *checked.problems, *more]
    assert list(files) == ["tides.apkg"]
    assert list(tmp_path.iterdir()) == [path]


def test_everything_that_is_offered_is_there():
    assert all(hasattr(deckmaker, name) for name in deckmaker.__all__)
    assert not hasattr(deckmaker, "chek")
