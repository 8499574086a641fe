"""Who sits a quiz: names, which stay apart from papers and out of version control."""

from __future__ import annotations

from msgspec import Struct

from deckmaker.source import Span


class Student(Struct, frozen=True):
    """A row of a roster.

    number: of the row, from 1.
    name: as written; group: the class, may be "".
    seat: a number, None where the roster has none.
    version: which version it asks for, "" for any.
    span: the row.
    """

    number: int
    name: str
    group: str
    seat: int | None
    version: str
    span: Span


class Seat(Struct, frozen=True):
    """Who gets what.

    student: who; version: the name of a version of the paper.
    """

    student: Student
    version: str
