"""Every code has a page, and every page tells the truth: its bad example gets the code, its good one does not."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result

from deckmaker.cli import main
from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.pages import Turn, page, parse, with_turns

PAGES = Path(__file__).parents[2] / "src" / "deckmaker" / "diagnostics" / "pages"

CORRECTED = [code for code in CODES if "Y101" <= code <= "Y115" or code in ("Y120", "Y122", "Y123")]
"""Codes whose hint ends with the line put right."""


def run(command: str, files: Mapping[str, bytes], *more: str) -> Result:
    """A command of a page, run in a folder of its own that holds these files."""
    with TemporaryDirectory() as folder, chdir(folder):
        for name, data in files.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return CliRunner().invoke(main, [*shlex.split(command)[1:], *more], catch_exceptions=False)


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert sorted(path.name for path in PAGES.iterdir()) == sorted(f"{code}.md" for code in CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_headed_by_its_code_and_name(code: str) -> None:
    parsed = parse(page(code))
    assert (parsed.code, parsed.name) == (code, CODES[code].name)


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_gets_the_code_as_the_page_shows_it(code: str, accept: bool) -> None:
    markdown = page(code)
    parsed = parse(markdown)
    result = run(parsed.turn.command, parsed.example("bad"))
    said = Turn(parsed.turn.command, result.output, result.exit_code)
    if accept:
        (PAGES / f"{code}.md").write_text(with_turns(markdown, [said]), encoding="utf-8")
    else:
        assert said == parsed.turn
    assert f"{CODES[code].severity}[{code}]: " in result.output


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_has_nothing_wrong_with_it(code: str) -> None:
    parsed = parse(page(code))
    assert any(file.role == "good" for file in parsed.files), "a page shows how it is mended"
    result = run(parsed.turn.command, parsed.example("good"))
    assert (result.exit_code, "[" in result.output) == (0, False), result.output


@pytest.mark.parametrize("code", CORRECTED)
def test_the_line_that_the_hint_puts_right_mends_the_bad_example(code: str) -> None:
    parsed = parse(page(code))
    files = parsed.example("bad")
    found = json.loads(run(parsed.turn.command, files, "--format", "json").output)
    problem = next(each for each in found if each["code"] == code)
    lines = files[problem["file"]].decode().split("\n")
    _, _, better = problem["hint"].rpartition("\n")
    if code == "Y110":
        del lines[problem["line"] - 1]
    else:
        old = lines[problem["line"] - 1]
        indent = " " * 4 if code in ("Y109", "Y112") else old[: len(old) - len(old.lstrip())]
        lines[problem["line"] - 1] = indent + better
    result = run(parsed.turn.command, {**files, problem["file"]: "\n".join(lines).encode()})
    assert (result.exit_code, "[" in result.output) == (0, False), result.output
