"""Diagnostics as GitHub's workflow commands, which it shows beside the lines of a change.

Source: GitHub docs, "Workflow commands for GitHub Actions"; escapes as in actions/toolkit `command.ts`.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.diagnostics.codes import Severity
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.render.measure import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def github(shown: Sequence[Diagnostic]) -> str:
    """One command a line."""
    return "".join(f"{_command(each)}\n" for each in shown)


def _command(diagnostic: Diagnostic) -> str:
    properties = _place(diagnostic)
    properties["title"] = f"{diagnostic.code.id} {diagnostic.code.name}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    said = "\n".join(part for part in (diagnostic.message, diagnostic.note, diagnostic.hint) if part)
    return f"::{_COMMANDS[diagnostic.code.severity]} {listed}::{_data(said)}"


def _place(diagnostic: Diagnostic) -> dict[str, str]:
    span = diagnostic.span
    if not span.file.name:
        return {}
    (line, column), (end_line, end_column) = span.file.position(span.start), span.file.position(span.end)
    place = {"file": span.file.name, "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub refuses columns on annotations of several lines
        place |= {"col": str(column), "endColumn": str(end_column)}
    return {key: place[key] for key in ("file", "line", "col", "endLine", "endColumn") if key in place}


def _data(value: str) -> str:
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(visible(line.replace("%", "%25")) for line in lines)


def _property(value: str) -> str:
    return visible(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
