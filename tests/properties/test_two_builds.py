"""Two builds of one set at once, the set edited in between: no torn file, no entry of the lock lost."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from deckmaker import lock
from deckmaker.source import SourceFile
from tests.support.faults import FOLDER, LOCK, RECORD, contents, half_done
from tests.support.samples import LONG

TIMES = 50 if LONG else 6
READY = "import sys, deckmaker.cli.build, deckmaker.writers.anki, deckmaker.writers.print\nprint(flush=True)\n"
BUILD = [sys.executable, "-c", f"{READY}sys.stdin.readline()\ndeckmaker.cli.main(sys.argv[1:])", "build"]
"""A build that has its modules and waits for a line before it begins."""


def set_of(answers: list[str]) -> str:
    """A set with a question for each answer."""
    questions = [
        f"  - {{id: q{number}, stem: 'What is number {number}?', answer: '{answer}', distractors: [this, that]}}\n"
        for number, answer in enumerate(answers)
    ]
    quiz = "quizzes:\n  - {id: quiz, title: Q, versions: 1, sections: [{pick: all}]}\n"
    return "deckmaker: 1\nuid: 7e57da7a\ntitle: T\nquestions:\n" + "".join(questions) + quiz


def write(place: Path, answers: list[str]) -> None:
    """Saved as editors do it, at once."""
    path = place / FOLDER / "set.yaml"
    path.with_name("new").write_text(set_of(answers), "utf-8")
    path.with_name("new").replace(path)


def ready(place: Path, *arguments: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    process = subprocess.Popen([*BUILD, *arguments], cwd=place, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout
    process.stdout.readline()
    return process


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def times(place: Path) -> dict[str, int]:
    found, problems = lock.parse(SourceFile("deck.lock", (place / LOCK).read_text("utf-8")))
    assert found is not None
    assert not problems
    return {id: time for id, (_, time) in found.notes.items()}


def built_again_elsewhere(place: Path) -> dict[str, bytes]:
    """What this set and this lock make in an empty folder."""
    copy = place.with_name("copy")
    shutil.copytree(place, copy)
    shutil.rmtree(copy / "build")
    process = ready(copy, "--locked")
    words = process.communicate("\n")
    assert process.returncode == 0, words
    found = contents(copy)
    shutil.rmtree(copy)
    return found


def test_two_builds_at_once_leave_the_files_of_the_last_state_and_a_lock_that_knows_every_note(tmp_path):
    place = tmp_path / "place"
    (place / FOLDER).mkdir(parents=True)
    answers, chance, known, again = ["yes"], random.Random(11), dict[str, int](), 0
    for turn in range(TIMES):
        write(place, answers)
        # One output each, now and then: the record must know both.
        only = [["--to", "anki"], ["--to", "print"]] if turn % 3 == 2 else [[], []]
        first, second = (ready(place, *each) for each in only)
        go(first)
        time.sleep(chance.uniform(0, 0.3))
        answers[chance.randrange(len(answers))] += "!"
        answers.append("no")
        write(place, answers)
        go(second)
        words = first.communicate()[1], second.communicate()[1]
        assert second.returncode == 0, words
        assert first.returncode == 0 or "Y011" in words[0], words
        again += first.returncode != 0
        assert not any("Traceback" in said for said in words)
        if only[0]:
            last = ready(place)
            last.communicate("\n")
            assert last.returncode == 0
        now = times(place)
        assert now.keys() == {f"q{number}" for number in range(len(answers))}
        assert all(now[id] >= known[id] for id in known)
        known = now
        assert not half_done(place)
        assert contents(place) == built_again_elsewhere(place), RECORD
    print(f"{TIMES} times two builds at once; {again} times the first one saw its set edited and wrote nothing")
