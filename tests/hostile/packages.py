"""Packages, tables, rosters, locks and issued papers from strangers."""

from __future__ import annotations

import csv
import io
import json
from base64 import b64encode
from pathlib import Path

import genanki

from deckmaker.issued.papers import SUM, sealed
from tests.hostile.attack import CARD, QUIZ, Attack, Here
from tests.support.sets import picture

HOSTILE = "tests/importing/test_hostile.py::"
UNSAFE = f"{HOSTILE}test_a_package_that_would_do_harm_is_refused"
BROKEN = f"{HOSTILE}test_a_broken_package_is_an_error_in_words"


def _package(here: Here, *notes: genanki.Note, deck: str = "Deck", media: dict[str, bytes] | None = None) -> None:
    made = genanki.Deck(2059400110, deck)
    for note in notes:
        made.add_note(note)
    paths = [here.put(f"of-stranger/{name}", data) for name, data in (media or {}).items()]
    package = genanki.Package(made, media_files=[path.as_posix() for path in paths])
    package.write_to_file(here.folder / "a.apkg")


def titles_that_are_paths(here: Here) -> None:
    for title in ("../../owned", "/etc/owned", "..", "con", "a::../../owned", "C:\\owned", "\x1b[31mowned", "a\nb"):
        _package(here, genanki.Note(genanki.BASIC_MODEL, ["a", "b"]), deck=title)
        before = {path for path in here.folder.rglob("*") if path.is_file()}
        assert here.run("import", "a.apkg").exit_code == 0
        made = {path for path in here.folder.rglob("*") if path.is_file()} - before
        (made_set,) = made
        assert made_set.parent.parent == here.folder / "decks"
        assert made_set.parent.name.lower() not in ("con", "..")
        made_set.unlink()


def names_that_are_devices(here: Here) -> None:
    note = genanki.Note(genanki.BASIC_MODEL, ['<img src="con.png"><img src="CON.PNG"><img src=".hidden.png">', "b"])
    _package(here, note, media={"con.png": picture(), "CON.PNG": picture(9), ".hidden.png": picture(7)})
    assert here.run("import", "a.apkg", "-o", "new").exit_code == 0
    names = sorted(path.name for path in Path("new/media").iterdir())
    assert [name.lower() for name in names] == ["con-file-2.png", "con-file.png", "hidden.png"]


def drawing_with_a_script(here: Here) -> None:
    note = genanki.Note(genanki.BASIC_MODEL, ['a <img src="a.svg">', "b"])
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    _package(here, note, media={"a.svg": drawing})
    result = here.run("import", "a.apkg", "-o", "new")
    assert (result.exit_code, "M008" in result.output) == (1, True)


def scripts_and_forms(here: Here) -> None:
    fields = [
        "<script>alert(1)</script>a<iframe src=//example.org></iframe>",
        "<a href='javascript:x'>b</a><object data=x></object>",
    ]
    _package(here, genanki.Note(genanki.BASIC_MODEL, fields))
    assert here.run("import", "a.apkg", "-o", "new").exit_code == 0
    words = Path("new/set.yaml").read_text("utf-8")
    assert "front: a\n" in words
    assert "back: b\n" in words


def yaml_in_fields(here: Here) -> None:
    """What stands in a field is one text of the new set, whatever it is to YAML."""
    for words in (
        "!!python/object:os.system x",
        "&amp;a *a",
        "b\nquestions: []\nuid: owned0",
        "{a: b}",
        "| x",
        "# x",
        "---",
        "- a: b",
    ):
        _package(here, genanki.Note(genanki.BASIC_MODEL, [f"<pre>{words}</pre>", "b"]))
        here.run("import", "a.apkg", "-o", "new")
        assert not [each for each in here.check("new") if each["severity"] == "error"]
        Path("new/set.yaml").unlink()
        Path("new").rmdir()


def formulas_in_a_table(here: Here) -> None:
    cells = ("=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1")
    here.put("a.csv", "front,back\n" + "".join(f'"{cell}",b\n' for cell in cells))
    assert here.run("import", "a.csv", "-o", "tides").exit_code == 0
    fronts = [
        note.fields["Question"].replace("<span>", "").replace("</span>", "") for note in here.notes().notes.values()
    ]
    assert sorted(fronts) == sorted(cell.strip().replace("'", "'") for cell in cells)


