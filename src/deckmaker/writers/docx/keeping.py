"""What of a question stays together: all of it where a page holds it, never two questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_ENDS = 3
"""So many paragraphs, at the beginning and at the end, stay together of what is longer than a page."""


def keep(parts: Sequence[Any], whole: bool) -> None:
    """Tie a question's paragraphs and tables to one another, the last to nothing; its two ends alone if not `whole`."""
    for place, part in enumerate(parts, 1):
        edge = place <= _ENDS or place > len(parts) - _ENDS
        tied = place < len(parts) and (whole or edge)
        for paragraph in part.iter(qn("w:p")):
            paragraph.get_or_add_pPr().get_or_add_keepNext().val = tied
        for row in part.iter(qn("w:tr")) if whole else ():
            row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
