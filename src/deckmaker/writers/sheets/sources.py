"""What a teacher hangs on the wall, and what a class reads an article with: one page each, about the set as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct

from deckmaker.model.claims import Claim
from deckmaker.model.document import Document
from deckmaker.model.labels import basis_label
from deckmaker.writers.layered import MARGIN, Edge, Grid, Layout, lay_out
from deckmaker.writers.sheets.items import tongue
from deckmaker.writers.sheets.words import Words, words_of

SOURCE_MAP, READING_SHEET = "source-map.pdf", "reading-sheet.pdf"
_PAPERS = {"a4": "a4", "letter": "us-letter"}
_HIGH, _LINE, _LETTER, _PORT = 12.0, 14.0, 7.3, 7.0
"""A node without its name; a line of the name; a letter's width; what a line that ends there takes; all in points."""
_SIZES = {"a4": (841.9, 595.3), "letter": (792.0, 612.0)}
"""A page's longer and shorter side, in points."""
_AROUND, _ABOVE = 113.0, 210.0
"""What margins take of a page's width; what they, the title and the columns' heads take of its height."""
_NARROW, _WIDE, _NEAR, _FAR = 160.0, 260.0, 66.0, 160.0
"""The bounds of a node's width, and of the room between columns."""
_CLOSE, _APART = 8.0, 20.0
"""The bounds of the room between rows."""
_EDGE = 7.0
"""Between a node's edge and its words."""


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
    made, grid, wide = _laid_out(document, {name: node.column for name, node in nodes.items()}, label, steps)
    often = _often(routes)
    lefts = {nodes[name].column: box.left for name, box in made.boxes.items()}
    heads = [words["says"], *[words["relays"]] * widest, words["rests_on"]]
    return {
        **_frame(document, words, "source_map"),
        "wide": wide,
        "columns": [[lefts[column], word] for column, word in enumerate(heads) if column in lefts],
        "size": [made.width, made.height, grid.width],
        "boxes": [[box.left, box.top, box.height, label[name], often[nodes[name]]] for name, box in made.boxes.items()],
        "lines": [[list(path), count] for path, count in zip(made.paths, steps.values(), strict=True)],
        "alt": "; ".join(_said(route, count, label, words) for route, count in routes.items()),
    }


def _laid_out(
    document: Document, columns: dict[str, int], label: dict[str, str], steps: Iterable[tuple[_Node, _Node]]
) -> tuple[Layout, Grid, bool]:
    """The map as the page holds it largest, upright or across, and whether it is across."""
    edges = [(start.name, end.name) for start, end in steps]
    long, short = _SIZES[_layout_paper(document)]
    found = []
    for across, down in ((long, short), (short, long)):
        room = (across - _AROUND, down - _ABOVE)
        made, grid = _in_room(columns, label, edges, room)
        found.append((min(room[0] / made.width, room[1] / made.height), made, grid))
    scale, made, grid = max(found, key=lambda one: one[0])
    return made, grid, scale == found[0][0]


def _in_room(
    columns: dict[str, int], label: dict[str, str], edges: list[Edge], room: tuple[float, float]
) -> tuple[Layout, Grid]:
    """Nodes as wide as their number allows, so that names take few lines; columns and rows as far apart as may be."""
    count = max(columns.values()) + 1
    inner = room[0] - 2 * MARGIN
    wide = min(max((inner - (count - 1) * _NEAR) / count, _NARROW), _WIDE)
    across = min(max((inner - count * wide) / (count - 1), _NEAR), _FAR)
    heights = _heights(label, edges, wide)
    grid = Grid(wide, across, _between(columns, heights, room[1]))
    return lay_out(columns, heights, edges, grid), grid


def _heights(label: dict[str, str], edges: list[Edge], wide: float) -> dict[str, float]:
    """Of nodes: as much as their names take, and the lines on the side that has more of them."""
    ends = Counter((name, side) for edge in edges for side, name in enumerate(edge))
    lines = {name: -(-len(words) * _LETTER // (wide - 2 * _EDGE)) for name, words in label.items()}
    most = {name: max(ends[name, 0], ends[name, 1]) for name in label}
    return {name: max(_HIGH + _LINE * lines[name], _PORT * most[name]) for name in label}


def _between(columns: dict[str, int], heights: dict[str, float], high: float) -> float:
    """What is left between rows where the fullest column takes the height."""
    stacks = [[heights[name] for name in columns if columns[name] == column] for column in set(columns.values())]
    free = [(high - 2 * MARGIN - sum(stack)) / (len(stack) - 1) for stack in stacks if len(stack) > 1]
    return min(max(min(free, default=_APART), _CLOSE), _APART)


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


def _layout_paper(document: Document) -> str:
    return document.set.quizzes[0].layout.paper if document.set.quizzes else "a4"


def _frame(document: Document, words: Words, kind: str) -> dict[str, Any]:
    made = document.set
    titles = [article.title for article in made.articles.values()]
    return {
        "kind": kind,
        "words": words.all,
        "heading": f"{words[kind]}: {made.title}" if kind == "source_map" else words[kind],
        "title": made.title,
        "articles": titles,
        "paper": _PAPERS[_layout_paper(document)],
        "profile": "normal",
        "issue": "",
        **tongue(made.language),
    }
