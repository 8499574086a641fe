"""`deckmaker report`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckmaker import pipeline
from deckmaker.cli import options
from deckmaker.cli.load import load
from deckmaker.cli.output import cannot_write, not_ours, write_atomically
from deckmaker.cli.record import is_file
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import progress, say, size
from deckmaker.diagnostics import Diagnostic
from deckmaker.pipeline import Checked


@click.command("report")
@options.paths
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The page of the one set named.")
@options.text
@click.option("--no-text", is_flag=True, help="Leave the article's text out, so that the page can be passed on.")
def command(paths: tuple[Path, ...], output: Path | None, text: Path | None, no_text: bool) -> None:
    """Make one page that shows a set to a reviewer: claims, sources, questions and how they were made, findings.

    It holds everything it shows, so that it can be opened anywhere, and goes to build/tides/report.html for a set
    called tides. PATHS are sets or folders of sets; `decks` when none is named.

    \b
    Examples:
      deckmaker report decks/who-says-so --text article.txt
      deckmaker report decks/tides -o tides.html
    """
    checked, problems = load(paths, text)
    reported = [one for one in checked if one.document]
    if output and len(reported) > 1:
        raise click.UsageError(f"-o names one page, and there are {len(reported)} sets: name one of them.")
    for one in reported:
        problems += _write(one, output, with_text=not no_text)
    progress("")
    tell([problem for problem in problems if problem.is_error])
    if has_errors(problems):
        sys.exit(1)


def _write(checked: Checked, output: Path | None, *, with_text: bool) -> list[Diagnostic]:
    assert checked.document is not None
    made = checked.document.set
    progress(f"reporting on {made.name}")
    ((name, data),) = pipeline.report(checked, with_text=with_text)[0].items()
    path = output or Path("build") / made.name / name
    try:
        if not _is_free(path):
            return [not_ours(path, "move it away, or give another file with -o")]
        write_atomically(path, data)
    except OSError as error:
        return [cannot_write(path, error, "close it where it is open, make room, or give another file with -o")]
    progress("")
    holds = with_text and any(article.text for article in made.articles.values())
    say(f"{path.as_posix()}  {size(len(data))}" + ", holds the article's text: not for passing on" * holds)
    return []


def _is_free(path: Path) -> bool:
    """Whether nothing stands there but a report that nobody changed. Raises OSError."""
    found = is_file(path)
    return found is None or (found and pipeline.is_report(path.read_bytes()))
