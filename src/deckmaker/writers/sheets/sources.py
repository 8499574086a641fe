"""What a teacher hangs on the wall, and what a class reads an article with: one page each, about the set as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct

from deckmaker.model.claims import Claim
from deckmaker.model.document import Document
from deckmaker.model.labels import basis_label
from deckmaker.writers.layered import WIDTH, lay_out
from deckmaker.writers.sheets.items import tongue
from deckmaker.writers.sheets.words import Words, words_of

SOURCE_MAP, READING_SHEET = "source-map.pdf", "reading-sheet.pdf"
_PAPERS = {"a4": "a4", "letter": "us-letter"}
_HIGH, _LINE, _LETTERS = 30.0, 15.0, 24
"""A node without its name; a line of the name, and how many letters fit in it."""


class _Node(Struct, frozen=True):
    """A place in the map: who says something (column 0), through whom (1, 2 …), on what basis (the last).

    column: which; id: of the source or basis.
    """

    column: int
    id: str

    @property
    def name(self) -> str:
        return f"{self.column} {self.id}"


def source_map_data(document: Document) -> dict[str, Any]:
    """Who says what on what basis, and who relays whom: boxes and lines in points, lines as wide as there are claims.

    columns: [left, what stands in it] · boxes: [left, top, height, name, count] · lines: [points, count]
    """
    words = words_of(document.set.language)
    claims = list(document.set.claims.values())
    widest = max((len(_relays(claim)) for claim in claims), default=0)
    routes = Counter(tuple(_route(claim, widest)) for claim in claims)
    steps = Counter(step for route, count in routes.items() for step in pairwise(route) for _ in range(count))
    nodes = {node.name: node for step in steps for node in step}
    label = {name: _label(document, node, words) for name, node in nodes.items()}
    heights = {name: _HIGH + _LINE * -(-len(label[name]) // _LETTERS) for name in nodes}
    edges = [(start.name, end.name) for start, end in steps]
    made = lay_out({name: node.column for name, node in nodes.items()}, heights, edges)
    often = _often(routes)
    lefts = {nodes[name].column: box.left for name, box in made.boxes.items()}
    heads = [words["says"], *[words["relays"]] * widest, words["rests_on"]]
    return {
        **_frame(document, words, "source_map"),
        "wide": True,
        "columns": [[lefts[column], word] for column, word in enumerate(heads) if column in lefts],
        "size": [made.width, made.height, WIDTH],
        "boxes": [[box.left, box.top, box.height, label[name], often[nodes[name]]] for name, box in made.boxes.items()],
        "lines": [[list(path), count] for path, count in zip(made.paths, steps.values(), strict=True)],
        "alt": "; ".join(_said(route, count, label, words) for route, count in routes.items()),
    }


def _relays(claim: Claim) -> tuple[str, ...]:
    return tuple(id for id in claim.via if id != claim.basis)


def _route(claim: Claim, widest: int) -> Iterator[_Node]:
    yield _Node(0, claim.speaker)
    yield from (_Node(place, id) for place, id in enumerate(_relays(claim), 1))
    yield _Node(widest + 1, claim.basis)


def _often(routes: Counter[tuple[_Node, ...]]) -> Counter[_Node]:
    often: Counter[_Node] = Counter()
    for route, count in routes.items():
        often.update(dict.fromkeys(route, count))
    return often


def _label(document: Document, node: _Node, words: Words) -> str:
    return basis_label(node.id, document.set.sources, document.set.language)


def _said(route: tuple[_Node, ...], count: int, label: dict[str, str], words: Words) -> str:
    speaker, *relays, basis = (label[node.name] for node in route)
    through = f", {words['relays']} {', '.join(relays)}" if relays else ""
    return f"{speaker}{through}, {words['rests_on']} {basis}: {count}"


def reading_sheet_data(document: Document) -> dict[str, Any]:
    """The three questions of lateral reading with room to write (Civic Online Reasoning, Stanford)."""
    words = words_of(document.set.language)
    asked = [[words[name], words[f"{name}_more"]] for name in ("ask_who", "ask_evidence", "ask_others")]
    return {**_frame(document, words, "reading_sheet"), "asked": asked}


def _frame(document: Document, words: Words, kind: str) -> dict[str, Any]:
    made = document.set
    titles = [article.title for article in made.articles.values()]
    return {
        "kind": kind,
        "words": words.all,
        "heading": f"{words[kind]}: {made.title}" if kind == "source_map" else words[kind],
        "title": made.title,
        "articles": titles,
        "paper": _PAPERS[made.quizzes[0].layout.paper if made.quizzes else "a4"],
        "profile": "normal",
        "issue": "",
        **tongue(made.language),
    }
