"""A folder that somebody takes away under our feet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker.cli import main


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that somebody stands in")
def test_a_build_needs_no_folder_to_stand_in_where_all_paths_are_whole(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["new", "harbour"]).exit_code == 0
    program = f"import os, sys\nos.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')\n{_MAIN}"
    command = [sys.executable, "-c", program, "build", os.fspath(tmp_path / "decks"), "-o", os.fspath(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert len(list(Path("out/harbour").glob("*.pdf"))) > 3


_MAIN = "from deckmaker.cli import main\nmain()\n"
