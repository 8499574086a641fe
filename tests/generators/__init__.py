"""A small town's register, and what is generated from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckmaker.model.questions import Choice, Question
from deckmaker.model.text import plain
from tests.support import compile_set, said

SOURCES = """\
article: {title: Ferry fee to rise, disclosure: One report; not checked.}
sources:
  mayor:   {name: Ada Lund, kind: person, role: mayor, speaks_for: council, aliases: [Lund]}
  council: {name: the town council, kind: organisation, aliases: [council]}
  pilot:   {name: Bo Reis, kind: person}
  keeper:  {name: Cleo Moss, kind: person}
  union:   {name: the dock union, kind: organisation}
  survey:  {name: the harbour survey, kind: document}
  locals:  {name: people on the quay, kind: unnamed}
"""


@dataclass(frozen=True)
class Asked:
    """What came of a set: questions and reasons of refusals by question id, and diagnostics as words."""

    questions: Mapping[str, Question]
    refusals: Mapping[str, str]
    problems: list[str]


def ask(yaml: str, uid: str = "7e57da7a") -> Asked:
    """What is generated from the town's sources and these claims and rules."""
    document, problems = compile_set(f"deckmaker: 1\nuid: {uid}\ntitle: A town\n{SOURCES}{yaml}")
    questions = {question.id: question for question in document.questions}
    reasons = {refusal.question: refusal.reason for refusal in document.refusals}
    return Asked(questions, reasons, [line for line in said(problems) if line[0] in "GRSY"])


def ask_in_many(yaml: str) -> list[Asked]:
    """The same in sets of different uids: what is chosen by hash differs, what is chosen by rule does not."""
    return [ask(yaml, uid=f"{number:08x}") for number in range(12)]


def choice(question: Question) -> Choice:
    assert isinstance(question.body, Choice)
    return question.body


def key(question: Question) -> str:
    (right,) = (plain(option.text) for option in choice(question).options if option.correct)
    return right


def distractors(question: Question) -> set[str]:
    return {plain(option.text) for option in choice(question).options if not option.correct}
