"""`deckmaker refused`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckmaker import register
from deckmaker.cli import options
from deckmaker.cli.load import load
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import say


@click.command("refused")
@options.paths
@options.text
def command(paths: tuple[Path, ...], text: Path | None) -> None:
    """Show every question that was not generated, with the reason.

    \b
    Example:
      deckmaker refused decks/who-says-so
    """
    checked, problems = load(paths, text)
    tell([problem for problem in problems if problem.is_error])
    for one in checked:
        if one.document:
            say(*register.refused(one.document))
    if has_errors(problems):
        sys.exit(1)
