"""What is matched: two columns side by side, or one below another where they would get too narrow for their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from deckmaker.writers.docx.styles import HANGING
from deckmaker.writers.docx.texts import Page, run

SHORT = "_" * 5
_LETTER, _FEW = 0.55, 8.0
"""The width of a letter, and of a line that holds a few words, in ems."""
_APART = 8.0
"""Points between what stands one below another."""

Entry = tuple[str, Sequence[Any]]
"""What stands before a text, and its nodes."""


def matching(page: Page, form: Mapping[str, Any]) -> None:
    """The texts to match, each behind a blank, and those to match them with, each behind its letter."""
    room = page.room
    left, right = (_needed(page, style, *of) for style, of in zip(HANGING, form["longest"], strict=True))
    sides = {"To Fill": [(SHORT, nodes) for nodes in form["left"]], "Lettered": form["right"]}
    if left + right > room.indent + room.width:
        for style, entries in sides.items():
            _column(page, style, entries).paragraph_format.space_before = Pt(_APART)
        return
    wide = max(left, min(room.indent + form["share"] * room.width, room.indent + room.width - right))
    _side_by_side(page, sides, (wide, room.indent + room.width - wide))


def hanging(page: Page, style: str, mark: str, nodes: Sequence[Any], bold: bool = False) -> Paragraph:
    """A text behind its mark; its further lines begin where its words do. Returns the paragraph of its first."""
    paragraph = page.paragraph(style)
    run(paragraph, mark, bold).add_tab()
    page.blocks(nodes, style, paragraph)
    return paragraph


def _needed(page: Page, style: str, word: str, whole: str) -> float:
    """The width in cm in which the longest word fits, and a few words unless all texts are shorter."""
    words = max(len(word) * _LETTER, min(len(whole) * _LETTER, _FEW))
    return page.room.indent + (HANGING[style] + words) * page.room.em


def _side_by_side(page: Page, sides: Mapping[str, Sequence[Entry]], widths: Sequence[float]) -> None:
    """The one table that a paper has; pictures and lists in a cell go where the words do."""
    table = page.document.add_table(1, 2)
    table.autofit = False
    for column, width, (style, entries) in zip(table.columns, widths, sides.items(), strict=True):
        cell = column.cells[0]
        column.width = cell.width = Cm(width)
        room = replace(page.room, width=width - page.room.indent - HANGING[style] * page.room.em)
        _column(replace(page, cell=cell, room=room), style, entries)
        # A cell comes with an empty paragraph.
        cell._tc.remove(cell.paragraphs[0]._p)


def _column(page: Page, style: str, entries: Sequence[Entry]) -> Paragraph:
    """The texts one below another; returns the first one's paragraph."""
    made = [hanging(page, style, mark, nodes, bold=True) for mark, nodes in entries]
    return made[0]
