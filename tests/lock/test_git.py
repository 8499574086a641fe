"""Two people build one set, and git merges their locks: whatever it leaves is read, and nothing of either is lost."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from deckmaker.lock import Lock, dump, merge, parse
from deckmaker.source import SourceFile

BASE = Lock("7e57da7a", notes={"a": ("a" * 16, 1), "m": ("b" * 16, 2), "z": ("c" * 16, 3)})
OURS = Lock("7e57da7a", notes={**BASE.notes, "m": ("d" * 16, 20), "n": ("e" * 16, 20), "zz": ("1" * 16, 20)})
THEIRS = Lock("7e57da7a", notes={"a": ("a" * 16, 1), "m": ("f" * 16, 30), "zzz": ("2" * 16, 30)}, retired={"z": 30})


def git(folder: Path, *words: str, fails: bool = False) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True)
    assert (done.returncode != 0) == fails, done.stdout + done.stderr


def merged(folder: Path, style: str, line_end: str) -> str:
    git(folder, "init", "-q")
    git(folder, "config", "core.autocrlf", "false")
    for branch, lock in (("main", BASE), ("theirs", THEIRS), ("main", OURS)):
        if lock is not BASE:
            git(folder, "checkout", "-q", *(["-b"] if branch == "theirs" else []), branch)
        (folder / "deck.lock").write_bytes(dump(lock).replace("\n", line_end).encode())
        git(folder, "add", "deck.lock")
        git(folder, "commit", "-qm", "a build")
    git(folder, "-c", f"merge.conflictStyle={style}", "merge", "theirs", fails=True)
    return (folder / "deck.lock").read_bytes().decode()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_what_git_leaves_of_two_locks_is_both(tmp_path, style, line_end):
    text = merged(tmp_path, style, line_end)
    assert "<<<<<<<" in text
    found, (problem,) = parse(SourceFile("deck.lock", text))
    assert problem.code.id == "L006"
    assert found == merge(OURS, THEIRS)


def test_the_hint_for_a_merge_without_marks_gets_them_back(tmp_path):
    merged(tmp_path, "merge", "\n")
    (tmp_path / "deck.lock").write_text(dump(OURS) + dump(THEIRS), "utf-8")
    found, (problem,) = parse(SourceFile("deck.lock", (tmp_path / "deck.lock").read_text("utf-8")))
    assert found is None
    (command,) = [line for line in problem.hint.splitlines() if line.startswith("git ")]
    git(tmp_path, *command.split()[1:])
    found, _ = parse(SourceFile("deck.lock", (tmp_path / "deck.lock").read_text("utf-8")))
    assert found == merge(OURS, THEIRS)
