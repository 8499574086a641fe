"""Quizzes → papers: which questions, in which order, under which letters. Nothing here knows an output format."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.answers import letter
from deckmaker.model.backing import backing, credits, media
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper
from deckmaker.model.questions import ANKI, PRINT
from deckmaker.model.quizzes import Layout, Pick, Quiz, Section
from deckmaker.model.text import EMPTY
from deckmaker.papers.picking import Picked, pick
from deckmaker.papers.seats import seated
from deckmaker.papers.versions import version

__all__ = ["cards", "plan", "seated"]


def plan(document: Document, without: Container[str] = ()) -> tuple[tuple[Paper, ...], list[Diagnostic]]:
    """Every quiz of the set as a paper, or one of all questions in two versions where the set names no quiz.

    A quiz that nothing could be picked for is left out; the diagnostics say so. without: ids of quizzes to leave out.
    """
    papers = []
    problems = list(_same_names(document.set.quizzes))
    for quiz in document.set.quizzes or _default(document):
        if quiz.id in without:
            continue
        picked, said = _picked(document, quiz)
        problems += said
        if all(picked):
            papers.append(_paper(document, quiz, picked))
            problems += _wrong_total(quiz, papers[-1])
    return tuple(papers), problems


def cards(document: Document) -> Paper | None:
    """All that may be a card as one paper, for cards to cut out; None where nothing may."""
    asked = tuple(question for question in document.questions if ANKI in question.where)
    if not asked:
        return None
    span = document.set.span
    section = Section("", EMPTY, Pick(), None, False, span)
    quiz = Quiz("flashcards", document.set.title, EMPTY, 1, "1", Layout(), None, None, (section,), span)
    return _paper(document, quiz, [[Picked(section, asked)]])


def _default(document: Document) -> tuple[Quiz, ...]:
    if not any(PRINT in question.where for question in document.questions):
        return ()
    span = document.set.span
    everything = Section("", EMPTY, Pick(), None, True, span)
    return (Quiz("quiz", document.set.title, EMPTY, 2, "1", Layout(), None, None, (everything,), span),)


def _same_names(quizzes: Sequence[Quiz]) -> Iterator[Diagnostic]:
    """Ids name files, and not every disk keeps "Quiz" and "quiz" apart."""
    first: dict[str, Quiz] = {}
    for quiz in quizzes:
        other = first.setdefault(quiz.id.casefold(), quiz)
        if other is not quiz:
            message = f'quizzes "{other.id}" and "{quiz.id}" would share their files on some disks'
            yield diagnose("O002", quiz.span, message, hint="rename one", labels=(Label(other.span, "the other"),))


def _picked(document: Document, quiz: Quiz) -> tuple[list[list[Picked]], list[Diagnostic]]:
    """For each version its sections; they differ where a section draws anew."""
    names = [letter(index) for index in range(quiz.versions)]
    if not any(section.pick.anew for section in quiz.sections):
        once, said = pick(document, quiz, names[0])
        return [once] * quiz.versions, said
    each = [pick(document, quiz, name) for name in names]
    return [picked for picked, _ in each], list(dict.fromkeys(problem for _, said in each for problem in said))


def _paper(document: Document, quiz: Quiz, picked: Sequence[Sequence[Picked]]) -> Paper:
    chosen = {question.id for sections in picked for part in sections for question in part.questions}
    questions = [question for question in document.questions if question.id in chosen]
    around = [quiz.instructions, *(text for part in quiz.sections for text in (part.instructions, part.passage))]
    return Paper(
        id=quiz.id,
        title=quiz.title,
        uid=document.set.uid,
        language=document.set.language,
        instructions=quiz.instructions,
        seed=quiz.seed,
        layout=quiz.layout,
        minutes=quiz.minutes,
        credits=credits(document, questions),
        backing={question.id: backing(document, question) for question in questions},
        media=media(document, around, questions),
        versions=tuple(
            version(document.set.uid, quiz, letter(index), sections, document.questions)
            for index, sections in enumerate(picked)
        ),
        span=quiz.span,
    )


def _wrong_total(quiz: Quiz, paper: Paper) -> Iterator[Diagnostic]:
    """The first version whose points are not what the author wants them to be."""
    for made in paper.versions:
        if quiz.total is not None and made.points != quiz.total:
            message = f"the points of version {made.name} add up to {made.points:f}, not to {quiz.total:f}"
            hint = "change the points of a section or of a question, or this number"
            yield diagnose("R014", quiz.total_span or quiz.span, message, hint=hint)
            return