def a_pipe_or_a_device(here: Here) -> None:
    import os

    os.mkfifo("a.apkg")
    for name in ("a.apkg", "/dev/zero"):
        result = here.run("import", name)
        assert (result.exit_code, "Y002" in result.output) == (1, True)
    here.set(CARD + QUIZ)
    assert "Y002" in here.run("build", "tides", "--to", "print", "--roster", "a.apkg").output


def _named(here: Here, *names: str) -> tuple[list[str], list[list[str]]]:
    here.set("questions:\n  - {id: q, stem: What?, answer: a, type: short_answer}\n" + QUIZ)
    out = io.StringIO()
    csv.writer(out).writerows([["name"], *([name] for name in names)])
    here.put("class.csv", out.getvalue())
    result = here.run("build", "tides", "--to", "print", "--roster", "class.csv")
    assert result.exit_code == 0, result.output
    folder = here.folder / "build/tides/roster"
    listed = list(csv.reader(io.StringIO((folder / "p-roster.csv").read_text("utf-8-sig"))))
    return sorted(path.name for path in folder.glob("*.pdf")), listed


def names_that_are_paths(here: Here) -> None:
    names = ("../../owned", "/etc/owned", "C:\\owned", "con", "a\nb", "x" * 99, "..", "*?<>|")
    files, _ = _named(here, *names)
    assert files == [f"p-{number:02d}-A.pdf" for number in range(1, len(names) + 1)]
    assert not list(here.folder.rglob("*owned*"))


def names_that_are_formulas(here: Here) -> None:
    _, listed = _named(here, "=cmd|'/c calc'!A0", "+1", "-1", "@x", "Ana")
    assert [row[1] for row in listed[1:]] == ["'=cmd|'/c calc'!A0", "'+1", "'-1", "'@x", "Ana"]


def names_with_escapes(here: Here) -> None:
    _, listed = _named(here, "Ana\u202e\u200bLima", '#read("/etc/passwd")', "$x$ *b* <script>")
    assert [row[1] for row in listed[1:]] == ["AnaLima", '#read("/etc/passwd")', "$x$ *b* <script>"]


def lock_of_a_stranger(here: Here) -> None:
    for words in (
        b"\0\1\2",
        b"[" * 100_000,
        b"deckmaker-lock 1\n" * 50_000,
        b"note ../../x 0123456789abcdef 9\n",
        b"<<<<<<< a\n",
        "uid \u202e\x1b[31m\n".encode(),
    ):
        here.set(CARD, deck__lock=words)
        here.refused("L001", at="tides/deck.lock")
        assert Path("tides/deck.lock").read_bytes() == words
    here.set(CARD)
    with Path("tides/deck.lock").open("wb") as file:
        file.truncate(65 << 20)
    here.refused("Y010", at="tides/deck.lock")


def times_of_the_future(here: Here) -> None:
    here.set(CARD)
    here.built()
    lock = Path("tides/deck.lock")
    lines = [
        f"{line.rsplit(' ', 1)[0]} 999999999999999" if line.startswith("note ") else line
        for line in lock.read_text("utf-8").splitlines()
    ]
    lock.write_text("\n".join(lines) + "\n", "utf-8")
    assert "L007" in here.run("build", "tides", "--to", "anki").output


def issue_of_a_stranger(here: Here) -> None:
    here.set(CARD + QUIZ)
    here.run("issue", "p", "tides")
    path = Path("tides/issued/p-1.json")
    made = json.loads(path.read_text("utf-8"))
    made.pop(SUM)
    deep: list[object] = []
    for _ in range(400):
        deep = ["emph", deep]
    for key, value in (
        ("media", {"../../x": "AA"}),
        ("quiz", "../../owned"),
        ("profiles", ["../x"]),
        ("issue", 10**400),
        ("title", 7),
        ("versions", None),
        ("instructions", [["par", deep]]),
    ):
        path.write_bytes(sealed({**made, key: value}))
        here.run("build", "tides", "--to", "print")
        assert not list(here.folder.rglob("*owned*"))
    drawing = b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><image href="secret.png"/></svg>').decode()
    path.write_bytes(sealed({**made, "media": {"a.svg": drawing}}))
    here.refused("F001", at="tides/issued/p-1.json")
    for data in (b"[" * 100_000, b"\xff\xfe", b"null", b'{"format": 99, "issue": 1, "tool": "x"}'):
        path.write_bytes(data)
        assert {each["code"] for each in here.check()} <= {"F001", "F002"}
        assert here.run("build", "tides").exit_code == 1


