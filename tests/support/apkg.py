"""What stands in an .apkg file, without Anki."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import zstandard

from deckmaker.importing.messages import parsed


@dataclass(frozen=True)
class Packed:
    """One note of a package.

    fields: by name. tags: as written. guid, id, mod: its own. cards: (card id, template, deck's name, due) of each.
    """

    fields: dict[str, str]
    tags: tuple[str, ...]
    guid: str
    id: int
    mod: int
    cards: tuple[tuple[int, int, str, int], ...]


@dataclass(frozen=True)
class Opened:
    """A package.

    notes: by question id. types: JSON of note types by name. decks, presets: JSON by name. media: bytes by file name.
    """

    notes: dict[str, Packed]
    types: dict[str, Any]
    decks: dict[str, Any]
    presets: dict[str, Any]
    media: dict[str, bytes]


def opened(package: bytes) -> Opened:
    """The package's content."""
    database, media = parts(package)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        models, decks, presets = map(json.loads, connection.execute("SELECT models, decks, dconf FROM col").fetchone())
        notes = [_note(connection, row, models, decks) for row in connection.execute("SELECT * FROM notes").fetchall()]
    by_id = {note.fields["QID"].split("/", 1)[1]: note for note in notes}
    types, by_deck, by_preset = ({each["name"]: each for each in part.values()} for part in (models, decks, presets))
    return Opened(by_id, types, by_deck, by_preset, media)


def parts(package: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The package's database and its media by name, of both forms."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        if "meta" not in archive.namelist():
            names: dict[str, str] = json.loads(archive.read("media"))
            return archive.read("collection.anki2"), {name: archive.read(number) for number, name in names.items()}
        unpack = zstandard.ZstdDecompressor().decompress
        entries = parsed("MediaEntries", unpack(archive.read("media"))).entries
        media = {entry.name: unpack(archive.read(str(number))) for number, entry in enumerate(entries)}
        return unpack(archive.read("collection.anki21b")), media


def _note(connection: sqlite3.Connection, row: tuple[Any, ...], models: Any, decks: Any) -> Packed:
    names = [field["name"] for field in models[str(row[2])]["flds"]]
    fields = dict(zip(names, row[6].split("\x1f"), strict=True))
    cards = connection.execute("SELECT id, ord, did, due FROM cards WHERE nid = ? ORDER BY ord", [row[0]]).fetchall()
    placed = tuple((id, ord, decks[str(deck)]["name"], due) for id, ord, deck, due in cards)
    return Packed(fields, tuple(row[5].split()), row[1], row[0], row[3], placed)
