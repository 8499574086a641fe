"""Diagnostics as words: for people, for programs, for GitHub."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from deckmaker.diagnostics.codes import Severity
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.render.paint import coloured, plain
from deckmaker.diagnostics.render.text import text

Format = Literal["text", "json", "github"]


def render(
    diagnostics: Sequence[Diagnostic], format: Format = "text", *, colour: bool = False, verbose: bool = False
) -> str:
    """The diagnostics in order of file and place; "" when there is nothing to say (JSON: an empty list).

    colour: ANSI codes, in "text" alone. verbose: advice too, which "text" otherwise only counts.
    """
    ordered = sorted(diagnostics, key=lambda each: (each.span.key, each.code.id, each.message))
    shown = [each for each in ordered if verbose or each.code.severity is not Severity.ADVICE]
    match format:
        case "text":
            return text(shown, len(ordered) - len(shown), coloured if colour else plain)
        case "json":
            from deckmaker.diagnostics.render.json import as_json

            return as_json(shown)
        case "github":
            from deckmaker.diagnostics.render.github import github

            return github(shown)
