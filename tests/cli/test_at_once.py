"""Several sets are built on several cores, and nothing else is different."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from deckmaker.cli import at_once as module
from deckmaker.cli.at_once import at_once
from deckmaker.cli.disk import HALF_DONE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")

SET = """\
deckmaker: 1
uid: 7e57da7{number}
title: T
questions:
  - {{id: a, stem: When?, answer: now, distractors: [then, never]}}
  - {{id: b, stem: Where?, answer: here, distractors: [there, nowhere]}}
quizzes:
  - {{id: quiz, title: Q, versions: {versions}, sections: [{{pick: all}}]}}
"""


@pytest.fixture
def two_cores(monkeypatch):
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(module, "_can_fork", lambda: True)


def slow(seconds: float, gives: str) -> tuple[str, int]:
    time.sleep(seconds)
    return gives, os.getpid()


def test_jobs_run_in_processes_of_their_own_and_give_their_results_in_order(two_cores):
    results = list(at_once([partial(slow, 0.2 if number == 0 else 0, str(number)) for number in range(5)]))
    assert [gives for gives, _ in results] == ["0", "1", "2", "3", "4"]
    assert len({pid for _, pid in results} - {os.getpid()}) == 5


def test_one_job_or_one_core_runs_in_this_process(monkeypatch, two_cores):
    assert [pid for _, pid in at_once([partial(slow, 0, "a")])] == [os.getpid()]
    monkeypatch.setattr(module, "cores", lambda: 1)
    assert [pid for _, pid in at_once([partial(slow, 0, "a")] * 3)] == [os.getpid()] * 3


def test_results_are_as_long_as_they_are(two_cores):
    jobs = [partial(str.__mul__, letter, 1_000_000) for letter in "abc"]
    assert [(made[0], len(made)) for made in at_once(jobs)] == [("a", 1_000_000), ("b", 1_000_000), ("c", 1_000_000)]


def fails() -> None:
    raise ValueError("of the job")


def test_what_a_job_raises_is_raised_when_its_turn_comes(two_cores):
    jobs: list[Any] = [partial(slow, 0.1, "a"), fails, partial(slow, 30, "c")]
    results = at_once(jobs)
    assert next(results)[0] == "a"
    with pytest.raises(ValueError, match="of the job"):
        next(results)


def killed(here: int) -> int:
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def test_the_job_of_a_process_that_was_killed_is_done_here(two_cores):
    assert list(at_once([partial(killed, os.getpid())] * 2)) == [os.getpid()] * 2


def marked(path: Path) -> None:
    try:
        path.write_text("begun", "utf-8")
        time.sleep(30)
    finally:
        path.write_text("cleaned up", "utf-8")


def test_who_stops_asking_leaves_no_process_and_each_cleans_up_behind_it(two_cores, tmp_path):
    jobs: list[Any] = [partial(slow, 0.5, "a"), partial(marked, tmp_path / "b"), partial(marked, tmp_path / "c")]
    results = at_once(jobs)
    assert next(results)[0] == "a"
    while not (tmp_path / "b").exists():
        time.sleep(0.01)
    results.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert (tmp_path / "b").read_text("utf-8") == "cleaned up"


PROGRAM = """
import sys
from deckmaker.cli import at_once, main
count = int(sys.argv.pop(1))
at_once.cores = lambda: count
main()
"""


def sets(folder: Path, versions: int = 1) -> Path:
    for number in range(4):
        (folder / "decks" / f"s{number}").mkdir(parents=True)
        (folder / "decks" / f"s{number}" / "set.yaml").write_text(SET.format(number=number, versions=versions), "utf-8")
    return folder


def command(cores: int) -> list[str]:
    return [sys.executable, "-c", PROGRAM, str(cores), "build"]


def build(folder: Path, cores: int) -> tuple[int, str, str]:
    done = subprocess.run(command(cores), cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


def files(folder: Path) -> dict[str, bytes]:
    """Everything but packages and what knows their time."""
    found = [path for path in folder.rglob("*") if path.is_file() and ".deckmaker" not in path.as_posix()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if path.suffix == ".pdf"}


def test_sets_built_at_once_say_and_make_what_they_do_one_after_another(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    alone, beside = sets(tmp_path / "one"), sets(tmp_path / "two")
    assert build(alone, 1) == build(beside, 2)
    assert files(alone) == files(beside)
    assert len(files(alone)) == 16
    assert build(beside, 2)[1] == build(alone, 1)[1]


def test_a_set_that_cannot_be_written_does_not_keep_the_others(tmp_path):
    folder = sets(tmp_path)
    (folder / "build").mkdir()
    (folder / "build" / "s1").write_text("in the way", "utf-8")
    code, said, told = build(folder, 2)
    assert code == 1
    assert [line for line in said.splitlines() if ".apkg" in line and "s1" not in line] != []
    assert "build/s1" in told
    assert sorted(path.name for path in (folder / "build").glob("*/*.apkg")) == ["s0.apkg", "s2.apkg", "s3.apkg"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_of_several_sets_that_is_stopped_leaves_nothing_half_done_and_nobody_at_work(tmp_path, number):
    folder = sets(tmp_path, versions=20)
    with subprocess.Popen(
        command(2), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while not list(folder.glob("decks/*/deck.lock")):  # a set is being built
            time.sleep(0.01)
        process.send_signal(number)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert told.strip().startswith("stopped: every file is whole")
    assert not [path for path in folder.rglob("*") if HALF_DONE.fullmatch(path.name)]
    assert _session(process.pid) == []
    assert build(folder, 2)[0] == 0


def _session(leader: int) -> list[int]:
    """Processes of its session."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and os.getsid(int(entry.name)) == leader:
                found.append(int(entry.name))
        except ProcessLookupError:
            continue
    return found
