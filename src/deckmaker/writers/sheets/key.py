"""The key of a version as data for whoever sets it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.model.answers import gaps, letter
from deckmaker.model.papers import Item, Paper, Version
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
from deckmaker.writers.sheets.inline import Inliner
from deckmaker.writers.sheets.items import tongue
from deckmaker.writers.sheets.length import length
from deckmaker.writers.sheets.paper import frame, reasons_of, summary
from deckmaker.writers.sheets.reasons import reason_lines
from deckmaker.writers.sheets.words import Words, number, words_of

_SHORT, _MOST = 16, 48
"""How many characters of a written answer, and of all its parts, stand in the line for quick marking."""

Line = tuple[str, Text]
"""A label, may be "", and what stands behind it."""


def key_data(paper: Paper, version: Version, inliner: Inliner) -> dict[str, Any]:
    """The key: a line for quick marking, then every answer with its reason."""
    words = words_of(paper.language)
    return {
        "kind": "key",
        **frame(paper, words),
        "heading": f"{words['key']}: {paper.title}",
        "version": version.name,
        "code": version.code,
        "summary": summary(paper, version, words),
        "grid": [[item.number, short_answer(item, words)] for item in version.items],
        "items": [_item(paper, item, words, inliner) for item in version.items],
    }


def short_answer(item: Item, words: Words) -> str:
    """The answer in the line for quick marking; a dash where it is more than a few words."""
    body = item.question.body
    if isinstance(body, TrueFalse):
        return words["true"] if body.answer else words["false"]
    if isinstance(body, Numeric):
        return body.shown
    if item.key:
        return (", " if isinstance(body, Choice) else " ").join(item.key)
    short = all(len(plain(text)) <= _SHORT for _, text in answers(item, words))
    written = written_answer(item, words) if short else ""
    return written if 0 < len(written) <= _MOST else "–"


def written_answer(item: Item, words: Words) -> str:
    """What is to be written, every part behind its mark, which no line ends on."""
    parts = [f"{mark}\u00a0{plain(text)}".strip() for mark, text in answers(item, words)]
    return "\u00a0· ".join(parts)


def _item(paper: Paper, item: Item, words: Words, inliner: Inliner) -> dict[str, Any]:
    question = item.question
    inliner.span = question.span
    stem = inliner.blocks(_asked(item, inliner))
    right = [[label, inliner.blocks(text)] for label, text in answers(item, words)]
    lines = [[label, inliner.blocks(text)] for label, text in _lines(paper, item, words)]
    return {
        "id": question.id,
        "number": item.number,
        "points": words.points(item.points),
        **tongue(question.language or paper.language),
        "length": length([stem, right, lines]),
        "stem": stem,
        "answers": right,
        "lines": lines,
    }


def _asked(item: Item, inliner: Inliner) -> Text:
    body = item.question.body
    if not isinstance(body, Cloze):
        return item.question.stem
    inliner.numbered, inliner.blanks = len(gaps(body.text)) > 1, 0
    return (*item.question.stem, *body.text)


def answers(item: Item, words: Words) -> list[Line]:
    """Every part of the right answer, each with its mark on this version, "" for none."""
    body = item.question.body
    match body:
        case Choice(options=options):
            right = [(letter(place), index) for place, index in enumerate(item.order)]
            return [(mark, options[index].text) for mark, index in right if options[index].correct]
        case TrueFalse(answer=answer):
            return [("", text_of(words["true"] if answer else words["false"]))]
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


def option_feedback(item: Item) -> Iterator[Line]:
    """What is said to those who chose an option, for each that has such words, under its letter."""
    if isinstance(item.question.body, Choice):
        for place, index in enumerate(item.order):
            if feedback := item.question.body.options[index].feedback:
                yield letter(place), feedback


def _value(body: Numeric) -> str:
    tolerance = f" ± {number(body.tolerance)}" if body.tolerance else ""
    return f"{body.shown}{tolerance} {body.unit}".strip()


def _lines(paper: Paper, item: Item, words: Words) -> Iterator[Line]:
    question = item.question
    if others := paper.backing[question.id].accepted:
        yield words["accepted"], text_of(" · ".join(others))
    if isinstance(question.body, Essay):
        marked = ((words["model_answer"], question.body.answer), (words["rubric"], question.body.rubric))
        yield from ((label, text) for label, text in marked if text)
    yield from reason_lines(reasons_of(paper, item), words)
    if plain(question.feedback):
        yield words["feedback"], question.feedback
    for mark, feedback in option_feedback(item):
        yield words["feedback_on"].format(option=mark), feedback
    if plain(question.hint):
        yield words["hint"], question.hint
