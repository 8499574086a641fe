"""What lies in an output folder and was made of another state of the set: told, lest it be handed out.

It is known from what outputs were made of, as the record of the folder has it, never from clocks.
"""

from __future__ import annotations

import shlex
from collections.abc import Collection, Mapping
from pathlib import Path

from deckmaker import pipeline
from deckmaker.cli.order import Order
from deckmaker.cli.record import RECORD, Record, read_record, write_record
from deckmaker.cli.turns import turn
from deckmaker.lock import Lock
from deckmaker.pipeline import Checked

NAMED = "roster"
"""The folder of papers with names, and what the record calls them."""


def is_of_another(to: Collection[str], file: str) -> bool:
    """Whether a file of that name is of an output that is not asked for."""
    return pipeline.maker_of(file) not in to


def note_named(folder: Path, state: str) -> None:
    """Keep of which state of the set the papers with names are. Raises OSError, NoTurn."""
    with turn(folder):
        record = read_record(folder)
        if record is not None and folder.is_dir():
            write_record(folder, record.made, {**record.states, NAMED: state})


def older(
    checked: Checked, now: Lock, made: Mapping[str, str], folder: Path, order: Order
) -> tuple[list[str], list[Path]]:
    """What to say of outputs that this build leaves as they are, though the set is another; and where they lie.

    made: of which states this build's own outputs are.
    """
    record = read_record(folder) or Record()
    left = [name for name in _CALLED if name in record.states and name not in order.to]
    left = [name for name in left if name != NAMED or not order.roster]
    places = {name: found for name in left if (found := _files(folder, record, name))}
    kinds = {name: _MADE_LIKE.get(name, name) for name in places}
    states = {**pipeline.states(checked, now, {*kinds.values()} - made.keys()), **made}
    old = [name for name in places if record.states[name] != states[kinds[name]]]
    if not old:
        return [], []
    named = "; ".join(_CALLED[name] for name in old)
    told = [f"in {folder.as_posix()}/, older than the set is now: {named}", f"  anew: {_command(checked, order, old)}"]
    return told, [path for name in old for path in places[name]]


_MADE_LIKE = {NAMED: "print", "docx": "print"}
"""Outputs that are made of what another is made of."""
_CALLED = {
    NAMED: f"papers with names, in {NAMED}/",
    "print": "papers and keys",
    "docx": "Word files",
    "flashcards": "flashcards",
    "anki": "the deck",
}
"""What outputs are called, those first with which the most can go wrong."""


def _files(folder: Path, record: Record, name: str) -> list[Path]:
    """What there is of an output; of papers with names, their record."""
    if name == NAMED:
        return [path] if (path := folder / NAMED / RECORD).is_file() else []
    own = sorted(file for file in record.made if pipeline.maker_of(file) == name)
    return [folder / file for file in own if (folder / file).is_file()]


def _command(checked: Checked, order: Order, old: list[str]) -> str:
    to = [name for name in old if name != NAMED] + (["print"] if NAMED in old and "print" not in old else [])
    words = ["deckmaker", "build", checked.files.root, *(word for name in to for word in ("--to", name))]
    words += ["-o", order.output.as_posix()] if order.output != Path("build") else []
    return shlex.join(words) + (" --roster LIST" if NAMED in old else "")
