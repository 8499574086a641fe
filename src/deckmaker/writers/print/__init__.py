"""Papers → PDFs that a teacher can hand out, their key, and what a teacher marks and plans by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper
from deckmaker.writers.print.engine import PaperError, made
from deckmaker.writers.print.failures import failed, unreadable
from deckmaker.writers.print.options import PrintOptions
from deckmaker.writers.print.press import Press
from deckmaker.writers.sheets.manifest import manifest, strips_name
from deckmaker.writers.sheets.sheets import Sheet, sheets
from deckmaker.writers.sheets.sources import READING_SHEET, SOURCE_MAP, reading_sheet_data, source_map_data
from deckmaker.writers.sheets.strips import Place, strips_data

__all__ = ["PrintOptions", "write"]


def write(document: Document, options: PrintOptions) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """For each paper `<quiz>-A.pdf` …, its keys, strips and overview, and `<quiz>.manifest.json`.

    Made of the papers alone: what was issued is printed as it was issued. A paper with an error is left out whole: a
    key must never lie beside papers that it does not fit.
    """
    files = options.kept()
    problems: list[Diagnostic] = []
    for paper in options.papers:
        names, said = _paper(paper, options.font_paths, files)
        problems += said
        if any(problem.is_error for problem in said):
            for name in names:
                del files[name]
        else:
            files[f"{paper.id}.manifest.json"] = manifest(paper, ((name, files[name]) for name in names))
    if options.papers:
        pdfs, said = _of_the_set(document, options.font_paths)
        problems += said
        for name, pdf in pdfs.items():
            files[name] = pdf
    return files, problems


def _of_the_set(document: Document, font_paths: tuple[str, ...]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """What is about the article and its sources and no quiz; nothing for a set without them."""
    data = {SOURCE_MAP: source_map_data(document)} if document.set.claims else {}
    data |= {READING_SHEET: reading_sheet_data(document)} if document.set.articles else {}
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for name, sheet in data.items():
        try:
            files[name] = made(sheet, {}, font_paths).pdf
        except PaperError as error:
            problems.append(failed(name, document.set.span, error))
    return files, problems


def _paper(
    paper: Paper, font_paths: tuple[str, ...], files: MutableMapping[str, bytes]
) -> tuple[list[str], list[Diagnostic]]:
    """The names of what was put among the files."""
    press = Press(paper, font_paths)
    names = []
    for sheet, said in _with_strips(paper, press):
        press.problems += [*said, *unreadable(paper, sheet)]
        if not press.problems:
            files[sheet.name] = press.printed(sheet)
            names.append(sheet.name)
    return names, list(dict.fromkeys(press.problems))


def _with_strips(paper: Paper, press: Press) -> Iterator[tuple[Sheet, list[Diagnostic]]]:
    yield from sheets(paper)
    if not press.problems:
        yield _strips(paper, press.places), []


def _strips(paper: Paper, places: Mapping[str, list[Place]]) -> Sheet:
    return Sheet(strips_name(paper), strips_data(paper, places), ())
