"""What goes wrong around a build and is nobody's mistake in a set: said in words, and nothing of the user's lost."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from deckmaker import checks, lock, pipeline
from deckmaker.cli import disk, main
from deckmaker.cli.output import cannot_write, of_the_system
from deckmaker.cli.unchanged import NOTES
from deckmaker.readers.files import read_bytes, read_inside
from deckmaker.source import SourceFile
from tests.support.sets import picture

HEAD = "deckmaker: 1\nuid: 7e57da7a\ntitle: T\n"
ONE = "  - {id: a, stem: When?, answer: now, distractors: [then, later]}\n"
MORE = "  - {id: b, stem: Where?, answer: here, distractors: [there, far away]}\n"
SET = f"{HEAD}questions:\n{ONE}{MORE}"
LOCK = Path("decks/tides/deck.lock")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "decks" / "tides").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    write(SET)
    return tmp_path


def write(words: str) -> None:
    Path("decks/tides/set.yaml").write_text(words, "utf-8")


def run(*arguments: str):
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def build(*more: str):
    return run("build", "--to", "anki", *more)


def times() -> dict[str, int]:
    found, _ = lock.parse(SourceFile("deck.lock", LOCK.read_text("utf-8")))
    assert found is not None
    return {id: time for id, (_, time) in found.notes.items()}


def files() -> dict[Path, bytes]:
    """All but the notes by which a build knows that there is nothing to do."""
    return {path: path.read_bytes() for path in Path().rglob("*") if path.is_file() and NOTES not in path.parts}


# A clock that was set back


def test_a_clock_set_back_never_makes_a_note_older(folder, monkeypatch):
    now = [1_800_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    build()
    before = times()
    write(SET.replace("When?", "At what time?"))
    now[0] -= 3600
    assert build().exit_code == 0
    assert times() == {"a": before["a"] + 1, "b": before["b"]}


def test_a_lock_from_the_future_is_said(folder, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 1_800_000_000.0)
    build()
    monkeypatch.setattr(time, "time", lambda: 1_700_000_000.0)
    assert "warning[L007]" in build().output


# A set that is synced, saved or taken away while it is read


def test_a_file_that_goes_between_listing_and_reading_is_said(folder, monkeypatch):
    build()
    before = LOCK.read_bytes()

    def gone(path: Path, folder: Path):
        path.unlink()
        return read_inside(path, folder)

    monkeypatch.setattr("deckmaker.readers.set.read_inside", gone)
    result = build()
    assert result.exit_code == 1
    assert 'error[Y001]: there is no "decks/tides/set.yaml"' in result.output
    assert LOCK.read_bytes() == before


def test_a_folder_that_goes_while_it_is_read_is_said(folder, monkeypatch):
    def gone(path: Path, folder: Path):
        data = read_inside(path, folder)
        shutil.rmtree("decks")
        return data

    monkeypatch.setattr("deckmaker.readers.set.read_inside", gone)
    result = build()
    assert result.exit_code == 1
    assert "error[Y001]" in result.output
    assert not Path("decks").exists()


def test_a_picture_that_goes_between_looking_and_reading_is_said(folder, monkeypatch):
    Path("decks/tides/tide.png").write_bytes(picture())
    write(SET + "  - {id: c, stem: 'What is ![this](tide.png)?', answer: a tide, distractors: [a wave, rain]}\n")

    def gone(path: Path, most: int):
        path.unlink()
        return read_bytes(path, most)

    monkeypatch.setattr("deckmaker.readers.media.read_bytes", gone)
    result = build()
    assert result.exit_code == 1
    assert 'error[Y001]: there is no "decks/tides/tide.png"' in result.output


def test_a_set_of_which_half_was_there_retires_no_question(folder, monkeypatch):
    """A cloud folder or an editor writes the file bit by bit, and what was read is a set without its last question."""
    build()
    before = files()
    write(f"{HEAD}questions:\n{ONE}")
    real = pipeline.outputs

    def outputs(*arguments: Any):
        write(SET)  # the rest arrives
        return real(*arguments)

    monkeypatch.setattr(pipeline, "outputs", outputs)
    result = build()
    assert result.exit_code == 1
    assert "error[Y011]" in result.output
    assert files() == before
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert build().exit_code == 0
    assert files() == before


def test_an_issue_of_a_set_that_changed_meanwhile_is_not_written(folder, monkeypatch):
    write(SET + "quizzes:\n  - {id: quiz, title: Q, versions: 1, sections: [{pick: all}]}\n")

    def weigh(*arguments: Any):
        with Path("decks/tides/set.yaml").open("a") as file:
            file.write("# more\n")
        return checks.weigh(*arguments)

    monkeypatch.setattr("deckmaker.handouts.weigh", weigh)
    result = run("issue", "quiz")
    assert result.exit_code == 1
    assert "error[Y011]" in result.output
    assert not Path("decks/tides/issued").exists()


def test_a_fix_is_made_to_the_bytes_that_were_checked_or_not_at_all(folder, monkeypatch):
    write(f"{HEAD}questions:\n  - id: a\n    stem: *When*\n    answer: now\n    distractors: [then, later]\n")
    mine = HEAD + "# mine\n" + f"questions:\n{ONE}"
    real, read = pipeline.check, []

    def check(*arguments: Any):
        read.append(real(*arguments))
        if len(read) == 1:
            write(mine)
        return read[-1]

    monkeypatch.setattr(pipeline, "check", check)
    result = run("check", "--fix")
    assert result.exit_code == 1
    assert "error[Y011]" in result.output
    assert Path("decks/tides/set.yaml").read_text("utf-8") == mine


# A lock that cannot be had


@pytest.mark.parametrize("words", [b"", b"\0" * 300, b"\xff\xfe" + "deckmaker-lock 2\n".encode("utf-16-le")])
def test_a_lock_that_holds_nothing_of_ours_stops_the_build_and_stays(folder, words):
    build()
    LOCK.write_bytes(words)
    result = build()
    assert result.exit_code == 1
    assert "error[L001]" in result.output
    assert "take the file back from version control" in result.output
    assert LOCK.read_bytes() == words


def test_a_lock_that_is_a_pipe_is_not_waited_for(folder):
    os.mkfifo(LOCK)
    result = build()
    assert result.exit_code == 1
    assert "error[Y002]" in result.output


def test_a_lock_that_is_a_link_to_nowhere_is_no_missing_lock(folder):
    LOCK.symlink_to("not-synced-yet")
    result = build()
    assert result.exit_code == 1
    assert "error[Y001]" in result.output
    assert LOCK.is_symlink()


def test_a_lock_with_line_ends_of_windows_is_the_same_and_is_written_as_ours(folder):
    build()
    before = LOCK.read_bytes()
    LOCK.write_bytes(before.replace(b"\n", b"\r\n"))
    assert build("--locked").exit_code == 0
    assert build().exit_code == 0
    assert LOCK.read_bytes() == before


# Outputs that are somebody's


@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nowhere", "link to our file"])
def test_what_stands_in_an_outputs_place_and_is_no_file_of_ours_stays(folder, kind):
    build()
    output = Path("build/tides/tides.apkg")
    data = output.read_bytes()
    output.unlink()
    if kind == "pipe":
        os.mkfifo(output)
    elif kind == "folder":
        output.mkdir()
    else:
        if kind == "link to our file":
            Path("elsewhere.apkg").write_bytes(data)
        output.symlink_to("../../elsewhere.apkg")
    result = build()
    assert result.exit_code == 1
    assert "error[O003]" in result.output
    assert output.is_symlink() or not output.is_file()


def test_a_list_of_outputs_that_git_merged_badly_is_said(folder):
    build()
    record = Path("build/tides/.deckmaker.json")
    record.write_text("<<<<<<< ours\n" + record.read_text("utf-8"), "utf-8")
    write(SET.replace("When?", "At what time?"))
    result = build()
    assert result.exit_code == 1
    assert "the list of what deckmaker made here is damaged" in result.output


def test_of_two_outputs_one_open_in_another_program_both_stay_and_the_message_says_what_to_do(folder, monkeypatch):
    """Windows replaces no file that another program has open without leave."""
    build()
    before = Path("build/tides/tides.apkg").read_bytes()
    write(SET.replace("When?", "At what time?"))
    real = os.replace

    def replace(source, target):
        if Path(target).suffix == ".apkg":
            raise PermissionError(errno.EACCES, "Permission denied", str(source), 5, str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    result = build()
    assert result.exit_code == 1
    assert "error[O001]: cannot be written: permission denied" in result.output
    assert "close it where it is open" in result.output
    assert Path("build/tides/tides.apkg").read_bytes() == before
    monkeypatch.setattr(os, "replace", real)
    assert build().exit_code == 0


# Folders that may only be read


@pytest.fixture
def read_only(folder):
    """Makes folders read-only for us: by their rights, or, for root, by mounting."""
    mounts = []

    def make(path: str) -> None:
        mounts.append(path)
        if os.getuid():
            os.chmod(path, 0o555)
            return
        for words in (["--bind", path, path], ["-o", "remount,bind,ro", path]):
            if subprocess.run(["mount", *words], capture_output=True).returncode:
                pytest.skip("no folder can be made read-only here")

    yield make
    for path in mounts:
        if os.getuid():
            os.chmod(path, 0o755)
        else:
            subprocess.run(["umount", path], check=False, capture_output=True)


def test_a_set_that_may_only_be_read_is_built_as_a_draft_and_locked(folder, read_only):
    build()
    read_only("decks/tides")
    assert build("--locked", "-o", "one").exit_code == 0
    assert build("--draft", "-o", "two").exit_code == 0
    assert build("-o", "three").exit_code == 0  # the lock is as it should be
    assert Path("three/tides/tides.apkg").read_bytes() == Path("build/tides/tides.apkg").read_bytes()


def test_a_lock_that_cannot_be_written_is_said_before_any_output_is_made(folder, read_only):
    read_only("decks/tides")
    result = build()
    assert result.exit_code == 1
    assert "error[O001]" in result.output
    assert "the lock stays beside the set" in result.output
    assert not Path("build").exists()


def test_outputs_that_cannot_be_written_are_said_and_come_with_the_next_build(folder, read_only):
    Path("out").mkdir()
    read_only("out")
    result = build("-o", "out")
    assert result.exit_code == 1
    assert "error[O001]" in result.output
    before = LOCK.read_bytes()
    assert build().exit_code == 0
    assert LOCK.read_bytes() == before


# Names


def test_a_set_is_called_the_same_however_its_folder_spells_an_accent(folder):
    shutil.move("decks/tides", "decks/cafe\u0301")
    assert build().exit_code == 0
    assert Path("build/caf\u00e9/caf\u00e9.apkg").is_file()


@pytest.mark.parametrize("typed", ["\u00e9t\u00e9.png", "e\u0301te\u0301.png"])
@pytest.mark.parametrize("on_disk", ["\u00e9t\u00e9.png", "e\u0301te\u0301.png"])
def test_a_picture_is_found_however_its_name_spells_an_accent_and_the_outputs_are_the_same(folder, typed, on_disk):
    Path("decks/tides", on_disk).write_bytes(picture())
    write(SET + f"  - {{id: c, stem: 'What is ![this]({typed})?', answer: a tide, distractors: [a wave, rain]}}\n")
    result = build("--verbose")
    assert result.exit_code == 0, result.output
    assert "M006" not in result.output


def test_a_picture_may_have_a_blank_in_its_name(folder):
    Path("decks/tides/high tide.png").write_bytes(picture())
    write(SET + "  - {id: c, stem: 'What is ![this](high%20tide.png)?', answer: a tide, distractors: [a wave, rain]}\n")
    assert build().exit_code == 0


def test_a_picture_that_is_named_with_a_sign_no_name_holds_is_not_there(folder):
    write(SET + "  - {id: c, stem: 'What is ![this](a%00.png)?', answer: a tide, distractors: [a wave, rain]}\n")
    assert "error[M001]" in build().output


def test_an_articles_text_is_found_however_its_name_spells_an_accent(folder):
    Path("decks/tides/re\u0301cit.txt").write_text(
        "A Title\n\nThe tide was high, and nobody had been told of it by anybody at all.\n"
    )
    write(f"""\
{HEAD}article: {{title: A, disclosure: D, text: r\u00e9cit.txt}}
sources: {{ann: {{name: Ann, kind: person}}}}
claims:
  - {{id: high, claim: the tide is high, speaker: ann, basis: on_record, quote: tide was high, paragraph: 1}}
