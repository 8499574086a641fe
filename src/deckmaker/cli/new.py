"""`deckmaker new`."""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click

from deckmaker import pipeline
from deckmaker.cli.options import DEFAULT_PATH
from deckmaker.cli.output import new_folder
from deckmaker.cli.telling import tell
from deckmaker.cli.terminal import say
from deckmaker.model.file_names import fits_everywhere
from deckmaker.readers.inside import is_inside

_NAME = re.compile(r"[^\W_][\w .-]*")
_UID = re.compile(rb"^uid:.*$", re.M)


@click.command("new")
@click.argument("name")
@click.option("--from", "origin", type=click.Path(exists=True, path_type=Path), help="Copy this set, with a new uid.")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=DEFAULT_PATH, show_default=True
)
def command(name: str, origin: Path | None, output: Path) -> None:
    """Make a starter set called NAME that builds as it stands, or a copy of another.

    \b
    Examples:
      deckmaker new tides
      deckmaker new tides-short --from decks/tides
    """
    if not _NAME.fullmatch(name) or not fits_everywhere(name):
        where = "; -o says where it goes" if "/" in name or "\\" in name else ""
        _stop(f'"{name}" cannot be the name of a folder: letters, digits, - and spaces{where}')
    folder = output / name
    if folder.exists():
        _stop(f'there is something called "{folder.as_posix()}" already')
    uid = secrets.token_hex(4)
    contents = _copied(origin, uid) if origin else _starter(name, uid)
    try:
        new_folder(folder, contents)
    except OSError as error:
        _stop(f'"{folder.as_posix()}" cannot be written: {(error.strerror or "").lower()}')
    shown = f'"{folder.as_posix()}"' if " " in name else folder.as_posix()
    say(f"{folder.as_posix()} is there. Next:", f"  deckmaker build {shown}")


def _starter(name: str, uid: str) -> dict[str, bytes]:
    folder = files("deckmaker.cli").joinpath("starter")
    title = '"' + name[0].upper() + name[1:].replace("-", " ") + '"'
    words = folder.joinpath("set.yaml").read_text("utf-8").replace("UID", uid).replace("TITLE", title)
    return {"set.yaml": words.encode(), "article.txt": folder.joinpath("article.txt").read_bytes()}


def _copied(origin: Path, uid: str) -> dict[str, bytes]:
    """Everything that lies in the set's folder but its lock: a copy's questions are nobody's yet."""
    sets, problems = pipeline.find_sets([origin])
    if problems:
        tell(problems)
        sys.exit(1)
    if len(sets) != 1:
        _stop(f'"{origin.as_posix()}" is not one set')
    (one,) = sets
    inside = [path for path in _below(one.folder) if path != one.lock and is_inside(path, one.folder)]
    paths = one.files if origin.is_file() else inside
    line = f"uid: {uid}".encode()
    return {
        path.relative_to(one.folder).as_posix(): _UID.sub(line, path.read_bytes())
        if path in one.files
        else path.read_bytes()
        for path in paths
    }


def _below(folder: Path) -> Iterator[Path]:
    """Every file in the folder; a folder that cannot be read raises OSError, so that no copy lacks a part."""

    def refuse(error: OSError) -> None:
        raise error

    for place, _, names in os.walk(folder, onerror=refuse):
        yield from (Path(place, name) for name in names if Path(place, name).is_file())


def _stop(words: str) -> None:
    say(words, err=True)
    sys.exit(2)
