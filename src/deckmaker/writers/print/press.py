"""Sheets → PDFs, one small document at a time; what was seen on the way: where questions stand, what failed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.papers import Paper
from deckmaker.writers.pictures import Picture, packed
from deckmaker.writers.print.engine import Made, PaperError, made
from deckmaker.writers.print.failures import explained
from deckmaker.writers.rasters import png
from deckmaker.writers.sheets.sheets import Sheet
from deckmaker.writers.sheets.strips import Place

_NEARLY_EMPTY = 0.09
"""A last page that holds less than this share of a page, for each page before it, can be saved by standing closer."""
_POINTS_HIGH = {"a4": 841.89, "us-letter": 792.0}


class Press:
    """Prints a paper's sheets, the first version's first: the others are set as that was.

    places: of the questions of each version, by its name, in the quiz's first profile.
    problems: what could not be printed, in the order of the sheets.
    """

    def __init__(self, paper: Paper, font_paths: tuple[str, ...]) -> None:
        self.places: dict[str, list[Place]] = {}
        self.problems: list[Diagnostic] = []
        self._tight: dict[str, bool] = {}
        self._paper = paper
        self._font_paths = font_paths

    def printed(self, sheet: Sheet) -> bytes:
        """The sheet's PDF; nothing where it failed."""
        try:
            return self.tried(sheet)
        except PaperError as error:
            self.problems += explained(self._paper, sheet, error)
            return b""

    def tried(self, sheet: Sheet) -> bytes:
        """The sheet's PDF. Raises PaperError."""
        done = self._set(sheet.data, pictures_of(self._paper, sheet))
        if sheet.version and "student" not in sheet.data:
            self.places[sheet.version] = _places(done)
        return done.pdf

    def _set(self, data: Mapping[str, Any], pictures: Mapping[str, Picture]) -> Made:
        """The document; set closer where the first version was, or where that saves a page."""
        tight = data["kind"] == "paper" and self._tight.get(data["profile"], False)
        marks = ("end", "questions") if data["kind"] == "paper" else ()
        done = made({**data, "tight": tight}, pictures, self._font_paths, marks)
        if tight or data["kind"] != "paper" or not _ends_on_little(done, data):
            self._tight.setdefault(data["profile"], tight)
            return done
        closer = made({**data, "tight": True}, pictures, self._font_paths, marks)
        saves = _last(closer)[0] < _last(done)[0]
        self._tight.setdefault(data["profile"], saves)
        return closer if saves else done


def pictures_of(paper: Paper, sheet: Sheet) -> dict[str, Picture]:
    """The sheet's pictures by the names that its data has for them."""
    pictures = {path: packed(paper.media[path]) for path in sheet.pictures}
    # What is hidden is gone from the file, not only out of sight.
    hidden = {name: packed(png(paper.media[path], regions)) for name, (path, regions) in sheet.covered.items()}
    return {**pictures, **hidden}


def _last(done: Made) -> tuple[int, float, float]:
    page, across, down = done.marks["end"][0]
    return page, across, down


def _ends_on_little(done: Made, data: Mapping[str, Any]) -> bool:
    page, _, down = _last(done)
    return page > 1 and down < _POINTS_HIGH[data["paper"]] * (0.08 + _NEARLY_EMPTY * (page - 1))


def _places(done: Made) -> list[Place]:
    """Columns are told apart by where questions begin across the page, in reading order."""
    (marks,) = done.marks["questions"]
    columns: dict[int, list[float]] = {}
    found = []
    for _, page, across, down in marks:
        starts = columns.setdefault(page, [])
        if across not in starts:
            starts.append(across)
        found.append(Place(page, starts.index(across), down))
    return found
