"""What went wrong in Typst, in words about the user's questions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.papers import Paper
from deckmaker.model.rosters import Student
from deckmaker.source import Span
from deckmaker.writers.print.engine import PaperError, is_readable
from deckmaker.writers.sheets.sheets import Sheet


def explained(paper: Paper, sheet: Sheet, error: PaperError) -> Iterator[Diagnostic]:
    """Characters without a glyph for each question that has them; anything else in Typst's own words."""
    yield from list(_missing(paper, sheet, error.missing)) or [failed(sheet.name, paper.span, error)]


def failed(name: str, span: Span, error: PaperError) -> Diagnostic:
    """A sheet that is about no single question: characters without a glyph, or Typst's own words."""
    if error.missing:
        return diagnose("X002", span, f"no font has {_spelt(error.missing)} of {name}", hint=_FONTS)
    message = f'"{name}" could not be made: {error.message}'
    return diagnose("X003", span, message, hint="please report this as a bug of deckmaker")


def not_in_fonts(student: Student, spare: str, missing: Iterable[str]) -> Diagnostic:
    """A name, or a class, that no font has, so that there is no paper with it; `spare` is the version without."""
    message = f'no font has {_spelt(missing)} of "{student.name}": there is no paper with this name'
    hint = f"give a font that has it with --fonts FOLDER, write it in other letters, or hand out {spare}"
    return diagnose("B004", student.span, message, hint=hint)


def unreadable(paper: Paper, sheet: Sheet) -> Iterator[Diagnostic]:
    """Pictures that no program could show, for each question that has them."""
    for path in (*sheet.pictures, *dict.fromkeys(path for path, _ in sheet.covered.values())):
        if is_readable(paper.media[path]):
            continue
        for place, name, words in _texts(paper, sheet):
            if _words(path)[:-1] in words:
                message = f'the picture "{path}" of {name} cannot be read'
                yield diagnose("X003", place, message, hint="see that other programs open it, or save it anew")


def _missing(paper: Paper, sheet: Sheet, missing: tuple[str, ...]) -> Iterator[Diagnostic]:
    for place, name, words in _texts(paper, sheet):
        if found := [text for text in missing if text in words]:
            yield diagnose("X002", place, f"no font has {_spelt(found)} of {name}", hint=_FONTS)


def _spelt(texts: Iterable[str]) -> str:
    return ", ".join(f'"{text}" ({" ".join(f"U+{ord(char):04X}" for char in text)})' for text in texts)


_FONTS = "give a font that has it with --fonts, write it in another way, or leave print out of the question's `where`"


def _texts(paper: Paper, sheet: Sheet) -> Iterator[tuple[Span, str, str]]:
    """The place, name and words of everything on the sheet: the questions', and all around them as one."""
    around = {name: value for name, value in sheet.data.items() if name not in _OF_QUESTIONS}
    sections = sheet.data.get("sections", [])
    around["titles"] = [(part["title"], part["instructions"], part["passage"]) for part in sections]
    yield paper.span, f'the titles and instructions of quiz "{paper.id}"', _words(around)
    questions = {question.id: question for question in paper.questions}
    parts = (*sections, *sheet.data.get("versions", []), sheet.data, {"items": sheet.data.get("cards", [])})
    for item in (item for part in parts for item in part.get("items", [])):
        if question := questions.pop(item["id"], None):
            yield question.span, f'question "{question.id}"', _words(item)


_OF_QUESTIONS = ("sections", "versions", "items", "cards", "grid")


def _words(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
