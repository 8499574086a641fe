"""What a terminal is told besides diagnostics: every word of it made of signs alone."""

from __future__ import annotations

import sys

import click

from deckmaker.diagnostics.render.measure import visible


def say(words: str, *, err: bool = False) -> None:
    """Print lines of ours with the user's words and names in them, nothing in it that a terminal would obey."""
    click.echo("\n".join(map(visible, words.split("\n"))), err=err)


def progress(words: str) -> None:
    """What is going on, on a line of its own that the next one replaces; nothing where nobody watches."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{visible(words)}", err=True, nl=False)
