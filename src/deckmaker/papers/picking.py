"""Which questions a quiz takes: named ones first, then for each section what fits, balanced over the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.cueing import cue_each_other
from deckmaker.model.document import Document, Pick, Quiz, Section
from deckmaker.model.identity import ranked
from deckmaker.model.papers import answer_words
from deckmaker.model.picking import fits
from deckmaker.model.questions import PRINT, Question
from deckmaker.source import Span


@dataclass(frozen=True, slots=True)
class Picked:
    """A section and its questions, in the order that version A has; at least one."""

    section: Section
    questions: tuple[Question, ...]


def pick(document: Document, quiz: Quiz) -> tuple[list[Picked], list[Diagnostic]]:
    """The sections that got questions; none is in two of them, and all may be printed."""
    problems: list[Diagnostic] = []
    picked: list[Picked] = []
    # A section that takes what fits must not take away what a later one names.
    reserved = {id for section in quiz.sections for id in section.pick.ids}
    taken: set[str] = set()
    for section in quiz.sections:
        if section.pick.ids:
            questions, said = _named(document, section, taken)
        else:
            questions, said = _fitting(document, quiz, section, taken | reserved)
        problems += said
        taken |= {question.id for question in questions}
        if questions:
            picked.append(Picked(section, tuple(questions)))
    return picked, problems


def _named(document: Document, section: Section, taken: Collection[str]) -> tuple[list[Question], list[Diagnostic]]:
    known = {question.id: question for question in document.questions}
    questions: list[Question] = []
    problems: list[Diagnostic] = []
    places = section.places or (section.span,) * len(section.pick.ids)
    for id, place in zip(section.pick.ids, places, strict=True):
        question = known.get(id)
        if question is None:
            problems.append(_unknown(document, place, id))
        elif id in taken or question in questions:
            message = f'question "{id}" is picked twice in this quiz'
            problems.append(diagnose("R012", place, message, hint="pick it in one section, once"))
        elif PRINT not in question.where:
            hint = "add print to its `where`, or pick another"
            problems.append(diagnose("R013", place, f'question "{id}" is not for print', hint=hint))
        else:
            questions.append(question)
    return questions, problems


def _unknown(document: Document, place: Span, id: str) -> Diagnostic:
    for refusal in document.refusals:
        if refusal.question == id:
            message = f'question "{id}" was not made: {refusal.reason}'
            return diagnose("R003", place, message, hint="pick another question, or write one")
    return diagnose("R003", place, f'there is no question "{id}"', hint=_nearest(document, id))


def _nearest(document: Document, id: str) -> str:
    near = get_close_matches(id, [question.id for question in document.questions], n=1)
    return f'did you mean "{near[0]}"?' if near else "give the id of a question"


def _fitting(
    document: Document, quiz: Quiz, section: Section, taken: Collection[str]
) -> tuple[list[Question], list[Diagnostic]]:
    wish = section.pick
    fit = [q for q in document.questions if PRINT in q.where and q.id not in taken and fits(q, wish)]
    if wish.count is None or not fit:
        return fit, list(_short(document, section, len(fit), len(fit)))
    first = ranked(fit, lambda question: question.id, document.set.uid, quiz.id, quiz.seed, "pick")
    first.sort(key=lambda question: not _is_core(document, question))
    beside = [question for question in document.questions if question.id in taken]
    chosen = {question.id for question in _apart(document, _balanced(first, wish.count), wish.count, beside)}
    found = [question for question in fit if question.id in chosen]
    return found, list(_short(document, section, len(found), len(fit)))


def _is_core(document: Document, question: Question) -> bool:
    return any(id in document.set.claims and document.set.claims[id].core for id in question.claims)


def _balanced(questions: Sequence[Question], count: int) -> list[Question]:
    """The same, those that would give one answer to more than half of `count` questions last."""
    answers: Counter[str] = Counter()
    first: list[Question] = []
    last: list[Question] = []
    for question in questions:
        answer = answer_words(question).casefold() or question.id
        answers[answer] += 1
        (first if answers[answer] <= max(count // 2, 1) else last).append(question)
    return first + last


def _apart(document: Document, questions: Sequence[Question], count: int, beside: Sequence[Question]) -> list[Question]:
    """The first so many, none of which tells another's answer, nor that of one `beside` them."""
    claims = document.set.claims
    chosen: list[Question] = []
    for question in questions:
        if len(chosen) == count:
            break
        if not any(cue_each_other(question, other, claims) for other in (*beside, *chosen)):
            chosen.append(question)
    return chosen


def _short(document: Document, section: Section, found: int, fit: int) -> Iterator[Diagnostic]:
    """`found` questions were taken of those that `fit`; the others would tell an answer."""
    wish = section.pick
    if not fit:
        note = "none that is for print and in no other section"
        yield diagnose(
            "R010", section.span, "no question fits this pick", note, _nearest_tag(document, wish) or _widen(wish)
        )
    elif wish.count is not None and found < wish.count:
        message = f"only {found} of {wish.count} questions fit this pick"
        note = f"{fit - found} more would tell the answer of another question here" if found < fit else ""
        yield diagnose("R010", section.span, message, note, _widen(wish))


def _nearest_tag(document: Document, wish: Pick) -> str:
    tags = sorted({tag for question in document.questions for tag in question.tags})
    near = get_close_matches(wish.tag, tags, n=1)
    return f'did you mean "{near[0]}"?' if near else ""


def _widen(wish: Pick) -> str:
    if wish.family:
        return f'see `deckmaker refused` for what the family "{wish.family}" did not ask, or ask for fewer'
    return "ask for fewer, or write more questions that fit"
