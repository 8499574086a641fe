"""A paper for each student, with the name on it, and a list of who has what."""

from __future__ import annotations

import csv
import io
from collections.abc import MutableMapping, Sequence

from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.papers import Paper
from deckmaker.model.rosters import Seat
from deckmaker.writers.print.engine import PaperError
from deckmaker.writers.print.failures import explained, not_in_fonts, unreadable
from deckmaker.writers.print.press import Press
from deckmaker.writers.sheets.sheets import sheets

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet run a cell (OWASP, CSV injection)."""


def write_named(
    paper: Paper, seats: Sequence[Seat], font_paths: tuple[str, ...], files: MutableMapping[str, bytes]
) -> list[Diagnostic]:
    """Put `<quiz>-01-A.pdf` … in the roster's order and `<quiz>-roster.csv` among the files; no other has names.

    A name that no font has gets no paper, and its row is told.
    """
    made = [(sheet, said) for sheet, said in sheets(paper) if sheet.version]
    copies = {sheet.version: sheet for sheet, _ in made}
    problems = [problem for sheet, said in made for problem in (*said, *unreadable(paper, sheet))]
    if problems:
        return list(dict.fromkeys(problems))
    press = Press(paper, font_paths)
    for copy in copies.values():  # all but the names
        press.printed(copy)
    if press.problems:
        return list(dict.fromkeys(press.problems))
    digits = len(str(max(seat.student.number for seat in seats)))
    rows = []
    codes = {version.name: version.code for version in paper.versions}
    for seat in seats:
        student, copy = seat.student, copies[seat.version]
        name = f"{paper.id}-{student.number:0{max(digits, 2)}d}-{seat.version}.pdf"
        data = {**copy.data, "student": student.name, "group": student.group}
        try:
            files[name] = press.tried(replace(copy, name=name, data=data))
        except PaperError as error:
            if not error.missing:
                return list(explained(paper, copy, error))
            name = ""
            problems.append(not_in_fonts(student, f"{paper.id}-{seat.version}.pdf", error.missing))
        rows.append((str(student.number), student.name, student.group, seat.version, codes[seat.version], name))
    files[f"{paper.id}-roster.csv"] = _table([("number", "name", "class", "version", "code", "file"), *rows])
    return problems


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    """With a byte-order mark, without which Excel takes UTF-8 for something else; no cell is a formula."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([list(map(_safe, row)) for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell
