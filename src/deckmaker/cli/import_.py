"""`deckmaker import`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckmaker import importing, pipeline
from deckmaker.cli import update
from deckmaker.cli.options import DEFAULT_PATH
from deckmaker.cli.output import cannot_write, new_folder, not_ours
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import say
from deckmaker.diagnostics import Diagnostic
from deckmaker.readers.files import read_bytes, shown


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The new set's folder.")
@click.option("--update", "target", type=click.Path(exists=True, path_type=Path), help="The set to take edits over to.")
@click.option("--apply", is_flag=True, help="With --update: make the changes, not only show them.")
@click.option("--question", "only", multiple=True, help="With --update: only this question; may be repeated.")
def command(file: Path, output: Path | None, target: Path | None, apply: bool, only: tuple[str, ...]) -> None:
    """Make a set of a deck: FILE is an .apkg or .colpkg that Anki exported, or a table (.csv, .tsv, .txt).

    Notes of any type become questions, pictures and subdecks come along, and what cannot be taken over is listed. The
    same file gives the same set each time. Schedules are not read.

    With --update, FILE is a package of the set itself that somebody edited in Anki: the edits are shown as a diff, and
    with --apply written into the set's own files, where nothing else changes.

    \b
    Examples:
      deckmaker import capitals.apkg
      deckmaker import --update decks/tides tides-edited.apkg
      deckmaker import --update decks/tides tides-edited.apkg --apply --question spring-tide
    """
    if target is None and (apply or only):
        raise click.UsageError("--apply and --question go with --update SET.")
    if target is not None and output is not None:
        raise click.UsageError("-o makes a new set, --update changes the one that it names: give one of the two.")
    deck, problems = _read(file)
    if deck is not None:
        problems += update.update(deck, target, apply=apply, only=only) if target else _new(deck, output)
    tell(problems)
    if has_errors(problems):
        sys.exit(1)


def _read(file: Path) -> tuple[importing.Foreign | None, list[Diagnostic]]:
    data, problems = read_bytes(file, importing.MOST_BYTES)
    return (None, problems) if data is None else importing.read(shown(file), data)


def _new(deck: importing.Foreign, output: Path | None) -> list[Diagnostic]:
    made, problems = importing.as_set(deck)
    if made is None:
        return problems
    folder = output or DEFAULT_PATH / made.name
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return [*problems, not_ours(folder, "name another folder with -o, or move this one away")]
    try:
        # last of all, what makes a set of the folder
        new_folder(folder, {path: made.files[path] for path in sorted(made.files, key="set.yaml".__eq__)})
    except OSError as error:
        return [*problems, cannot_write(folder, error)]
    count = "1 question" if made.questions == 1 else f"{made.questions} questions"
    say(f"{folder.as_posix()} is there, with {count}. Next:", f"  deckmaker check {folder.as_posix()}")
    return problems + _faults(folder)


def _faults(folder: Path) -> list[Diagnostic]:
    """Errors of the new set, which want the user's hand."""
    found, problems = pipeline.find_sets([folder])
    for one in found:
        problems += pipeline.check(one).problems
    return [problem for problem in problems if problem.is_error]
