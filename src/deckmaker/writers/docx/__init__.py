"""Papers → Word files that a teacher can edit: real styles, real numbering, no text boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper
from deckmaker.writers.docx.pack import packed
from deckmaker.writers.docx.papers import word_file
from deckmaker.writers.rasters import png
from deckmaker.writers.sheets.sheets import Sheet, sheets

__all__ = ["DocxOptions", "write"]

_KINDS = ("paper", "key")


class DocxOptions(Struct, frozen=True):
    """What to make.

    papers: as planned, or as issued.
    """

    papers: tuple[Paper, ...]


def write(document: Document, options: DocxOptions) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """For each paper `<quiz>-A.docx` … and `<quiz>-A-key.docx` …, from the sheets that the PDFs are made from."""
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for paper in options.papers:
        said = list(_unreadable(paper))
        made: dict[str, bytes] = {}
        for sheet, faults in sheets(paper):
            said += faults
            if not said and sheet.data["kind"] in _KINDS:
                made[_name(sheet)] = packed(word_file(paper, sheet))
        problems += dict.fromkeys(said)
        files |= {} if said else made
    return files, problems


def _unreadable(paper: Paper) -> Iterator[Diagnostic]:
    for path, data in paper.media.items():
        try:
            png(data)
        except ValueError:
            hint = "see that other programs open it, or save it anew"
            yield diagnose("X003", paper.span, f'the picture "{path}" cannot be read', hint=hint)


def _name(sheet: Sheet) -> str:
    return sheet.name.removesuffix(".pdf") + ".docx"
