"""`deckmaker push`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import click

from deckmaker import exchange, pipeline, push
from deckmaker.cli import options
from deckmaker.cli.load import load, up_to_date
from deckmaker.cli.lock import write_lock
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import progress, say
from deckmaker.cli.turns import NoTurn, turn
from deckmaker.diagnostics import Diagnostic
from deckmaker.pipeline import Checked


def _address(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    address = value if "://" in value else f"http://{value}"
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise click.BadParameter(f'"{value}" is not an address like {push.ADDRESS}.') from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise click.BadParameter(f'"{value}" is not an address like {push.ADDRESS}.')
    return address


def _seconds(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    if not 0 < value <= _DAY:  # nor where it is no number
        raise click.BadParameter(f"{value:g} is not between 0 and {_DAY} (a day).")
    return value


_DAY = 24 * 60 * 60


@click.command("push")
@options.paths
@options.text
@click.option("-n", "--dry-run", is_flag=True, help="Show every change, and make none.")
@click.option("--delete", is_flag=True, help="Delete the notes of questions that were taken out of the set.")
@click.option(
    "--address", default=push.ADDRESS, show_default=True, callback=_address, help="Where AnkiConnect listens."
)
@click.option("--key", default="", envvar="DECKMAKER_ANKI_KEY", help="AnkiConnect's key, or DECKMAKER_ANKI_KEY.")
@click.option("--timeout", default=30.0, show_default=True, callback=_seconds, help="Seconds to wait for an answer.")
@click.option("--verbose", is_flag=True, help="Show advice too.")
def command(
    paths: tuple[Path, ...],
    text: Path | None,
    dry_run: bool,
    delete: bool,
    address: str,
    key: str,
    timeout: float,
    verbose: bool,
) -> None:
    """Send sets to the Anki that runs on this computer. PATHS are sets or folders of sets; `decks` when none is named.

    Anki needs the add-on AnkiConnect, and must have imported a package of deckmaker once. Notes are found by their QID;
    what changed is updated and what is new is added. Schedules, tags and decks of the student's own stay, and so do
    words edited in Anki while the set did not change. Nothing is deleted unless you say --delete.

    \b
    Examples:
      deckmaker push --dry-run
      deckmaker push decks/tides
    """
    checked, problems = load(paths, text)
    if has_errors(problems):
        tell(problems, verbose=verbose)
        sys.exit(1)
    anki = push.Anki(address, key, timeout)
    try:
        anki.greet()
        for one in checked:
            with turn(one.files.folder):
                now, said = up_to_date(one, text)
                problems += [*said] if has_errors(said) else [*said, *_push(anki, now, dry_run=dry_run, delete=delete)]
    except (push.Trouble, NoTurn) as trouble:
        problems.append(trouble.diagnostic)
    progress("")
    tell(problems, verbose=verbose)
    if has_errors(problems):
        sys.exit(1)


_CAME_BY_PUSH = "new notes came by push: keep pushing this set, since its package would bring them a second time"
"""AnkiConnect lets nobody choose a note's GUID, by which an import tells notes apart."""


def _push(anki: push.Anki, checked: Checked, *, dry_run: bool, delete: bool) -> list[Diagnostic]:
    """Push one set. The lock goes first: were it written after, a push broken off would count as an edit in Anki."""
    now = int(time.time())
    locked = pipeline.advanced(checked, now)
    asked, media, problems = exchange.to_push(checked, locked)
    problems += pipeline.from_the_future(checked, now)
    uid = checked.document.set.uid if checked.document else ""
    present = push.found(anki, uid, {note.type for note in asked.notes})
    plan, said = push.plan(asked, present)
    problems += said
    if has_errors(problems):
        return problems
    if dry_run:
        _show(push.difference(plan, delete=delete))
    else:
        problems += write_lock(checked, locked)[1]
        if has_errors(problems):
            return problems
        push.carry_out(anki, plan, present, media, delete=delete, progress=progress)
        problems += push.not_done(anki, plan)
        progress("")
    _show(push.in_one_line(plan, delete=delete, is_done=not dry_run))
    if plan.added and not dry_run:
        say("new notes came by push: keep pushing this set, its package would bring them a second time", err=True)
    return problems


def _show(words: str) -> None:
    if words:
        say(*words.split("\n"))
