"""A build after a few questions were edited, from what the last one left."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from deckmaker import edited, pipeline
from deckmaker.cli import unchanged
from deckmaker.cli.lock import write_words
from deckmaker.cli.older import is_of_another
from deckmaker.cli.order import Order
from deckmaker.cli.output import write_outputs
from deckmaker.cli.record import read_record
from deckmaker.cli.telling import has_errors, tell
from deckmaker.cli.terminal import listed, say
from deckmaker.cli.turns import NoTurn, turn
from deckmaker.cli.unchanged import Asked, Note, Said, Stamps
from deckmaker.pipeline import Checked
from deckmaker.readers import SetFiles
from deckmaker.readers.files import shown
from deckmaker.readers.items import Pieces, cut


class Done(Struct, frozen=True):
    """A build that is done. is_well: whether it went well."""

    is_well: bool


def pieces_of(checked: Sequence[Checked], order: Order) -> unchanged.Pieces:
    """The hashes of each file's questions, where a build after an edit may do without the rest."""
    if not _is_simple(order) or len(checked) != 1:
        return unchanged.NO_PIECES
    found = {}
    for path in checked[0].files.files:
        pieces = cut(path.read_bytes())
        if pieces is not None:
            found[os.fspath(path)] = pieces.hashes
    return unchanged.Pieces(found, *edited.ids_and_fronts(checked[0])) if found else unchanged.NO_PIECES


def _is_simple(order: Order) -> bool:
    """A deck alone, without rules that look at all questions together."""
    return order.to == ("anki",) and not (order.lint or order.locked or order.draft or order.older_anki)


def after_an_edit(order: Order, asked: Asked, now: Stamps) -> Done | None:
    """The build, done; None where the whole is to be built. now: what stands in everything that goes in."""
    note = unchanged.note_of(asked) if _is_simple(order) else None
    if note is None or note.err or not unchanged.is_there(note, time.time()):
        return None
    changed = [path for path in {*now, *note.stamps} if now.get(path) != note.stamps.get(path)]
    found, problems = pipeline.find_sets(order.paths)
    if len(changed) != 1 or changed[0] not in unchanged.pieces_in(note).items or problems or len(found) != 1:
        return None
    try:
        data = Path(changed[0]).read_bytes()
        pieces = cut(data) if hashlib.sha256(data).hexdigest() == now.get(changed[0]) else None
        with turn(found[0].folder):
            return _built(order, asked, now, note, found[0], Path(changed[0]), pieces) if pieces else None
    except (NoTurn, OSError):
        return None  # the whole build meets the same, and says why


def _built(
    order: Order, asked: Asked, now: Stamps, note: Note, files: SetFiles, path: Path, pieces: Pieces
) -> Done | None:
    folder = order.output / files.name
    file = f"{files.name}.apkg"
    deck = (folder / file).read_bytes() if os.fspath(folder / file) in note.outputs else b""
    if hashlib.sha256(deck).hexdigest() != note.outputs.get(os.fspath(folder / file)):
        return None  # another build made another deck meanwhile
    record = read_record(folder)
    if record and record.states.keys() - {"anki"}:
        return None  # of other outputs it is to be said whether they are older now
    kept = unchanged.pieces_in(note)
    known = edited.Known(path, kept.items[os.fspath(path)], kept.ids, kept.fronts, deck)
    made = edited.edited(files, pieces, known, int(time.time()))
    if made is None or unchanged.stamps(asked) != now:  # somebody wrote meanwhile
        return None
    problems = write_words(files, made.lock.encode())
    if not has_errors(problems):
        stays = partial(is_of_another, order.to)
        problems += write_outputs(folder, {file: made.deck}, stays, made.states)
    if has_errors(problems):
        tell(problems, verbose=order.verbose)
        return Done(False)
    said = say(*listed(folder, {file: made.deck}))
    lock = os.path.normpath(files.lock)
    after = {**now, lock: hashlib.sha256(made.lock.encode()).hexdigest()}
    if lock in now:
        kept.items[os.fspath(path)], kept.fronts[shown(path)] = pieces.hashes, made.fronts
        unchanged.keep(asked, after, Said(f"{said}\n", ""), note.outputs, max(made.latest, note.latest), kept)
    return Done(True)
