"""`deckmaker issue`: from then on every build prints that paper and its key, whatever becomes of the set."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pdfua
import pytest
from click.testing import CliRunner

from deckmaker import issued
from deckmaker.cli import main
from tests.support import check_set
from tests.support.paper import normal, whole_text
from tests.support.sets import EVERY_TYPE, picture

SET = """\
deckmaker: 1
uid: 7e57da7a
title: Tides
questions:
  - {id: neap, stem: When is a neap tide?, answer: at half moon, distractors: [at new moon, at full moon]}
  - {id: spring, stem: A spring tide comes with the full moon., answer: true}
  - {id: day, type: numeric, stem: How long is a lunar day in hours?, answer: '24.8', tolerance: '0.1'}
  - {id: pull, stem: What pulls at the sea?, answers: [the moon, the sun], distractors: [Mars, Venus]}
quizzes:
  - {id: check, title: Check, versions: 3, sections: [{pick: all}]}
"""
ISSUE = "decks/tides/issued/check-1.json"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "decks" / "tides").mkdir(parents=True)
    (tmp_path / "decks" / "tides" / "set.yaml").write_text(SET, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def edit(*changes: tuple[str, str]) -> None:
    path = Path("decks/tides/set.yaml")
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def built(to: str = "print") -> dict[str, bytes]:
    run("build", "--to", to)
    return {path.name: path.read_bytes() for path in Path("build/tides").iterdir() if path.name.startswith("check")}


def test_an_issued_paper_is_printed_byte_for_byte_after_any_edit_and_from_a_clean_clone(folder):
    run("issue", "check")
    printed = built()
    assert all(b"%PDF" in data for name, data in printed.items() if name.endswith(".pdf"))
    shutil.rmtree("build")
    Path("decks/tides/deck.lock").unlink()
    edit(
        ("When is a neap tide?", "When does a neap tide come?"),
        ("[at new moon, at full moon]", "[in spring, in winter]"),
        (
            "  - {id: pull, stem: What pulls at the sea?, answers: [the moon, the sun], distractors: [Mars, Venus]}\n",
            "",
        ),
        ("versions: 3", "versions: 1, seed: 5, profile: large, paper: letter"),
        ("title: Check", "title: Another check"),
    )
    assert built() == printed


def test_the_issue_and_the_code_stand_on_every_page_of_papers_and_key(folder):
    run("issue", "check")
    files = built()
    manifest = json.loads(files["check.manifest.json"])
    assert manifest["issue"] == 1
    for version in manifest["versions"]:
        text = normal(whole_text(files[version["file"]]))
        assert version["code"] in text
        assert version["code"] in whole_text(files[version["key_file"]])
    assert all("Issue 1" in page for name in ("check-A.pdf", "check-A-key.pdf") for page in raw_pages(files[name]))


def raw_pages(pdf: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [normal(page.get_textpage().get_text_range()) for page in document]


def test_issuing_again_without_a_change_makes_no_new_issue_and_with_one_makes_the_next(folder):
    run("issue", "check")
    first = Path(ISSUE).read_bytes()
    assert "is this paper already" in run("issue", "check")
    edit(("When is a neap tide?", "When does a neap tide come?"))
    assert "issue 2 of check" in run("issue", "check")
    assert Path(ISSUE).read_bytes() == first
    assert json.loads(built()["check.manifest.json"])["issue"] == 2


def test_a_quiz_that_is_gone_from_the_set_is_still_printed_as_issued(folder):
    run("issue", "check")
    printed = built()
    edit(
        ("  - {id: check, title: Check, versions: 3, sections: [{pick: all}]}\n",
         "  - {id: other, title: Other, sections: [{pick: [neap]}]}\n"),
    )  # fmt: skip
    assert built() == printed


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('"correct": true', '"correct": false', 1),
        lambda text: text.replace("24.8", "25.8"),
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "[]",
        lambda text: '{"format": 1}',
        lambda text: text.replace('"issue": 1', '"issue": "1"'),
        lambda text: text.replace("7e57da7a", "00000000"),
        lambda text: "\x00" * 50,
        lambda text: "[" * 100_000,
    ],
)
def test_an_issue_that_was_changed_or_damaged_is_never_printed(folder, spoil):
    run("issue", "check")
    Path(ISSUE).write_text(spoil(Path(ISSUE).read_text("utf-8")), "utf-8")
    output = run("build", code=1)
    assert "error[F001]" in output
    assert not Path("build").exists()


def test_a_key_that_was_wrong_is_told_and_an_erratum_says_for_each_version_whose_score_changes(folder):
    run("issue", "check")
    printed = built()
    edit(
        ("answer: at half moon, distractors: [at new moon, at full moon]",
         "answer: at full moon, distractors: [at new moon, at half moon]"),
        ("moon., answer: true", "moon., answer: false"),
    )  # fmt: skip
    output = run("check")
    assert output.count("warning[F003]") == 2
    assert "corrects: neap, spring" in run("issue", "check", "--erratum")
    assert "F003" not in run("check")
    assert "there is nothing to correct" in run("issue", "check", "--erratum")
    files = built()
    assert {name: files[name] for name in printed if name.endswith(".pdf")} == {
        name: data for name, data in printed.items() if name.endswith(".pdf")
    }
    assert not pdfua.validate("build/tides/check-erratum.pdf").findings
    sheet = whole_text(files["check-erratum.pdf"])
    for version in json.loads(files["check.manifest.json"])["versions"]:
        part = sheet.partition(f"Code {version['code']}")[2].partition("Code ")[0]
        (item,) = [item for item in version["items"] if item["id"] == "neap"]
        was, now = (item["letters"][item["order"].index(index)] for index in (0, 2))
        assert f"Printed: {was} at half moon" in part
        assert f"Right: {now} at full moon" in part
        assert f"Gains: whoever marked {now}" in part
        assert f"Loses: whoever marked {was}" in part
        assert "Gains: whoever marked False" in part


def test_another_order_or_other_words_around_the_same_answer_are_no_other_answer(folder):
    run("issue", "check")
    edit(
        ("answers: [the moon, the sun]", "answers: [the sun, the moon]"),
        ("[at new moon, at full moon]", "[at full moon, in spring]"),
        ("answer: '24.8'", "answer: '24.80'"),
        ("When is a neap tide?", "When does a neap tide come?"),
    )
    output = run("check", "--verbose")
    assert "F003" not in output
    assert "advice[F004]: 3 questions have changed since issue 1" in output


def test_a_question_that_was_renamed_is_still_known(folder):
    run("issue", "check")
    edit(("{id: neap,", "{id: half-moon, was: neap,"), ("answer: at half moon", "answer: at quarter moon"))
    assert 'the right answer of "neap" is another one' in run("check")
    assert "corrects: neap" in run("issue", "check", "--erratum")


def test_there_is_no_erratum_to_what_was_never_issued_and_a_misspelt_quiz_is_told(folder):
    assert "was never issued" in run("issue", "check", "--erratum", code=1)
    assert 'Did you mean "check"?' in run("issue", "chek", code=1)
    assert not Path("decks/tides/issued").exists()


def test_a_file_in_the_way_is_never_overwritten(folder, monkeypatch):
    monkeypatch.setattr(issued, "file_name", lambda quiz, issue, erratum=0: "mine.json")
    Path("decks/tides/issued").mkdir()
    Path("decks/tides/issued/mine.json").write_text("{}", "utf-8")
    run("issue", "check", code=1)
    assert Path("decks/tides/issued/mine.json").read_text("utf-8") == "{}"


def test_the_issue_of_a_set_in_one_file_lies_beside_it_and_moves_into_a_folder_with_it(folder):
    shutil.move("decks/tides/set.yaml", "tides.yaml")
    run("issue", "check", "tides.yaml")
    assert Path("tides.yaml.issued/check-1.json").is_file()
    run("build", "tides.yaml")
    Path("mine").mkdir()
    for name in ("tides.yaml", "tides.yaml.lock", "tides.yaml.issued"):
        shutil.move(name, f"mine/{name}")
    assert "is this paper already" in run("issue", "check", "mine")


def test_every_type_survives_being_frozen():
    checked = check_set(EVERY_TYPE, files={"tide.png": picture()})
    assert checked.papers, checked.problems
    for paper in checked.papers:
        (again,), problems = issued.read_issues({f"{paper.id}-0.json": issued.dump(paper)}, "issued", paper.uid)
        assert not problems
        assert issued.same(again, paper)
        assert issued.dump(again) == issued.dump(paper)


def test_the_commands_in_messages_do_what_they_say_wherever_the_set_is(folder):
    """`decks` is not there: the set was named by its path, and so do the messages name it."""
    Path("decks/tides").rename("the harbour")
    Path("decks").rmdir()
    assert "print it with: deckmaker build 'the harbour' --to print" in run("issue", "check", "the harbour")
    words = Path("the harbour/set.yaml").read_text("utf-8")
    Path("the harbour/set.yaml").write_text(words.replace("at half moon", "at the half moons"), "utf-8")
    assert "deckmaker issue check 'the harbour' --erratum" in run("check", "the harbour")
    said = run("issue", "check", "the harbour", "--erratum")
    assert "print it with: deckmaker build 'the harbour' --to print" in said
    run("build", "the harbour", "--to", "print")
    Path("the harbour/deck.lock").unlink()
    assert "run \"deckmaker build 'the harbour'\" and" in run("build", "the harbour", "--locked", code=1)
