"""What went wrong in Typst, in words about the user's questions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper
from deckmaker.source import Span
from deckmaker.writers.print.engine import PaperError, is_readable
from deckmaker.writers.print.sheets import Sheet


def explained(paper: Paper, sheet: Sheet, error: PaperError) -> Iterator[Diagnostic]:
    """Characters without a glyph for each question that has them; anything else in Typst's own words."""
    said = list(_missing(paper, sheet, error.missing))
    if not said:
        message = f'"{sheet.name}" could not be made: {error.message}'
        said.append(diagnose("X003", paper.quiz.span, message, hint="please report this as a bug of deckmaker"))
    yield from said


def unreadable(document: Document, paper: Paper, sheet: Sheet) -> Iterator[Diagnostic]:
    """Pictures that no program could show, for each question that has them."""
    for path in sheet.pictures:
        if is_readable(document.set.media[path]):
            continue
        for place, name, words in _texts(paper, sheet):
            if _words(path) in words:
                message = f'the picture "{path}" of {name} cannot be read'
                yield diagnose("X003", place, message, hint="see that other programs open it, or save it anew")


def _missing(paper: Paper, sheet: Sheet, missing: tuple[str, ...]) -> Iterator[Diagnostic]:
    hint = "write it in another way, or leave print out of the question's `where`"
    for place, name, words in _texts(paper, sheet):
        if found := [text for text in missing if text in words]:
            shown = ", ".join(f'"{text}" ({" ".join(f"U+{ord(char):04X}" for char in text)})' for text in found)
            yield diagnose("X002", place, f"no font has {shown} of {name}", hint=hint)


def _texts(paper: Paper, sheet: Sheet) -> Iterator[tuple[Span, str, str]]:
    """The place, name and words of everything on the sheet: the questions', and all around them as one."""
    around = {name: value for name, value in sheet.data.items() if name not in ("sections", "versions")}
    sections = sheet.data.get("sections", [])
    around["titles"] = [(section["title"], section["instructions"]) for section in sections]
    yield paper.quiz.span, f'the titles and instructions of quiz "{paper.quiz.id}"', _words(around)
    questions = {item.question.id: item.question for item in paper.versions[0].items}
    items = [item for part in (*sections, *sheet.data.get("versions", [])[:1]) for item in part["items"]]
    for item in items:
        question = questions[item["id"]]
        yield question.span, f'question "{question.id}"', _words(item)


def _words(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
