"""`deckmaker explain`."""

from __future__ import annotations

import sys
from difflib import get_close_matches

import click

from deckmaker.cli.terminal import say
from deckmaker.diagnostics import CODES
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
        near = get_close_matches(wanted, CODES, n=1) or get_close_matches(code.lower(), names, n=1)
        also = f' Did you mean "{near[0]}"?' if near else ""
        say(f'There is no diagnostic "{code}".{also}', err=True)
        sys.exit(2)
    click.echo(page(wanted).rstrip())
