"""Papers → PDFs that a teacher can hand out, their key, and a manifest that describes them."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper
from deckmaker.writers.print.engine import PaperError, pdf
from deckmaker.writers.print.failures import explained, unreadable
from deckmaker.writers.print.manifest import manifest
from deckmaker.writers.print.options import PrintOptions
from deckmaker.writers.print.pictures import packed
from deckmaker.writers.print.sheets import sheets

__all__ = ["PrintOptions", "write"]


def write(document: Document, options: PrintOptions) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """For each paper `<quiz>-A.pdf` …, `<quiz>-key.pdf` with all versions, and `<quiz>.manifest.json`.

    A paper with an error is left out whole: a key must never lie beside papers that it does not fit.
    """
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for paper in options.papers:
        made, said = _paper(document, paper, options.font_paths)
        problems += said
        if not any(problem.is_error for problem in said):
            files |= {**made, f"{paper.quiz.id}.manifest.json": manifest(document, paper, made)}
    return files, problems


def _paper(document: Document, paper: Paper, font_paths: tuple[str, ...]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    made, problems = sheets(document, paper)
    problems += dict.fromkeys(problem for sheet in made for problem in unreadable(document, paper, sheet))
    if problems:
        return {}, problems
    files: dict[str, bytes] = {}
    for sheet in made:
        pictures = {path: packed(document.set.media[path]) for path in sheet.pictures}
        try:
            files[sheet.name] = pdf(sheet.data, pictures, font_paths)
        except PaperError as error:
            problems += explained(paper, sheet, error)
    return files, list(dict.fromkeys(problems))
