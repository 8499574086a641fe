"""Warnings that a question's `allow:` silences, each with its reason; and `allow:` that silences nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from deckmaker.checks.severity import SEVERITIES, unusable
from deckmaker.diagnostics import Diagnostic, Severity, diagnose
from deckmaker.model.document import Document
from deckmaker.model.questions import Question
from deckmaker.source import Span


def silence(document: Document, problems: Sequence[Diagnostic], *, lint: bool = True) -> list[Diagnostic]:
    """The problems without warnings and advice that a question allows, and what is wrong with `allow:`.

    A question allows what stands in it or, of a generated one, in its edit, and what is about it (`Diagnostic.about`).
    That it allows something for nothing is only said where every rule has spoken: where there are no errors, and
    `lint`, whether those were asked that only warn.
    """
    by_name: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for problem in problems:
        by_name[problem.code.name].append(problem)
    sound = lint and not any(problem.is_error for problem in problems)
    silenced: set[int] = set()
    said: list[Diagnostic] = []
    for question in document.questions:
        for name in question.allow:
            if SEVERITIES.get(name, Severity.ERROR) is Severity.ERROR:
                said.append(unusable(name, _place(question, name), "cannot be allowed"))
                continue
            found = {id(problem) for problem in by_name[name] if _concerns(problem, question)}
            if not found and sound:
                said.append(_useless(question, name))
            silenced |= found
    return [problem for problem in problems if id(problem) not in silenced] + said


def _concerns(problem: Diagnostic, question: Question) -> bool:
    return question.id in problem.about or _is_in(problem.span, question)


def _is_in(place: Span, question: Question) -> bool:
    spans = [span for span in question.spans.values() if span.file is place.file]
    return bool(spans) and min(span.start for span in spans) <= place.start <= max(span.end for span in spans)


def _useless(question: Question, name: str) -> Diagnostic:
    message = f'"{name}" is allowed, and there is no such warning here'
    return diagnose("Q008", _place(question, name), message, hint="delete it")


def _place(question: Question, name: str) -> Span:
    """Where `allow:` names it; only its first line has a span of its own."""
    whole = question.place_of("allow")
    at = whole.file.text.find(name, whole.start)
    return whole.file.span(at, at + len(name)) if at >= 0 else whole
