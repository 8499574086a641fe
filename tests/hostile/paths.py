"""Paths that lead elsewhere, and names that are more than names."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deckmaker.issued.papers import SUM, sealed
from tests.hostile.attack import CARD, QUIZ, Attack, Here, untouched
from tests.support.sets import ARTICLE, REGISTER, picture


def _shows(here: Here, path: str, code: str, **files: bytes) -> None:
    """A text shows the picture at that path, and so does an image occlusion; neither is read."""
    named = json.dumps(f"![a tide](<{path}>)".replace("\\", "\\\\"))
    here.set(f"questions:\n  - {{id: q, type: flashcard, front: {named}, back: b}}\n", **files)
    here.refused(code, at="tides/set.yaml", line=5)
    region = "regions: [{left: 0, top: 0, width: 1, height: 1, label: x}]"
    here.set(f"questions:\n  - {{id: q, image: {json.dumps(path)}, alt: a, stem: s, {region}}}\n", **files)
    here.refused(code, at="tides/set.yaml", line=5)


def picture_above(here: Here) -> None:
    here.put("secret.png", picture())
    for path in ("../secret.png", "media/../../secret.png", "..\\secret.png"):
        _shows(here, path, "M003")


def picture_absolute(here: Here) -> None:
    place = here.put("secret.png", picture())
    _shows(here, place.as_posix(), "M003")
    _shows(here, "/etc/passwd", "M003")


def picture_on_a_share(here: Here) -> None:
    for path in ("\\\\evil.example\\share\\a.png", "//evil.example/share/a.png", "\\\\?\\C:\\a.png"):
        with _nobody_asks_the_disk():
            _shows(here, path, "M003")


@contextmanager
def _nobody_asks_the_disk() -> Iterator[None]:
    """On Windows even a look at a share sends the user's name to it: the path is refused by its letters."""
    real = os.path.realpath

    def watched(name: str, **how: bool) -> str:
        assert "evil" not in os.fspath(name), name
        return real(name, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os.path, "realpath", watched)
        yield


def picture_on_a_drive(here: Here) -> None:
    for path in ("C:\\Windows\\a.png", "C:a.png", "c:/a.png"):
        _shows(here, path, "M003")


def picture_by_address(here: Here) -> None:
    for path in ("https://example.org/a.png", "ftp://example.org/a.png", "data:image/png;base64,AA"):
        _shows(here, path, "M003")


def picture_that_is_none(here: Here) -> None:
    """CommonMark takes these for no addresses at all: they are letters."""
    for path in ("file:///etc/passwd", "javascript:alert(1)", "vbscript:x", "data:text/html,x"):
        here.set(f"questions:\n  - {{id: q, type: flashcard, front: '![a]({path})', back: b}}\n")
        assert f"![a]({path})" in here.notes().notes["q"].fields["Question"]
        region = "regions: [{left: 0, top: 0, width: 1, height: 1, label: x}]"
        here.set(f"questions:\n  - {{id: q, image: '{path}', alt: a, stem: s, {region}}}\n")
        assert [each["code"] for each in here.check()] == ["M003"]


def picture_at_home(here: Here) -> None:
    _shows(here, "~/a.png", "M003")
    _shows(here, "~root/a.png", "M003")


def picture_by_a_link(here: Here) -> None:
    here.put("private/secret.png", picture())
    here.put("tides/x", b"")
    Path("tides/a.png").symlink_to("../private/secret.png")
    Path("tides/media").symlink_to("../private")
    _shows(here, "a.png", "M003")
    _shows(here, "media/secret.png", "M003")


def picture_in_a_circle(here: Here) -> None:
    here.put("tides/x", b"")
    Path("tides/a.png").symlink_to("b.png")
    Path("tides/b.png").symlink_to("a.png")
    Path("tides/loop").symlink_to(".")
    _shows(here, "a.png", "M003")
    _shows(here, "loop/loop/loop/none.png", "M001")


def picture_that_is_a_pipe(here: Here) -> None:
    here.put("tides/x", b"")
    os.mkfifo("tides/a.png")
    _shows(here, "a.png", "M001")


def article_elsewhere(here: Here) -> None:
    here.put("secret.txt", "the secret words")
    paths = ("../secret.txt", "/etc/passwd", "~/x.txt", "\\\\evil.example\\s\\x.txt", "C:\\x.txt", "a/../../secret.txt")
    for path in paths:
        here.set(REGISTER.replace("text: article.txt", f"text: {json.dumps(path)}") + CARD)
        assert {each["code"] for each in here.check() if each["code"].startswith("A")} >= {"A005"}, path
        assert "secret words" not in here.run("check", "tides").output


