"""`deckmaker check`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import click

from deckmaker import pipeline
from deckmaker.cli import fix as fixing
from deckmaker.cli import options
from deckmaker.cli.load import load
from deckmaker.cli.options import or_default
from deckmaker.cli.output import has_errors, tell
from deckmaker.cli.own_files import change
from deckmaker.cli.terminal import say
from deckmaker.cli.turns import turn
from deckmaker.diagnostics import Diagnostic
from deckmaker.diagnostics.render import Format
from deckmaker.readers.files import shown


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
        problems = _fix(or_default(paths), text, only_shown=diff, to_error=format != "text")
        if diff or problems:
            tell(problems, format)
            sys.exit(1 if problems else 0)
    checked, problems = load(paths, text, strict=strict)
    tell(problems, format, verbose=verbose)
    if has_errors(problems):
        sys.exit(1)
    if format == "text":
        for one in checked:
            say(summary(one))


def _fix(paths: tuple[Path, ...], text: Path | None, *, only_shown: bool, to_error: bool) -> list[Diagnostic]:
    """Mend the sets' files, or show how, and say how much; what could not be written."""
    found, _ = pipeline.find_sets(paths)
    all_made: list[fixing.Fixed] = []
    problems: list[Diagnostic] = []
    for own in found:
        with nullcontext() if only_shown else turn(own.folder):
            made = fixing.fixes(own, text)
            problems += [] if only_shown else change(made.before, made.after)
        all_made.append(made)
        if only_shown and made.after:
            say(*fixing.difference(made).split("\n"))
    if not problems:
        for path in (path for made in all_made for path in made.refused):
            say(f"left {shown(path)} as it is: a fix would make a new error", err=True)
        count, files = sum(made.count for made in all_made), sum(len(made.after) for made in all_made)
        done = f"{_counted(count, 'problem')} in {_counted(files, 'file')}"
        words = f"{'would fix' if only_shown else 'fixed'} {done}" if files else "nothing to fix"
        say(words, err=only_shown or to_error)
    return problems


def summary(checked: pipeline.Checked) -> str:
    """A set in one line: what it holds and how much of it was verified."""
    document = checked.document
    assert document is not None
    words = [_counted(len(document.questions), "question")]
    if document.set.claims:
        by = [found.by for found in document.evidence.values()]
        words += [_counted(len(by), "claim")]
        words += [f"{_counted(by.count('text'), 'quotation')} found in the text"] * ("text" in by)
        words += [f"{by.count('lock')} verified earlier"] * ("lock" in by)
        words += [f"{by.count('')} not verified"] * ("" in by)
    return f"{document.set.root}: {', '.join(words)}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"
