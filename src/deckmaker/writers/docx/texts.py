"""Nodes of `sheets.inline` → paragraphs and runs. Words are runs all the way: never markup, never fields."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from deckmaker.writers.docx.letters import clean
from deckmaker.writers.docx.omml import formula
from deckmaker.writers.rasters import PPI, png

Node = Sequence[Any]
BLANK = "_" * 18
"""A blank to fill in: what a teacher would type."""
_PRINTED = 72 / PPI
"""A picture's size over the one that Word takes it for, which reads dots as points."""


@dataclass(frozen=True)
class Room:
    """What there is room for, in cm.

    width, indent: of a line of a question's text, and how far it stands in.
    tallest: how high a picture gets.
    em: the width of an em.
    lines: how many lines of plain words a page holds.
    """

    width: float
    indent: float
    tallest: float
    em: float
    lines: float


@dataclass(frozen=True)
class Page:
    """What texts are set on.

    document: the file.
    pictures: bytes by path.
    words: the language's.
    room: for what is set.
    cell: where paragraphs go that do not go to the end of the file.
    """

    document: Document
    pictures: Mapping[str, bytes]
    words: Mapping[str, str]
    room: Room
    cell: _Cell | None = None

    def blocks(self, nodes: Sequence[Node], style: str, first: Paragraph | None = None) -> Paragraph | None:
        """The text's blocks as paragraphs of a style; a first block that is no list goes on in `first` where given.

        Returns the paragraph that ends on the last words, None where none does.
        """
        last = None if nodes else first
        for place, node in enumerate(nodes):
            kind = node[0]
            if kind == "list":
                last = self._list(node[1], node[2], style)
                continue
            paragraph = first if first is not None and place == 0 else self.paragraph(style)
            if kind == "picture":
                self.picture(self.pictures[node[1]], node[2], paragraph, self.room.width)
                continue
            last = paragraph
            if kind == "par":
                self.inlines(node[1], last)
            elif kind == "code":
                self._code(node[1], last)
            else:
                last._p.append(formula(node[2]))
        return last

    def paragraph(self, style: str) -> Paragraph:
        """A new paragraph at the end."""
        made = (self.cell or self.document).add_paragraph()
        made.style = style
        return made

    def inlines(self, nodes: Sequence[Any], paragraph: Paragraph, bold: bool = False, italic: bool = False) -> None:
        """Runs for the nodes."""
        for node in nodes:
            if isinstance(node, str):
                run(paragraph, node, bold, italic)
            else:
                _INLINES[node[0]](self, paragraph, bold, italic, *node[1:])

    def _list(self, start: int | None, items: Sequence[Sequence[Node]], style: str) -> Paragraph | None:
        last = None
        for number, item in enumerate(items, start or 0):
            paragraph = self.paragraph(style)
            run(paragraph, "•\u2002" if start is None else f"{number}.\u2002")
            last = self.blocks(item, style, paragraph)
        return last

    def _code(self, words: str, paragraph: Paragraph) -> None:
        for line in words.split("\n"):
            if paragraph.runs:
                paragraph.runs[-1].add_break()
            run(paragraph, line).font.name = "Courier New"

    def picture(self, data: bytes, alt: str, paragraph: Paragraph, width: float, tallest: float = 0) -> None:
        """A picture as large as in print where there is room for it, and its words for those who cannot see it."""
        shape = paragraph.add_run().add_picture(io.BytesIO(png(data)))
        factor = scale(shape.width, shape.height, width, tallest or self.room.tallest)
        shape.width, shape.height = Length(int(shape.width * factor)), Length(int(shape.height * factor))
        for side in ("distL", "distR"):
            shape._inline.set(side, "0")
        shape._inline.docPr.set("descr", clean(alt or self.words["picture"]))
        shape._inline.docPr.set("name", self.words["picture"])


def scale(width: int, height: int, widest: float, tallest: float) -> float:
    """By how much Word's own size of a picture is multiplied to be that of print, or what there is room for in cm."""
    return min(_PRINTED, Cm(widest) / width, Cm(tallest) / height)


def run(paragraph: Paragraph, words: str, bold: bool = False, italic: bool = False) -> Any:
    """A run of words."""
    made = paragraph.add_run(clean(words))
    made.bold, made.italic = bold or None, italic or None
    made.font.cs_bold, made.font.cs_italic = bold or None, italic or None
    return made


def _emph(page: Page, at: Paragraph, bold: bool, italic: bool, inner: Sequence[Any]) -> None:
    page.inlines(inner, at, bold, True)


def _strong(page: Page, at: Paragraph, bold: bool, italic: bool, inner: Sequence[Any]) -> None:
    page.inlines(inner, at, True, italic)


def _code(page: Page, at: Paragraph, bold: bool, italic: bool, words: str) -> None:
    run(at, words, bold, italic).font.name = "Courier New"


def _link(page: Page, at: Paragraph, bold: bool, italic: bool, url: str, inner: Sequence[Any]) -> None:
    """As on paper: the words, and the address behind them."""
    page.inlines(inner, at, bold, italic)
    if list(inner) != [url]:
        run(at, f" ({url})", bold, italic)


def _image(page: Page, at: Paragraph, bold: bool, italic: bool, path: str, alt: str) -> None:
    page.picture(page.pictures[path], alt, at, page.room.width, 0.6)


def _math(page: Page, at: Paragraph, bold: bool, italic: bool, tex: str, node: Node) -> None:
    at._p.append(formula(node))


def _break(page: Page, at: Paragraph, bold: bool, italic: bool) -> None:
    at.add_run().add_break()


def _small(page: Page, at: Paragraph, bold: bool, italic: bool, words: str) -> None:
    run(at, words, bold, italic)


def _gap(page: Page, at: Paragraph, bold: bool, italic: bool, number: int, hint: str) -> None:
    run(at, (f"({number})\u00a0" if number else "") + BLANK + (f" ({hint})" if hint else ""))


_INLINES: Mapping[str, Callable[..., None]] = {
    "emph": _emph, "strong": _strong, "code": _code, "link": _link, "image": _image, "math": _math, "break": _break,
    "gap": _gap, "small": _small, "whole": _small,
}  # fmt: skip


def field(paragraph: Paragraph, name: str) -> None:
    """A field that Word fills in: PAGE, NUMPAGES."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), name)
    simple.append(OxmlElement("w:r"))
    simple[0].append(OxmlElement("w:t"))
    simple[0][0].text = "1"
    paragraph._p.append(simple)
