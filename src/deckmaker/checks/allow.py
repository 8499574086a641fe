"""Warnings that a question's `allow:` silences, each with its reason; and `allow:` that silences nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from deckmaker.diagnostics import CODES, Diagnostic, Severity, diagnose
from deckmaker.model.document import Document
from deckmaker.model.questions import Question
from deckmaker.source import Span

_WARNINGS = sorted(code.name for code in CODES.values() if code.severity is Severity.WARNING)


def silence(document: Document, problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The problems without warnings that stand in a question which allows them, and what is wrong with `allow:`."""
    silenced: set[Diagnostic] = set()
    said: list[Diagnostic] = []
    for question in document.set.questions:
        for name in question.allow:
            found = {problem for problem in problems if problem.code.name == name and _is_in(problem.span, question)}
            said += _useless(question, name) if name not in _WARNINGS or not found else ()
            silenced |= found
    return [problem for problem in problems if problem.is_error or problem not in silenced] + said


def _is_in(place: Span, question: Question) -> bool:
    spans = [span for span in question.spans.values() if span.file is place.file]
    return bool(spans) and min(span.start for span in spans) <= place.start <= max(span.end for span in spans)


def _useless(question: Question, name: str) -> Iterator[Diagnostic]:
    """R011 where there is no such warning, Q008 where the question would not get it."""
    if name in _WARNINGS:
        message = f'"{name}" is allowed, and there is no such warning here'
        yield diagnose("Q008", _place(question, name), message, hint="delete it")
        return
    near = get_close_matches(name, _WARNINGS, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"it may be one of: {', '.join(_WARNINGS)}"
    if any(code.name == name for code in CODES.values()):
        message, hint = f'"{name}" is an error and cannot be allowed', "mend what it is about"
    else:
        message = f'there is no warning "{name}"'
    yield diagnose("R011", _place(question, name), message, hint=hint)


def _place(question: Question, name: str) -> Span:
    """Where `allow:` names it; only its first line has a span of its own."""
    whole = question.place_of("allow")
    at = whole.file.text.find(name, whole.start)
    return whole.file.span(at, at + len(name)) if at >= 0 else whole
