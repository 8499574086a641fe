"""Who writes into a folder is alone there; whoever comes second waits, is told so, and not for ever."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from deckmaker.cli import main, turns
from deckmaker.cli.turns import NoTurn, turn

SET = """\
deckmaker: 1
uid: 7e57da7a
title: T
questions:
  - id: a
    stem: When?
    answer: now
    distractors: [then, later]
quizzes:
  - {id: quiz, title: Q, versions: 1, sections: [{pick: all}]}
"""
HOLD = """
import sys
from pathlib import Path
from deckmaker.cli.turns import turn
with turn(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "decks" / "tides").mkdir(parents=True)
    (tmp_path / "decks" / "tides" / "set.yaml").write_text(SET, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "decks" / "tides"


@pytest.fixture
def another(folder):
    """Another process that has the turn of the set's folder."""
    yield from holder(folder)


def holder(folder: Path):
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", HOLD, folder], stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "mine\n"
        yield process
        process.kill()


def run(*arguments: str):
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def is_free(folder: Path) -> bool:
    handle = turns._try(folder)
    if handle is not None:
        os.close(handle)
    return handle is not None


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_turn_ends_with_its_process_however_that_ends(folder, another, sign):
    assert not is_free(folder)
    another.send_signal(sign)
    another.wait()
    assert is_free(folder)
    assert [path.name for path in folder.iterdir()] == ["set.yaml"]


@pytest.mark.parametrize(
    "command",
    ["build", "build --draft", "build --locked", "check --fix", "issue quiz", "import --update decks/tides a.csv"],
)
def test_whatever_writes_into_a_set_waits_for_its_turn_and_not_for_ever(folder, another, monkeypatch, command):
    Path("a.csv").write_text("When?,now\n")
    monkeypatch.setattr(turns, "PATIENCE", 0.1)
    before = {path: path.read_bytes() for path in folder.rglob("*")}
    result = run(*command.split())
    assert result.exit_code == 1
    assert "error[O004]" in result.output
    assert "wait until it has ended" in result.output
    assert {path: path.read_bytes() for path in folder.rglob("*")} == before


def test_whoever_waits_is_told_and_goes_on_when_the_other_one_ends(folder, another, monkeypatch):
    monkeypatch.setattr(turns, "_SAID_AFTER", 0.0)
    slept = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            another.kill()
            another.wait()

    monkeypatch.setattr(time, "sleep", sleep)
    result = run("build")
    assert result.exit_code == 0
    assert result.output.count("waiting for another deckmaker that is at work in decks/tides") == 1
    assert Path("build/tides/tides.apkg").is_file()


def test_a_set_that_another_build_advanced_meanwhile_is_read_anew(folder, another, monkeypatch):
    """Who comes second builds the set as it is then, upon the lock as it is then."""

    def sleep(_: float) -> None:
        (folder / "set.yaml").write_text(SET.replace("id: a", "id: b"), "utf-8")
        monkeypatch.undo()
        monkeypatch.chdir(folder.parents[1])
        another.kill()
        another.wait()
        assert run("build", "-o", "elsewhere").exit_code == 0  # its notes are in the lock now
        (folder / "set.yaml").write_text(SET, "utf-8")

    monkeypatch.setattr(time, "sleep", sleep)
    result = run("build")
    assert result.exit_code == 0, result.output
    assert "L010" in result.output  # b is gone again: known from the lock alone
    lock = (folder / "deck.lock").read_text("utf-8")
    assert "note a " in lock
    assert "retired b " in lock


def test_a_turn_within_a_turn_is_the_same(folder):
    with turn(folder), turn(folder.parent / ".." / "decks" / "tides"):
        assert not is_free(folder)
    assert is_free(folder)


def test_a_failing_block_gives_the_turn_back(folder):
    with pytest.raises(ValueError, match="x"), turn(folder):
        raise ValueError("x")
    assert is_free(folder)


def test_a_folder_that_was_replaced_meanwhile_is_taken_anew(folder, monkeypatch):
    real = fcntl.flock
    replaced: list[Path] = []

    def flock(handle: int, how: int) -> None:
        real(handle, how)
        if not replaced:
            replaced.append(folder.rename(folder.with_name("old")))
            folder.mkdir()

    monkeypatch.setattr(fcntl, "flock", flock)
    with turn(folder):
        assert not is_free(folder)
        assert is_free(replaced[0])


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(NoTurn) as refused, turn(tmp_path / "gone"):
        pass
    assert refused.value.diagnostic.code.id == "Y001"


# Where no folder can be locked: network file systems, Windows.


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def no_folders(monkeypatch) -> None:
    real = fcntl.flock

    def flock(handle: int, how: int) -> None:
        if os.path.isdir(f"/dev/fd/{handle}"):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        real(handle, how)

    monkeypatch.setattr(fcntl, "flock", flock)


def as_on_windows(monkeypatch) -> None:
    """No fcntl; msvcrt refuses with PermissionError what somebody else has."""

    def locking(handle: int, how: int, count: int) -> None:
        assert (how, count) == (2, 1)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "Permission denied") from None

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    monkeypatch.setattr(turns, "fcntl", None)


@pytest.mark.parametrize("where", [no_folders, as_on_windows])
def test_where_no_folder_can_be_locked_a_file_elsewhere_stands_for_it(folder, temporary, monkeypatch, where):
    where(monkeypatch)
    with turn(folder):
        assert not is_free(folder)
        assert is_free(folder.parent)
    assert is_free(folder)
    assert [path.name for path in folder.iterdir()] == ["set.yaml"]
    assert list(temporary.glob("deckmaker-*/*.turn"))
    assert run("build").exit_code == 0


def test_where_others_may_write_to_the_temporary_folder_of_ours_nothing_is_trusted_to_it(
    folder, temporary, monkeypatch
):
    no_folders(monkeypatch)
    (temporary / f"deckmaker-{os.getuid()}").mkdir()
    (temporary / f"deckmaker-{os.getuid()}").chmod(0o777)
    result = run("build")
    assert result.exit_code == 1
    assert "error[Y002]" in result.output
    assert not (folder / "deck.lock").exists()
