"""What is said of an answer that the register speaks against."""

from __future__ import annotations

from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.verdict import Verdict
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.text import Text, plain
from deckmaker.source import Span


def contradicted(asked: Asked, words: Text, verdict: Verdict, place: Span) -> Diagnostic:
    """K003, or K005 where a document is credited with what the article says in its own voice."""
    labels = asked.label(verdict.claim, verdict.field)
    if verdict.paper:
        message = f'"{plain(words)}" is credited with "{verdict.claim}", which the article says in its own voice'
        hint = f"credit the article itself, or add the document to {_ways(verdict)} if it can be defended"
        return diagnose("K005", place, message, hint=hint, labels=labels)
    message = f'"{plain(words)}" is taught as right, and {verdict.why}'
    return diagnose("K003", place, message, hint=_mend(verdict, "teach what the register has"), labels=labels)


def also_right(asked: Asked, words: Text, verdict: Verdict, place: Span) -> Diagnostic:
    """K001."""
    message = f'"{plain(words)}" stands as wrong and is right as well: {verdict.why}'
    labels = asked.label(verdict.claim, verdict.field)
    return diagnose("K001", place, message, hint="put something else in its place", labels=labels)


def _mend(verdict: Verdict, first: str) -> str:
    return f"{first}, or correct {_ways(verdict)}"


def _ways(verdict: Verdict) -> str:
    also = " or `also_ok`" if verdict.field in ("speaker", "basis") else ""
    return f'the `{verdict.field}`{also} of "{verdict.claim}"'
