"""Which student gets which version: by seat, so that neighbours differ, or by a hash of the name."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.identity import digest
from deckmaker.model.papers import Paper
from deckmaker.model.rosters import Seat, Student


def seated(paper: Paper, students: Sequence[Student], by: str) -> tuple[tuple[Seat, ...], list[Diagnostic]]:
    """A version for each student; by: "seat" or "hash". Who asks for a version gets that one."""
    names = [version.name for version in paper.versions]
    seats, problems = [], []
    for student in students:
        if student.version and student.version not in names:
            message = f'"{paper.id}" has no version "{student.version}"'
            problems.append(diagnose("B003", student.span, message, hint=f"give one of {', '.join(names)}, or none"))
        seats.append(Seat(student, student.version or names[_place(paper, student, by) % len(names)]))
    return tuple(seats), problems


def _place(paper: Paper, student: Student, by: str) -> int:
    if by == "hash":
        return int(digest(paper.uid, paper.id, paper.seed, student.name, student.group), 16)
    return (student.number if student.seat is None else student.seat) - 1
