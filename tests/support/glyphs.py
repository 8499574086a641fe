"""Letters on printed pages, where they stand, and whether one lies on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True)
class Glyph:
    """A letter and its box, in points from the page's left lower corner."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float


def glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip():
            yield Glyph(letter, *text.get_charbox(index))


def overlaps(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, Glyph, Glyph]]:
    """Pairs of letters of which one hides much of the other, with their page."""
    for number, page in enumerate(document, 1):
        by_place: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)
        for glyph in glyphs(page):
            by_place[int(glyph.left // 20), int(glyph.bottom // 20)].append(glyph)
        for (column, row), here in list(by_place.items()):
            near = [glyph for x in (0, 1) for y in (-1, 0, 1) for glyph in by_place.get((column + x, row + y), [])]
            yield from (
                (number, one, other) for one in here for other in near if one is not other and shared(one, other) > 0.3
            )


def shared(one: Glyph, other: Glyph) -> float:
    """How much of the smaller box lies in the other; formulas' signs and accents may touch."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    if wide <= 0 or high <= 0 or not (one.letter.isalnum() and other.letter.isalnum()):
        return 0
    smaller = min((glyph.right - glyph.left) * (glyph.top - glyph.bottom) for glyph in (one, other))
    return wide * high / smaller if smaller > 0 else 0
