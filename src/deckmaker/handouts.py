"""A set's papers and those who get them: what is frozen when it is handed out, what is corrected, who has which."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from pathlib import Path

from msgspec.structs import replace

from deckmaker import issued, papers, writers
from deckmaker.checks import weigh
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.papers import Erratum, Paper
from deckmaker.pipeline import Checked, Printing, fonts_of, posix, print_options
from deckmaker.readers.files import read_bytes
from deckmaker.readers.roster import read_roster

__all__ = ["named", "to_correct", "to_issue"]


def to_issue(checked: Checked, quiz: str, fonts: Iterable[Path] = ()) -> tuple[Paper | None, list[Diagnostic]]:
    """The quiz as its next issue would be; the last issue itself where nothing would be new; None for no such quiz."""
    assert checked.document is not None
    planned, problems = papers.plan(checked.document)
    fresh = next((paper for paper in planned if paper.id == quiz), None)
    problems = weigh(checked.document.set, problems)
    if fresh is None:
        return None, problems
    _, said = writers.get("print")(checked.document, print_options((fresh,), fonts_of(checked, fonts)))
    earlier = [paper for paper in checked.issues if paper.id == quiz]
    if earlier and issued.same(earlier[-1], fresh):
        return earlier[-1], []
    return replace(fresh, issue=earlier[-1].issue + 1 if earlier else 1), [*problems, *said]


def to_correct(checked: Checked, quiz: str) -> tuple[Paper | None, Erratum | None]:
    """The last issue of the quiz and an erratum that says what of it is right now; None where there is none."""
    assert checked.document is not None
    paper = next((paper for paper in reversed(checked.issues) if paper.id == quiz), None)
    if paper is None:
        return None, None
    found = issued.corrections(paper, checked.document)
    return paper, Erratum(len(paper.errata) + 1, found) if found else None


def named(
    checked: Checked, roster: Path, by: str, how: Printing
) -> tuple[MutableMapping[str, bytes], list[Diagnostic]]:
    """A paper of each quiz for each student of a roster; by: how versions are dealt, "seat" or "hash"."""
    from deckmaker.writers.print.students import write_named

    data, problems = read_bytes(roster)
    students, said = read_roster(roster.as_posix(), data) if data is not None else ((), [])
    problems += said
    files = how.kept()
    for paper in checked.papers if students and not any(problem.is_error for problem in problems) else ():
        seats, said = papers.seated(paper, students, by)
        problems += said
        if not said:
            problems += write_named(paper, seats, posix(fonts_of(checked, how.fonts)), files)
    return files, problems
