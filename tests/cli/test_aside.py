"""Papers that are made and not written yet lie outside memory, and come back as they were put there."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from deckmaker.cli import aside, main
from deckmaker.cli.aside import Aside

SET = """deckmaker: 1
uid: 7e57da7a
title: The harbour
questions:
  - {id: wall, stem: What is to happen to the wall?, answer: it is repaired, distractors: [it is sold, it is painted]}
quizzes:
  - {id: check, title: The harbour, versions: 3, sections: [{pick: [wall]}]}
"""


@pytest.fixture
def no_room(monkeypatch):
    """No byte stays in memory."""
    monkeypatch.setattr(aside, "_IN_MEMORY", 1)


@pytest.mark.usefixtures("no_room")
def test_files_come_back_whole_and_in_the_order_they_were_put_in():
    files = Aside()
    put = {"b.pdf": b"second" * 1000, "a.pdf": b"", "c.pdf": bytes(range(256))}
    for name, data in put.items():
        files[name] = data
    assert list(files.items()) == list(put.items())
    files["b.pdf"] = b"another"
    assert files["b.pdf"] == b"another"
    assert files["c.pdf"] == put["c.pdf"]


def test_a_file_that_is_taken_out_is_gone_and_the_others_stay():
    files = Aside()
    files.update({"key.pdf": b"key", "paper.pdf": b"paper"})
    del files["key.pdf"]
    assert dict(files) == {"paper.pdf": b"paper"}
    with pytest.raises(KeyError):
        files["key.pdf"]


def built(folder, monkeypatch):
    (folder / "harbour").mkdir(parents=True)
    monkeypatch.chdir(folder)
    (folder / "harbour" / "set.yaml").write_text(SET, "utf-8")
    result = CliRunner().invoke(main, ["build", "harbour", "--to", "print"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return {path.name: path.read_bytes() for path in (folder / "build" / "harbour").iterdir()}


def test_a_build_writes_the_same_papers_whether_they_lay_aside_or_in_memory(tmp_path, monkeypatch):
    in_memory = built(tmp_path / "memory", monkeypatch)
    monkeypatch.setattr(aside, "_IN_MEMORY", 1)
    assert len(in_memory) > 8
    assert built(tmp_path / "file", monkeypatch) == in_memory
