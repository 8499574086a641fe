"""`check --fix` and `check --diff`: what has one safe remedy, mended or shown."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from deckmaker import pipeline
from deckmaker.cli import fix as fixing
from deckmaker.cli.own_files import change
from deckmaker.cli.terminal import counted, say
from deckmaker.cli.turns import turn
from deckmaker.diagnostics import Diagnostic
from deckmaker.readers.files import shown


def mend(paths: tuple[Path, ...], text: Path | None, *, only_shown: bool, to_error: bool) -> list[Diagnostic]:
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
        done = f"{counted(count, 'problem')} in {counted(files, 'file')}"
        words = f"{'would fix' if only_shown else 'fixed'} {done}" if files else "nothing to fix"
        say(words, err=only_shown or to_error)
    return problems
