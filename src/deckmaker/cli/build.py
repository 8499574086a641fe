"""`deckmaker build`. A build with nothing to do loads nothing but this and `unchanged`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from deckmaker.cli import options, unchanged
from deckmaker.cli.order import Order
from deckmaker.collector import collector_resting
from deckmaker.writers import BUILT_IN, FURTHER

_TO = "Only this output; may be repeated. [default: anki and print]"


@click.command("build")
@options.paths
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default="build", show_default=True)
@click.option("--to", type=click.Choice([*BUILT_IN, *FURTHER]), multiple=True, help=_TO)
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
@click.option("--no-lint", is_flag=True, help="Leave out the rules that only warn; check has them too.")
@click.option("--older-anki", is_flag=True, help="A deck that Anki before 2.1.50 takes too: larger.")
@click.option("--watch", is_flag=True, help="Go on: a draft again each time that a file of a set is saved.")
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
    no_lint: bool,
    older_anki: bool,
    watch: bool,
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
      deckmaker build decks/tides --watch
    """
    sets, outputs = options.or_default(paths), to or tuple(BUILT_IN)
    order = Order(
        sets, output, outputs, roster, deal, fonts, flip, text, locked, draft or watch, not no_lint, older_anki, verbose
    )
    if watch:
        from deckmaker.cli.watch import watch_and_build

        watch_and_build(order)
        return
    asked = _asked(order)
    before = unchanged.stamps(asked) if roster is None else None  # names are kept nowhere else
    said = unchanged.kept(asked, before, unchanged.clock())
    if said is None:
        with collector_resting():
            from deckmaker.cli.making import make

        made = make(order, asked, before)
        sys.exit(0 if made else 1)
    click.echo(said.out, nl=False)
    click.echo(said.err, err=True, nl=False, color=True)


def _asked(order: Order) -> unchanged.Asked:
    beside = [path.as_posix() for path in (*order.fonts, order.text) if path]
    names = [os.path.basename(os.path.realpath(path)) for path in order.paths]  # of sets that are called "."
    rest = order._replace(paths=(), output=Path(), fonts=(), text=None)
    return unchanged.Asked(
        tuple(path.as_posix() for path in order.paths),
        order.output.as_posix(),
        tuple(beside),
        repr((rest, names, options.wants_colour(sys.stderr), os.environ.get("COLUMNS"))),
    )
