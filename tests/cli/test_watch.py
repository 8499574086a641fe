"""`build --watch` in a process of its own: saved in every way, broken, deleted, back again; and told how long it took."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.apkg import opened

SET = """\
deckmaker: 1
uid: 5b1f09ac
title: Tides
questions:
  - {id: spring-tide, stem: When does a spring tide happen?, answer: at new and full moon}
"""
BUILT = re.compile(r"^built in \d+\.\d\d s$")
NOT_BUILT = re.compile(r"^not built in \d+\.\d\d s$")
PATIENCE = 60


class Watched:
    """A process that watches, and the lines that it prints."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "deckmaker", "build", "decks/tides", "--to", "anki", "--watch"]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, pattern: re.Pattern[str]) -> list[str]:
        """The lines up to one that matches."""
        found: list[str] = []
        end = time.monotonic() + PATIENCE
        while not found or not pattern.search(found[-1]):
            try:
                found.append(self.lines.get(timeout=max(end - time.monotonic(), 0.01)))
            except queue.Empty:
                raise AssertionError(f"no line matches {pattern.pattern}: {found}") from None
        return found


@pytest.fixture
def place(tmp_path) -> Path:
    made: Path = tmp_path
    (made / "decks" / "tides").mkdir(parents=True)
    (made / "decks" / "tides" / "set.yaml").write_text(SET, "utf-8")
    return made


@pytest.fixture
def watched(place) -> Iterator[Watched]:
    made = Watched(place)
    try:
        yield made
    finally:
        made.process.kill()
        made.process.wait()
        made.reader.join()
        assert made.process.stdout is not None
        made.process.stdout.close()


def answer(place: Path) -> str:
    """What the deck's only note has for an answer."""
    (note,) = opened((place / "build" / "tides" / "tides.apkg").read_bytes()).notes.values()
    return note.fields["Answer"]


def test_whatever_is_saved_is_built_and_whatever_is_broken_is_told(place, watched):
    file = place / "decks" / "tides" / "set.yaml"
    watched.until(BUILT)
    assert not (place / "decks" / "tides" / "deck.lock").exists(), "a draft leaves the lock alone"
    assert answer(place) == "at new and full moon"

    file.write_text(SET.replace("full moon", "full moon only"), "utf-8")
    watched.until(BUILT)
    assert answer(place) == "at new and full moon only"

    with file.open("w", encoding="utf-8") as half:  # a file that is saved in two goes
        half.write(SET[:60])
        half.flush()
        os.fsync(half.fileno())
        said = watched.until(NOT_BUILT)
        assert any(line.startswith("error[") for line in said)
        assert answer(place) == "at new and full moon only"
        half.write(SET[60:])
    assert any("set.yaml" in line for line in watched.until(BUILT))
    assert answer(place) == "at new and full moon"

    other = file.with_name("set.yaml~")  # as editors do that write beside and rename
    other.write_text(SET.replace("full moon", "full moon only"), "utf-8")
    other.replace(file)
    watched.until(BUILT)
    assert answer(place) == "at new and full moon only"

    file.rename(file.with_name("other.yaml"))
    watched.until(BUILT)
    file.with_name("other.yaml").unlink()
    assert any("Y008" in line for line in watched.until(NOT_BUILT))
    file.write_text(SET, "utf-8")
    watched.until(BUILT)
    assert answer(place) == "at new and full moon"


def test_a_folder_that_goes_and_comes_back_is_waited_for(place, watched):
    watched.until(BUILT)
    folder, away = place / "decks" / "tides", place / "away"
    folder.rename(away)
    watched.until(NOT_BUILT)
    away.joinpath("set.yaml").write_text(SET.replace("full moon", "full moon only"), "utf-8")
    away.rename(folder)
    watched.until(BUILT)
    assert watched.process.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_ctrl_c_ends_it(place, watched):
    watched.until(BUILT)
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(PATIENCE) == 0


def test_what_a_build_itself_writes_starts_no_other(place, watched):
    watched.until(BUILT)
    (place / "build" / "tides" / "somebody's.txt").write_text("not of the set")
    time.sleep(1.5)
    assert watched.lines.empty()
