"""`deckmaker report`: one page a set, nothing of the user's touched."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker.cli import main

PAGE = Path("build/harbour/report.html")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("new", "harbour")
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_a_report_is_one_page_beside_the_outputs():
    result = run("report")
    assert result.exit_code == 0
    assert result.output.startswith("build/harbour/report.html  ")
    assert [path.name for path in PAGE.parent.iterdir()] == ["report.html"]


def test_it_is_said_that_a_page_holds_the_articles_text():
    assert run("report").output.endswith(", holds the article's text: not for passing on\n")
    assert "passing on" not in run("report", "--no-text").output
    article = Path("decks/harbour/article.txt").read_text("utf-8").splitlines()
    assert not [line for line in article if len(line) > 60 and line in PAGE.read_text("utf-8")]


def test_the_text_may_come_from_elsewhere():
    Path("decks/harbour/article.txt").rename("elsewhere.txt")
    assert "holds the article's text" in run("report", "--text", "elsewhere.txt").output


def test_each_of_several_sets_has_its_page_and_one_name_is_not_enough_for_two():
    run("new", "channel")
    assert run("report").exit_code == 0
    assert PAGE.is_file()
    assert Path("build/channel/report.html").is_file()
    result = run("report", "-o", "page.html")
    assert result.exit_code == 2
    assert "name one of them" in result.output
    assert not Path("page.html").exists()


def test_a_name_for_the_page_may_be_given_and_a_new_report_takes_the_place_of_an_old_one():
    run("report", "decks/harbour", "-o", "page.html")
    before = Path("page.html").read_bytes()
    path = Path("decks/harbour/set.yaml")
    path.write_text(path.read_text("utf-8").replace('title: "Harbour"', "title: The sea"), "utf-8")
    assert run("report", "decks/harbour", "-o", "page.html").exit_code == 0
    assert Path("page.html").read_bytes() != before


def test_a_file_that_somebody_else_made_is_not_overwritten():
    Path("page.html").write_text("<!doctype html>mine", "utf-8")
    result = run("report", "-o", "page.html")
    assert result.exit_code == 1
    assert "error[O003]" in result.output
    assert Path("page.html").read_text("utf-8") == "<!doctype html>mine"


def test_a_report_that_somebody_wrote_notes_into_is_not_overwritten():
    run("report")
    noted = PAGE.read_text("utf-8").replace("</body>", "<p>my notes</p></body>")
    PAGE.write_text(noted, "utf-8")
    result = run("report")
    assert result.exit_code == 1
    assert "error[O003]" in result.output
    assert PAGE.read_text("utf-8") == noted


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_stays_what_it_is():
    os.mkfifo("pipe")
    Path("link").symlink_to("nowhere.html")
    for name in ("pipe", "link"):
        result = run("report", "-o", name)
        assert result.exit_code == 1
        assert "error[O003]" in result.output
    assert Path("pipe").is_fifo()
    assert Path("link").is_symlink()


def test_a_build_leaves_the_report_where_it_is_and_makes_none():
    run("build")
    assert not PAGE.exists()
    run("report")
    before = PAGE.read_bytes()
    assert run("build").exit_code == 0
    assert PAGE.read_bytes() == before


def test_a_set_with_errors_has_a_page_too_and_the_exit_code_tells():
    path = Path("decks/harbour/set.yaml")
    path.write_text(path.read_text("utf-8") + "\nnonsense: 1\n", "utf-8")
    result = run("report")
    assert result.exit_code == 1
    assert "nonsense" in result.output
    assert "nonsense" in PAGE.read_text("utf-8")


def test_what_is_no_set_has_no_page():
    result = run("report", "decks/missing")
    assert result.exit_code == 1
    assert "error[Y001]" in result.output
    assert not Path("build").exists()
