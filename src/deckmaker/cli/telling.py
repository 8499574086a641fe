"""Diagnostics on their way to whoever called us."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from deckmaker.cli.options import wants_colour
from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.diagnostics.render import Format, render


def tell(problems: Sequence[Diagnostic], format: Format = "text", *, verbose: bool = False) -> str:
    """Print diagnostics: text on standard error, machine formats on standard output. Gives back what was printed."""
    to_error = format == "text"
    stream = sys.stderr if to_error else sys.stdout
    words = render(problems, format, colour=to_error and wants_colour(stream), verbose=verbose)
    words += "\n" if words and not words.endswith("\n") else ""
    click.echo(words, file=stream, nl=False, color=True)
    return words


def has_errors(problems: Sequence[Diagnostic]) -> bool:
    """Whether a build stops on them."""
    return any(problem.code.severity is Severity.ERROR for problem in problems)
