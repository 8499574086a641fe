"""The database of a package, in the form of any Anki."""

import sqlite3
import zipfile


def opened(package: str) -> sqlite3.Connection:
    """In memory; of the two databases that a package of today holds, the one with the notes."""
    with zipfile.ZipFile(package) as archive:
        if "collection.anki21b" in archive.namelist():
            import zstandard

            data = zstandard.ZstdDecompressor().decompressobj().decompress(archive.read("collection.anki21b"))
        else:
            data = archive.read("collection.anki2")
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    return database
