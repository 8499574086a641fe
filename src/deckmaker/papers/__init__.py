"""Quizzes → papers: which questions, in which order, under which letters. Nothing here knows an output format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.document import Document, Pick, Quiz, Section
from deckmaker.model.identity import digest
from deckmaker.model.papers import Item, Paper, PaperSection, Version, answer_words, letter
from deckmaker.model.questions import PRINT, Cloze, Question
from deckmaker.model.text import EMPTY, plain
from deckmaker.papers.picking import Picked, pick
from deckmaker.papers.shuffling import option_orders, question_orders

__all__ = ["plan"]

_ALPHABET = "23456789CFGHJMPQRVWX"
"""Of short codes: no look-alikes and no vowels, so no words (the alphabet of Open Location Code)."""
_CODE_LENGTH = 6


def plan(document: Document) -> tuple[tuple[Paper, ...], list[Diagnostic]]:
    """Every quiz of the set as a paper, or one of all questions in two versions where the set names no quiz.

    A quiz that nothing could be picked for is left out; the diagnostics say so.
    """
    papers = []
    problems = list(_same_names(document.set.quizzes))
    for quiz in document.set.quizzes or _default(document):
        picked, said = pick(document, quiz)
        problems += said
        if picked:
            papers.append(_paper(document, quiz, picked))
    return tuple(papers), problems


def _default(document: Document) -> tuple[Quiz, ...]:
    if not any(PRINT in question.where for question in document.questions):
        return ()
    span = document.set.span
    everything = Section("", EMPTY, Pick((), "", "", "", "", None), None, True, span)
    return (Quiz("quiz", document.set.title, EMPTY, 2, "1", "a4", "normal", (everything,), span),)


def _same_names(quizzes: Sequence[Quiz]) -> Iterator[Diagnostic]:
    """Ids name files, and not every disk keeps "Quiz" and "quiz" apart."""
    first: dict[str, Quiz] = {}
    for quiz in quizzes:
        other = first.setdefault(quiz.id.casefold(), quiz)
        if other is not quiz:
            message = f'quizzes "{other.id}" and "{quiz.id}" would share their files on some disks'
            yield diagnose("O002", quiz.span, message, hint="rename one", labels=(Label(other.span, "the other"),))


def _paper(document: Document, quiz: Quiz, picked: Sequence[Picked]) -> Paper:
    chosen = {question.id for part in picked for question in part.questions}
    in_order = [question for question in document.questions if question.id in chosen]
    names = [letter(index) for index in range(quiz.versions)]
    return Paper(quiz, tuple(_version(document.set.uid, quiz, name, picked, in_order) for name in names))


def _version(uid: str, quiz: Quiz, name: str, picked: Sequence[Picked], in_order: Sequence[Question]) -> Version:
    seed = (uid, quiz.id, quiz.seed, name)
    orders = option_orders(in_order, *seed)
    # The first version keeps the author's order of questions.
    arranged = picked if name == "A" else question_orders(picked, orders, *seed)
    sections = _numbered(arranged, orders)
    content = digest(uid, quiz.id, name, *_fingerprint(sections))
    return Version(name, _code(content), content, sections)


def _numbered(picked: Sequence[Picked], orders: Mapping[str, tuple[int, ...]]) -> tuple[PaperSection, ...]:
    sections = []
    number = 0
    for part in picked:
        items = []
        for question in part.questions:
            number += 1
            items.append(Item(number, question, _points(part.section, question), orders[question.id]))
        sections.append(PaperSection(part.section.title, part.section.instructions, tuple(items)))
    return tuple(sections)


def _points(section: Section, question: Question) -> Decimal:
    given = question.points if section.points is None else section.points
    return Decimal(1) if given is None else given


def _fingerprint(sections: Sequence[PaperSection]) -> Iterator[str]:
    for section in sections:
        yield from (section.title, plain(section.instructions))
        for item in section.items:
            question = item.question
            yield from (question.id, question.kind, f"{item.points.normalize():f}", plain(question.stem))
            yield plain(question.body.text) if isinstance(question.body, Cloze) else ""
            yield from map(plain, item.shown)
            yield from item.key
            yield answer_words(question)


def _code(content: str) -> str:
    number = int(content, 16)
    letters = []
    for _ in range(_CODE_LENGTH):
        number, place = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[place])
    return "".join(letters)
