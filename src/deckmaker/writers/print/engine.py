"""Typst: the one place that imports it. One compiler and one set of fonts for a run."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import typst

from deckmaker.writers.print.pictures import Picture, unpacked

_SHIPPED = {
    "Atkinson Hyperlegible": "fontpkg_atkinson_hyperlegible",
    "Source Sans 3": "fontpkg_source_sans_3",
}
"""Families and the packages they come in, in the order they are tried. The first was drawn for readers with low vision
(I, l and 1 differ), the second has Greek, Cyrillic and Vietnamese; both under the SIL Open Font License. Typst's own
fonts come last: Hebrew, Arabic, Devanagari, signs."""
_PIECES = ("settings", "math", "text", "forms", "paper", "key", "main")
_PICTURE = b"#image(bytes(json(bytes(sys.inputs.picture))))"
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
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


def pdf(data: Mapping[str, Any], pictures: Mapping[str, Picture], font_paths: tuple[str, ...]) -> bytes:
    """The PDF of a paper or key as tagged PDF/UA-1; the same bytes for the same data, anywhere. Raises PaperError.

    pictures: by path.
    """
    compiler, families = _compiler(font_paths)
    inputs = {"data": json.dumps({**data, "fonts": families}), "pictures": json.dumps(pictures)}
    try:
        made, warnings = compiler.compile_with_warnings(
            _template(), format="pdf", pdf_standards="ua-1", timestamp=0, sys_inputs=inputs
        )
    except typst.TypstError as error:
        missing = [_unescaped(text) for text in _MISSING.findall(error.diagnostic)]
        raise PaperError(error.message, tuple(dict.fromkeys(missing))) from error
    if warnings:
        # Typst warns where it leaves something out.
        raise PaperError(warnings[0].message)
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=64)
def is_readable(picture: bytes) -> bool:
    """Whether Typst can show a picture; inside a paper it would leave out some of those that it cannot."""
    compiler, _ = _compiler(())
    try:
        compiler.compile(_PICTURE, format="pdf", sys_inputs={"picture": json.dumps(unpacked(picture))})
    except typst.TypstError:
        return False
    return True


@lru_cache(maxsize=2)
def _compiler(font_paths: tuple[str, ...]) -> tuple[typst.Compiler, list[str]]:
    """A compiler that knows our fonts, Typst's own and those in the given folders, and the order to try them in."""
    shipped = [str(resources.files(package) / "files") for package in _SHIPPED.values()]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[*shipped, *font_paths])
    embedded = set(typst.Fonts(include_system_fonts=False).families())
    further = sorted(set(fonts.families()) - embedded - set(_SHIPPED))
    return typst.Compiler(font_paths=fonts), [*_SHIPPED, *further]


@cache
def _template() -> bytes:
    folder = resources.files("deckmaker.writers.print") / "template"
    return b"\n".join((folder / f"{piece}.typ").read_bytes() for piece in _PIECES)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _NAMED.get(match[2], match[2]), text)
