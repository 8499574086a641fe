"""A database and its media → the bytes of an .apkg file, in memory.

Anki's own form since 2.1.50 (2022): the database as `collection.anki21b` and each file compressed by Zstandard, a
protobuf list of files, and a small database of the older form whose one card asks for an update. The older form, which
Anki exports as "support older versions", is half as large again and takes six times as long to compress.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping

import zstandard

from deckmaker.writers.anki.database import Stored, please_update, stored
from deckmaker.writers.anki.zipped import zipped

_LEVEL = 3
"""Of Zstandard: a level more saves a twentieth and costs twice the time."""

_UPDATE = "This deck needs Anki 2.1.50 or newer. Please update Anki, then import the file again."


def pack(database: Stored, media: Mapping[str, bytes], older: bytes | None = None) -> bytes:
    """The .apkg file. The same parts give the same bytes in every process.

    older: the database of the older form, where that is at hand.
    """
    names = sorted(media)
    files = {str(index): _pressed([media[name]], len(media[name])) for index, name in enumerate(names)}
    entries = b"".join(_entry(name, media[name]) for name in names)
    members = {
        "collection.anki2": older or b"".join(stored(please_update(_UPDATE)).chunks),
        "collection.anki21b": _pressed(database.chunks, database.size),
        "media": _pressed([entries], len(entries)),
        "meta": b"\x08\x03",  # version: 3
        **files,
    }
    return zipped(members, stored={"collection.anki21b", "media", *files})


def pack_for_older(database: Stored, media: Mapping[str, bytes]) -> bytes:
    """The .apkg file that any Anki takes."""
    names = sorted(media)
    members = {
        "collection.anki2": b"".join(database.chunks),
        "media": json.dumps({str(index): name for index, name in enumerate(names)}).encode(),
        **{str(index): media[name] for index, name in enumerate(names)},
    }
    return zipped(members)


def databases_of(package: bytes) -> tuple[bytes, bytes] | None:
    """The databases, current and older, of a package that `pack` made without media. Raises what broken files raise."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        if archive.namelist() != ["collection.anki2", "collection.anki21b", "media", "meta"]:
            return None
        current = zstandard.ZstdDecompressor().decompress(archive.read("collection.anki21b"))
        return current, archive.read("collection.anki2")


def _pressed(chunks: Iterable[bytes], size: int) -> bytes:
    press = zstandard.ZstdCompressor(level=_LEVEL).compressobj(size=size)
    return b"".join([*map(press.compress, chunks), press.flush()])


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
