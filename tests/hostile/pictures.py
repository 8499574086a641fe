"""Pictures that are more, or less, than they say."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from deckmaker.writers.print.engine import is_readable
from deckmaker.writers.rasters import png
from tests.hostile.attack import Attack, Here
from tests.support.sets import picture

SHOWN = "questions:\n  - {id: q, type: flashcard, front: '![a tide](a.EXT)', back: b}\n"
REGION = "questions:\n  - {id: q, image: a.EXT, alt: a, stem: s, regions: [{left: 0, top: 0, width: 1, height: 1, label: x}]}\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'


def _refused(here: Here, ending: str, data: bytes, code: str) -> None:
    here.set(SHOWN.replace("EXT", ending), **{f"a__{ending}": data})
    here.refused(code, at="tides/set.yaml", line=5)


def _png(width: int, height: int, rows: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def bombs(here: Here) -> None:
    _refused(here, "png", _png(50_000, 50_000, bytes(10_000)), "M007")
    _refused(here, "png", _png(2**31 - 1, 2**31 - 1), "M007")
    _refused(here, "gif", b"GIF89a" + struct.pack("<HH", 65535, 65535) + bytes(20), "M007")
    frame = b"\xff\xc2\x00\x0b\x08" + struct.pack(">HH", 65535, 65535)
    _refused(here, "jpg", b"\xff\xd8\xff\xe0\x00\x04ab" + frame + bytes(20), "M007")
    _refused(here, "webp", b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\xff\xff\0\xff\xff\0", "M007")


def tower(here: Here) -> None:
    for size in ('width="9" height="99999999"', 'width="99999999" height="9"', 'width="1e9" height="1e9"'):
        here.set(
            REGION.replace("EXT", "svg") + "quizzes:\n  - {id: p, title: P, sections: [{pick: all}]}\n",
            a__svg=f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="M0 0h9v9z"/></svg>'.encode(),
        )
        result = here.run("build", "tides", "--to", "print", "--to", "docx")
        assert result.exit_code == 0 or "X003" in result.output, result.output


def huge_file(here: Here) -> None:
    here.set(SHOWN.replace("EXT", "png"))
    with Path("tides/a.png").open("wb") as file:
        file.write(picture())
        file.truncate(101 << 20)
    here.refused("M007", at="tides/set.yaml", line=5)


def scripts(here: Here) -> None:
    for inside in (
        "><script>alert(1)</script></svg>",
        "><g><a xlink:href='javascript:alert(1)'/></g></svg>",
        ' onload="alert(1)"/>',
        '><animate attributeName="href" values="#a;javascript:alert(1)"/></svg>',
        '><set attributeName="onclick" to="x" onbegin="alert(1)"/></svg>',
        "><s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script></svg>",
    ):
        _refused(here, "svg", (SVG + inside).encode(), "M008")


def fetched(here: Here) -> None:
    for inside in (
        '<image href="https://example.org/a.png"/>',
        '<image xlink:href="/etc/passwd"/>',
        '<image href="other.png"/>',
        '<use href="other.svg#a"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>path { fill: url(https://example.org/a) }</style>",
        "<style>path { fill: u\\72l(https://example.org/a) }</style>",
        '<path style="fill: url(//example.org/a#b)"/>',
        '<path filter="url(a.svg#b)"/>',
        '<image href="data:image/svg+xml,x"/>',
    ):
        _refused(here, "svg", f"{SVG}>{inside}</svg>".encode(), "M008")
    _refused(here, "svg", f'<?xml-stylesheet href="https://example.org/a.css"?>{SVG}/>'.encode(), "M008")


def linked_past_the_check(here: Here) -> None:
    """Typst itself is asked: it is given a root that holds no pictures, wherever the command runs."""
    here.put("secret.png", picture())
    for address in ("secret.png", "./secret.png", (here.folder / "secret.png").as_posix(), "file:secret.png"):
        drawing = f'{SVG}><image href="{address}" width="9" height="9"/></svg>'.encode()
        assert not is_readable(drawing)
        with pytest.raises(ValueError, match="linked image"):
            png(drawing)


def entities(here: Here) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    _refused(here, "svg", f'<!DOCTYPE svg [<!ENTITY l0 "lol">{laughs}]>{SVG}><text>&l9;</text></svg>'.encode(), "M008")
    outside = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    _refused(here, "svg", f"{outside}{SVG}><text>&x;</text></svg>".encode(), "M008")


def web_page_in_a_drawing(here: Here) -> None:
    page = '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'
    _refused(here, "svg", f"{SVG}>{page}</svg>".encode(), "M008")


def drawn_again_and_again(here: Here) -> None:
    levels = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, 12))
    _refused(here, "svg", f'{SVG}><path id="g0" d="M0 0h9"/>{levels}</svg>'.encode(), "M008")
    _refused(here, "svg", f'{SVG}><g id="a"><use href="#a"/></g></svg>'.encode(), "M008")
    deep = f"{SVG}>{'<g>' * 5000}{'</g>' * 5000}</svg>".encode()
    here.set(SHOWN.replace("EXT", "svg") + "quizzes:\n  - {id: p, title: P, sections: [{pick: all}]}\n", a__svg=deep)
    assert here.run("build", "tides").exit_code in (0, 1)


def cut_off(here: Here) -> None:
    quiz = "quizzes:\n  - {id: p, title: P, sections: [{pick: all}]}\n"
    for ending, data in (
        ("png", picture()[:60]),
        ("jpg", b"\xff\xd8\xff\xe0"),
        ("gif", b"GIF89a\1\0\1\0"),
        ("webp", b"RIFF\0\0\0\0WEBP"),
    ):
        here.set(
            SHOWN.replace("EXT", ending).replace("flashcard, front", "short_answer, stem").replace("back", "answer")
            + quiz,
            **{f"a__{ending}": data},
        )
        assert "X003" in here.run("build", "tides").output
        assert not list(here.folder.rglob("*.pdf"))
        Path(f"tides/a.{ending}").unlink()
    _refused(here, "svg", SVG.encode(), "M008")


def other_than_it_says(here: Here) -> None:
    for ending, data in (("png", b"MZ\x90\0"), ("png", b"<script>"), ("jpg", picture()), ("mp3", b"#!/bin/sh")):
        _refused(here, ending, data, "M004")
    _refused(here, "svg", b"<!doctype html><html><body>x</body></html>", "M008")
    _refused(here, "html", b"<script>", "M004")


def photograph_with_loops(here: Here) -> None:
    """Exif data whose directories name each other."""
    loop = b"Exif\0\0II*\0\x08\0\0\0" + b"\1\0" + struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<I", 8)
    data = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(loop) + 2) + loop + b"\xff\xd9"
    here.set(SHOWN.replace("EXT", "jpg"), a__jpg=data)
    assert here.check() == []


PICTURES = (
    Attack("a PNG, GIF, JPEG or WebP of a few bytes and billions of pixels", "refused (M007), by its first bytes", bombs),
    Attack("a drawing a million kilometres high", "drawn no larger than there is room for", tower),
    Attack("a picture of 101 MB", "refused (M007)", huge_file),
    Attack("an SVG with scripts, in elements, attributes and animations", "refused (M008)", scripts),
    Attack("an SVG that fetches pictures, style sheets or fonts", "refused (M008)", fetched),
    Attack("the same, in Typst's own hands", "not drawn: its root holds no pictures", linked_past_the_check),
    Attack("an SVG with entities, of its own or of `/etc/passwd`", "refused (M008)", entities),
    Attack("an SVG with a web page in it", "refused (M008)", web_page_in_a_drawing),
    Attack("an SVG that draws itself 10¹¹ times, or in itself", "refused (M008)", drawn_again_and_again),
    Attack("pictures that are cut off", "refused (X003, M008); no paper is printed", cut_off),
    Attack("a program, or a web page, called a.png or a.svg", "refused (M004, M008)", other_than_it_says),
    Attack("a photograph whose Exif data lead in a circle", "read once", photograph_with_loops),
)  # fmt: skip
