"""Every call to the file system fails once, in turn: what a command leaves is whole, and its next run does the rest."""

from __future__ import annotations

import errno
import json
import os
import secrets
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker import lock, pipeline
from deckmaker.cli import main, turns
from deckmaker.source import SourceFile
from tests.support.faults import ERRORS, contents, failing, half_done
from tests.support.samples import LONG

SET = """\
deckmaker: 1
uid: 7e57da7a
title: T
questions:
  - {id: a, stem: When?, answer: now, distractors: [then, later]}
  - {id: b, stem: Where?, answer: here, distractors: [there, far away]}
quizzes:
  - {id: quiz, title: Q, versions: 1, sections: [{pick: all}]}
"""
EDITED = SET.replace("When?", "At what time?").replace("id: quiz", "id: test")
LOCK = "decks/tides/deck.lock"
RECORD = "build/tides/.deckmaker.json"


@pytest.fixture
def place(tmp_path, monkeypatch):
    folder = tmp_path / "place"
    (folder / "decks" / "tides").mkdir(parents=True)
    write(folder, SET)
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # it fails in its turn; that it works is another matter
    monkeypatch.setattr(time, "time", lambda: 1_800_000_000.0)
    monkeypatch.setattr(pipeline, "outputs", remembered(pipeline.outputs))
    return folder


def remembered(real):
    """The same outputs of the same set and lock, made once: they are the same bytes, and nothing here is about them."""
    known = {}

    def outputs(checked, locked, to, how):
        key = (Path("decks/tides/set.yaml").read_bytes(), lock.dump(locked), to)
        if key not in known:
            known[key] = real(checked, locked, to, how)
        files, problems = known[key]
        return dict(files), list(problems)

    return outputs


def write(folder: Path, words: str) -> None:
    (folder / "decks" / "tides" / "set.yaml").write_text(words, "utf-8")


def run(folder: Path, *arguments: str):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, arguments)


def is_a_lock(data: bytes) -> bool:
    found, problems = lock.parse(SourceFile("deck.lock", data.decode()))
    return found is not None and not problems


def fail_everywhere(folder: Path, arguments: tuple[str, ...], look: Callable[[dict[str, bytes], bool], None]) -> int:
    """Run the command in copies of the folder, another call failing each time, until none does; how often that was.

    look: is given every file that is there then, and whether the command says that all is well.
    """
    undisturbed = folder.with_name("undisturbed")
    shutil.copytree(folder, undisturbed)
    done = run(undisturbed, *arguments)
    assert done.exit_code == 0, done.output
    after = contents(undisturbed)
    for nth in range(1, 10_000):
        for error in ERRORS if LONG else (ERRORS[nth % len(ERRORS)],):
            trial = folder.with_name("trial")
            shutil.copytree(folder, trial)
            with failing(trial, nth, error) as calls:
                result = run(trial, *arguments)
            said = f"call {nth}, {calls.failed} of {calls.about}, {errno.errorcode[error]}\n{result.output}"
            if not calls.failed:
                shutil.rmtree(trial)
                return nth - 1
            assert result.exception is None or isinstance(result.exception, SystemExit), said
            assert result.exit_code == 0 or any(word in result.output for word in ("error[", "Error: ", "cannot be")), (
                said
            )
            found = contents(trial)
            assert calls.failed in ("unlink", "scandir") or not half_done(trial), said
            try:
                look(found, result.exit_code == 0)
            except AssertionError as wrong:
                raise AssertionError(said) from wrong
            again = run(trial, *arguments)
            assert again.exit_code == 0 or found == after, said + again.output
            assert contents(trial) == after, said + again.output
            assert not half_done(trial), said
            shutil.rmtree(trial)
    raise AssertionError("it never ended")


@pytest.mark.parametrize("before", ["nothing", "an earlier build"])
def test_a_build_whose_disk_fails_anywhere_leaves_old_files_or_new_ones_and_the_next_is_right(place, before):
    if before != "nothing":
        assert run(place, "build").exit_code == 0
        write(place, EDITED)
    old = contents(place)
    made = place.with_name("made")
    shutil.copytree(place, made)
    assert run(made, "build").exit_code == 0
    new = contents(made)

    def look(found: dict[str, bytes], is_well: bool) -> None:
        for name in {*old, *new, *found} - {RECORD}:
            assert found.get(name) in (old.get(name), new.get(name)), name
        assert LOCK not in found or is_a_lock(found[LOCK])
        assert RECORD not in found or json.loads(found[RECORD])
        assert not is_well or found == new

    assert fail_everywhere(place, ("build",), look) > 50


def other_files(name: str) -> dict[str, str]:
    """What a command needs beside the set."""
    return {
        "check --fix": {
            f"decks/tides/{id}.yaml": f"questions:\n  - id: {id}\n    stem: *Who*\n    answer: I\n    distractors: [you]\n"
            for id in "cd"
        },
        "import table.csv": {"table.csv": "capital of Ecuador,Quito\n"},
        "build --to print --roster class.csv": {"class.csv": "name\nAda\n"},
    }.get(name, {})


@pytest.mark.parametrize(
    "command",
    [
        "issue quiz",
        "check --fix",
        "new moon",
        "new sun --from decks/tides",
        "import table.csv",
        "report",
        "build --to print --roster class.csv",
        "build --draft",
    ],
)
def test_whatever_writes_leaves_whole_files_when_the_disk_fails_and_its_next_run_is_right(place, command, monkeypatch):
    monkeypatch.setattr(secrets, "token_hex", lambda count: "5eed" * (count // 2))
    assert run(place, "build").exit_code == 0
    for name, words in other_files(command).items():
        (place / name).write_text(words, "utf-8")
    old = contents(place)
    made = place.with_name("made")
    shutil.copytree(place, made)
    done = run(made, *command.split())
    assert done.exit_code == 0, done.output
    new = contents(made)
    assert new != old or command == "build --draft"

    def look(found: dict[str, bytes], is_well: bool) -> None:
        for name in {*old, *new, *found}:
            if name == "build/tides/report.html" and name in found:  # it shows what could not be read
                assert found[name].endswith(b"</html>\n")
            elif not name.endswith(Path(RECORD).name):
                assert found.get(name) in (old.get(name), new.get(name)), name
        assert not is_well or found == new

    assert fail_everywhere(place, tuple(command.split()), look) > 20