PACKAGES = (
    Attack("a package that unpacks to GBs, by zip or Zstandard", "refused (I002), in memory alone", (f"{UNSAFE}[bomb in the zip]", f"{UNSAFE}[bomb in zstd]")),
    Attack("a picture in a package that unpacks to GBs", "refused (I002)", (f"{HOSTILE}test_a_picture_that_is_a_bomb_is_refused",)),
    Attack("a package with 100,001 parts", "refused (I002)", (f"{UNSAFE}[parts without end]",)),
    Attack("media called `../../x`, `/etc/x`, `c:x`, `..\\x`, `..`", "refused (I002)", tuple(f"{UNSAFE}[{name}]" for name in ("path upwards", "absolute path", "a drive", "backslashes", "just dots"))),
    Attack("media with control characters or 300 letters in their names", "refused (I002)", (f"{UNSAFE}[a control character]", f"{UNSAFE}[a name without end]")),
    Attack("media called con.png or like others but for capitals", "other names in the new set", names_that_are_devices),
    Attack("a package that is locked, cut off, or no zip", "refused (I001)", tuple(f"{BROKEN}[{name}]" for name in ("locked", "cut off", "no zip"))),
    Attack("a database whose query never ends", "ended, and refused (I001)", (f"{BROKEN}[view for a table]",)),
    Attack("a database with JSON nested 100,000 deep", "refused (I001)", (f"{BROKEN}[deep JSON]",)),
    Attack("a package or database with any bytes changed", "read, or refused (I001, I002)", (
        f"{HOSTILE}test_whatever_is_wrong_with_a_package_it_is_read_or_refused",
        f"{HOSTILE}test_whatever_is_wrong_with_a_database_it_is_read_or_refused",
    )),
    Attack("a program called a.png in a package", "left out, and told", (f"{HOSTILE}test_a_picture_that_is_something_else_is_left_out",)),
    Attack("an SVG with a script in a package", "told as an error of the new set (M008)", drawing_with_a_script),
    Attack("decks called `../../owned`, `con`, or with escapes", "a folder of decks, by letters alone", titles_that_are_paths),
    Attack("scripts, frames and `javascript:` links in fields", "left out, and told", scripts_and_forms),
    Attack("HTML that is broken 200,000 times", "read in seconds", ("tests/importing/test_any_words.py::test_html_that_is_broken_all_over_is_read",)),
    Attack("deletions in deletions without end", "read as letters", ("tests/importing/test_any_words.py::test_deletions_in_deletions_without_end_are_read",)),
    Attack("YAML in fields", "one text of the new set", yaml_in_fields),
    Attack("a note that says it is ours, with ids and languages that are none", "a set that is sound", (
        "tests/fuzz/test_found.py::test_a_package_of_ours_with_ids_that_are_none_becomes_a_set",
        "tests/fuzz/test_found.py::test_a_package_of_ours_with_a_language_that_is_none_becomes_a_set",
    )),
    Attack("a package, roster or table that is a pipe or a device", "refused (Y002)", a_pipe_or_a_device),
    Attack("`=cmd|…`, `+`, `-`, `@` in a table to import", "words like any others", formulas_in_a_table),
    Attack("`=cmd|…`, `+`, `-`, `@` as names of students", "printed as typed; in our list behind an apostrophe", names_that_are_formulas),
    Attack("names of students with paths, line ends or stars in them", "files are called by number", names_that_are_paths),
    Attack("names of students with overrides or Typst in them", "signs are left out, words printed as typed", names_with_escapes),
    Attack("a lock of bytes, brackets, conflict marks, or 65 MB", "refused (L001, Y010); left as it is", lock_of_a_stranger),
    Attack("a lock with times of the year 30,000,000", "told (L007)", times_of_the_future),
    Attack("an issued paper with paths, numbers of 400 digits, drawings that fetch, or nested without end, its sum made to fit", "refused (F001, F002), or printed as words; nothing else is written", issue_of_a_stranger),
)  # fmt: skip
