"""A class list, as spreadsheets and learning platforms save it → students. Nothing of it is ever a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.rosters import Student
from deckmaker.readers.decode import decode
from deckmaker.source import SourceFile, Span

MOST_BYTES, MOST_ROWS, MOST_LETTERS = 2_000_000, 2_000, 100
"""Of a file; of students; of a name."""
_TITLES = {
    "name": (
        "name", "student", "student name", "full name", "nom", "nombre", "nome", "schüler", "schülerin", "الاسم", "نام",
        "שם",
    ),
    "first": ("first name", "firstname", "given name", "vorname", "prénom"),
    "last": ("last name", "lastname", "surname", "family name", "nachname"),
    "class": ("class", "group", "section", "klasse", "classe", "clase", "turma"),
    "seat": ("seat", "number", "no", "no.", "nr", "nr.", "platz"),
    "version": ("version", "paper", "fassung", "versión", "versão"),
}  # fmt: skip
"""What columns may be called, in small letters."""


def read_roster(name: str, data: bytes) -> tuple[tuple[Student, ...], list[Diagnostic]]:
    """The students, in their order, and what is wrong with the list; none where it cannot be read.

    The first line names the columns: a name, or a first and a last name; class, seat and version may follow. A list
    without such a line is one of names alone.
    """
    if len(data) > MOST_BYTES:
        return (), [_broken(SourceFile(name, "").span(0), f"the list is larger than {MOST_BYTES // 1_000_000} MB")]
    file, problems = decode(name, data)
    problems = [problem for problem in problems if problem.is_error]
    if file is None:
        return (), problems
    try:
        rows = list(_rows(file))
    except csv.Error as error:
        return (), [_broken(file.span(0), f"the table in it is broken: {error}")]
    students = list(_students(rows))
    if len(students) > MOST_ROWS:
        return (), [_broken(file.span(0), f"the list has more than {MOST_ROWS} names")]
    if not students:
        return (), [_broken(file.span(0), "there is no name in this list")]
    problems += _faults(students)
    return tuple(students), problems


_Row = tuple[list[str], Span]


def _rows(file: SourceFile) -> Iterator[_Row]:
    """Rows that are not empty, each with the place of its first line."""
    lines = re.split("\r\n|[\r\n]", file.text)
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=_delimiter(lines), strict=True)
    before = 0
    for cells in reader:
        found = [_clean(cell) for cell in cells]
        if any(found):
            start = sum(len(line) + 1 for line in lines[:before])
            yield found, file.span(min(start, len(file.text)), min(start + len(lines[before]), len(file.text)))
        before = reader.line_num


def _delimiter(lines: Sequence[str]) -> str:
    first = next((line for line in lines if line.strip()), "")
    return max(",;\t", key=first.count)


def _clean(cell: str) -> str:
    """Without control characters and marks that turn text round; spaces single."""
    visible = "".join(" " if char.isspace() else char for char in cell if _is_kept(char))
    return re.sub(" +", " ", visible).strip()


def _is_kept(char: str) -> bool:
    # U+200C and U+200D shape letters of names in Persian and Indian scripts.
    return char.isspace() or char in "\u200c\u200d" or unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs", "Cn")


def _students(rows: Sequence[_Row]) -> Iterator[Student]:
    titles = _titles(rows[0][0]) if rows else {}
    for number, (cells, span) in enumerate(rows[1:] if titles else rows, 1):
        found = {title: cells[at] for title, at in titles.items() if at < len(cells)} or {"name": cells[0]}
        name = found.get("name") or f"{found.get('first', '')} {found.get('last', '')}".strip()
        if name:
            seat = found.get("seat", "")
            yield Student(
                number, name, found.get("class", ""), int(seat) if seat.isdecimal() and len(seat) < 7 else None,
                found.get("version", "").upper(), span,
            )  # fmt: skip


def _titles(cells: Iterable[str]) -> dict[str, int]:
    """Where each column is, {} where the first row names none."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        for title, names in _TITLES.items():
            if cell.casefold() in names:
                found.setdefault(title, at)
    return found if {"name", "first", "last"} & found.keys() else {}


def _faults(students: Sequence[Student]) -> Iterator[Diagnostic]:
    first: dict[str, Student] = {}
    for student in students:
        if len(student.name) > MOST_LETTERS:
            yield _broken(student.span, f"a name has more than {MOST_LETTERS} letters")
        key = unicodedata.normalize("NFKC", f"{student.name}\0{student.group}").casefold()
        other = first.setdefault(key, student)
        if other is not student:
            message = f'two rows of the list have the name "{student.name}"'
            hint = "tell them apart, by a second name or the class; both get a paper"
            yield diagnose("B002", student.span, message, hint=hint, labels=(Label(other.span, "the other"),))


def _broken(span: Span, message: str) -> Diagnostic:
    hint = "save the list as CSV in UTF-8, a line of titles first\nname,class,seat"
    return diagnose("B001", span, message, hint=hint)
