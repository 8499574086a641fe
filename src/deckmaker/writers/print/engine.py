"""Typst: the one place that imports it. One set of fonts for a run, one small document at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import typst

from deckmaker.writers.pictures import Picture, unpacked

_SHIPPED = {
    "Atkinson Hyperlegible": "fontpkg_atkinson_hyperlegible",
    "Source Sans 3": "fontpkg_source_sans_3",
    "IBM Plex Sans Arabic": "fontpkg_ibm_plex_sans_arabic",
    "Heebo": "fontpkg_heebo",
}
"""Families and the packages they come in, in the order they are tried. The first was drawn for readers with low vision
(I, l and 1 differ), the second has Greek, Cyrillic and Vietnamese, then come Arabic with Persian, and Hebrew; all under
the SIL Open Font License. Typst's own fonts come last: Devanagari, signs."""
_PICTURE = b"#image(bytes(json(bytes(sys.inputs.picture))))"
_MISSING = re.compile(
    r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed|contains the disallowed codepoint `"((?:[^"\\]|\\.)*)"`'
)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


class PaperError(Exception):
    """A paper that could not be set.

    message: Typst's own, first line.
    missing: what no font has a glyph for; empty when that is not the reason.
    """

    def __init__(self, message: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.missing = missing


@dataclass(frozen=True)
class Made:
    """A document that was set.

    pdf: tagged PDF/UA-1; the same bytes for the same data, anywhere.
    marks: what the template noted under each label that was asked for, in reading order.
    """

    pdf: bytes
    marks: Mapping[str, list[Any]]


def made(
    data: Mapping[str, Any], pictures: Mapping[str, Picture], font_paths: tuple[str, ...], marks: Iterable[str] = ()
) -> Made:
    """The document. Raises PaperError. pictures: by path; marks: labels of what is to be told of it."""
    _, families = _fonts(font_paths)
    inputs = {"data": json.dumps({**data, "fonts": families}), "pictures": json.dumps(pictures)}
    compiler = _compiler(font_paths)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards="ua-1", timestamp=0, sys_inputs=inputs
        )
        found = {label: json.loads(compiler.query(f"<{label}>", field="value", format="json")) for label in marks}
    except typst.TypstError as error:
        missing = [_unescaped(text or other) for text, other in _MISSING.findall(error.diagnostic)]
        raise PaperError(error.message, tuple(dict.fromkeys(missing))) from error
    finally:
        _forget()
    if warnings:
        # Typst warns where it leaves something out.
        raise PaperError(warnings[0].message)
    assert isinstance(pdf, bytes)
    return Made(pdf, found)


@lru_cache(maxsize=2)
def _compiler(font_paths: tuple[str, ...]) -> typst.Compiler:
    """One for all sheets: the template is read once."""
    folder = _template()
    return typst.Compiler(folder / "main.typ", root=folder, font_paths=_fonts(font_paths)[0])


def _forget() -> None:
    """Let Typst drop what it remembers of a document: it is of no use for the next one, and looked through for it.

    Typst keeps what one of the last ten documents had a use for; so these are empty, which takes microseconds. Without
    them, memory grows with every sheet, and each takes longer than the one before.
    """
    empty = _empty()
    for _ in range(_REMEMBERED):
        empty.compile(b"", format="svg")


_REMEMBERED = 11


@cache
def _empty() -> typst.Compiler:
    return typst.Compiler(root=_template(), font_paths=_fonts(())[0])


@lru_cache(maxsize=64)
def is_readable(picture: bytes) -> bool:
    """Whether Typst can show a picture; inside a paper it would leave out some of those that it cannot."""
    fonts, _ = _fonts(())
    try:
        inputs = {"picture": json.dumps(unpacked(picture))}
        typst.Compiler(root=_template(), font_paths=fonts).compile(_PICTURE, format="pdf", sys_inputs=inputs)
    except typst.TypstError:
        return False
    return True


@lru_cache(maxsize=2)
def _fonts(font_paths: tuple[str, ...]) -> tuple[typst.Fonts, list[str]]:
    """Our fonts, Typst's own and those in the given folders, and the order to try them in."""
    shipped = [str(resources.files(package) / "files") for package in _SHIPPED.values()]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[*shipped, *font_paths])
    embedded = set(typst.Fonts(include_system_fonts=False).families())
    further = sorted(set(fonts.families()) - embedded - set(_SHIPPED))
    return fonts, [*_SHIPPED, *further]


@cache
def _template() -> Path:
    """The folder of the template's files, unpacked for the rest of the run where the package is an archive."""
    return _UNPACKED.enter_context(resources.as_file(resources.files("deckmaker.writers.print") / "template"))


_UNPACKED = ExitStack()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _NAMED.get(match[2], match[2]), text)
