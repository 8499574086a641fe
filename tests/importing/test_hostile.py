"""Packages that are broken or mean harm: an error in words, quickly, and nothing on the disk."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from deckmaker import importing
from tests.support import build_set, check_set, said
from tests.support.samples import sample
from tests.support.sets import EVERY_TYPE, picture

BASIC = "questions:\n  - {id: a, type: flashcard, front: Which?, back: this}\n"


def package(**members: bytes) -> bytes:
    """A zip file with these members; "_" in a name stands for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


def good() -> bytes:
    """The database of a sound package."""
    made, _ = build_set(check_set(BASIC), to=("anki",))
    with zipfile.ZipFile(io.BytesIO(made["set.apkg"])) as archive:
        return archive.read("collection.anki2")


def changed(sql: str) -> bytes:
    """That database after some SQL."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(good())
        connection.executescript(sql)
        connection.commit()
        return bytes(connection.serialize())


def flood() -> bytes:
    """A few bytes that become 100 MB."""
    return zstandard.ZstdCompressor().compress(bytes(100 << 20))


def repeated(count: int) -> bytes:
    """A zip file with more members than anything needs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(str(number), b"")
    return out.getvalue()


def encrypted() -> bytes:
    """A zip file whose members say that they are locked."""
    data = bytearray(package(collection_anki2=good()))
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


ENDLESS = """
CREATE TABLE keep AS SELECT * FROM notes; DROP TABLE notes;
CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
  SELECT id, '' AS guid, 1 AS mid, '' AS tags, '' AS flds FROM n;
"""
BROKEN = {
    "empty": lambda: b"",
    "no zip": lambda: b"PK\x03\x04 and no more",
    "html": lambda: b"<!doctype html>",
    "cut off": lambda: package(collection_anki2=good())[:-40],
    "no collection": lambda: package(media=b"{}"),
    "locked": encrypted,
    "no database": lambda: package(collection_anki2=b"SQLite format 3\0" + bytes(2000), media=b"{}"),
    "database cut off": lambda: package(collection_anki2=good()[:9000], media=b"{}"),
    "tables missing": lambda: package(collection_anki2=changed("DROP TABLE cards"), media=b"{}"),
    "view for a table": lambda: package(collection_anki2=changed(ENDLESS), media=b"{}"),
    "note types not JSON": lambda: package(collection_anki2=changed("UPDATE col SET models = '{'"), media=b"{}"),
    "note types a list": lambda: package(collection_anki2=changed("UPDATE col SET models = '[]'"), media=b"{}"),
    "note type missing": lambda: package(collection_anki2=changed("UPDATE notes SET mid = 7"), media=b"{}"),
    "deep JSON": lambda: package(collection_anki2=changed(f"UPDATE col SET models = '{'[' * 100_000}'"), media=b"{}"),
    "no row": lambda: package(collection_anki2=changed("DELETE FROM col"), media=b"{}"),
    "media no JSON": lambda: package(collection_anki2=good(), media=b"\xff\xfe"),
    "media a list": lambda: package(collection_anki2=good(), media=b"[1]"),
    "zstd broken": lambda: package(collection_anki21b=b"\x28\xb5\x2f\xfd and no more", media=b""),
    "newer format": lambda: package(meta=b"\x08\x09", collection_anki21b=b""),
    "meta broken": lambda: package(meta=b"\xff\xff\xff", collection_anki2=good()),
}
UNSAFE = {
    "bomb in the zip": lambda: package(collection_anki2=bytes(100 << 20)),
    "bomb in zstd": lambda: package(collection_anki21b=flood(), media=b""),
    "parts without end": lambda: repeated(100_001),
    "path upwards": lambda: package(collection_anki2=good(), media=json.dumps({"0": "../../evil.png"}).encode()),
    "absolute path": lambda: package(collection_anki2=good(), media=json.dumps({"0": "/etc/evil.png"}).encode()),
    "a drive": lambda: package(collection_anki2=good(), media=json.dumps({"0": "c:evil.png"}).encode()),
    "backslashes": lambda: package(collection_anki2=good(), media=json.dumps({"0": "..\\evil.png"}).encode()),
    "just dots": lambda: package(collection_anki2=good(), media=json.dumps({"0": ".."}).encode()),
    "a control character": lambda: package(collection_anki2=good(), media=json.dumps({"0": "a\0.png"}).encode()),
    "a name without end": lambda: package(
        collection_anki2=good(), media=json.dumps({"0": "a" * 300 + ".png"}).encode()
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_package_is_an_error_in_words(name):
    deck, problems = importing.read("a.apkg", BROKEN[name]())
    assert (deck, [problem.code.id for problem in problems]) == (None, ["I001"]), said(problems)


@pytest.mark.parametrize("name", UNSAFE)
def test_a_package_that_would_do_harm_is_refused(name):
    deck, problems = importing.read("a.apkg", UNSAFE[name]())
    assert (deck, [problem.code.id for problem in problems]) == (None, ["I002"]), said(problems)


def test_a_picture_that_is_a_bomb_is_refused():
    made, _ = build_set(check_set(EVERY_TYPE, files={"tide.png": picture()}), to=("anki",))
    with zipfile.ZipFile(io.BytesIO(made["set.apkg"])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**members, "0": zstandard.compress(picture() + bytes(100 << 20))}.items():
            archive.writestr(name, data)
    deck, _ = importing.read("a.apkg", out.getvalue())
    assert deck is not None
    made_of, problems = importing.as_set(deck)
    assert (made_of, [problem.code.id for problem in problems]) == (None, ["I002"])


def test_a_picture_that_is_something_else_is_left_out():
    made, _ = build_set(check_set(EVERY_TYPE, files={"tide.png": picture()}), to=("anki",))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made["set.apkg"])) as archive, zipfile.ZipFile(out, "w") as other:
        for name in archive.namelist():
            other.writestr(name, zstandard.compress(b"#!/bin/sh\nrm -rf ~") if name == "0" else archive.read(name))
    deck, _ = importing.read("a.apkg", out.getvalue())
    assert deck is not None
    made_of, problems = importing.as_set(deck)
    assert made_of is not None
    assert list(made_of.files) == ["set.yaml"]
    assert "pictures and sounds that the file does not hold, or of an unknown kind" in " ".join(
        p.message for p in problems
    )


