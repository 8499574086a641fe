"""What a photograph tells beside what it shows."""

from __future__ import annotations

import struct
import zlib

import pytest

from tests.support import compile_set, said
from tests.support.sets import picture

YAML = """\
questions:
  - {id: bay, type: flashcard, front: 'Which bay is this? ![a bay](bay%s)', back: the western bay}
"""


def exif(*, with_place: bool) -> bytes:
    """Exif data as a phone writes them: a maker and, or not, 51° 30' north."""
    entries = [(0x0110, 2, 4, b"Cam\0")]
    if with_place:
        entries.append((0x8825, 4, 1, struct.pack("<I", 8 + 2 + 2 * 12 + 4)))
    main = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHI", *each[:3]) + each[3] for each in entries)
    main += struct.pack("<I", 0)
    at = 8 + len(main) + 2 + 2 * 12 + 4
    place = struct.pack("<H", 2) + struct.pack("<HHI", 1, 2, 2) + b"N\0\0\0" + struct.pack("<HHII", 2, 5, 3, at)
    place += struct.pack("<I", 0) + struct.pack("<6I", 51, 1, 30, 1, 0, 1)
    return b"II*\0" + struct.pack("<I", 8) + main + (place if with_place else b"")


def jpeg(data: bytes) -> bytes:
    body = b"Exif\0\0" + data
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


def png(data: bytes) -> bytes:
    plain = picture()
    chunk = struct.pack(">I", len(data)) + b"eXIf" + data + struct.pack(">I", zlib.crc32(b"eXIf" + data))
    return plain[:-12] + chunk + plain[-12:]


@pytest.mark.parametrize(("ending", "made"), [(".jpg", jpeg), (".png", png)])
@pytest.mark.parametrize("with_place", [True, False])
def test_a_photograph_with_its_place_is_told(ending, made, with_place):
    _, problems = compile_set(YAML % ending, files={f"bay{ending}": made(exif(with_place=with_place))})
    found = [line for line in said(problems) if line.startswith("M")]
    assert found == ([f'M005 5:68 the picture "bay{ending}" tells where it was taken'] if with_place else [])


@pytest.mark.parametrize("length", range(20, 120, 7))
def test_damaged_data_tell_nothing_and_break_nothing(length):
    data = jpeg(exif(with_place=True)[:length])
    _, problems = compile_set(YAML % ".jpg", files={"bay.jpg": data})
    assert not [problem for problem in problems if problem.is_error]
