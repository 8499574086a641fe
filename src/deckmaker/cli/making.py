"""A build that there is something to do for."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from deckmaker import pipeline
from deckmaker.cli import rebuild, unchanged
from deckmaker.cli.aside import Aside
from deckmaker.cli.at_once import at_once
from deckmaker.cli.load import load, up_to_date
from deckmaker.cli.lock import write_lock
from deckmaker.cli.older import NAMED, is_of_another, note_named, older
from deckmaker.cli.order import Order
from deckmaker.cli.output import cannot_write, write_outputs
from deckmaker.cli.record import RECORD
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import listed, progress, say
from deckmaker.cli.turns import NoTurn, turn
from deckmaker.cli.unchanged import Asked, Said, Stamps
from deckmaker.diagnostics import Diagnostic
from deckmaker.diagnostics.render.measure import visible
from deckmaker.lock import EMPTY
from deckmaker.pipeline import Checked, Printing, Wanted


class Made(Struct):
    """What a build has made so far.

    lines: what it has to say on standard output.
    outputs: the files, by path; locks: what the sets' locks hold now, by path, as SHA-256.
    latest: the latest time in a lock.
    problems: what is wrong.
    """

    lines: list[str] = field(default_factory=list)
    outputs: list[Path] = field(default_factory=list)
    locks: dict[str, str] = field(default_factory=dict)
    latest: int = -1
    problems: list[Diagnostic] = field(default_factory=list)

    def add(self, other: Made) -> None:
        """What another has made besides."""
        self.lines += other.lines
        self.outputs += other.outputs
        self.locks |= other.locks
        self.latest = max(self.latest, other.latest)
        self.problems += other.problems


def make(order: Order, asked: Asked, before: Stamps | None) -> bool:
    """Build what is asked for, and say so; whether it went well. before: what stood in everything that goes in."""
    if before is not None and (done := rebuild.after_an_edit(order, asked, before)):
        return done.is_well
    made = Made()
    wanted = Wanted(lint=order.lint, papers=bool({*order.to} - {"anki"}) or order.roster is not None)
    checked, made.problems = load(order.paths, order.text, wanted=wanted)
    if not has_errors(made.problems):
        with closing(at_once([partial(_one, one, order, wanted) for one in checked])) as results:
            for one in results:
                made.add(one)
                progress("")
                for line in one.lines:
                    say(line)
    progress("")
    said = tell(made.problems, verbose=order.verbose)
    if has_errors(made.problems):
        return False
    if not any(problem.code.id.startswith("L") for problem in made.problems):  # of which the next build says less
        _keep(asked, before, made, said, checked, order)
    return True


def _one(checked: Checked, order: Order, wanted: Wanted) -> Made:
    """A set, built."""
    made = Made()
    try:
        with turn(checked.files.folder):
            now, made.problems = up_to_date(checked, order.text, wanted)
            if not has_errors(made.problems):
                made.problems += _build(now, order, made)
            if order.roster and not has_errors(made.problems):
                made.problems += _named(now, order, order.roster, made)
    except NoTurn as refused:
        return Made(problems=[refused.diagnostic])
    return made


def _named(checked: Checked, order: Order, roster: Path, made: Made) -> list[Diagnostic]:
    """Papers with names go into a folder of their own, which version control is told to leave out."""
    from deckmaker import handouts

    assert checked.document is not None
    files, problems = handouts.named(checked, roster, order.deal, how(order))
    if not has_errors(problems) and files:
        folder = order.output / checked.document.set.name / NAMED
        files[".gitignore"] = b"*\n"
        problems += write_outputs(folder, files)
        problems += [] if has_errors(problems) else _noted(checked, folder)
        if not has_errors(problems):
            count = sum(name.endswith(".pdf") for name in files)
            made.lines.append(f"{folder.as_posix()}  {count} {'paper' if count == 1 else 'papers'}, a list")
    return problems


def _noted(checked: Checked, named: Path) -> list[Diagnostic]:
    try:
        note_named(named.parent, pipeline.states(checked, EMPTY, ["print"])["print"])
    except OSError as error:
        return [cannot_write(named.parent / RECORD, error)]
    return []


def _build(checked: Checked, order: Order, made: Made) -> list[Diagnostic]:
    assert checked.document is not None
    name = checked.document.set.name
    if order.locked and (problems := pipeline.unlocked(checked)):
        return problems
    now = int(time.time())
    new = pipeline.advanced(checked, now)
    progress(f"building {name}")
    files, problems = pipeline.outputs(checked, new, order.to, how(order))
    problems += pipeline.from_the_future(checked, now)
    if has_errors(problems):
        return problems
    if not order.locked and not order.draft:  # before the outputs: nobody may have a note whose time no lock knows
        words, said = write_lock(checked, new)
        problems += said
        made.locks[checked.files.lock.as_posix()] = hashlib.sha256(words).hexdigest()
    states = pipeline.states(checked, new, order.to)
    if not has_errors(problems):
        stays = partial(is_of_another, order.to)
        problems += write_outputs(order.output / name, files, stays, states)
    if not has_errors(problems):
        lines, left = older(checked, new, states, order.output / name, order)
        made.latest = max(made.latest, new.latest)
        made.outputs += [*(order.output / name / file for file in (*files, RECORD)), *left]
        made.lines += [*listed(order.output / name, files), *lines]
    return problems


def how(order: Order) -> Printing:
    """What is wanted of papers and packages."""
    return Printing(order.fonts, order.flip, order.older_anki, Aside)


def _keep(asked: Asked, before: Stamps | None, made: Made, said: str, checked: list[Checked], order: Order) -> None:
    """A note for the next build, unless somebody wrote into the sets meanwhile."""
    after = unchanged.stamps(asked)
    if before is None or after is None or unchanged.same_but(before, after, made.locks) is False:
        return
    words = Said("".join(f"{visible(line)}\n" for line in made.lines), said)
    pieces = rebuild.pieces_of(checked, order) if not said else unchanged.NO_PIECES
    outputs = [os.fspath(path) for path in made.outputs]
    unchanged.keep(asked, after, words, outputs, made.latest, pieces)
