"""Answer strips: for each page of a version a strip with the answers at the height of their questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from deckmaker.model.papers import Item, Paper, Version
from deckmaker.writers.sheets.key import short_answer, written_answer
from deckmaker.writers.sheets.paper import frame
from deckmaker.writers.sheets.words import Words, words_of


class Place(Struct, frozen=True):
    """Where a question begins on a version.

    page: from 1; column: from 0; down: in points from the page's upper edge.
    """

    page: int
    column: int
    down: float


def strips_data(paper: Paper, places: Mapping[str, Sequence[Place]]) -> dict[str, Any]:
    """One page for each version; places: by version, of its questions in their order."""
    words = words_of(paper.language)
    return {
        "kind": "strips",
        **frame(paper, words),
        "heading": f"{words['strips']}: {paper.title}",
        "versions": [_version(version, places[version.name], paper) for version in paper.versions],
    }


def _version(version: Version, places: Sequence[Place], paper: Paper) -> dict[str, Any]:
    words = words_of(paper.language)
    several = any(place.column for place in places)
    strips: dict[tuple[int, int], list[list[Any]]] = {}
    for item, place in zip(version.items, places, strict=True):
        strip = strips.setdefault((place.page, place.column), [])
        strip.append([item.number, _answer(item, words), place.down])
    return {
        "name": version.name,
        "code": version.code,
        "pages": max(place.page for place in places),
        "strips": [
            {
                "page": page,
                "column": words["strips_column"].format(column=column + 1) if several else "",
                "answers": answers,
            }
            for (page, column), answers in sorted(strips.items())
        ],
    }


def _answer(item: Item, words: Words) -> str:
    """In letters, or in as many words as a strip has room for."""
    short = short_answer(item, words)
    if short != "–":
        return short
    written = written_answer(item, words)
    if len(written) > _LONGEST:
        return written[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return written or "–"


_LONGEST = 90
