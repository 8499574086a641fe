"""`deckmaker issue`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from deckmaker import handouts, issued, pipeline
from deckmaker.cli import options
from deckmaker.cli.load import load, up_to_date
from deckmaker.cli.lock import changed_meanwhile
from deckmaker.cli.output import cannot_write, not_ours, write_atomically
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import say
from deckmaker.cli.turns import turn
from deckmaker.diagnostics.meant import nearest
from deckmaker.pipeline import Checked


@click.command("issue")
@click.argument("quiz")
@options.paths
@click.option("--erratum", is_flag=True, help="Say what of the last issue is right after all, instead of a new one.")
@options.fonts
@options.text
def command(quiz: str, paths: tuple[Path, ...], erratum: bool, fonts: tuple[Path, ...], text: Path | None) -> None:
    """Freeze a paper that is handed out: from now on every build prints exactly this paper and its key.

    The paper goes into the set's folder "issued", with all its words, orders and answers. Keep that folder with the
    set. Edits of the set change the cards and later issues, never this one.

    \b
    Examples:
      deckmaker issue quick-check
      deckmaker issue quick-check decks/tides
      deckmaker issue quick-check --erratum
    """
    checked, problems = load(paths, text)
    found = [one for one in checked if quiz in _quizzes(one)]
    if has_errors(problems) or len(found) != 1:
        tell(problems)
        if not has_errors(problems):
            _not_one(quiz, checked, len(found))
        sys.exit(1)
    with turn(found[0].files.folder):
        now, said = up_to_date(found[0], text)
        if has_errors(said):
            tell(said)
            sys.exit(1)
        if erratum:
            _correct(now, quiz)
        else:
            _issue(now, quiz, fonts)


def _print(checked: Checked) -> str:
    return f"print it with: deckmaker build {shlex.quote(checked.files.root)} --to print"


def _quizzes(checked: Checked) -> list[str]:
    return [paper.id for paper in checked.papers]


def _not_one(quiz: str, checked: list[Checked], count: int) -> None:
    near = nearest(quiz, [id for one in checked for id in _quizzes(one)])
    also = f' Did you mean "{near}"?' if near else ""
    root = shlex.quote(next((one.files.root for one in checked if quiz in _quizzes(one)), ""))
    several = f'{count} sets have a quiz "{quiz}". Name the set too: deckmaker issue {quiz} {root}'
    say(several if count else f'There is no quiz "{quiz}".{also}', err=True)


def _issue(checked: Checked, quiz: str, fonts: tuple[Path, ...]) -> None:
    paper, problems = handouts.to_issue(checked, quiz, fonts)
    tell(problems)
    if paper is None or has_errors(problems):
        if paper is None:
            say(f'The quiz "{quiz}" is no longer in the set; its last issue stays.', err=True)
        sys.exit(1)
    path = checked.files.issued / issued.file_name(quiz, paper.issue)
    if any(earlier.id == quiz and earlier.issue == paper.issue for earlier in checked.issues):
        say(f"{path.as_posix()} is this paper already.")
        return
    _write(checked, path, issued.dump(paper))
    codes = ", ".join(f"{version.name} {version.code}" for version in paper.versions)
    say(path.as_posix(), f"issue {paper.issue} of {quiz}: {codes}", _print(checked))


def _correct(checked: Checked, quiz: str) -> None:
    paper, erratum = handouts.to_correct(checked, quiz)
    if paper is None:
        say(f'The quiz "{quiz}" was never issued: change the set and print it anew.', err=True)
        sys.exit(1)
    if erratum is None:
        say(f"The right answers of issue {paper.issue} of {quiz} are those of the set: there is nothing to correct.")
        return
    path = checked.files.issued / issued.file_name(quiz, paper.issue, erratum.number)
    _write(checked, path, issued.dump_erratum(paper, erratum))
    ids = ", ".join(one.question.id for one in erratum.corrections)
    say(path.as_posix(), f"corrects: {ids}", _print(checked))


def _write(checked: Checked, path: Path, data: bytes) -> None:
    """What is issued is never overwritten."""
    if path.exists():
        tell([not_ours(path, "take it back from version control, or move it away")])
        sys.exit(1)
    if pipeline.has_changed(checked):
        tell([changed_meanwhile(checked)])
        sys.exit(1)
    try:
        write_atomically(path, data)
    except OSError as error:
        tell([cannot_write(path, error, "make room, or see who may write there: issues stay beside the set")])
        sys.exit(1)
