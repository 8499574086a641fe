"""Answers that are chosen or written: options, short answers, backs of cards, gaps."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.checks.keys.asked import Answer, Asked
from deckmaker.checks.keys.faults import also_right, contradicted
from deckmaker.checks.keys.judging import judge
from deckmaker.diagnostics import Diagnostic


def given_answers(asked: Asked) -> Iterator[Diagnostic]:
    """A distractor that can be defended, and a key that cannot."""
    for answer in asked.answers:
        yield from _answer(asked, answer)


def _answer(asked: Asked, answer: Answer) -> Iterator[Diagnostic]:
    verdict = judge(asked, answer.words)
    if verdict and answer.taught and verdict.wrong:
        yield contradicted(asked, answer.words, verdict, asked.place(answer.words, *answer.fields))
    if verdict and not answer.taught and verdict.right:
        yield also_right(asked, answer.words, verdict, asked.place(answer.words, *answer.fields))
