"""`deckmaker trace`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckmaker import register
from deckmaker.cli import options
from deckmaker.cli.load import load
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import say
from deckmaker.diagnostics.meant import nearest


@click.command("trace")
@click.argument("question")
@options.paths
@options.text
def command(question: str, paths: tuple[Path, ...], text: Path | None) -> None:
    """Show where a question comes from: its claim, speaker, basis, relays, paragraph and words.

    \b
    Example:
      deckmaker trace no-target/who-said
    """
    checked, problems = load(paths, text)
    documents = [one.document for one in checked if one.document]
    ids = [each.id for document in documents for each in document.questions]
    found = [line for document in documents for line in register.trace(document, question)]
    if found:
        say(*found)
        return
    tell([problem for problem in problems if problem.is_error])
    near = nearest(question, ids)
    also = f' Did you mean "{near}"?' if near else ""
    say(f'There is no question "{question}".{also}', err=True)
    sys.exit(1 if has_errors(problems) or ids else 2)
