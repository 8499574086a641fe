"""Commands that hints name, with the path of the set that they are about: as typed, they do what the hint says."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.patterns import regex

_NAMING = frozenset(("A005", "F003", "F004", "G001", "L002", "L003", "L006", "P009"))
"""Codes whose hints are about a command, and hold no words of the user beside it."""
_COMMAND = regex(r"deckmaker (?:build|check|refused|issue [^\s]+)")


def with_paths(problems: Iterable[Diagnostic], root: str) -> list[Diagnostic]:
    """The same, with the path of their set, as the user calls it, in the commands of their hints."""
    return [_with_path(problem, root) if problem.code.id in _NAMING else problem for problem in problems]


def _with_path(problem: Diagnostic, root: str) -> Diagnostic:
    import shlex  # for the few that need it

    return replace(problem, hint=_COMMAND.sub(lambda found: f"{found[0]} {shlex.quote(root)}", problem.hint))
