"""The folder of a set's issues, its files' bytes → papers. What was changed since, or is damaged, is never printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.issued.errata import erratum_of
from deckmaker.issued.papers import FORMAT, opened, paper_of
from deckmaker.issued.texts import checked
from deckmaker.model.papers import Erratum, Paper
from deckmaker.source import SourceFile, Span

_BROKEN = (ValueError, KeyError, TypeError, ArithmeticError, AttributeError, RecursionError)
"""What reading raises where a file is not what was written."""


def file_name(quiz: str, issue: int, erratum: int = 0) -> str:
    """What the file of an issue, or of an erratum to it, is called."""
    return f"{quiz}-{issue}{f'-erratum-{erratum}' if erratum else ''}.json"


def read_issues(files: Mapping[str, bytes], folder: str, uid: str) -> tuple[tuple[Paper, ...], list[Diagnostic]]:
    """Every issue with its errata, by quiz and number, and which files are none.

    files: bytes by name; folder: what the user calls where they lie; uid: the set's.
    """
    papers: dict[tuple[str, int], Paper] = {}
    problems: list[Diagnostic] = []
    all_made: list[tuple[dict[str, Any], Span]] = []
    for name in sorted(files):
        span = SourceFile(f"{folder}/{name}", "").span(0)
        try:
            made = opened(files[name])
            problems += (said := list(_foreign(made, name, uid, span)))
            all_made += [] if said else [(made, span)]
        except _BROKEN as error:
            problems.append(_damaged(span, error))
    for made, span in sorted(all_made, key=lambda one: one[0].get("erratum", 0)):
        try:
            _take(made, papers, span)
        except _BROKEN as error:
            problems.append(_damaged(span, error))
    return tuple(papers[key] for key in sorted(papers)), problems


def _foreign(made: Mapping[str, Any], name: str, uid: str, span: Span) -> Iterator[Diagnostic]:
    """An issue of another set, of a later deckmaker, or under another name."""
    checked(made["issue"], int)
    checked(made.get("erratum", 0), int)
    if made["format"] != FORMAT:
        hint = "install the newest deckmaker"
        yield diagnose("F002", span, f"this paper was issued by a later version, {made['tool']}", hint=hint)
    elif made["set"] != uid:
        hint = "put it back into the folder of its own set, or put the uid back"
        yield diagnose("F001", span, f'this paper belongs to the set with uid "{made["set"]}"', hint=hint)
    elif name != (own := file_name(made["quiz"], made["issue"], made.get("erratum", 0))):
        yield diagnose("F001", span, "this paper was issued under another name", hint=f"call the file {own} again")


def _take(made: Mapping[str, Any], papers: dict[tuple[str, int], Paper], span: Span) -> None:
    key = (str(made["quiz"]), int(made["issue"]))
    if "erratum" not in made:
        papers[key] = paper_of(made, span)
        return
    if key not in papers:
        raise ValueError("the paper that it corrects is not there")
    erratum: Erratum = erratum_of(made, papers[key], span)
    papers[key] = replace(papers[key], errata=(*papers[key].errata, erratum))


def _damaged(span: Span, error: Exception) -> Diagnostic:
    said = str(error) if type(error) is ValueError else "it is not what deckmaker wrote"
    hint = "take it back from version control, or from wherever you keep copies"
    return diagnose("F001", span, f"this issued paper cannot be trusted: {said}", hint=hint)
