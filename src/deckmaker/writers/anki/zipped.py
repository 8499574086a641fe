"""Files → a ZIP archive, to the byte what `zipfile` makes, which loads longer than a small deck takes to write."""

from __future__ import annotations

import zlib
from collections.abc import Container, Mapping
from struct import pack

_MOST, _MOST_FILES = (1 << 31) - 1, (1 << 16) - 1
"""Of bytes and of files: with more, archives have another form, which `zipfile` knows."""
_DAY = 1 << 5 | 1
"""1 January 1980, the first that there is."""
_RIGHTS = 0o644 << 16


def zipped(members: Mapping[str, bytes], stored: Container[str] = ()) -> bytes:
    """An archive without times, its members by their names, in ASCII. stored: those that are not compressed."""
    parts: list[bytes] = []
    listed: list[bytes] = []
    place = 0
    for name in sorted(members):
        data = members[name]
        method, body = (0, data) if name in stored else (8, _deflated(data))
        if max(len(data), place + len(body)) >= _MOST - _MOST // 16 or len(listed) >= _MOST_FILES:
            return _by_zipfile(members, stored)
        word = name.encode("ascii")
        shape = pack("<4H3L2H", 0, method, 0, _DAY, zlib.crc32(data), len(body), len(data), len(word), 0)
        head = b"PK\x03\x04\x14\x00" + shape + word
        listed.append(b"PK\x01\x02\x14\x03\x14\x00" + shape + pack("<3H2L", 0, 0, 0, _RIGHTS, place) + word)
        parts += [head, body]
        place += len(head) + len(body)
    count, size = len(listed), sum(map(len, listed))
    return b"".join([*parts, *listed, b"PK\x05\x06", pack("<4H2LH", 0, 0, count, count, size, place, 0)])


def _deflated(data: bytes) -> bytes:
    press = zlib.compressobj(6, zlib.DEFLATED, -15)
    return press.compress(data) + press.flush()


def _by_zipfile(members: Mapping[str, bytes], stored: Container[str]) -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, _RIGHTS
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, members[name], compresslevel=6)
    return out.getvalue()
