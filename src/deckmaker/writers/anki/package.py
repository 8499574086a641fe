"""A database and its media → the bytes of an .apkg file, in memory.

Anki's own form since 2.1.50 (2022): the database as `collection.anki21b` and each file compressed by Zstandard, a
protobuf list of files, and a small database of the older form whose one card asks for an update. The older form, which
Anki exports as "support older versions", is half as large again and takes six times as long to compress.
"""

from __future__ import annotations

import hashlib
import io
import json
import unicodedata
import zipfile
from collections.abc import Container, Mapping

import zstandard

from deckmaker.writers.anki.database import please_update

_LEVEL = 3
"""Of Zstandard: a level more saves a twentieth and costs twice the time."""

_UPDATE = "This deck needs Anki 2.1.50 or newer. Please update Anki, then import the file again."


def pack(database: bytes, media: Mapping[str, bytes], older: bytes | None = None) -> bytes:
    """The .apkg file. The same parts give the same bytes in every process.

    older: the database of the older form, where that is at hand.
    """
    names = sorted(media)
    files = {str(index): _pressed(media[name]) for index, name in enumerate(names)}
    members = {
        "collection.anki2": older or b"".join(_alike_everywhere(please_update(_UPDATE))),
        "collection.anki21b": _pressed(*_alike_everywhere(database)),
        "media": _pressed(b"".join(_entry(name, media[name]) for name in names)),
        "meta": b"\x08\x03",  # version: 3
        **files,
    }
    return _zip(members, pressed={"collection.anki21b", "media", *files})


def pack_for_older(database: bytes, media: Mapping[str, bytes]) -> bytes:
    """The .apkg file that any Anki takes."""
    names = sorted(media)
    members = {
        "collection.anki2": b"".join(_alike_everywhere(database)),
        "media": json.dumps({str(index): name for index, name in enumerate(names)}).encode(),
        **{str(index): media[name] for index, name in enumerate(names)},
    }
    return _zip(members)


def databases_of(package: bytes) -> tuple[bytes, bytes] | None:
    """The databases, current and older, of a package that `pack` made without media. Raises what broken files raise."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        if archive.namelist() != ["collection.anki2", "collection.anki21b", "media", "meta"]:
            return None
        current = zstandard.ZstdDecompressor().decompress(archive.read("collection.anki21b"))
        return current, archive.read("collection.anki2")


_SQLITE_VERSION = slice(96, 100)
"""Bytes of a SQLite file's header that name the library that wrote it (sqlite.org/fileformat.html, 1.3.15)."""


def _alike_everywhere(database: bytes) -> list[bytes | memoryview]:
    """The database in parts, and not the version of SQLite; no part is a copy, since there may be a lot of it."""
    whole = memoryview(database)
    return [whole[: _SQLITE_VERSION.start], bytes(4), whole[_SQLITE_VERSION.stop :]]


def _pressed(*parts: bytes | memoryview) -> bytes:
    press = zstandard.ZstdCompressor(level=_LEVEL).compressobj(size=sum(map(len, parts)))
    return b"".join([*map(press.compress, parts), press.flush()])


def _entry(name: str, data: bytes) -> bytes:
    """A MediaEntry as part of MediaEntries (Anki's proto/anki/import_export.proto): name, size, sha1."""
    sha1 = hashlib.sha1(data, usedforsecurity=False).digest()
    parts = _field(1, unicodedata.normalize("NFC", name).encode()) + b"\x10" + _varint(len(data)) + _field(3, sha1)
    return _field(1, parts)


def _field(number: int, data: bytes) -> bytes:
    """Bytes as a field of that number (protobuf.dev/programming-guides/encoding)."""
    return bytes([number << 3 | 2]) + _varint(len(data)) + data


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def _zip(members: Mapping[str, bytes], pressed: Container[str] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name in pressed else zipfile.ZIP_DEFLATED
            archive.writestr(info, members[name], compresslevel=6)
    return out.getvalue()
