"""Every call to the file system fails once, in turn: what a command leaves is whole, and its next run does the rest."""

from __future__ import annotations

import errno
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.faults import (
    EDITED,
    ERRORS,
    RECORD,
    assert_old_or_new,
    contents,
    failing,
    half_done,
    run,
    undisturbed,
    write,
)  # fmt: skip
from tests.support.samples import LONG


def fail_everywhere(folder: Path, command: str, look: Callable[[dict[str, bytes], bool], None], step: int = 1) -> int:
    """Run the command in copies of the folder, another call failing each time, until none does; how many calls it makes.

    look: is given every file that is there then, and whether the command says that all is well.
    step: 2 for every second call, and so on; in long runs it is every one.
    """
    after = undisturbed(folder, *command.split())
    trial = folder.with_name("trial")
    for nth in range(1, 10_000, 1 if LONG else step):
        for error in ERRORS if LONG else (ERRORS[nth % len(ERRORS)],):
            shutil.copytree(folder, trial)
            with failing(trial, nth, error) as calls:
                result = run(trial, *command.split())
            said = f"call {nth}, {calls.failed} of {calls.about}, {errno.errorcode[error]}\n{result.output}"
            if not calls.failed:
                print(f"{command}: {nth - 1} calls, failed one after the other, {len(ERRORS) if LONG else 1} times")
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
            again = run(trial, *command.split())
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
    old, new = contents(place), undisturbed(place, "build")

    def look(found: dict[str, bytes], is_well: bool) -> None:
        assert_old_or_new(found, old, new)
        assert not is_well or found == new

    assert fail_everywhere(place, "build", look) > 50


def other_files(command: str) -> dict[str, str]:
    """What a command needs beside the set."""
    return {
        "check --fix": {
            f"decks/tides/{id}.yaml": f"questions:\n  - id: {id}\n    stem: *Who*\n    answer: I\n    distractors: [you]\n"
            for id in "cd"
        },
        "import table.csv": {"table.csv": "capital of Ecuador,Quito\n"},
        "build --to print --roster class.csv": {"class.csv": "name\nAda\n"},
    }.get(command, {})


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
    old, new = contents(place), undisturbed(place, *command.split())
    assert new != old or command == "build --draft"

    def look(found: dict[str, bytes], is_well: bool) -> None:
        page = found.pop("build/tides/report.html", b"</html>\n")  # it shows what could not be read
        assert page.endswith(b"</html>\n")
        for name in {*old, *new, *found} - {"build/tides/report.html"}:
            if not name.endswith(Path(RECORD).name):
                assert found.get(name) in (old.get(name), new.get(name)), name
        assert not is_well or found == {name: new[name] for name in new if name != "build/tides/report.html"}

    assert fail_everywhere(place, command, look, step=5) > 20
