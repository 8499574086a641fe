"""One question as a student gets it, as data for whoever sets it; nothing of the answer goes in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from deckmaker.model.answers import gaps, letter
from deckmaker.model.papers import Item
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
from deckmaker.model.text import Math, Text, leaves, plain
from deckmaker.writers.sheets.inline import Inliner
from deckmaker.writers.sheets.length import length
from deckmaker.writers.sheets.words import Words


class Setting(Struct, frozen=True):
    """What the questions of one sheet share.

    words: the language's.
    inliner: turns texts into nodes.
    language: the set's, for questions that name none.
    narrow: whether lines are so short that points stand behind the stem and not beside it.
    cells: how many boxes a number gets, the same for all numbers so that none tells how long its answer is.
    """

    words: Words
    inliner: Inliner
    language: str
    cells: int
    narrow: bool = False


def item_data(item: Item, setting: Setting) -> dict[str, Any]:
    """The question's number, points, stem, the line that says what to do, and its form."""
    setting.inliner.span = item.question.span
    note, form = _form(item, setting)
    stem = setting.inliner.blocks(item.question.stem)
    points = setting.words.points(item.points)
    if setting.narrow and stem and stem[-1][0] == "par":
        stem[-1] = ["par", [*stem[-1][1], " ", ["small", f"({points})"]]]
        points = ""
    return {
        "id": item.question.id,
        "number": item.number,
        "points": points,
        **tongue(item.question.language or setting.language),
        "length": length([stem, form]),
        "stem": stem,
        "note": setting.words[note] if note else "",
        "form": form,
    }


def tongue(tag: str) -> dict[str, str]:
    """A BCP 47 tag as Typst takes it: a language of two or three letters and perhaps a region of two."""
    primary, *rest = tag.replace("_", "-").split("-")
    region = next((part.upper() for part in rest if len(part) == 2 and part.isalpha()), "")
    known = primary.isascii() and primary.isalpha() and len(primary) in (2, 3)
    return {"lang": primary.lower() if known else "en", "region": region if known else ""}


def cells(items: Sequence[Item]) -> int:
    """Boxes for each number: room for the longest of them and one more, and never few."""
    longest = max(
        (len(item.question.body.shown) for item in items if isinstance(item.question.body, Numeric)), default=0
    )
    return min(max(longest + 1, _FEWEST_CELLS), _MOST_CELLS)


_FEWEST_CELLS, _MOST_CELLS = 5, 16


def _form(item: Item, setting: Setting) -> tuple[str, dict[str, Any]]:
    """The name of the words that say what to do, "" for none, and the form."""
    body, inliner, words = item.question.body, setting.inliner, setting.words
    match body:
        case Choice(several=several):
            return "all_that_apply" if several else "", _choice(item, several, inliner)
        case TrueFalse():
            return "", {"kind": "true-false", "options": [words["true"], words["false"]]}
        case ShortAnswer(answer=answer) | Flashcard(back=answer):
            return "", {"kind": "line", "lines": _answer_lines(plain(answer))}
        case Numeric(unit=unit):
            return "", {"kind": "number", "cells": setting.cells, "unit": unit}
        case Cloze():
            return _cloze(body, inliner)
        case Matching():
            return _matching(item, body, inliner)
        case Ordering():
            return "order", {"kind": "ordering", "items": [inliner.blocks(text) for text in item.shown]}
        case Essay(lines=lines):
            return "", {"kind": "lines", "count": lines}
        case ImageOcclusion():
            return "label", _picture(body, inliner)


def _choice(item: Item, several: bool, inliner: Inliner) -> dict[str, Any]:
    tall = any(_is_tall(text) for text in item.shown)
    return {"kind": "choice", "round": not several, "tall": tall, "options": _lettered(item, inliner)}


def _answer_lines(answer: str) -> int:
    """Lines to write on. In coarse steps, so that a line's length tells nothing of the answer."""
    return next(lines for lines, letters in _LINES if len(answer) <= letters)


_LINES = ((1, 45), (2, 110), (3, 200), (5, 10**9))
"""So many lines for so many letters: a hand writes 50 or so across a page."""


def _lettered(item: Item, inliner: Inliner) -> list[Any]:
    return [[letter(place), inliner.blocks(text)] for place, text in enumerate(item.shown)]


def _cloze(body: Cloze, inliner: Inliner) -> tuple[str, dict[str, Any]]:
    several = len(gaps(body.text)) > 1
    inliner.numbered, inliner.blanks = several, 0
    return "fill_all" if several else "fill_one", {"kind": "cloze", "text": inliner.blocks(body.text)}


def _matching(item: Item, body: Matching, inliner: Inliner) -> tuple[str, dict[str, Any]]:
    left = [inliner.blocks(left) for left, _ in body.pairs]
    sides = [[plain(left) for left, _ in body.pairs], [plain(text) for text in item.shown]]
    return "match", {
        "kind": "matching",
        "share": _share(*sides),
        "longest": [[_longest_word(side), max(side, key=len)] for side in sides],
        "left": left,
        "right": _lettered(item, inliner),
    }


def _share(left: Sequence[str], right: Sequence[str]) -> float:
    """The part of the width that the left column gets, by its longest text, within bounds."""
    most, other = max(map(len, left)), max(map(len, right))
    return round(min(max(most / (most + other), 0.35), 0.65), 2)


def _longest_word(side: Sequence[str]) -> str:
    return max((word for text in side for word in text.split()), key=len, default="")


def _is_tall(text: Text) -> bool:
    """Whether a formula makes it a line that is taller than others; its mark then stands beside its middle."""
    return any(isinstance(node, Math) for node in leaves(text)) and len(plain(text)) < _ONE_LINE


_ONE_LINE = 50
"""So many letters fit in a line."""


def _picture(body: ImageOcclusion, inliner: Inliner) -> dict[str, Any]:
    regions = tuple((region.left, region.top, region.width, region.height) for region in body.regions)
    covered = inliner.cover(body.image, regions)
    return {"kind": "picture", "image": covered, "alt": body.alt, "regions": regions, "count": len(regions)}
