"""A quiz's sections → one version of it: numbers, orders, points, and the code that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from deckmaker.model.answers import answer_words
from deckmaker.model.identity import digest
from deckmaker.model.papers import Item, PaperSection, Version
from deckmaker.model.questions import Cloze, Question
from deckmaker.model.quizzes import Quiz, Section
from deckmaker.model.text import plain
from deckmaker.papers.picking import Picked
from deckmaker.papers.shuffling import option_orders, question_orders

_ALPHABET = "23456789CFGHJMPQRVWX"
"""Of short codes: no look-alikes and no vowels, so no words (the alphabet of Open Location Code)."""
_CODE_LENGTH = 6


def version(uid: str, quiz: Quiz, name: str, picked: Sequence[Picked], questions: Sequence[Question]) -> Version:
    """The version of that name.

    questions: the document's; orders of options follow theirs, so that one more at the end changes none before it.
    """
    chosen = {question.id for part in picked for question in part.questions}
    seed = (uid, quiz.id, quiz.seed, name)
    orders = option_orders([question for question in questions if question.id in chosen], *seed)
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
        plan = part.section
        sections.append(PaperSection(plan.title, plan.instructions, plan.passage, plan.extra_credit, tuple(items)))
    return tuple(sections)


def _points(section: Section, question: Question) -> Decimal:
    given = question.points if section.points is None else section.points
    return Decimal(1) if given is None else given


def _fingerprint(sections: Sequence[PaperSection]) -> Iterator[str]:
    for section in sections:
        yield from (section.title, plain(section.instructions), plain(section.passage), str(section.extra_credit))
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
