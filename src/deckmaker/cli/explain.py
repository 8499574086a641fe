"""`deckmaker explain`."""

from __future__ import annotations

import sys

import click

from deckmaker.cli.terminal import say
from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.meant import nearest
from deckmaker.diagnostics.pages import page


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Show the page of a diagnostic: what it means and how to mend it. CODE is E104, or its name.

    \b
    Example:
      deckmaker explain E104
    """
    names = {each.name: each.id for each in CODES.values()}
    wanted = names.get(code.lower(), code.upper())
    if wanted not in CODES:
        near = nearest(wanted, CODES) or nearest(code.lower(), names)
        also = f' Did you mean "{near}"?' if near else ""
        say(f'There is no diagnostic "{code}".{also}', err=True)
        sys.exit(2)
    click.echo(page(wanted).rstrip())
