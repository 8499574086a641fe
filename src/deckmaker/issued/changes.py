"""What has become of an issued paper's questions in the set since: nothing, other words, or another right answer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.answers import answer_words
from deckmaker.model.backing import backing
from deckmaker.model.document import Document
from deckmaker.model.papers import Correction, Item, Paper, PaperSection
from deckmaker.model.questions import Choice, Matching, Numeric, Question, ShortAnswer
from deckmaker.model.text import plain

_Printed = tuple[object, ...]


def now(document: Document, printed: Question) -> Question | None:
    """The question as it is in the set today, under whatever id; None where it is gone."""
    return next((q for q in document.questions if printed.id == q.id or printed.id in q.was), None)


def corrections(paper: Paper, document: Document) -> tuple[Correction, ...]:
    """The questions whose right answer is another one than the paper's key and its errata have."""
    found = []
    for printed in right_now(paper):
        today = now(document, printed)
        if today is not None and _answer(today) != _answer(printed):
            found.append(Correction(replace(today, id=printed.id), backing(document, today)))
    return tuple(found)


def right_now(paper: Paper) -> tuple[Question, ...]:
    """The paper's questions with what its errata say is right."""
    right = {question.id: question for question in paper.questions}
    right |= {one.question.id: one.question for erratum in paper.errata for one in erratum.corrections}
    return tuple(right.values())


def changed(paper: Paper, document: Document) -> Iterator[Diagnostic]:
    """What an author should know who edits a set after one of its papers was issued."""
    issue = f'issue {paper.issue} of "{paper.id}"'
    reworded = 0
    for printed in right_now(paper):
        today = now(document, printed)
        if today is None or _shown(today) == _shown(printed):
            reworded += today is None
        elif _answer(today) == _answer(printed):
            reworded += 1
        else:
            message = f'the right answer of "{printed.id}" is another one than in {issue}, which was handed out'
            note = f'there it is "{answer_words(printed)}"'
            hint = f"tell the class by\ndeckmaker issue {paper.id} --erratum"
            yield diagnose("F003", today.place_of("answer"), message, note, hint)
    if reworded:
        noun = "question has" if reworded == 1 else "questions have"
        message = f"{reworded} {noun} changed since {issue}: papers show them as issued"
        yield diagnose("F004", paper.span, message, hint=f"make a new one with\ndeckmaker issue {paper.id}")


def same(one: Paper, other: Paper) -> bool:
    """Whether both would print the same: everything but the number of the issue and where it came from."""
    return _all(one) == _all(other)


def _all(paper: Paper) -> _Printed:
    versions = tuple((version.name, version.code, *map(_section, version.sections)) for version in paper.versions)
    around = (paper.id, paper.title, paper.language, paper.instructions, paper.seed, paper.layout, paper.minutes)
    keyed = tuple((question.id, _shown(question), paper.backing[question.id]) for question in paper.questions)
    return (*around, paper.credits, versions, keyed, tuple(sorted(paper.media.items())))


def _section(section: PaperSection) -> _Printed:
    items = tuple(_item(item) for item in section.items)
    return (section.title, section.instructions, section.passage, section.extra_credit, items)


def _item(item: Item) -> _Printed:
    return (item.number, item.question.id, Decimal(item.points), item.order)


def _shown(question: Question) -> _Printed:
    """All of it that papers and keys show."""
    return (question.kind, question.stem, question.body, question.feedback, question.hint, question.language)


def _answer(question: Question) -> _Printed:
    """What is right, in whatever order it stands."""
    match question.body:
        case Choice(options=options):
            return (frozenset(plain(option.text) for option in options if option.correct),)
        case Matching(pairs=pairs):
            return (frozenset((plain(left), plain(right)) for left, right in pairs),)
        case Numeric(value=value, tolerance=tolerance, unit=unit):
            return (value, tolerance, unit)
        case ShortAnswer(answer=answer, accept=accept):
            return (frozenset({plain(answer), *accept}),)
        case _:
            return (answer_words(question),)
