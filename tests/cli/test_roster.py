"""`deckmaker build --roster`: a paper for each name, kept apart, whatever the list looks like."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pdfua
import pytest
from click.testing import CliRunner

from deckmaker.cli import main
from deckmaker.readers.roster import read_roster
from tests.support import said
from tests.support.paper import whole_text

SET = """\
deckmaker: 1
uid: 7e57da7a
title: Tides
questions:
  - {id: neap, stem: When is a neap tide?, answer: at half moon, distractors: [at new moon, at full moon]}
quizzes:
  - {id: check, title: Check, versions: 3, sections: [{pick: all}]}
"""
NAMES = "name,class\nAda Byron,7b\nCharles Babbage,7b\nMary Somerville,7b\nAugustus De Morgan,7b\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "tides.yaml").write_text(SET, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, code: int = 0) -> str:
    command = ["build", "tides.yaml", "--to", "print", "--roster", "class.csv", *arguments]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def roster(data: str | bytes) -> None:
    Path("class.csv").write_bytes(data if isinstance(data, bytes) else data.encode())


def named() -> list[dict[str, str]]:
    text = Path("build/tides/roster/check-roster.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_name_that_no_font_has_is_told_with_its_row_and_all_others_get_their_papers(folder):
    roster(NAMES + "山田太郎,7b\n")
    output = run()
    assert 'warning[B004]: no font has "山' in output
    assert ' of "山田太郎": there is no paper with this name\n --> class.csv:6:1\n' in output
    assert "write it in other letters, or hand out check-B.pdf" in output
    assert len(list(Path("build/tides/roster").glob("*.pdf"))) == 4
    assert [(row["name"], row["version"], row["file"]) for row in named()][4] == ("山田太郎", "B", "")


def test_each_student_gets_a_paper_with_the_name_on_it_and_neighbours_get_other_versions(folder):
    roster(NAMES)
    run()
    rows = named()
    assert [(row["name"], row["version"]) for row in rows] == [
        ("Ada Byron", "A"), ("Charles Babbage", "B"), ("Mary Somerville", "C"), ("Augustus De Morgan", "A"),
    ]  # fmt: skip
    for row in rows:
        assert not pdfua.validate(f"build/tides/roster/{row['file']}").findings
        text = whole_text(Path(f"build/tides/roster/{row['file']}").read_bytes())
        assert f"Name {row['name']} Class 7b" in text
        assert f"Version {row['version']} Code {row['code']}" in text


def test_names_stand_nowhere_but_in_the_folder_that_version_control_leaves_out(folder):
    roster(NAMES)
    run()
    assert Path("build/tides/roster/.gitignore").read_text("utf-8") == "*\n"
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "class.csv" and path.parent.name != "roster":
            assert b"Byron" not in path.read_bytes()
            assert path.suffix != ".pdf" or "Byron" not in whole_text_or_nothing(path)
    assert "Byron" not in " ".join(path.name for path in folder.rglob("*"))


def whole_text_or_nothing(path: Path) -> str:
    return "" if path.name.endswith("strips.pdf") else whole_text(path.read_bytes())


def test_the_list_agrees_with_the_manifest_and_a_shorter_one_takes_papers_away(folder):
    roster(NAMES)
    run()
    codes = {
        each["version"]: each["code"]
        for each in json.loads(Path("build/tides/check.manifest.json").read_bytes())["versions"]
    }
    assert all(codes[row["version"]] == row["code"] for row in named())
    roster("name\nAda Byron\n")
    run()
    assert sorted(path.name for path in Path("build/tides/roster").glob("*.pdf")) == ["check-01-A.pdf"]


def test_versions_are_dealt_by_seat_by_hash_or_as_the_list_asks(folder):
    roster("name,seat,version\nAda,3,\nBen,1,\nCy,1,c\n")
    run()
    assert [row["version"] for row in named()] == ["C", "A", "C"]
    roster("name\n" + "".join(f"Student {number}\n" for number in range(60)))
    run("--deal", "hash")
    first = {row["name"]: row["version"] for row in named()}
    assert min(Counter(first.values()).values()) > 8
    roster("name\n" + "".join(f"Student {number}\n" for number in reversed(range(60))))
    run("--deal", "hash")
    assert {row["name"]: row["version"] for row in named()} == first


def test_what_a_spreadsheet_would_run_is_printed_and_listed_as_letters(folder):
    roster('name,class\n"=HYPERLINK(""http://x"")",7b\n+1,7b\n@SUM(A1),7b\n-2,7b\n#read("/etc/passwd") $x$ *b*,7b\n')
    run()
    listed = [row["name"] for row in named()]
    assert all(name.startswith("'") for name in listed[:4])
    text = whole_text(Path("build/tides/roster/check-05-B.pdf").read_bytes())
    assert '#read("/etc/passwd") $x$ *b*' in text
    assert '=HYPERLINK("http://x")' in whole_text(Path("build/tides/roster/check-01-A.pdf").read_bytes())


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ("Name;Klasse\r\nÅsa Öberg;7b\r\n", ["Åsa Öberg"]),
        ("\ufeffFirst name\tSurname\nAda\tByron\n", ["Ada Byron"]),
        ("Ada Byron\nCharles Babbage\n", ["Ada Byron", "Charles Babbage"]),
        ('name\n"Byron, Ada"\n\n\n"Bab\nbage"\n', ["Byron, Ada", "Bab bage"]),
        ("class,name\n7b,\u202eevil\u202c\x85 Name \u200b\n", ["evil Name"]),
        ("name,class\nشادی رضایی,۷\nמיכל לוי,\n", ["شادی رضایی", "מיכל לוי"]),
        ("name\n" + "A" * 100 + "\n", ["A" * 100]),
    ],
)
def test_lists_as_spreadsheets_and_platforms_save_them_are_read(data, names):
    students, problems = read_roster("class.csv", data.encode())
    assert not said(problems)
    assert [student.name for student in students] == names


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("name\nÅsa\n".encode("cp1252"), "Y003"),
        ("name\nÅsa\n".encode("utf-16"), "Y003"),
        (b"PK\x03\x04" + b"\0" * 100, "Y003"),
        (b"name\n" + b"x" * 2_000_001, "B001"),
        (b"name\n" + b"Ada\n" * 2_001, "B001"),
        (b"name\n" + b"x" * 101, "B001"),
        (b'name\n"Ada\nnever closed', "B001"),
        (b"", "B001"),
        (b"name,class\n,7b\n", "B001"),
        (b"name\nAda\0Byron\n", "Y004"),
        (b"name,version\nAda,Q\n", "B003"),
    ],
)
def test_a_list_that_cannot_be_used_is_told_and_nothing_is_printed_from_it(folder, data, code):
    roster(data)
    output = run(code=1)
    assert f"error[{code}]" in output
    assert not Path("build/tides/roster").exists()


def test_two_students_of_one_name_are_told_and_both_get_a_paper(folder):
    roster("name,class\nAda Byron,7b\nADA BYRON,7b\nAda Byron,8a\n")
    output = run()
    assert output.count("warning[B002]") == 1
    assert len(named()) == 3
