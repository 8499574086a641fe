"""Notes → the SQLite database of a package, in memory: the one place that imports genanki.

genanki gives the database's schema and the JSON of note types and decks. Rows are written here, since genanki has one
time for all notes, guesses which cards exist, and leaves its temporary database behind.
"""

from __future__ import annotations

import functools
import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from deckmaker.writers.anki.notes import Note
from deckmaker.writers.anki.released import NoteType, css, template_file
from deckmaker.writers.anki.rows import FIRST_ID, Rows, deck_id, guid, hashed

_PAGE = 16_384
"""Bytes of a page: notes of one or two kilobytes leave less of it empty than of SQLite's usual 4,096."""

_NOTE = "INSERT INTO notes VALUES(?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_CARD = "INSERT INTO cards VALUES(?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


@cache
def _genanki() -> Any:
    """genanki, with Python's own `cached_property` in place of the package of that name: nothing of it differs for
    genanki, but that it does not load asyncio, which takes a quarter of the time of a build of thirty questions."""
    is_new = sys.modules.setdefault("cached_property", functools) is functools
    try:
        import genanki
    finally:
        if is_new:
            del sys.modules["cached_property"]
    return genanki


@cache
def _schema() -> tuple[str, str]:
    """genanki's: its tables and its collection, and its indexes, which are made once the rows are there."""
    tables, begin, indexes = _genanki().apkg_schema.APKG_SCHEMA.partition("CREATE INDEX")
    return f"{tables}\n{_genanki().apkg_col.APKG_COL}", begin + indexes


class Content(Struct, frozen=True):
    """What goes into a database.

    uid, title: of the set.
    notes: its notes; no two with one identity. Gone through once.
    description: HTML, for the page of every deck.
    new_per_day: of a preset for its decks, None for the student's own.
    """

    uid: str
    title: str
    notes: Iterable[Note]
    description: str
    new_per_day: int | None


class Stored(Struct):
    """A database on its way into a package.

    size: its bytes; chunks: these, so many at a time, once.
    """

    size: int
    chunks: Iterator[bytes]


@contextmanager
def database(content: Content, *, in_file: bool = False) -> Iterator[Stored]:
    """The database. The same content gives the same bytes in every process.

    in_file: whether it is made in a file that only this process knows. In memory there are three of it at once, since
        SQLite hands it out as a copy of a copy. Raises OSError or sqlite3.Error where there is no room for the file.
    """
    if not in_file:
        with closing(_empty()) as connection:
            _fill(connection, content)
            made = _bytes(connection)
        yield stored(made)
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="deckmaker-") as folder:
        path = Path(folder, "collection")
        with closing(_empty(str(path))) as connection:
            _fill(connection, content)
            _with_indexes(connection)
        with path.open("rb") as file:
            yield Stored(path.stat().st_size, _alike_everywhere(iter(lambda: file.read(_CHUNK), b"")))


def stored(data: bytes) -> Stored:
    """A database that is at hand."""
    whole = memoryview(data)
    chunks = (bytes(whole[start : start + _CHUNK]) for start in range(0, len(data), _CHUNK))
    return Stored(len(data), _alike_everywhere(chunks))


_CHUNK = 1 << 20
_UNLIKE = (slice(24, 28), slice(92, 100))
"""Bytes of a SQLite file's header that tell how often it was written to, and which library did it
(sqlite.org/fileformat.html, 1.3.7 and 1.3.15)."""


def _alike_everywhere(chunks: Iterator[bytes]) -> Iterator[bytes]:
    first = bytearray(next(chunks))
    for place in _UNLIKE:
        first[place] = bytes(place.stop - place.start)
    yield bytes(first)
    yield from chunks


def _fill(connection: sqlite3.Connection, content: Content) -> None:
    rows = Rows(hashed("notes", content.uid))
    connection.executemany(_NOTE, rows.of_notes(content.notes))
    connection.executemany(_CARD, rows.of_cards())
    types = {str(id): _model_json(note_type) for id, note_type in rows.types.items()}
    _write_collection(connection, content, types, rows.decks)


class Standing(Struct, frozen=True):
    """A note in a database.

    id, note_type, mod: its own; fields: in their order; cards: their numbers; decks: the ids of the decks of its cards.
    """

    id: int
    note_type: int
    mod: int
    fields: tuple[str, ...]
    cards: tuple[int, ...]
    decks: frozenset[int]


def with_others(old: bytes, notes: Sequence[Note], like: Callable[[Note, Standing], bool]) -> bytes | None:
    """A database of ours with these notes in place of those of the same identity: the same bytes as one made anew.

    like: whether a note may take the place of one. None where it may not, or where the old one has no such note.
    """
    with closing(_empty()) as connection:
        connection.execute("ATTACH ':memory:' AS old")
        connection.deserialize(old, name="old")
        for note in notes:
            standing = _standing(connection, note)
            if standing is None or not _fits(note, standing) or not like(note, standing):
                return None
            (row,) = Rows(standing.id).of_notes([note])
            connection.execute(
                "UPDATE old.notes SET mod = ?, tags = ?, flds = ?, sfld = ? WHERE id = ?", (*row[3:], row[0])
            )
            connection.execute("UPDATE old.cards SET mod = ? WHERE nid = ?", (note.mod, standing.id))
        connection.execute("INSERT INTO notes SELECT * FROM old.notes")
        connection.execute("INSERT INTO cards SELECT * FROM old.cards")
        parts = connection.execute("SELECT models, decks, dconf FROM old.col").fetchone()
        connection.execute("UPDATE col SET models = ?, decks = ?, dconf = ?", parts)
        return _bytes(connection)


