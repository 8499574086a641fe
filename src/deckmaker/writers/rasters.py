"""Pictures as PNGs, for formats that take nothing else, and with parts covered so that nobody can look below.

Drawn by Typst, which reads PNG, JPEG, GIF, WebP and SVG alike and gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from pathlib import Path

import typst

from deckmaker.writers.pictures import packed

PPI = 200.0
"""Dots per inch: enough for print."""
_WIDEST, _TALLEST = "16cm", "60cm"
_FONT, _PACKAGE = "Atkinson Hyperlegible", "fontpkg_atkinson_hyperlegible"
_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#let shown = image(bytes(json(bytes(sys.inputs.picture))))
#let printed = image(bytes(json(bytes(sys.inputs.printed))))
#let covers = json(bytes(sys.inputs.covers))
#let size = float(sys.inputs.size) * 1pt
#context {
  let natural = measure(printed)
  let factor = calc.min(1, %s / natural.width, %s / natural.height)
  let (width, height) = (natural.width * factor, natural.height * factor)
  block(width: width, height: height, {
    set image(width: width)
    place(shown)
    for (index, (left, top, wide, high)) in covers.enumerate() {
      place(dx: left * width, dy: top * height, rect(
        width: wide * width, height: high * height, fill: white, stroke: 0.8pt, inset: 0pt,
        if size > 0pt { align(center + horizon, text(font: "%s", weight: "bold", size: size, str(index + 1))) },
      ))
    }
  })
}""" % (_WIDEST.encode(), _TALLEST.encode(), _FONT.encode())

Cover = tuple[float, float, float, float]
"""Left, top, width, height in fractions of the picture's."""


@lru_cache(maxsize=64)
def png(picture: bytes, covers: tuple[Cover, ...] = (), size: float = 0) -> bytes:
    """The picture as a PNG, as large as in print, at most 16 by 60 cm, white boxes over what is covered.

    size: in points, of a number in each box; 0 for none. Raises ValueError for what Typst cannot read.
    """
    inputs = {
        "picture": json.dumps(list(picture)),
        "printed": json.dumps(packed(picture)),
        "covers": json.dumps(covers),
        "size": f"{size:.2f}",
    }
    try:
        made = _compiler().compile(_PAGE, format="png", ppi=PPI, sys_inputs=inputs)
    except typst.TypstError as error:
        raise ValueError(error.message) from error
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    # Of a drawing that links to files, Typst would show those below its root: there are none.
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(resources.files(_PACKAGE) / "files")])
    return typst.Compiler(root=Path(__file__).parent, font_paths=fonts)
