"""What an attack is, and the folder in which it is done."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from deckmaker.cli import main
from tests.support import HEAD
from tests.support.apkg import Opened, opened

CARD = "questions:\n  - {id: q, type: flashcard, front: What pulls the sea?, back: the moon}\n"
"""A question about nothing in particular."""
QUIZ = "quizzes:\n  - {id: p, title: P, sections: [{pick: all}]}\n"


@dataclass(frozen=True)
class Attack:
    """A row of the table.

    what: what somebody gives. outcome: what becomes of it.
    shows: does it and asserts that; or the tests elsewhere that do, as "path::test" or "path::test[name]".
    """

    what: str
    outcome: str
    shows: Callable[[Here], None] | tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The tests that do it."""
        if isinstance(self.shows, tuple):
            return self.shows
        return (f"tests/hostile/test_attacks.py::test_an_attack_has_the_outcome_of_the_table[{self.shows.__name__}]",)


class Here:
    """A folder of its own, the current one, in which the command line is used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, path: str, data: str | bytes) -> Path:
        """A file."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data if isinstance(data, bytes) else data.encode())
        return place

    def set(self, yaml: str | bytes, **files: bytes) -> None:
        """The set "tides": its set.yaml, and further files, "__" in their names for a dot."""
        data = yaml.encode() if isinstance(yaml, str) else yaml
        self.put("tides/set.yaml", data if b"uid:" in data else HEAD.encode() + data)
        for name, content in files.items():
            self.put(f"tides/{name.replace('__', '.')}", content)

    def run(self, *command: str) -> Result:
        """What the command line says; no command ends with a traceback."""
        result = CliRunner().invoke(main, command)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert "\x1b" not in result.output
        assert "\r" not in result.output
        return result

    def check(self, *paths: str) -> list[dict[str, Any]]:
        """Every diagnostic of the set, or of what is at the paths."""
        found: list[dict[str, Any]] = json.loads(self.run("check", "--format", "json", *(paths or ("tides",))).stdout)
        return found

    def refused(self, *codes: str, at: str = "", line: int | None = None, paths: tuple[str, ...] = ()) -> None:
        """Asserts that these errors are said, each once, the first of them there, and that nothing is built."""
        errors = [each for each in self.check(*paths) if each["severity"] == "error"]
        assert sorted({each["code"] for each in errors}) == sorted(codes), errors
        if at:
            first = next(each for each in errors if each["code"] == codes[0])
            assert (first["file"], first["line"] if line else None) == (at, line), errors
        assert self.run("build", *(paths or ("tides",))).exit_code == 1
        assert not list(self.folder.rglob("*.apkg"))

    def built(self, *options: str) -> Path:
        """The folder of the set's outputs, which are made."""
        result = self.run("build", "tides", *(options or ("--to", "anki")))
        assert result.exit_code == 0, result.output
        return self.folder / "build" / "tides"

    def notes(self) -> Opened:
        """The set's package."""
        return opened((self.built() / "tides.apkg").read_bytes())


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@contextmanager
def untouched(path: Path) -> Iterator[Path]:
    """Asserts that a file of somebody else's stays as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", "utf-8")
    yield path
    assert path.read_text("utf-8") == "mine"
