"""Every code has a page, and every page tells the truth: its bad example gets the code, its good one does not."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.pages import Page, page, parse, with_console

PAGES = Path(__file__).parents[2] / "src" / "deckmaker" / "diagnostics" / "pages"


def run(page: Page, role: str, folder: Path, *more: str) -> Result:
    """The last of the page's commands, run in a folder that holds one of its examples; the others before it."""
    from deckmaker.cli import main

    for name, data in page.example(role).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    before = Path.cwd()
    os.chdir(folder)
    try:
        for command in page.commands[:-1]:
            CliRunner().invoke(main, shlex.split(command)[1:], catch_exceptions=False)
        return CliRunner().invoke(main, [*shlex.split(page.commands[-1])[1:], *more], catch_exceptions=False)
    finally:
        os.chdir(before)


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert sorted(path.stem for path in PAGES.glob("*")) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_headed_by_its_code_and_name(code: str) -> None:
    parsed = parse(page(code))
    assert (parsed.code, parsed.name) == (code, CODES[code].name)


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_gets_the_code_as_the_page_shows_it(code: str, tmp_path: Path, accept: bool) -> None:
    markdown = page(code)
    parsed = parse(markdown)
    result = run(parsed, "bad", tmp_path)
    if accept:
        (PAGES / f"{code}.md").write_text(with_console(markdown, result.output, result.exit_code), encoding="utf-8")
    else:
        assert (result.output, result.exit_code) == (parsed.output, parsed.exit_code)
    assert f"{CODES[code].severity}[{code}]: " in result.output


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_does_not_get_the_code(code: str, tmp_path: Path) -> None:
    parsed = parse(page(code))
    assert parsed.example("good"), "a page shows how it is mended"
    assert f"[{code}]" not in run(parsed, "good", tmp_path).output
