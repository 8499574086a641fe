"""The key of all versions as data for the template."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.model.document import Document
from deckmaker.model.papers import Item, Paper, Version, gaps, letter
from deckmaker.model.questions import (
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Matching,
    Numeric,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from deckmaker.model.text import Paragraph, Text, join, plain, text_of
from deckmaker.writers.print import words
from deckmaker.writers.print.inline import Inliner
from deckmaker.writers.print.items import tongue
from deckmaker.writers.print.length import length
from deckmaker.writers.print.paper import frame
from deckmaker.writers.print.reasons import accepted, reason

SHORT = 16
"""How many characters of a written answer stand in the line for quick marking."""

Line = tuple[str, Text]
"""A label, may be "", and what stands behind it."""


def key_data(document: Document, paper: Paper, inliner: Inliner) -> dict[str, Any]:
    """What the template needs for the key."""
    return {
        "kind": "key",
        **frame(document, paper),
        "profile": "key",
        "heading": f"{words.WORDS['key']}: {paper.quiz.title}",
        "versions": [_version(document, version, inliner) for version in paper.versions],
    }


def _version(document: Document, version: Version, inliner: Inliner) -> dict[str, Any]:
    return {
        "name": version.name,
        "code": version.code,
        "summary": f"{words.questions(len(version.items))} · {words.points(version.points)}",
        "grid": [[item.number, _short(item)] for item in version.items],
        "items": [_item(document, item, inliner) for item in version.items],
    }


def _short(item: Item) -> str:
    """The answer in the line for quick marking; a dash where it is more than a few words."""
    body = item.question.body
    if isinstance(body, TrueFalse):
        return words.TRUE if body.answer else words.FALSE
    if isinstance(body, Numeric):
        return body.shown
    if item.key:
        return (", " if isinstance(body, Choice) else " ").join(item.key)
    written = plain(body.answer) if isinstance(body, ShortAnswer) else ""
    return written if 0 < len(written) <= SHORT else "–"


def _item(document: Document, item: Item, inliner: Inliner) -> dict[str, Any]:
    question = item.question
    inliner.span = question.span
    stem = inliner.blocks(_asked(item, inliner))
    answers = [[label, inliner.blocks(text)] for label, text in _answers(item)]
    lines = [[label, inliner.blocks(text)] for label, text in _lines(document, item)]
    return {
        "id": item.question.id,
        "number": item.number,
        "points": words.points(item.points),
        **tongue(question.language or document.set.language),
        "length": length([stem, answers, lines]),
        "stem": stem,
        "answers": answers,
        "lines": lines,
    }


def _asked(item: Item, inliner: Inliner) -> Text:
    body = item.question.body
    if not isinstance(body, Cloze):
        return item.question.stem
    inliner.numbered, inliner.blanks = len(gaps(body.text)) > 1, 0
    return (*item.question.stem, *body.text)


def _answers(item: Item) -> list[Line]:
    body = item.question.body
    match body:
        case Choice(options=options):
            right = [(letter(place), index) for place, index in enumerate(item.order)]
            return [(mark, options[index].text) for mark, index in right if options[index].correct]
        case TrueFalse(answer=answer):
            return [("", text_of(words.TRUE if answer else words.FALSE))]
        case ShortAnswer(answer=answer) | Flashcard(back=answer):
            return [("", answer)]
        case Numeric():
            return [("", text_of(_value(body)))]
        case Cloze(text=text):
            found = [(Paragraph(gap.children),) for gap in gaps(text)]
            return [(f"({number})" if len(found) > 1 else "", gap) for number, gap in enumerate(found, 1)]
        case Matching(pairs=pairs):
            return [(mark, join(left, " — ", right)) for mark, (left, right) in zip(item.key, pairs, strict=True)]
        case Ordering():
            return list(zip(item.key, item.shown, strict=True))
        case Essay():
            return []
        case ImageOcclusion(regions=regions):
            return [(str(number), text_of(region.label)) for number, region in enumerate(regions, 1)]


def _value(body: Numeric) -> str:
    tolerance = f" ± {words.number(body.tolerance)}" if body.tolerance else ""
    return f"{body.shown}{tolerance} {body.unit}".strip()


def _lines(document: Document, item: Item) -> Iterator[Line]:
    question = item.question
    if others := accepted(document, question):
        yield "Also accepted", text_of(" · ".join(others))
    if isinstance(question.body, Essay):
        marked = (("Model answer", question.body.answer), ("Rubric", question.body.rubric))
        yield from ((label, text) for label, text in marked if text)
    yield from reason(document, question)
    if plain(question.feedback):
        yield "Feedback", question.feedback
    if isinstance(question.body, Choice):
        for place, index in enumerate(item.order):
            if feedback := question.body.options[index].feedback:
                yield f"On {letter(place)}", feedback
    if plain(question.hint):
        yield "Hint, if asked", question.hint
