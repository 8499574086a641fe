"""Rules about the identity of questions."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.document import Document
from deckmaker.model.questions import Question


def retired_ids(document: Document) -> Iterator[Diagnostic]:
    """An id that one question had earlier cannot be another question's now: students' histories would mix."""
    now = {question.id: question for question in document.questions}
    first: dict[str, Question] = {}
    for question in document.set.questions:
        for old in question.was:
            if old in now:
                label = Label(now[old].span, "used here")
                message = f'"{old}" is an earlier id of "{question.id}" and another question\'s id'
                yield diagnose(
                    "L005", question.place_of("was"), message, labels=(label,), hint="give the other another id"
                )
            elif first.setdefault(old, question) is not question:
                message = f'"{old}" is an earlier id of two questions'
                label = Label(first[old].place_of("was"), "first here")
                yield diagnose(
                    "L005", question.place_of("was"), message, labels=(label,), hint="keep it with one of them"
                )
