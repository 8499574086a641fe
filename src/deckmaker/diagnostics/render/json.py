"""Diagnostics for programs: one JSON list, an object each.

Lines and columns count from 1, columns in code points; the end is exclusive. What stands in no file has null places.
Keys may be added in later versions, never renamed or removed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.source import Span


def as_json(shown: Sequence[Diagnostic]) -> str:
    """The list; plain ASCII, so that no terminal and no encoding can trip over it."""
    return json.dumps([_object(each) for each in shown], indent=2) + "\n"


def _object(diagnostic: Diagnostic) -> dict[str, object]:
    code = diagnostic.code
    return {
        "code": code.id,
        "name": code.name,
        "severity": str(code.severity),
        "message": diagnostic.message,
        **_place(diagnostic.span),
        "note": diagnostic.note,
        "labels": [{**_place(label.span), "text": label.text} for label in diagnostic.labels],
        "hint": diagnostic.hint,
    }


def _place(span: Span) -> dict[str, object]:
    if not span.file.name:
        return dict.fromkeys(("file", "line", "column", "end_line", "end_column"))
    line, column = span.file.position(span.start)
    end_line, end_column = span.file.position(span.end)
    return {"file": span.file.name, "line": line, "column": column, "end_line": end_line, "end_column": end_column}