def _standing(connection: sqlite3.Connection, note: Note) -> Standing | None:
    """The note of the same identity in the attached database."""
    rows = connection.execute(
        "SELECT id, mid, mod, flds FROM old.notes WHERE guid = ?", [guid(note.identity)]
    ).fetchall()
    if len(rows) != 1:
        return None
    id, note_type, mod, fields = rows[0]
    cards = connection.execute("SELECT ord, did FROM old.cards WHERE nid = ? ORDER BY id", [id]).fetchall()
    return Standing(
        id,
        note_type,
        mod,
        tuple(fields.split("\x1f")),
        tuple(ord for ord, _ in cards),
        frozenset(did for _, did in cards),
    )


def _fits(note: Note, standing: Standing) -> bool:
    """Whether nothing but words, tags and times differ."""
    deck = frozenset([deck_id(note.deck)])
    kind = note.note_type.id, len(note.fields), note.cards, deck
    return kind == (standing.note_type, len(standing.fields), standing.cards, standing.decks)


def please_update(words: str) -> bytes:
    """A database of one card with these words, for an Anki that does not know the format of the other."""
    model = _genanki().BASIC_MODEL
    with closing(_empty()) as connection:
        types = {str(model.model_id): model.to_json(0, FIRST_ID)}
        connection.execute("UPDATE col SET models = ?", [json.dumps(types)])
        fields = f"{words}\x1f"
        row = (FIRST_ID, guid(f"deckmaker/{words}"), model.model_id, 0, "", fields, words)
        connection.execute(_NOTE, row)
        connection.execute(_CARD, (FIRST_ID, FIRST_ID, 1, 0, 0, 1))
        return _bytes(connection)


def _empty(place: str = ":memory:") -> sqlite3.Connection:
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA journal_mode = OFF")  # of a file that nobody else has: what fails is thrown away
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA page_size = {_PAGE}")
    connection.executescript(_schema()[0])
    return connection


def _bytes(connection: sqlite3.Connection) -> bytes:
    _with_indexes(connection)
    return connection.serialize()


def _with_indexes(connection: sqlite3.Connection) -> None:
    connection.commit()
    connection.executescript(_schema()[1])


def _write_collection(
    connection: sqlite3.Connection, content: Content, types: Mapping[str, Any], names: Mapping[str, int]
) -> None:
    (presets,) = (json.loads(text) for text in connection.execute("SELECT dconf FROM col").fetchone())
    (decks,) = (json.loads(text) for text in connection.execute("SELECT decks FROM col").fetchone())
    preset = _preset(content, presets["1"])
    presets[str(preset["id"])] = preset
    for name, id in names.items():
        deck = _genanki().Deck(id, name, content.description)
        decks[str(deck.deck_id)] = {**deck.to_json(), "conf": preset["id"]}
    connection.execute(
        "UPDATE col SET models = ?, decks = ?, dconf = ?", [json.dumps(part) for part in (types, decks, presets)]
    )


def _preset(content: Content, default: dict[str, Any]) -> dict[str, Any]:
    """Anki's own preset, or one for the set; students get it when they import with presets."""
    if content.new_per_day is None:
        return default
    new = {**default["new"], "perDay": content.new_per_day}
    return {**default, "id": hashed("preset", content.uid), "name": content.title, "new": new}


def _model_json(note_type: NoteType) -> dict[str, Any]:
    """genanki's JSON, with what it has no parameter for: fixed ids, and a time of the type's own."""
    fields = [{"name": f.name, "id": note_type.id * 1000 + f.number, **_stock(f.tag)} for f in note_type.fields]
    templates = [
        {"name": t.name, "id": note_type.id * 1000 + t.number, "qfmt": template_file(t.front),
         "afmt": template_file(t.back), "bqfmt": t.browser_front, "bafmt": t.browser_back}
        for t in note_type.templates
    ]  # fmt: skip
    genanki = _genanki()

    class Model(genanki.Model):  # type: ignore[misc,name-defined]
        # genanki would render each template once a field to find out; Anki works it out again on import.
        _req = ()

    model = Model(
        note_type.id, note_type.name, fields, templates, css(note_type),
        model_type=genanki.Model.CLOZE if note_type.is_cloze else genanki.Model.FRONT_BACK,
    )  # fmt: skip
    stock = {} if note_type.stock_kind is None else {"originalStockKind": note_type.stock_kind}
    made: dict[str, Any] = model.to_json(note_type.mod, None)
    return {**made, **stock}


def _stock(tag: int | None) -> dict[str, Any]:
    return {} if tag is None else {"tag": tag, "preventDeletion": tag < 4}
