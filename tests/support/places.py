"""Where words stand on the pages of a PDF, and how large."""

from __future__ import annotations

from ctypes import c_double, c_int, create_string_buffer

from msgspec import Struct
from pypdfium2 import PdfPage, PdfTextPage, raw


class Word(Struct, frozen=True):
    """A word, or what was set in one piece; its edges in points from the page's left lower corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Letter(Struct, frozen=True):
    """A letter, its size in points, its typeface and where its line stands."""

    text: str
    size: float
    font: str
    left: float
    base: float


def words_on(page: PdfPage) -> list[Word]:
    """The words on a page in the order in which they were set."""
    text = page.get_textpage()
    places = [text.get_rect(index) for index in range(text.count_rects())]
    return [Word(text.get_text_bounded(*place).strip(), *place) for place in places]


def letters_on(page: PdfPage) -> list[Letter]:
    """The letters on a page, spaces left out, in the order in which they were set."""
    text = page.get_textpage()
    letters = [(index, text.get_text_range(index, 1)) for index in range(text.count_chars())]
    return [_letter(text, index, letter) for index, letter in letters if letter.strip()]


def _letter(text: PdfTextPage, index: int, letter: str) -> Letter:
    """A letter; its size is with the scale of what it stands in."""
    matrix, left, base = raw.FS_MATRIX(), c_double(), c_double()
    raw.FPDFText_GetMatrix(text, index, matrix)
    raw.FPDFText_GetCharOrigin(text, index, left, base)
    size = round(raw.FPDFText_GetFontSize(text, index) * abs(matrix.d), 1)
    name, flags = create_string_buffer(200), c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 200, flags)
    return Letter(letter, size, name.value.decode().partition("+")[2], left.value, base.value)