""")
    assert "1 quotation found in the text" in run("check").output


def test_two_sets_whose_names_only_read_alike_would_have_one_place(folder):
    for number, name in enumerate(("caf\u00e9", "cafe\u0301", "CAF\u00c9")):
        Path("decks", name).mkdir()
        Path("decks", name, "set.yaml").write_text(SET.replace("7e57da7a", f"7e57da8{number}"), "utf-8")
    result = build()
    assert result.exit_code == 1
    assert result.output.count("error[O002]") == 2


@pytest.mark.parametrize("name", ["aux", "NUL", "con.draft", "lpt1", "tides.", "tides ", "a?b", "a:b"])
def test_a_name_that_windows_cannot_have_is_said_everywhere(folder, name):
    shutil.move("decks/tides", f"decks/{name}")
    result = build()
    assert result.exit_code == 0
    assert "warning[O005]" in result.output


@pytest.mark.parametrize("name", ["aux", "Nul", "com1.draft", "tides.", "tides "])
def test_nothing_new_gets_a_name_that_windows_cannot_have(folder, name):
    assert run("new", name).exit_code == 2
    assert not Path("decks", name).exists()


@pytest.mark.parametrize("name", ["auxiliary", "console", "tides.2", "nullarbor plain"])
def test_names_that_only_begin_like_reserved_ones_are_fine(folder, name):
    shutil.move("decks/tides", f"decks/{name}")
    assert "O005" not in build().output


def test_a_set_whose_name_is_no_text_is_said_and_the_others_are_checked(folder):
    os.rename(b"decks/tides", b"decks/t\xefdes")
    result = build()
    assert result.exit_code == 1
    assert "its name is not UTF-8" in result.output


def test_a_file_whose_name_is_no_text_is_said(folder):
    Path(os.fsdecode(b"decks/tides/m\xe9.yaml")).write_text("questions: []\n")
    assert "its name is not UTF-8" in build().output


@pytest.mark.parametrize("length", [250, 255])
def test_a_name_as_long_as_the_file_system_takes_is_built_or_said(folder, length):
    name = "x" * length
    shutil.move("decks/tides", f"decks/{name}")
    result = build()
    if length == 250:
        assert result.exit_code == 0
        assert Path("build", name, f"{name}.apkg").is_file()
    else:
        assert "error[O001]: cannot be written: file name too long" in result.output
        assert "shorten the name" in result.output


def test_paths_of_more_than_260_letters_are_built(folder):
    deep = Path(*["y" * 100] * 5)
    assert build("-o", str(deep)).exit_code == 0
    assert (deep / "tides" / "tides.apkg").is_file()
    assert build("-o", str(deep)).exit_code == 0


def test_a_path_too_long_for_windows_has_a_hint_of_its_own():
    gone = FileNotFoundError(errno.ENOENT, "No such file or directory")
    path = Path("z" * 100, "y" * 100, "x" * 100)
    assert "nearer to the root" in cannot_write(path, gone, is_windows=True).hint
    assert "nearer to the root" not in cannot_write(path, gone, is_windows=False).hint
    assert "nearer to the root" not in cannot_write(Path("C:/a"), gone, is_windows=True).hint


# The rest


def test_a_system_that_sends_no_folder_to_its_disk_is_no_hindrance(folder, monkeypatch):
    def fsync(handle: int) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fsync", fsync)
    assert build().exit_code == 0


def test_on_macos_the_drive_itself_is_told_before_names_change_and_after(folder, monkeypatch):
    told = []
    real = os.replace

    def replace(source, target):
        told.append("name")
        real(source, target)

    monkeypatch.setattr(disk, "F_FULLFSYNC", 51)
    monkeypatch.setattr(disk, "fcntl", lambda handle, how: told.append(how), raising=False)
    monkeypatch.setattr(os, "replace", replace)
    disk.put({Path("a"): b"a", Path("b"): b"b"})
    assert told == [51, "name", "name", 51]


def test_a_file_keeps_its_rights_and_a_new_one_has_the_usual_ones(folder):
    build()
    output = Path("build/tides/tides.apkg")
    umask = os.umask(0o022)
    os.umask(umask)
    assert output.stat().st_mode & 0o777 == 0o666 & ~umask
    output.chmod(0o600)
    write(SET.replace("When?", "At what time?"))
    build()
    assert output.stat().st_mode & 0o777 == 0o600


def test_only_what_the_system_refuses_is_taken_for_that():
    assert of_the_system(ValueError("a bug of ours")) is None
    assert of_the_system(BrokenPipeError(errno.EPIPE, "Broken pipe")) is None
