"""`deckmaker build`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from deckmaker import handouts, pipeline
from deckmaker.cli import options
from deckmaker.cli.load import load
from deckmaker.cli.lock import write_lock
from deckmaker.cli.output import has_errors, progress, say, size, tell, write_outputs
from deckmaker.diagnostics import Diagnostic
from deckmaker.pipeline import Checked, Printing

_TO = "Only this output; may be repeated. [default: anki and print]"


@click.command("build")
@options.paths
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default="build", show_default=True)
@click.option("--to", type=click.Choice([*pipeline.OUTPUTS, *pipeline.FURTHER]), multiple=True, help=_TO)
@click.option(
    "--roster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A class list (CSV): print a paper for each name, in a folder kept apart.",
)
@click.option(
    "--deal",
    type=click.Choice(["seat", "hash"]),
    default="seat",
    show_default=True,
    help="How students get their versions: by seat, or row; or by a hash of the name.",
)
@options.fonts
@click.option(
    "--flip",
    type=click.Choice(["long", "short"]),
    default="long",
    show_default=True,
    help="The edge over which the printer turns sheets of flashcards.",
)
@options.text
@click.option("--locked", is_flag=True, help="Fail if the lock would change: for continuous integration.")
@click.option("--draft", is_flag=True, help="Leave the lock as it is: to look at, not to hand out.")
@click.option("--verbose", is_flag=True, help="Show advice too.")
def command(
    paths: tuple[Path, ...],
    output: Path,
    to: tuple[str, ...],
    roster: Path | None,
    deal: str,
    fonts: tuple[Path, ...],
    flip: str,
    text: Path | None,
    locked: bool,
    draft: bool,
    verbose: bool,
) -> None:
    """Build decks and quizzes. PATHS are sets or folders of sets; `decks` when none is named.

    A set called tides goes to build/tides: tides.apkg for Anki; for each quiz a PDF of each version, the key, answer
    strips, an overview, and a manifest that describes them; a map of the sources and a reading sheet where the set is
    about an article.

    \b
    Examples:
      deckmaker build
      deckmaker build decks/tides --to print -o out
      deckmaker build decks/tides --to print --roster class.csv
    """
    checked, problems = load(paths, text)
    if has_errors(problems):
        tell(problems, verbose=verbose)
        sys.exit(1)
    for one in checked:
        problems += _build(one, output, to or pipeline.OUTPUTS, Printing(fonts, flip), locked=locked, draft=draft)
        if roster and not has_errors(problems):
            problems += _named(one, output, roster, deal, Printing(fonts, flip))
    progress("")
    tell(problems, verbose=verbose)
    if has_errors(problems):
        sys.exit(1)


def _named(checked: Checked, output: Path, roster: Path, deal: str, how: Printing) -> list[Diagnostic]:
    """Papers with names go into a folder of their own, which version control is told to leave out."""
    assert checked.document is not None
    files, problems = handouts.named(checked, roster, deal, how)
    if not has_errors(problems) and files:
        folder = output / checked.document.set.name / "roster"
        problems += write_outputs(folder, {**files, ".gitignore": b"*\n"})
        if not has_errors(problems):
            progress("")
            count = sum(name.endswith(".pdf") for name in files)
            say(f"{folder.as_posix()}  {count} {'paper' if count == 1 else 'papers'}, a list")
    return problems


def _build(
    checked: Checked, output: Path, to: tuple[str, ...], how: Printing, *, locked: bool, draft: bool
) -> list[Diagnostic]:
    assert checked.document is not None
    name = checked.document.set.name
    if locked and (problems := pipeline.unlocked(checked)):
        return problems
    now = int(time.time())
    new = pipeline.advanced(checked, now)
    progress(f"building {name}")
    files, problems = pipeline.outputs(checked, new, to, how)
    problems += pipeline.from_the_future(checked, now)
    if has_errors(problems):
        return problems
    if not locked and not draft:
        problems += write_lock(checked, new)
    if not has_errors(problems):
        problems += write_outputs(output / name, files, lambda file: pipeline.maker_of(file) not in to)
    if not has_errors(problems):
        progress("")
        say(*(f"{(output / name / file).as_posix()}  {size(len(files[file]))}" for file in sorted(files)))
    return problems
