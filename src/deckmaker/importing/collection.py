"""A collection's database → notes. Both layouts are read: note types and decks as JSON in `col`, or in tables.

The database may be anybody's work: it is opened in memory, without trusted functions, tables must be tables, and a
query that does not end is ended.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any

from google.protobuf.message import DecodeError

from deckmaker.importing.foreign import CardTemplate, Note, NoteType, broken
from deckmaker.importing.messages import parsed

_MOST_STEPS = 20_000
"""Times ten thousand of SQLite's instructions: some minutes of the largest collections' work."""
_NEEDED = {"col", "notes", "cards"}
_IN_TABLES = {"notetypes", "fields", "templates", "decks"}
_WAL = slice(18, 20)
"""Bytes of a SQLite file's header that say how it was written to; in memory there is no log beside it."""


_IN_ORDER = """
SELECT id, guid, mid, tags, flds FROM notes LEFT JOIN
  (SELECT nid, min(due) AS place FROM cards WHERE type = 0 GROUP BY nid) ON nid = id
ORDER BY CASE WHEN (SELECT count(*) FROM cards WHERE type <> 0) = 0 THEN place END, id
"""
"""As new cards come up, where all cards are new; else as the notes were made."""


def notes(name: str, data: bytes) -> tuple[Note, ...]:
    """The notes, in the order in which they were made. Raises Unreadable."""
    plain = bytearray(data)
    if plain[_WAL] == b"\x02\x02":
        plain[_WAL] = b"\x01\x01"
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(bytes(plain))
            return tuple(_read(_guarded(connection)))
    except (sqlite3.Error, DecodeError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise broken(name, "the collection in it is broken, or none of Anki's") from error
    except (RecursionError, OverflowError, MemoryError) as error:
        raise broken(name, "the collection in it is broken, or none of Anki's") from error


def _guarded(connection: sqlite3.Connection) -> sqlite3.Connection:
    left = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: int(next(left, None) is None), 10_000)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    return connection


def _read(connection: sqlite3.Connection) -> Iterable[Note]:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= _NEEDED:
        raise ValueError("tables are missing")
    types, decks = _from_tables(connection) if tables >= _IN_TABLES else _from_json(connection)
    cards: dict[int, list[tuple[int, int]]] = {}
    for note, ord, deck, home in connection.execute("SELECT nid, ord, did, odid FROM cards ORDER BY nid, ord"):
        cards.setdefault(note, []).append((int(ord), home or deck))  # a filtered deck is no home
    for id, guid, type, tags, fields in connection.execute(_IN_ORDER):
        own = cards.get(id, [])
        deck = decks.get(own[0][1], "") if own else ""
        yield _note(types[type], str(guid), str(tags), str(fields), deck, tuple(ord for ord, _ in own))


def _note(type: NoteType, guid: str, tags: str, fields: str, deck: str, cards: tuple[int, ...]) -> Note:
    values = fields.split("\x1f")
    values += [""] * (len(type.fields) - len(values))
    return Note(guid, type, dict(zip(type.fields, values, strict=False)), tuple(tags.split()), deck, cards)


def _from_json(connection: sqlite3.Connection) -> tuple[Mapping[int, NoteType], Mapping[int, str]]:
    models, decks = map(json.loads, connection.execute("SELECT models, decks FROM col").fetchone())
    types = {int(id): _json_type(model) for id, model in models.items()}
    return types, {int(id): str(deck["name"]) for id, deck in decks.items()}


def _json_type(model: Mapping[str, Any]) -> NoteType:
    fields = sorted(model["flds"], key=lambda field: int(field["ord"]))
    templates = sorted(model["tmpls"], key=lambda template: int(template["ord"]))
    return NoteType(
        str(model["name"]),
        int(model.get("type", 0)) == 1,
        tuple(str(field["name"]) for field in fields),
        tuple(CardTemplate(str(template["qfmt"]), str(template["afmt"])) for template in templates),
    )


def _from_tables(connection: sqlite3.Connection) -> tuple[Mapping[int, NoteType], Mapping[int, str]]:
    fields: dict[int, list[str]] = {}
    for type, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(type, []).append(name)
    templates: dict[int, list[CardTemplate]] = {}
    for type, config in connection.execute("SELECT ntid, config FROM templates ORDER BY ntid, ord"):
        made = parsed("TemplateConfig", config)
        templates.setdefault(type, []).append(CardTemplate(made.front, made.back))
    types = {}
    for type, name, config in connection.execute("SELECT id, name, config FROM notetypes"):
        is_cloze = parsed("NoteTypeConfig", config).kind == 1
        types[type] = NoteType(name, is_cloze, tuple(fields.get(type, ())), tuple(templates.get(type, ())))
    decks = {id: str(name).replace("\x1f", "::") for id, name in connection.execute("SELECT id, name FROM decks")}
    return types, decks
