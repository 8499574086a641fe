"""A build that is killed leaves every file whole, old or new, and its lock readable; the next build mends the rest.

A fixed-seed sample of moments; `benchmarks/long` tries many more.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.faults import (
    EDITED,
    FOLDER,
    HEARS_SIGNALS,
    NOW,
    assert_old_or_new,
    contents,
    failing,
    forked,
    half_done,
    run,
    undisturbed,
    write,
)  # fmt: skip
from tests.support.samples import LONG

KILLS = 200 if LONG else 20
OTHERS = 50 if LONG else 3
STEP = 1 if LONG else 4
COMMAND = [
    sys.executable,
    "-c",
    f"{HEARS_SIGNALS}import time; time.time = lambda: {NOW}.0\n"
    "import deckmaker.cli.build, deckmaker.writers.anki, deckmaker.writers.print\n"
    "print(flush=True)\n"
    "deckmaker.cli.main(['build'])",
]
"""A build whose clock stands still, and that says when it begins."""


def started(place: Path) -> subprocess.Popen[bytes]:
    """A build that has its modules and begins."""
    process = subprocess.Popen(COMMAND, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    return process


def ended(process: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    """How it ended, and what it said on standard error."""
    _, words = process.communicate(timeout=600)
    return process.returncode, words


@pytest.mark.parametrize(
    ("sign", "times"),
    [(signal.SIGKILL, KILLS), (signal.SIGINT, OTHERS), (signal.SIGTERM, OTHERS), (signal.SIGHUP, OTHERS)],
    ids=["killed", "interrupted", "told to end", "terminal closed"],
)
def test_a_build_that_is_stopped_anywhere_leaves_every_file_whole_and_the_next_one_is_right(place, sign, times):
    assert run(place, "build").exit_code == 0
    write(place, EDITED)
    old, new = contents(place), undisturbed(place, "build")
    chance = random.Random(7)
    trial = place.with_name("trial")
    shutil.copytree(place, trial)
    process = started(trial)
    begun = time.monotonic()
    assert ended(process) == (0, b"")
    seconds = time.monotonic() - begun
    assert contents(trial) == new
    builds = stopped = left = 0
    while stopped < times:
        builds += 1
        assert builds < 10 * times, "hardly any build was stopped"
        shutil.rmtree(trial)
        shutil.copytree(place, trial)
        process = started(trial)
        time.sleep(chance.uniform(0, seconds))
        process.send_signal(sign)
        code, words = ended(process)
        stopped += code != 0
        left += bool(half_done(trial))
        assert b"Traceback" not in words
        assert sign == signal.SIGKILL or not half_done(trial)
        assert_old_or_new(contents(trial), old, new)
        again = run(trial, "build")
        assert again.exit_code == 0, again.output
        assert contents(trial) == new
        assert not half_done(trial)
    print(f"{builds} builds, {stopped} ended by {sign.name}, {left} left something half done")


@pytest.mark.parametrize("before", ["nothing", "an earlier build"])
def test_a_build_killed_after_any_call_leaves_every_file_whole_and_the_next_one_is_right(place, before):
    if before != "nothing":
        assert run(place, "build").exit_code == 0
        write(place, EDITED)
    old, new = contents(place), undisturbed(place, "build")
    trial = place.with_name("trial")
    kills = left = 0
    for nth in range(1, 10_000, STEP):
        shutil.copytree(place, trial)
        with failing(trial, nth, 0, kills=True):
            how = forked(lambda: run(trial, "build"))
        if how == 0:
            break
        assert how == -signal.SIGKILL
        kills += 1
        left += bool(half_done(trial))
        found = contents(trial)
        assert_old_or_new(found, old, new)
        again = run(trial, "build")
        assert again.exit_code == 0, again.output
        assert contents(trial) == new
        assert not half_done(trial)
        shutil.rmtree(trial)
    assert kills > 100 / STEP
    assert left
    print(f"{kills} builds, each killed after another call, {left} left something half done")


def test_what_a_killed_build_left_goes_and_what_is_somebody_elses_stays(place):
    assert run(place, "build").exit_code == 0
    ours = [
        place / FOLDER / ".deckmaker-0123456789abcdef.tmp",
        place / "build" / "tides" / ".deckmaker-fedcba9876543210.tmp",
    ]
    theirs = [
        place / FOLDER / ".deckmaker-notes.tmp",
        place / FOLDER / "deckmaker-0123456789abcdef.tmp",
        place / FOLDER / ".set.yaml.swp",
        place / "build" / "tides" / ".deckmaker-0123456789abcdef.tmp.bak",
        place / ".deckmaker-0123456789abcdef.tmp",
    ]
    for path in (*ours, *theirs):
        path.write_bytes(b"x")
    assert run(place, "build").exit_code == 0
    assert not [path for path in ours if path.exists()]
    assert all(path.exists() for path in theirs)


def test_a_build_that_was_stopped_says_that_all_is_whole(place, monkeypatch):
    def stop(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(os, "replace", stop)
    result = run(place, "build")
    assert result.exit_code == 128 + signal.SIGTERM
    assert "stopped: every file is whole" in result.output
    assert not half_done(place)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
