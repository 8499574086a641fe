"""Same input and same lock, same bytes: in any process, on any hash seed, in any time zone and folder."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def build(output: Path, folder: Path, seed: str, zone: str) -> dict[str, str]:
    """The SHA-256 of every output of a locked build of all sets, run in `folder`."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    decks = os.path.relpath(ROOT / "decks", folder)
    roster = output.parent / "class.csv"
    roster.write_text("name\nAda Byron\nCharles Babbage\n", "utf-8")
    every = [word for name in ("anki", "print", "docx", "flashcards") for word in ("--to", name)]
    more = [*every, "--roster", os.path.relpath(roster, folder)]
    command = [sys.executable, "-m", "deckmaker", "build", "--locked", decks, "-o", str(output), *more]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def test_two_locked_builds_give_the_same_bytes_for_every_output(tmp_path):
    first = build(tmp_path / "one", ROOT, "1", "Pacific/Kiritimati")
    second = build(tmp_path / "two", tmp_path, "4242", "America/Caracas")
    assert first == second
    for name in (
        "who-says-so/who-says-so.apkg",
        "tides/tides.apkg",
        "tides/flashcards.pdf",
        "who-says-so/source-map.pdf",
    ):
        assert name in first
    for ending in (
        "-A.pdf",
        "-B.pdf",
        "-A-key.pdf",
        ".manifest.json",
        "-A.docx",
        "-A-key.docx",
        "roster/full-paper-01-A.pdf",
    ):
        assert [name for name in first if name.startswith("who-says-so/") and name.endswith(ending)]


def test_building_leaves_no_temporary_files(tmp_path):
    work = tmp_path / "tmp"
    work.mkdir()
    environment = {**os.environ, "TMPDIR": str(work)}
    command = [sys.executable, "-m", "deckmaker", "build", "--locked", "decks", "-o", str(tmp_path / "out")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert not list(work.iterdir())
