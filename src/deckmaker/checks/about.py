"""Which questions a problem is about: what `allow:` goes by where places cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.questions import Question


def about(problems: Iterable[Diagnostic], *questions: Question) -> Iterator[Diagnostic]:
    """The problems, each with the questions that it is about.

    A generated question has its claim's place, which it shares with others: its id stands beside the carets.
    """
    ids = tuple(question.id for question in questions)
    first = questions[0]
    note = f'in "{first.id}"' if first.family else ""
    for problem in problems:
        own = note if problem.span == first.span else ""
        yield replace(problem, about=ids, note=problem.note or own)
