"""Every code has a page, and every page tells the truth: its bad example gets the code, its good one does not."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deckmaker import pipeline
from deckmaker.cli import main, turns
from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.pages import Page, Turn, page, parse, with_turns
from deckmaker.push import ADDRESS
from tests.support.fake_anki import fake_anki, of_the_set

PAGES = Path(__file__).parents[2] / "src" / "deckmaker" / "diagnostics" / "pages"

CORRECTED = [code for code in CODES if "Y101" <= code <= "Y115" or code in ("Y120", "Y122", "Y123")]
"""Codes whose hint ends with the line put right."""


ANKIS: dict[str, dict[str, Any]] = {
    "N001": {"fault": "off"},
    "N002": {"fault": "closed"},
    "N003": {"fault": "denied"},
    "N004": {"key": "sesame"},
    "N005": {"fault": "html"},
    "N006": {"fault": "fails:findNotes"},
    "N101": {"ids": {}},
    "N102": {"types": {"deckmaker question": ["QID", "Kind", "Question"]}},
    "N103": {"notes": {1: of_the_set("Mine")}},
    "N104": {"notes": {1: of_the_set("deckmaker question"), 2: of_the_set("deckmaker question")}},
    "N105": {"notes": {1: of_the_set("deckmaker question", Data='{"at": 99999999999}')}},
    "N106": {"fault": "browsing", "notes": {1: of_the_set("deckmaker question", Data='{"at": 1}')}},
}
"""What is wrong with the Anki of a page that is about one."""


def another_at_work(patch: pytest.MonkeyPatch) -> None:
    """Somebody else has the turn of every folder, and we have no patience."""
    patch.setattr(turns, "PATIENCE", 0)
    patch.setattr(turns, "_try", lambda folder: None)


def saved_while_it_is_built(patch: pytest.MonkeyPatch) -> None:
    """The set is saved while its outputs are made."""
    real = pipeline.outputs

    def outputs(checked: Any, *rest: Any) -> Any:
        (path,) = checked.files.files
        path.write_bytes(path.read_bytes() + b"# more\n")
        return real(checked, *rest)

    patch.setattr(pipeline, "outputs", outputs)


MEANWHILE = {"O004": another_at_work, "Y011": saved_while_it_is_built}
"""What happens while the command of a page runs, in its bad example."""


NO_GOOD_FILE = ("I002", "I003", "I102")
"""Pages about a file that no other file of that name would mend."""


def shown(page: Page, role: str) -> Turn:
    """What the command of a page says with its examples of that role; a push talks to a fake Anki."""
    files = page.example(role)
    if page.code in MEANWHILE and role == "bad":
        with pytest.MonkeyPatch.context() as patch:
            MEANWHILE[page.code](patch)
            result = run(page.turn.command, files)
        return Turn(page.turn.command, result.output, result.exit_code)
    if page.code not in ANKIS:
        result = run(page.turn.command, files)
        return Turn(page.turn.command, result.output, result.exit_code)
    with fake_anki(**(ANKIS[page.code] if role == "bad" else {})) as anki:
        result = run(page.turn.command, files, "--address", anki.address)
        return Turn(page.turn.command, result.output.replace(anki.address, ADDRESS), result.exit_code)


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
    said = shown(parsed, "bad")
    if accept:
        (PAGES / f"{code}.md").write_text(with_turns(markdown, [said]), encoding="utf-8")
    else:
        assert said == parsed.turn
    assert f"{CODES[code].severity}[{code}]: " in said.output


@pytest.mark.parametrize("code", [code for code in CODES if code not in NO_GOOD_FILE])
def test_the_good_example_has_nothing_wrong_with_it(code: str) -> None:
    parsed = parse(page(code))
    assert code in {**ANKIS, **MEANWHILE} or any(file.role == "good" for file in parsed.files), (
        "a page shows how it is mended"
    )
    said = shown(parsed, "good")
    assert (said.exit_code, "[" in said.output) == (0, False), said.output


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
