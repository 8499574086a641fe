"""Flashcards on paper as data: fronts and backs, so many on a sheet, the backs where the fronts' other sides are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from deckmaker.model.answers import gaps, letter
from deckmaker.model.papers import Item, Paper
from deckmaker.model.questions import Choice, Cloze, Essay, ImageOcclusion, Matching, Ordering, TrueFalse
from deckmaker.model.text import EMPTY, Text, plain
from deckmaker.writers.sheets.inline import Inliner
from deckmaker.writers.sheets.items import tongue
from deckmaker.writers.sheets.key import Line, answers, option_feedback
from deckmaker.writers.sheets.paper import frame, reasons_of
from deckmaker.writers.sheets.reasons import reason_lines
from deckmaker.writers.sheets.words import Words, words_of

FLASHCARDS = "flashcards.pdf"
GRIDS: Mapping[int, tuple[int, int]] = {8: (2, 4), 4: (1, 4), 2: (1, 2)}
"""For so many cards on a sheet how many stand side by side and how many one below another."""


def cards_data(paper: Paper, flip: str, count: int, inliner: Inliner) -> dict[str, Any]:
    """The sheets: each has fronts, and backs in the order in which they come to lie behind them.

    flip: the edge over which a printer turns the sheet, "long" or "short"; count: cards on a sheet, one of GRIDS.
    """
    words = words_of(paper.language)
    made = [_card(paper, item, words, inliner) for item in paper.versions[0].items]
    across, down = GRIDS[count]
    return {
        "kind": "cards",
        **frame(paper, words),
        "heading": paper.title,
        "across": across,
        "down": down,
        "cards": made,
        "sheets": [
            [list(range(first, min(first + count, len(made)))), _behind(first, len(made), across, down, flip)]
            for first in range(0, len(made), count)
        ],
    }


def _behind(first: int, total: int, across: int, down: int, flip: str) -> list[int | None]:
    """What stands at each place of the other side; turned over the long edge rows run the other way, else columns."""
    rows = [[first + row * across + column for column in range(across)] for row in range(down)]
    turned = [row[::-1] for row in rows] if flip == "long" else rows[::-1]
    return [number if number < total else None for row in turned for number in row]


def _card(paper: Paper, item: Item, words: Words, inliner: Inliner) -> dict[str, Any]:
    question = item.question
    inliner.span = question.span
    inliner.numbered = isinstance(question.body, Cloze) and len(gaps(question.body.text)) > 1
    inliner.blanks = 0
    cloze = question.body.text if isinstance(question.body, Cloze) else EMPTY
    made = {
        "id": question.id,
        "number": item.number,
        **tongue(question.language or paper.language),
        "stem": inliner.blocks((*question.stem, *cloze)),
        **_front(item, words, inliner),
        "answers": [[mark, inliner.blocks(text)] for mark, text in _told(item, words)],
        "lines": [[mark, inliner.blocks(text)] for mark, text in _remarks(paper, item, words)],
    }
    return {**made, "pictured": made["picture"] is not None or _is_pictured(list(made.values()))}


def _remarks(paper: Paper, item: Item, words: Words) -> Iterator[Line]:
    """What is told beside the answer: reasons, and what the question and its options say to who answered."""
    yield from (("", text) for _, text in reason_lines(reasons_of(paper, item), words))
    if plain(item.question.feedback):
        yield "", item.question.feedback
    yield from option_feedback(item)


def _is_pictured(nodes: Any) -> bool:
    return isinstance(nodes, list) and (nodes[:1] == ["picture"] or any(map(_is_pictured, nodes)))


def _front(item: Item, words: Words, inliner: Inliner) -> dict[str, Any]:
    """Columns of what one chooses from, each entry with its mark, and the picture to name parts of."""
    made: dict[str, Any] = {"columns": [], "picture": None}
    match item.question.body:
        case Choice():
            made["columns"] = [_lettered(item, inliner)]
        case TrueFalse():
            made["columns"] = [
                [
                    [
                        "",
                        [["par", [words["true"]]]],
                    ],
                    ["", [["par", [words["false"]]]]],
                ]
            ]
        case Matching(pairs=pairs):
            made["columns"] = [[["", inliner.blocks(left)] for left, _ in pairs], _lettered(item, inliner)]
        case Ordering():
            made["columns"] = [[["", inliner.blocks(text)] for text in item.shown]]
        case ImageOcclusion(image=image, alt=alt, regions=regions):
            covers = tuple((region.left, region.top, region.width, region.height) for region in regions)
            made["picture"] = [inliner.cover(image, covers), alt, covers]
        case _:
            pass
    return made


def _lettered(item: Item, inliner: Inliner) -> list[Any]:
    return [[letter(place), inliner.blocks(text)] for place, text in enumerate(item.shown)]


def _told(item: Item, words: Words) -> Sequence[tuple[str, Text]]:
    body = item.question.body
    if isinstance(body, Essay):
        return [("", text) for text in (body.answer, body.rubric) if text]
    return answers(item, words)
