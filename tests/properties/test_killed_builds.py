"""A build that is killed leaves every file whole, old or new, and its lock readable; the next build mends the rest.

A fixed-seed sample of moments; `benchmarks/long` tries many more.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from deckmaker import lock
from deckmaker.source import SourceFile
from tests.support.samples import LONG

SET = """\
deckmaker: 1
uid: 7e57da7a
title: T
questions:
  - {{id: a, stem: When, answer: {answer}, distractors: [then, never]}}
  - {{id: b, stem: Where, answer: here, distractors: [there, nowhere]}}
quizzes:
  - {{id: quiz, title: Q, versions: 3, sections: [{{pick: all}}]}}
"""
KILLS = 150 if LONG else 8
COMMAND = [sys.executable, "-m", "deckmaker", "build"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "decks" / "tides").mkdir(parents=True)
    write(tmp_path, "now")
    started = time.monotonic()
    subprocess.run(COMMAND, cwd=tmp_path, check=True, capture_output=True)
    return tmp_path, time.monotonic() - started


def write(folder: Path, answer: str) -> None:
    (folder / "decks" / "tides" / "set.yaml").write_text(SET.format(answer=answer), "utf-8")


def is_whole(path: Path) -> bool:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
    if path.suffix == ".apkg":
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    return path.suffix != ".json" or data.rstrip().endswith(b"}")


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_build_that_is_stopped_anywhere_leaves_every_file_whole(folder, sign):
    place, seconds = folder
    chance = random.Random(7)
    stopped = 0
    for turn in range(KILLS):
        write(place, f"answer {turn}")
        process = subprocess.Popen(COMMAND, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, seconds))
        process.send_signal(sign)
        stopped += process.wait() != 0
        for path in (place / "build" / "tides").iterdir():
            if not path.name.startswith(".") or path.name == ".deckmaker.json":
                assert is_whole(path), path.name
        text = (place / "decks" / "tides" / "deck.lock").read_text("utf-8")
        found, problems = lock.parse(SourceFile("deck.lock", text))
        assert found is not None
        assert not problems
    assert stopped
    write(place, "at last")
    subprocess.run(COMMAND, cwd=place, check=True, capture_output=True)
    names = {path.name for path in (place / "build" / "tides").iterdir() if not path.name.startswith(".")}
    sheets = {f"quiz-{sheet}.pdf" for sheet in ("A", "B", "C", "A-key", "B-key", "C-key", "overview", "strips")}
    assert names == {*sheets, "quiz.manifest.json", "tides.apkg"}
    subprocess.run([*COMMAND, "--locked"], cwd=place, check=True, capture_output=True)
