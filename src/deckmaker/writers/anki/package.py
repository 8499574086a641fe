"""Notes → the bytes of an .apkg file, in memory: the one place that imports genanki.

genanki gives the database's schema and the JSON of note types and decks. Rows are written here, since genanki has one
time for all notes, guesses which cards exist, and leaves its temporary database behind.
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from typing import Any

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA
from msgspec import Struct

from deckmaker.model.identity import digest
from deckmaker.writers.anki.notes import Note
from deckmaker.writers.anki.released import NoteType, css, template_file

_FIRST_ID, _IDS = 1_600_000_000_000, 100_000_000_000
"""Note and card ids are times in milliseconds to Anki: ours lie between September 2020 and November 2023."""

_SQLITE_VERSION = slice(96, 100)
"""Bytes of a SQLite file's header that name the library that wrote it (sqlite.org/fileformat.html, 1.3.15)."""

_NOTE = "INSERT INTO notes VALUES(?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_CARD = "INSERT INTO cards VALUES(?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


class Package(Struct, frozen=True):
    """What goes into a package.

    uid, title: of the set.
    notes: its notes, at least one; no two with one identity.
    description: HTML, for the page of every deck.
    new_per_day: of a preset for its decks, None for the student's own.
    media: bytes by file name.
    """

    uid: str
    title: str
    notes: Sequence[Note]
    description: str
    new_per_day: int | None
    media: Mapping[str, bytes]


def pack(package: Package) -> bytes:
    """The .apkg file. The same package gives the same bytes in every process."""
    names = sorted(package.media)
    members = {
        "collection.anki2": _database(package),
        "media": json.dumps({str(index): name for index, name in enumerate(names)}).encode(),
        **{str(index): package.media[name] for index, name in enumerate(names)},
    }
    return _zip(members)


def _zip(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, members[name], compresslevel=6)
    return out.getvalue()


def _database(package: Package) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(APKG_SCHEMA)
        connection.executescript(APKG_COL)
        _write_collection(connection, package)
        _write_notes(connection, package.notes)
        connection.commit()
        data = bytearray(connection.serialize())
    data[_SQLITE_VERSION] = bytes(4)
    return bytes(data)


def _write_collection(connection: sqlite3.Connection, package: Package) -> None:
    used = {str(note.note_type.id): note.note_type for note in package.notes}
    types = {id: _model_json(note_type) for id, note_type in used.items()}
    (presets,) = (json.loads(text) for text in connection.execute("SELECT dconf FROM col").fetchone())
    (decks,) = (json.loads(text) for text in connection.execute("SELECT decks FROM col").fetchone())
    preset = _preset(package, presets["1"])
    presets[str(preset["id"])] = preset
    for name in dict.fromkeys(note.deck for note in package.notes):
        deck = genanki.Deck(_deck_id(name), name, package.description)
        decks[str(deck.deck_id)] = {**deck.to_json(), "conf": preset["id"]}
    connection.execute(
        "UPDATE col SET models = ?, decks = ?, dconf = ?", [json.dumps(part) for part in (types, decks, presets)]
    )


def _preset(package: Package, default: dict[str, Any]) -> dict[str, Any]:
    """Anki's own preset, or one for the set; students get it when they import with presets."""
    if package.new_per_day is None:
        return default
    new = {**default["new"], "perDay": package.new_per_day}
    return {**default, "id": _hashed("preset", package.uid), "name": package.title, "new": new}


def _model_json(note_type: NoteType) -> dict[str, Any]:
    """genanki's JSON, with what it has no parameter for: fixed ids, and a time of the type's own."""
    fields = [{"name": f.name, "id": note_type.id * 1000 + f.number, **_stock(f.tag)} for f in note_type.fields]
    templates = [
        {"name": t.name, "id": note_type.id * 1000 + t.number, "qfmt": template_file(t.front),
         "afmt": template_file(t.back), "bqfmt": t.browser_front, "bafmt": t.browser_back}
        for t in note_type.templates
    ]  # fmt: skip
    model = _Model(
        note_type.id, note_type.name, fields, templates, css(note_type),
        model_type=genanki.Model.CLOZE if note_type.is_cloze else genanki.Model.FRONT_BACK,
    )  # fmt: skip
    stock = {} if note_type.stock_kind is None else {"originalStockKind": note_type.stock_kind}
    made: dict[str, Any] = model.to_json(note_type.mod, None)
    return {**made, **stock}


def _stock(tag: int | None) -> dict[str, Any]:
    return {} if tag is None else {"tag": tag, "preventDeletion": tag < 4}


class _Model(genanki.Model):  # type: ignore[misc]
    # genanki would render each template once a field to find out; Anki works it out again on import.
    _req = ()


def _write_notes(connection: sqlite3.Connection, notes: Iterable[Note]) -> None:
    note_rows, card_rows = [], []
    note_ids: set[int] = set()
    card_ids: set[int] = set()
    for note in notes:
        guid = genanki.guid_for(note.identity)
        id = _unused(note_ids, "note", note.identity)
        tags = f" {' '.join(note.tags)} "
        note_rows.append((id, guid, note.note_type.id, note.mod, tags, "\x1f".join(note.fields), note.fields[0]))
        for ord in note.cards:
            card = _unused(card_ids, "card", note.identity, str(ord))
            card_rows.append((card, id, _deck_id(note.deck), ord, note.mod, note.due))
    connection.executemany(_NOTE, note_rows)
    connection.executemany(_CARD, card_rows)


def _unused(taken: set[int], *parts: str) -> int:
    """An id from the hash of the parts, the next free one if that is taken."""
    id = _hashed(*parts)
    while id in taken:
        id += 1
    taken.add(id)
    return id


def _deck_id(name: str) -> int:
    # Anki matches decks by name; ids need only differ within the package.
    return _hashed("deck", name)


def _hashed(*parts: str) -> int:
    return _FIRST_ID + int(digest(*parts)[:12], 16) % _IDS
