"""An .apkg or .colpkg file → its database and its media; nothing is unpacked to disk, and nothing without a bound.

Three formats are about (`meta` says which, absent in the oldest): 1 holds `collection.anki2`, 2 `collection.anki21`,
3 `collection.anki21b`, compressed by Zstandard, with a protobuf list of media. Newer ones hold the older databases too,
with one note in them that asks for an update: the newest counts.
"""

from __future__ import annotations

import io
import json
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import zstandard
from google.protobuf.message import DecodeError
from msgspec import Struct

from deckmaker.importing.foreign import broken, unsafe
from deckmaker.importing.messages import parsed

MOST_MEMBERS = 100_000
MOST_RATIO = 200
"""How many times larger than the whole file one part may become; decks get 30 times larger at most."""
ALWAYS_FINE = 64 << 20
"""Bytes that a part may have whatever the file's size is."""
MOST_BYTES = 2 << 30
"""Bytes that a part may have at all."""

_DATABASES = ("collection.anki21b", "collection.anki21", "collection.anki2")
_NO_NAME = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]|^\.{1,2}$|^$')
"""What no file that Anki keeps is called; "/" and ".." would leave the folder."""


class Archive(Struct, frozen=True):
    """What is in a package.

    database: SQLite's bytes. media: reads a file by its name, None for one that is not there; may raise Unreadable.
    """

    database: bytes
    media: Callable[[str], bytes | None]


def opened(name: str, data: bytes) -> Archive:
    """The package. Raises Unreadable."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _BROKEN_ZIP as error:
        raise broken(name, "this is no package of Anki: it is not a zip file, or not whole") from error
    if len(infos) > MOST_MEMBERS:
        raise unsafe(name, f"the package has {len(infos)} parts")
    return _Reader(name, archive, min(max(ALWAYS_FINE, MOST_RATIO * len(data)), MOST_BYTES)).archive()


_BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, RuntimeError, NotImplementedError,
    ValueError, KeyError, OverflowError,
)  # fmt: skip
"""What `zipfile` raises for a file that is not whole; RuntimeError for one that is locked."""


class _Reader:
    def __init__(self, name: str, archive: zipfile.ZipFile, most: int) -> None:
        self._name, self._archive, self._most = name, archive, most
        self._members = set(archive.namelist())

    def archive(self) -> Archive:
        found = next((database for database in _DATABASES if database in self._members), None)
        if found is None:
            raise broken(self._name, "this is no package of Anki: it holds no collection")
        is_current = found == _DATABASES[0]
        if "meta" in self._members and (version := self._message("Metadata", self._member("meta")).version) > 3:
            raise broken(self._name, f'the package has the format {version}: export it "for older Anki versions"')
        members = self._current_media() if is_current else self._legacy_media()
        for file in members:
            if _NO_NAME.search(file) or len(file.encode("utf-8", "replace")) > 255:
                raise unsafe(self._name, f'a media file is called "{file[:60]}", which is no name of a file')

        def media(file: str) -> bytes | None:
            member = members.get(file)
            return None if member is None or member not in self._members else self._part(member, is_current)

        return Archive(self._part(found, is_current), media)

    def _legacy_media(self) -> dict[str, str]:
        if "media" not in self._members:
            return {}
        try:
            listed = json.loads(self._member("media"))
            return {str(file): str(member) for member, file in listed.items()}
        except (ValueError, AttributeError, RecursionError) as error:
            raise broken(self._name, "the package's list of media is broken") from error

    def _current_media(self) -> dict[str, str]:
        if "media" not in self._members:
            return {}
        entries = self._message("MediaEntries", self._part("media", True)).entries
        return {entry.name: str(entry.legacy_number or index) for index, entry in enumerate(entries)}

    def _message(self, message: str, data: bytes) -> Any:
        try:
            return parsed(message, data)
        except DecodeError as error:
            raise broken(self._name, "the package's list of media is broken") from error

    def _part(self, member: str, is_compressed: bool) -> bytes:
        data = self._member(member)
        return self._decompressed(data) if is_compressed else data

    def _member(self, member: str) -> bytes:
        try:
            with self._archive.open(member) as file:
                return self._bounded(file.read(self._most + 1))
        except _BROKEN_ZIP as error:
            raise broken(self._name, f'"{member[:60]}" in the package is broken or locked') from error

    def _decompressed(self, data: bytes) -> bytes:
        try:
            with zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True) as reader:
                return self._bounded(reader.read(self._most + 1))
        except (zstandard.ZstdError, MemoryError) as error:
            raise broken(self._name, "a compressed part of the package is broken") from error

    def _bounded(self, data: bytes) -> bytes:
        if len(data) > self._most:
            raise unsafe(self._name, f"the package would unpack to more than {self._most >> 20} MB")
        return data
