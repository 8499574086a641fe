"""Flashcards → one PDF of sheets to print on both sides and cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper
from deckmaker.writers.print.engine import Made, PaperError, made
from deckmaker.writers.print.failures import explained, unreadable
from deckmaker.writers.print.press import pictures_of
from deckmaker.writers.sheets.cards import FLASHCARDS, GRIDS, cards_data
from deckmaker.writers.sheets.inline import Inliner
from deckmaker.writers.sheets.sheets import Sheet

__all__ = ["FlashcardOptions", "write"]


class FlashcardOptions(Struct, frozen=True):
    """What to print.

    paper: all cards as the one version of a paper, None where there are none.
    flip: the edge over which a printer turns the sheet, "long" or "short".
    font_paths: folders of further fonts.
    """

    paper: Paper | None
    flip: str = "long"
    font_paths: tuple[str, ...] = ()


def write(document: Document, options: FlashcardOptions) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """`flashcards.pdf`: eight cards on a sheet, fewer and larger ones where a card would not hold its text."""
    if options.paper is None:
        return {}, []
    problems: list[Diagnostic] = []
    for count in GRIDS:
        inliner = Inliner(options.paper.span)
        data = cards_data(options.paper, options.flip, count, inliner)
        sheet = Sheet(FLASHCARDS, data, tuple(sorted(inliner.pictures)), covered=inliner.covered)
        problems = [*inliner.problems, *unreadable(options.paper, sheet)]
        if problems:
            return {}, problems
        try:
            done = made(data, pictures_of(options.paper, sheet), options.font_paths, ("overflow",))
        except PaperError as error:
            return {}, list(explained(options.paper, sheet, error))
        problems = list(_too_long(options.paper, done))
        if not problems:
            return {FLASHCARDS: done.pdf}, []
    return {}, problems


def _too_long(paper: Paper, done: Made) -> Iterator[Diagnostic]:
    questions = {question.id: question for question in paper.questions}
    for id in dict.fromkeys(done.marks["overflow"]):
        hint = "make it shorter, or leave anki out of its `where`: then it is no card"
        yield diagnose("X001", questions[id].span, f'"{id}" is too long for a flashcard', hint=hint)
