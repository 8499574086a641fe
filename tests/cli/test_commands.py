"""The other commands, as a user meets them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker.cli import COMMANDS, main


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_a_new_set_builds_as_it_stands():
    assert run("new", "harbour").exit_code == 0
    assert run("check", "--strict").output == "decks/harbour: 14 questions, 7 claims, 7 quotations found in the text\n"
    assert run("build").exit_code == 0
    assert Path("build/harbour/harbour.apkg").is_file()


def test_new_sets_have_different_uids():
    run("new", "one")
    run("new", "two")
    uids = [re.findall(r"^uid: (\w+)", path.read_text("utf-8"), re.M) for path in Path("decks").rglob("*.yaml")]
    assert len(uids) == 2
    assert uids[0] != uids[1]


def test_new_never_touches_what_is_there():
    run("new", "harbour")
    before = Path("decks/harbour/set.yaml").read_bytes()
    result = run("new", "harbour")
    assert result.exit_code == 2
    assert "already" in result.output
    assert Path("decks/harbour/set.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["../up", "a/b", "", ".hidden", "a\nb"])
def test_new_takes_no_name_that_leads_elsewhere(name):
    assert run("new", name).exit_code == 2
    assert not Path("decks").exists()


def test_who_names_a_folder_for_a_new_set_is_told_how_to_give_it():
    result = run("new", "decks/harbour")
    assert result.exit_code == 2
    assert (
        result.output
        == '"decks/harbour" cannot be the name of a folder: letters, digits, - and spaces; -o says where it goes\n'
    )


def test_new_from_copies_all_but_uid_and_lock():
    run("new", "harbour")
    run("build")
    assert run("new", "copy", "--from", "decks/harbour").exit_code == 0
    assert sorted(path.name for path in Path("decks/copy").iterdir()) == ["article.txt", "set.yaml"]
    assert run("build").exit_code == 0


def test_check_counts_what_is_verified_and_what_is_not():
    run("new", "harbour")
    run("build")
    Path("decks/harbour/article.txt").unlink()
    assert run("check").output == "decks/harbour: 14 questions, 7 claims, 7 verified earlier\n"
    Path("decks/harbour/deck.lock").unlink()
    output = run("check").output
    assert output.startswith('warning[A006]: there is no text "article.txt": 7 quotations are not verified\n')
    assert output.endswith("decks/harbour: 14 questions, 7 claims, 7 not verified\n")
    result = run("check", "--strict")
    assert result.exit_code == 1
    assert result.output.count("error[E101]") == 7


def test_check_prints_json_for_programs():
    run("new", "harbour")
    path = Path("decks/harbour/set.yaml")
    path.write_text(path.read_text("utf-8").replace("stem: When", "steem: When"), "utf-8")
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    assert [each["code"] for each in json.loads(result.stdout)] == ["S001"]


def test_check_tells_of_a_formula_that_no_paper_can_show_as_a_build_does():
    text = "deckmaker: 1\nuid: 5b1f09ac\ntitle: T\nquestions:\n"
    text += "  - {id: q, stem: 'How large is $\\foo{x}$?', answer: two, distractors: [three, four]}\n"
    Path("tides.yaml").write_text(text, "utf-8")
    result = run("check", "tides.yaml")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == run("build", "--draft", "tides.yaml").stderr
    assert 'error[X001]: the formula "\\foo{x}" uses "\\foo", which paper cannot show' in result.stderr


def test_check_says_nothing_of_a_formula_that_goes_to_no_paper():
    text = "deckmaker: 1\nuid: 5b1f09ac\ntitle: T\nquestions:\n"
    text += "  - {id: q, stem: 'How large is $\\foo{x}$?', answer: two, distractors: [three, four], where: anki}\n"
    Path("tides.yaml").write_text(text, "utf-8")
    assert run("check", "tides.yaml").exit_code == 0


def test_check_of_nothing_says_how_to_begin():
    result = run("check")
    assert result.exit_code == 1
    assert "deckmaker new" in result.output


def test_trace_shows_the_way_back_to_the_paragraph():
    run("new", "harbour")
    output = run("trace", "cost/who-said").output
    for words in ("cost/who-said", "the town's engineers", "paragraph 2", "about 40,000 crowns"):
        assert words in output


def test_trace_of_an_unknown_question_suggests_one():
    run("new", "harbour")
    result = run("trace", "cots/who-said")
    assert result.exit_code == 1
    assert 'Did you mean "cost/who-said"?' in result.output


def test_trace_of_an_unknown_question_says_nothing_of_warnings():
    run("new", "harbour")
    Path("decks/harbour/more.yaml").write_text("questions: [{id: w, stem: Why <b>so</b>?, answer: x}]\n", "utf-8")
    assert "warning" in run("check").output
    assert run("trace", "nope").output == 'There is no question "nope".\n'


def test_refused_gives_the_reason():
    run("new", "harbour")
    path = Path("decks/harbour/set.yaml")
    words = path.read_text("utf-8").replace(
        "    hedge: about\n", "    hedge: about\n    quiz: avoid\n    note: too simple\n"
    )
    path.write_text(words, "utf-8")
    output = run("refused").output
    assert "cost" in output
    assert "too simple" in output


def test_explain_knows_codes_and_names_and_suggests():
    assert run("explain", "e104").output == run("explain", "quote-not-found").output
    assert "E104" in run("explain", "E104").output
    result = run("explain", "quote-not-fond")
    assert result.exit_code == 2
    assert "quote-not-found" in result.output


def test_schema_is_json():
    assert json.loads(run("schema").output)["title"] == "deckmaker set"


def test_an_unknown_command_suggests_one():
    result = run("biuld")
    assert result.exit_code == 2
    assert 'Did you mean "build"?' in result.output


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_and_version_end_well(arguments):
    assert run(*arguments).exit_code == 0


def test_output_to_a_pipe_is_plain():
    Path("bad.yaml").write_text("titel: x\n", "utf-8")
    done = subprocess.run([sys.executable, "-m", "deckmaker", "check", "bad.yaml"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "error[S001]" in done.stderr


@pytest.mark.parametrize("command", ["check", "trace", "explain", "schema", "refused"])
def test_a_terminal_that_knows_few_letters_is_no_reason_to_fail(command):
    run("new", "harbour")
    arguments = {"trace": ["cost/who-said"], "explain": ["E104"]}.get(command, [])
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command_line = [sys.executable, "-m", "deckmaker", command, *arguments]
    done = subprocess.run(command_line, capture_output=True, env=environment)
    assert done.returncode == 0, done.stderr


def test_checking_loads_neither_genanki_nor_typst():
    run("new", "harbour")
    words = (
        "import sys\nfrom deckmaker.cli import main\ntry: main(['check'])\nexcept SystemExit as e: assert not e.code\n"
    )
    words += "assert not {'genanki', 'typst'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", words], check=True, capture_output=True)


def test_help_loads_no_library_but_click():
    words = "import sys\nfrom deckmaker.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    words += "assert not {'yaml', 'pydantic', 'markdown_it', 'genanki', 'typst'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", words], check=True, capture_output=True)
