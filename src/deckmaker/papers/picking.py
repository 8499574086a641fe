"""Which questions a quiz takes: named ones first, then for each section what fits, balanced over the answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.model.document import Document
from deckmaker.model.picking import fits
from deckmaker.model.questions import PRINT, Question
from deckmaker.model.quizzes import Pick, Quiz, Section
from deckmaker.papers.drawing import drawn
from deckmaker.source import Span


class Picked(Struct, frozen=True):
    """A section and its questions, in the order that version A has; at least one."""

    section: Section
    questions: tuple[Question, ...]


def pick(document: Document, quiz: Quiz, version: str) -> tuple[list[Picked], list[Diagnostic]]:
    """A version's sections that got questions; none is in two of them, and all may be printed."""
    problems: list[Diagnostic] = []
    picked: list[Picked] = []
    # A section that takes what fits must not take away what a later one names.
    reserved = {id for section in quiz.sections for id in section.pick.ids}
    taken: set[str] = set()
    for section in quiz.sections:
        if section.pick.ids:
            questions, said = _named(document, section, taken)
        else:
            questions, said = _fitting(document, section, taken | reserved, _seed(document, quiz, section, version))
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
    return did_you_mean(id, [question.id for question in document.questions]) or "give the id of a question"


def _seed(document: Document, quiz: Quiz, section: Section, version: str) -> tuple[str, ...]:
    seed = (document.set.uid, quiz.id, quiz.seed, "pick")
    return (*seed, version) if section.pick.anew else seed


def _fitting(
    document: Document, section: Section, taken: Collection[str], seed: tuple[str, ...]
) -> tuple[list[Question], list[Diagnostic]]:
    wish, claims = section.pick, document.set.claims
    fit = [q for q in document.questions if PRINT in q.where and q.id not in taken and fits(q, wish, claims)]
    beside = [question for question in document.questions if question.id in taken]
    chosen = {question.id for question in drawn(document, wish, fit, beside, seed)}
    found = [question for question in fit if question.id in chosen]
    return found, list(_short(document, section, len(found), len(fit)))


def _short(document: Document, section: Section, found: int, fit: int) -> Iterator[Diagnostic]:
    """`found` questions were taken of those that `fit`; the others would tell an answer, or leave a set unbalanced."""
    wish = section.pick
    if not fit:
        note = "none that is for print and in no other section"
        yield diagnose(
            "R010", section.span, "no question fits this pick", note, _near_miss(document, wish) or _widen(wish)
        )
    elif wish.count is not None and found < wish.count:
        message = f"only {found} of {wish.count} questions fit this pick"
        note = f"{fit - found} more {_LEFT_OUT}" if found < fit else ""
        yield diagnose("R010", section.span, message, note, _widen(wish))
    elif wish.count is None and found < fit:
        message = f"{fit - found} of {fit} questions that fit are left out"
        hint = (
            "name those that you want by their ids, or allow it in one of them\nallow: {cueing-questions: the reason}"
        )
        yield diagnose("R015", section.span, message, f"each {_LEFT_OUT}", hint)


_LEFT_OUT = "would tell another's answer, or make more statements true than false"


def _near_miss(document: Document, wish: Pick) -> str:
    """What may have been meant by the tag, claim, basis, speaker or family that nothing has."""
    claims = document.set.claims
    known = {
        wish.tag: {tag for question in document.questions for tag in question.tags},
        wish.claim: set(claims),
        wish.basis: {claim.basis for claim in claims.values()},
        wish.speaker: {claim.speaker for claim in claims.values()},
        wish.family: {question.family for question in document.questions},
    }
    for word, names in known.items():
        if word and word not in names and (hint := did_you_mean(word, sorted(names))):
            return hint
    return ""


def _widen(wish: Pick) -> str:
    if wish.family:
        return f'see `deckmaker refused` for what the family "{wish.family}" did not ask, or ask for fewer'
    return "ask for fewer, or write more questions that fit"