def article_by_a_link(here: Here) -> None:
    here.put("secret.txt", ARTICLE)
    here.set(REGISTER + CARD)
    Path("tides/article.txt").symlink_to("../secret.txt")
    assert "A005" in {each["code"] for each in here.check()}
    Path("tides/article.txt").unlink()
    os.mkfifo("tides/article.txt")
    assert "Y002" in {each["code"] for each in here.check()}


def lock_elsewhere(here: Here) -> None:
    here.put("secret.txt", "the secret words")
    here.set(CARD)
    Path("tides/deck.lock").symlink_to("../secret.txt")
    here.refused("Y002", at="tides/deck.lock")
    assert "secret words" not in here.run("check", "tides").output
    Path("tides/deck.lock").unlink()
    os.mkfifo("tides/deck.lock")
    here.refused("Y002", at="tides/deck.lock")


def fonts_elsewhere(here: Here) -> None:
    here.set(CARD + QUIZ)
    Path("tides/fonts").symlink_to("/usr/share/fonts")
    here.refused("Y002", at="tides/fonts")
    Path("tides/fonts").unlink()
    Path("tides/fonts").mkdir()
    os.mkfifo("tides/fonts/a.ttf")
    here.refused("Y002", at="tides/fonts/a.ttf")


def copy_of_a_set_with_links(here: Here) -> None:
    here.put("secret.txt", "the secret words")
    here.set(CARD, notes__txt=b"mine")
    Path("tides/more.txt").symlink_to("../secret.txt")
    Path("tides/media").symlink_to("..")
    os.mkfifo("tides/pipe")
    assert here.run("new", "copy", "--from", "tides").exit_code == 0
    assert sorted(path.name for path in Path("decks/copy").rglob("*")) == ["notes.txt", "set.yaml"]


def issue_elsewhere(here: Here) -> None:
    here.put("secret.json", "{}")
    here.set(CARD)
    here.put("tides/issued/x", b"")
    Path("tides/issued/p-1.json").symlink_to("../../secret.json")
    here.refused("Y002", at="tides/issued/p-1.json")


def version_called_like_a_path(here: Here) -> None:
    here.set(CARD + QUIZ)
    here.run("issue", "p", "tides")
    issue = here.folder / "tides/issued/p-1.json"
    made = json.loads(issue.read_text("utf-8"))
    made.pop(SUM)
    made["versions"][0]["version"] = "/../../../owned"
    here.put("tides/issued/p-1.json", sealed(made))
    here.refused("F001", at="tides/issued/p-1.json")
    assert not list(here.folder.rglob("owned*"))


def record_of_others_files(here: Here) -> None:
    with untouched(here.folder / "mine.txt") as path, untouched(here.folder / "build/tides/other.apkg"):
        import hashlib

        sha = hashlib.sha256(path.read_bytes()).hexdigest()
        names = ("../../mine.txt", path.as_posix(), "..", "")
        here.put("build/tides/.deckmaker.json", json.dumps({name: [sha] for name in names}))
        here.set(CARD)
        here.built()
        here.put("build/tides/.deckmaker.json", "[" * 100_000)
        here.built()


def outputs_that_are_links(here: Here) -> None:
    here.set(CARD)
    with untouched(here.folder / "diary.txt"):
        here.put("build/tides/x", b"")
        Path("build/tides/tides.apkg").symlink_to("../../diary.txt")
        result = here.run("build", "tides", "--to", "anki")
        assert "O003" in result.output
    Path("build/tides/tides.apkg").unlink()
    os.mkfifo("build/tides/tides.apkg")
    assert "O003" in here.run("build", "tides", "--to", "anki").output


def set_with_a_name_for_terminals(here: Here) -> None:
    name = "ti\n::error::des\x1b[31m\u202e"
    here.put(f"{name}/set.yaml", f"deckmaker: 1\nuid: 7e57da7a\ntitle: T\n{CARD}")
    here.refused("O006", paths=(name,))
    for command in (("check", name), ("build", name), ("check", "--format", "github", name), ("report", name)):
        output = here.run(*command).output
        assert "\n::error::des" not in output
        assert "\u202e" not in output


