"""What there is to say of a lock: that it is behind its set, or missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.lock.advance import advance
from deckmaker.lock.entries import Lock
from deckmaker.model.document import Document

_MOST = 5
"""How many ids are named of those that changed alike."""


def covers(lock: Lock | None, document: Document, choices: Mapping[str, tuple[str, ...]]) -> list[Diagnostic]:
    """L003 or L002 when a build of the document would change the lock, as `build --locked` asks.

    lock: as read, None when there is none. choices: what the generators chose.
    """
    at, hint = document.set.span, 'run "deckmaker build" and commit the lock'
    if lock is None:
        return [diagnose("L003", at, "the set has no lock", hint=hint)]
    changes = "; ".join(_changes(lock, advance(lock, document, choices, 0)))
    return [diagnose("L002", at, "the lock is behind the set", changes, hint)] if changes else []


def _changes(old: Lock, new: Lock) -> Iterator[str]:
    if old.uid != new.uid:
        yield f'uid "{new.uid}", not "{old.uid}"'
    yield from _changed("note", _hashes(old), _hashes(new))
    yield from _changed("choice", old.choices, new.choices)
    yield from _changed("quote", old.quotes, new.quotes)
    yield from _changed("kind", old.kinds, new.kinds)
    if old.decks and old.decks != new.decks:
        yield "another deck"


def _hashes(lock: Lock) -> dict[str, str]:
    return {id: hash for id, (hash, _) in lock.notes.items()}


def _changed(what: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[str]:
    for how, ids in (
        ("new", [id for id in new if id not in old]),
        ("changed", [id for id in new if id in old and old[id] != new[id]]),
        ("gone", [id for id in old if id not in new]),
    ):
        if ids:
            plural = what if len(ids) == 1 else f"{what}s"
            yield f"{len(ids)} {how} {plural}: {_some(ids)}"


def _some(ids: Sequence[str]) -> str:
    more = len(ids) - _MOST
    return ", ".join(ids[:_MOST]) + (f" and {more} more" if more > 0 else "")