TEXTS = {
    "not UTF-8": (b"a\xff,b\n", "I001"),
    "binary": (b"a\0b,c\n", "I001"),
    "a field without end": (b'"' + b"a" * (2 << 20) + b'",b\n', "I001"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_broken_table_is_an_error_in_words(name):
    data, code = TEXTS[name]
    deck, problems = importing.read("a.csv", data)
    assert (deck, [problem.code.id for problem in problems]) == (None, [code])


@pytest.mark.parametrize(
    "words", ["", "\n\n", "#separator:tab\n", "front,back\n", "only one column\n", "#tags column:x\na,b\n"]
)
def test_a_table_without_questions_says_so_or_is_broken(words):
    deck, problems = importing.read("a.csv", words.encode())
    if deck is not None:
        made, problems = importing.as_set(deck)
        assert made is None
    assert problems[-1].code.id in ("I001", "I004")


GOOD = package(collection_anki2=good(), media=b"{}")


@sample(150)
@given(at=st.integers(0, len(GOOD) - 1), with_=st.binary(max_size=6), cut=st.integers(0, 40))
def test_whatever_is_wrong_with_a_package_it_is_read_or_refused(at, with_, cut):
    deck, problems = importing.read("a.apkg", GOOD[:at] + with_ + GOOD[at + cut :])
    if deck is not None:
        made, problems = importing.as_set(deck)
        assert made is not None or problems
    else:
        assert [problem.code.id for problem in problems] in (["I001"], ["I002"])


DATABASE = good()


@sample(150)
@given(at=st.integers(0, len(DATABASE) - 1), with_=st.binary(min_size=1, max_size=6))
def test_whatever_is_wrong_with_a_database_it_is_read_or_refused(at, with_):
    data = DATABASE[:at] + with_ + DATABASE[at + len(with_) :]
    deck, problems = importing.read("a.apkg", package(collection_anki2=data, media=b"{}"))
    if deck is not None:
        made, problems = importing.as_set(deck)
        assert made is not None or problems
    else:
        assert [problem.code.id for problem in problems] == ["I001"]
