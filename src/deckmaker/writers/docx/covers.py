"""Pictures of which parts are hidden, a number over each: drawn into them, since Word would move what lies above."""

from __future__ import annotations

from docx.image.image import Image
from docx.shared import Pt

from deckmaker.writers.docx.texts import Room, scale
from deckmaker.writers.rasters import PPI, Cover, png

_POINTS = 72 / 2.54
"""In a cm."""


def numbered(picture: bytes, covers: tuple[Cover, ...], room: Room) -> bytes:
    """The picture, its numbers as large as the words around it once it is set there."""
    bare = png(picture, covers)
    drawn, shown = Image.from_blob(bare), Image.from_blob(png(bare))
    wide = shown.width * scale(shown.width, shown.height, room.width, room.tallest)
    return png(picture, covers, room.em * _POINTS * Pt(drawn.px_width * 72 / PPI) / wide)
