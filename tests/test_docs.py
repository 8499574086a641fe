"""Documentation is executed: its YAML is checked, its tables and command pages are made, its commands are run."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from deckmaker.cli import COMMANDS, main
from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.pages import Turn, blocks, turns, with_turns
from deckmaker.readers.exact import json_schema
from deckmaker.readers.shapes import QUESTION_KEYS, QuestionShape
from tests.support import compile_set, said
from tests.support.sets import picture
from tests.support.tables import table

ROOT = Path(__file__).parent.parent
FORMAT = ROOT / "docs" / "format.md"
RULES = ROOT / "docs" / "rules.md"
ANKI = ROOT / "docs" / "anki.md"
PRINT = ROOT / "docs" / "print.md"
FAULTS = ROOT / "docs" / "faults.md"
SECURITY = ROOT / "docs" / "security.md"
CLI = ROOT / "docs" / "cli.md"
_TABLE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.S)
_YAML = re.compile(r"^```yaml ?([^\n]*)\n(.*?)^```$", re.S | re.M)


@pytest.mark.parametrize("path", [FORMAT, RULES, ANKI, PRINT, SECURITY], ids=lambda path: path.stem)
def test_the_tables_are_those_of_the_declarations(path, accept):
    text = path.read_text("utf-8")
    made = _TABLE.sub(lambda match: f"{match[1]}{table(match[2])}\n{match[3]}", text)
    assert _TABLE.search(text)
    if accept:
        path.write_text(made, "utf-8")
    else:
        assert text == made


def test_every_code_stands_in_the_table_of_rules():
    assert {*re.findall(r"^\| `(\w\d\d\d)` ", RULES.read_text("utf-8"), re.M)} == {*CODES}


def test_the_files_shown_in_the_format_are_one_sound_set():
    blocks = {name: body for name, body in _YAML.findall(FORMAT.read_text("utf-8")) if re.fullmatch(r"\w+\.yaml", name)}
    article = files("deckmaker.cli").joinpath("starter/article.txt").read_text("utf-8")
    assert len(blocks) > 5
    first = blocks.pop("set.yaml")
    document, problems = compile_set(
        first, article=article, files={name: body.encode() for name, body in blocks.items()}
    )
    assert not said(problems)
    assert {question.family for question in document.questions} == {"who-said", "attribution-cloze", ""}


def test_the_picture_with_hidden_parts_is_sound():
    ((_, body),) = [block for block in _YAML.findall(FORMAT.read_text("utf-8")) if block[0] == "occlusion/set.yaml"]
    document, problems = compile_set(body, files={"mill.png": picture()})
    assert not said(problems)
    assert [question.kind.value for question in document.questions] == ["image_occlusion"]


def test_the_questions_shown_alone_are_sound_and_of_every_type():
    ((_, body),) = [block for block in _YAML.findall(FORMAT.read_text("utf-8")) if block[0] == "alone"]
    document, problems = compile_set(body)
    assert not said(problems)
    shown = {question.kind.value for question in document.questions}
    assert shown == set(QUESTION_KEYS) - {"image_occlusion"}


def test_the_set_and_the_commands_of_the_page_on_print_do_what_it_says(tmp_path, monkeypatch):
    text = PRINT.read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    for name, body in re.findall(r"^```(?:yaml|csv) ([^\n]+)\n(.*?)^```$", text, re.S | re.M):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(body, "utf-8")
    commands = [turn.command for block in blocks(text) if block.words == ("console",) for turn in turns(block.body)]
    assert len(commands) == 3
    for command in commands:
        result = CliRunner().invoke(main, command.split()[1:], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        assert "warning" not in result.output
    made = {path.name for path in Path("build/harbour").iterdir()}
    papers = {
        f"check-{version}{end}" for version in "AB" for end in (".pdf", "-large.pdf", "-key.pdf", ".docx", "-key.docx")
    }
    assert papers | {"check-strips.pdf", "check-overview.pdf", "check.manifest.json", "flashcards.pdf"} <= made
    assert {path.name for path in Path("build/harbour/roster").glob("*.pdf")} == {"check-01-A.pdf", "check-02-B.pdf"}


def test_the_page_on_faults_shows_what_is_said(tmp_path, monkeypatch, accept):
    text = FAULTS.read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    written, said = [], []
    for block in blocks(text):
        if block.role == "file":
            Path(block.name).parent.mkdir(exist_ok=True)
            Path(block.name).write_bytes(block.data)
        elif block.words == ("console",):
            for turn in turns(block.body):
                result = CliRunner().invoke(main, turn.command.split()[1:], catch_exceptions=False)
                written.append(turn)
                said.append(Turn(turn.command, result.output, result.exit_code))
    if accept:
        FAULTS.write_text(with_turns(text, said), "utf-8")
    else:
        assert said == written
    assert [turn.exit_code for turn in said] == [0, 1, 1]
    assert not Path("build").exists()


def test_every_yaml_block_is_run_by_one_of_these_tests():
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for name, _ in _YAML.findall(path.read_text("utf-8")):
            assert name == "alone" or name.endswith(".yaml"), (
                f"{path.name}: a yaml block with no name is run by nothing"
            )


def test_every_key_of_a_question_belongs_to_some_type():
    from deckmaker.readers.shapes import COMMON_KEYS

    used = {key for needs, may in QUESTION_KEYS.values() for key in needs | may} | COMMON_KEYS
    assert used == set(QuestionShape.keys())


def test_the_command_page_is_what_help_says(accept):
    pages = ["# Commands\n\nMade from `--help`."]
    for name in ("", *COMMANDS):
        result = CliRunner().invoke(main, [*filter(None, [name]), "--help"], prog_name="deckmaker", terminal_width=96)
        assert result.exit_code == 0
        pages.append(f"## deckmaker {name}".rstrip() + f"\n\n```text\n{result.output.rstrip()}\n```")
    made = "\n\n".join(pages) + "\n"
    if accept:
        CLI.write_text(made, "utf-8")
    else:
        assert CLI.read_text("utf-8") == made


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command):
    result = CliRunner().invoke(main, [command, "--help"])
    assert f"deckmaker {command}" in result.output
    assert "Example" in result.output


def yaml_files():
    return sorted(path for folder in ("decks", "src") for path in (ROOT / folder).rglob("*.yaml"))


@pytest.mark.parametrize("path", yaml_files(), ids=lambda path: path.parent.name)
def test_every_shipped_set_fits_the_schema_of_editors(path):
    data = yaml.safe_load(path.read_text("utf-8").replace("UID", "7e57da7a"))
    jsonschema.Draft202012Validator(json_schema()).validate(data)


def test_the_schema_takes_what_people_type_and_refuses_what_is_wrong():
    validator = jsonschema.Draft202012Validator(json_schema())
    typed = yaml.safe_load(
        "{deckmaker: 1, uid: 12345678, title: 1998, questions: [{id: a, stem: no, answer: 1.10, distractors: [yes, 3],"
        " where: anki, claim: b, accept: no, points: 2, feedback: }]}"
    )
    validator.validate(typed)
    assert not validator.is_valid({"titel": "x"})
    assert not validator.is_valid({"questions": [{"stem": "no id"}]})
    assert not validator.is_valid({"questions": [{"id": "q", "type": "essey"}]})
