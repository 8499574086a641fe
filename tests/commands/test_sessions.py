"""Sessions at the command line, each a Markdown file beside this one, named for the behaviour that it shows.

Its blocks with a file's name are written into an empty folder (```` ```yaml file tides.yaml ````); then the commands of
its console blocks are run there, and must say what stands below them.
"""

from __future__ import annotations

import shlex
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner

from deckmaker.cli import main
from deckmaker.diagnostics.pages import Turn, blocks, turns, with_turns

SESSIONS = sorted(Path(__file__).parent.glob("*.md"))


def run(command: str) -> Turn:
    result = CliRunner().invoke(main, shlex.split(command)[1:], prog_name="deckmaker", catch_exceptions=False)
    return Turn(command, result.output, result.exit_code)


@pytest.mark.parametrize("path", SESSIONS, ids=[path.stem for path in SESSIONS])
def test_a_session_goes_as_it_is_written(path: Path, accept: bool) -> None:
    markdown = path.read_text("utf-8")
    written = [turn for block in blocks(markdown) if block.words == ("console",) for turn in turns(block.body)]
    assert written, "a session has commands"
    with TemporaryDirectory() as folder, chdir(folder):
        for block in blocks(markdown):
            if block.role == "file":
                Path(block.name).parent.mkdir(parents=True, exist_ok=True)
                Path(block.name).write_bytes(block.data)
        said = [run(turn.command) for turn in written]
    if accept:
        path.write_text(with_turns(markdown, said), "utf-8")
    else:
        assert said == written