def set_called_like_a_device(here: Here) -> None:
    for name in ("con", "AUX", "nul.v2", "com1", "tides.", "tides ", "a:b", "what?", "x" * 220):
        here.put(f"{name}/set.yaml", f"deckmaker: 1\nuid: 7e57da7a\ntitle: T\n{CARD}")
        checked = here.run("check", name)
        assert (checked.exit_code, "warning[O005]" in checked.output) == (0, True)
        assert here.run("new", name).exit_code == 2
    here.put("...yaml", f"deckmaker: 1\nuid: 7e57da7a\ntitle: T\n{CARD}")
    here.refused("O006", at="...yaml", paths=("...yaml",))


def quiz_called_like_a_device(here: Here) -> None:
    for id in ("con", "Nul", "lpt9.x", "p."):
        here.set(CARD + QUIZ.replace("id: p,", f"id: {id},"))
        here.refused("O006", at="tides/set.yaml", line=7)


def quizzes_that_differ_in_capitals(here: Here) -> None:
    here.set(CARD + QUIZ + "  - {id: P, title: P, sections: [{pick: all}]}\n")
    here.refused("O002", at="tides/set.yaml")


def ids_that_are_paths(here: Here) -> None:
    for id in ("../x", "a/b", "a\\b", "-rf", ".hidden", "a b", "a\u202eb", "a\nb", "a\0b"):
        here.set(f"questions:\n  - {{id: {json.dumps(id)}, type: flashcard, front: a, back: b}}\n")
        here.refused("S006", at="tides/set.yaml", line=5)
        here.set(CARD + f"quizzes:\n  - {{id: {json.dumps(id)}, title: P, sections: [{{pick: all}}]}}\n")
        here.refused("S006", at="tides/set.yaml", line=7)


PATHS = (
    Attack("a picture at `../`, through a folder or with backslashes", "refused (M003)", picture_above),
    Attack("a picture at an absolute path", "refused (M003)", picture_absolute),
    Attack("a picture on a share, `\\\\server\\share`", "refused (M003) by its letters: the share is never asked", picture_on_a_share),
    Attack("a picture on a drive, `C:`", "refused (M003)", picture_on_a_drive),
    Attack("a picture by `https:`, `ftp:` or `data:`", "refused (M003): nothing is fetched", picture_by_address),
    Attack("a picture by `file:`, `javascript:` or a web page in `data:`", "no picture: shown as typed; refused (M003) where nothing else is meant", picture_that_is_none),
    Attack("a picture at `~`", "refused (M003)", picture_at_home),
    Attack("a picture that is a link out of the folder, or in a folder that is", "refused (M003)", picture_by_a_link),
    Attack("pictures and folders that are links in a circle", "refused (M001, M003)", picture_in_a_circle),
    Attack("a picture that is a named pipe", "refused (M001), never waited for", picture_that_is_a_pipe),
    Attack("an article's text at `../`, `/`, `~`, a share or a drive", "refused (A005); no word of it is shown", article_elsewhere),
    Attack("an article's text that is a link out, or a pipe", "refused (A005, Y002)", article_by_a_link),
    Attack("a lock that is a link out, or a pipe", "refused (Y002); no word of it is shown", lock_elsewhere),
    Attack("a folder of fonts that is a link out, a font that is a pipe", "refused (Y002)", fonts_elsewhere),
    Attack("`new --from` a set with links out, and a pipe", "copied without them", copy_of_a_set_with_links),
    Attack("an issued paper that is a link out", "refused (Y002)", issue_elsewhere),
    Attack("an issued paper whose version is called `/../../../owned`, its sum made to fit", "refused (F001); nothing is written", version_called_like_a_path),
    Attack("a record of outputs that names other files, or is nested without end", "other files stay", record_of_others_files),
    Attack("an output that is a link to somebody's file, or a pipe", "refused (O003); the file stays", outputs_that_are_links),
    Attack("a set's folder with line ends, escapes and overrides in its name", "refused (O006), its name shown as signs", set_with_a_name_for_terminals),
    Attack("a set called con, `tides.`, `a:b`, or by 220 letters", "warned of (O005); nothing new is called so", set_called_like_a_device),
    Attack("a quiz with the id con or nul", "refused (O006)", quiz_called_like_a_device),
    Attack("two quizzes whose ids differ in capitals", "refused (O002)", quizzes_that_differ_in_capitals),
    Attack("ids with `../`, slashes, spaces, line ends, overrides", "refused (S006)", ids_that_are_paths),
    Attack("names of files with 3,000 letters", "told (M001, A006)", (
        "tests/readers/test_odd_paths.py::test_a_picture_with_a_name_too_long_is_said",
        "tests/readers/test_odd_paths.py::test_a_text_with_a_name_too_long_is_said",
    )),
)  # fmt: skip
