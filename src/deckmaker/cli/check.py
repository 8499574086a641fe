"""`deckmaker check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckmaker import pipeline
from deckmaker.cli import options
from deckmaker.cli.load import load
from deckmaker.cli.options import or_default
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import counted, say
from deckmaker.diagnostics.render import Format


@click.command("check")
@options.paths
@options.text
@click.option("--format", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="A quotation that nobody verified is an error.")
@click.option("--verbose", is_flag=True, help="Show advice too.")
@click.option("--fix", is_flag=True, help="Mend what has one safe remedy (quotes, blanks, marks), never a wording.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
def command(
    paths: tuple[Path, ...], text: Path | None, format: Format, strict: bool, verbose: bool, fix: bool, diff: bool
) -> None:
    """Check sets: everything short of writing. PATHS are sets or folders of sets; `decks` when none is named.

    \b
    Examples:
      deckmaker check
      deckmaker check decks/who-says-so --text article.txt
      deckmaker check --fix --diff
    """
    if fix or diff:
        from deckmaker.cli.mending import mend

        problems = mend(or_default(paths), text, only_shown=diff, to_error=format != "text")
        if diff or problems:
            tell(problems, format)
            sys.exit(1 if problems else 0)
    checked, problems = load(paths, text, strict=strict)
    problems += [problem for one in checked for problem in pipeline.unprintable(one)]
    tell(problems, format, verbose=verbose)
    if has_errors(problems):
        sys.exit(1)
    if format == "text":
        for one in checked:
            say(summary(one))


def summary(checked: pipeline.Checked) -> str:
    """A set in one line: what it holds and how much of it was verified."""
    document = checked.document
    assert document is not None
    words = [counted(len(document.questions), "question")]
    if document.set.claims:
        by = [found.by for found in document.evidence.values()]
        words += [counted(len(by), "claim")]
        words += [f"{counted(by.count('text'), 'quotation')} found in the text"] * ("text" in by)
        words += [f"{by.count('lock')} verified earlier"] * ("lock" in by)
        words += [f"{by.count('')} not verified"] * ("" in by)
    return f"{document.set.root}: {', '.join(words)}"
