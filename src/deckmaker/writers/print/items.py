"""One question as a student gets it, as data for the template; nothing of the answer goes in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckmaker.model.papers import Item, gaps, letter
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
from deckmaker.writers.print import words
from deckmaker.writers.print.inline import Inliner
from deckmaker.writers.print.length import length


def item_data(item: Item, inliner: Inliner, language: str) -> dict[str, Any]:
    """The question's number, points, stem, the line that says what to do, and its form.

    language: the set's, for questions that name none.
    """
    note, form = _form(item, inliner)
    stem = inliner.blocks(item.question.stem)
    return {
        "id": item.question.id,
        "number": item.number,
        "points": words.points(item.points),
        **tongue(item.question.language or language),
        "length": length([stem, form]),
        "stem": stem,
        "note": note,
        "form": form,
    }


def tongue(tag: str) -> dict[str, str]:
    """A BCP 47 tag as Typst takes it: a language of two or three letters and perhaps a region of two."""
    primary, *rest = tag.replace("_", "-").split("-")
    region = next((part.upper() for part in rest if len(part) == 2 and part.isalpha()), "")
    known = primary.isascii() and primary.isalpha() and len(primary) in (2, 3)
    return {"lang": primary.lower() if known else "en", "region": region if known else ""}


def _form(item: Item, inliner: Inliner) -> tuple[str, dict[str, Any]]:
    body = item.question.body
    match body:
        case Choice(several=several):
            note = words.ALL_THAT_APPLY if several else ""
            return note, {
                "kind": "choice",
                "round": not several,
                "tall": any(_is_tall(text) for text in item.shown),
                "options": _lettered(item, inliner),
            }
        case TrueFalse():
            return "", {"kind": "true-false", "options": [words.TRUE, words.FALSE]}
        case ShortAnswer() | Flashcard():
            return "", {"kind": "line"}
        case Numeric(unit=unit):
            return "", {"kind": "number", "unit": unit}
        case Cloze():
            return _cloze(body, inliner)
        case Matching():
            return _matching(item, body, inliner)
        case Ordering():
            return words.ORDER, {"kind": "ordering", "items": [inliner.blocks(text) for text in item.shown]}
        case Essay(lines=lines):
            return "", {"kind": "lines", "count": lines}
        case ImageOcclusion():
            return words.LABEL, _picture(body, inliner)


def _lettered(item: Item, inliner: Inliner) -> list[Any]:
    return [[letter(place), inliner.blocks(text)] for place, text in enumerate(item.shown)]


def _cloze(body: Cloze, inliner: Inliner) -> tuple[str, dict[str, Any]]:
    several = len(gaps(body.text)) > 1
    inliner.numbered, inliner.blanks = several, 0
    return words.FILL_ALL if several else words.FILL_ONE, {"kind": "cloze", "text": inliner.blocks(body.text)}


def _matching(item: Item, body: Matching, inliner: Inliner) -> tuple[str, dict[str, Any]]:
    left = [inliner.blocks(left) for left, _ in body.pairs]
    sides = [[plain(left) for left, _ in body.pairs], [plain(text) for text in item.shown]]
    return words.MATCH, {
        "kind": "matching",
        "share": _share(*sides),
        "longest": [_longest_word(side) for side in sides],
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
    inliner.pictures.add(body.image)
    regions = [[region.left, region.top, region.width, region.height] for region in body.regions]
    return {"kind": "picture", "image": body.image, "alt": body.alt, "regions": regions}
