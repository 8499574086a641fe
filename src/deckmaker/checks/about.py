"""Which questions a problem is about: what `allow:` goes by where places cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.questions import Question


def about(problems: Iterable[Diagnostic], *questions: Question) -> Iterator[Diagnostic]:
    """The problems, each with the questions that it is about.

    A generated question has its claim's place, which it shares with others: its id stands beside the carets.
    """
    for problem in problems:
        first = questions[0]
        own = f'in "{first.id}"' if first.family and problem.span == first.span else ""
        ids = tuple([question.id for question in questions])
        yield Diagnostic(
            problem.code,
            problem.span,
            problem.message,
            problem.note or own,
            problem.labels,
            problem.hint,
            problem.fixes,
            ids,
        )
