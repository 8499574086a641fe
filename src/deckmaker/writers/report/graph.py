"""The source graph: a drawing, and the same in words."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from deckmaker.writers.layered import GAP_X, WIDTH, Box, Point, lay_out
from deckmaker.writers.report.elements import Content, Markup, commas, join, tag
from deckmaker.writers.report.material import Material, counted
from deckmaker.writers.report.relations import PART_OF, RELAYS, SPEAKS_FOR, Line, Standing, lines, standings
from deckmaker.writers.report.tables import Cell, Row, table

_LETTERS, _MOST_LINES, _LEAD, _SMALLEST, _LARGEST, _TEXT_AT = 16, 4, 17, 4.0, 19.0, 50
"""Of a node's name: letters a line, lines at most, their distance; the circle's radius; where the words begin."""
_LEAST = 0.84
"""How small the drawing may get before it scrolls; its words are 11 pixels high then."""
_STYLE = {SPEAKS_FOR: "kin", PART_OF: "kin", RELAYS: "relay"}


def sources(material: Material) -> Markup:
    """The drawing with its key, then a table that says all that it shows."""
    nodes, between = standings(material), lines(material)
    figure = tag(
        "figure",
        tag(
            "div",
            _drawing(material, nodes, between),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_label="Drawing of the sources, can be scrolled sideways",
        ),
        tag("figcaption", _key()),
    )
    return join(figure, _in_words(material, nodes, between))


def _key() -> Content:
    return (
        tag("span", _sample("kin"), "speaks for, or is part of", class_="key"),
        tag("span", _sample("relay"), "relays what another says, in so many claims", class_="key"),
        tag(
            "span",
            tag("span", "", class_="dot"),
            "larger: says, or is the basis of, more claims",
            class_="key",
        ),
    )


def _sample(style: str) -> Markup:
    line = tag("path", d="M2 7 H30", class_=style, marker_end="url(#arrow)" if style == "relay" else None)
    return tag("svg", line, viewBox="0 0 40 14", width=40, height=14, aria_hidden="true", focusable="false")


def _drawing(material: Material, nodes: list[Standing], between: list[Line]) -> Markup:
    heights = {node.source.id: 30.0 + _LEAD * len(_broken(_shown(node))) for node in nodes}
    columns = {node.source.id: node.column for node in nodes}
    made = lay_out(columns, heights, [(line.start, line.end) for line in between])
    total = max((node.says + node.bears for node in nodes), default=0)
    drawn = list(zip(between, made.paths, strict=True))
    return tag(
        "svg",
        tag("title", "Who is credited, and who relays whom", id="graph-title"),
        tag("desc", f"{counted(len(nodes), 'source')}; the table below says the same in words.", id="graph-desc"),
        tag("defs", _arrow()),
        tag("g", (_line(line, path) for line, path in drawn)),
        tag("g", (_means(line, path) for line, path in drawn)),  # over every line
        tag("g", (_node(node, made.boxes[node.source.id], total) for node in nodes)),
        viewBox=f"0 0 {made.width:g} {made.height:g}",
        width=f"{made.width:g}",
        height=f"{made.height:g}",
        style=f"min-width: {made.width * _LEAST:.0f}px",
        class_="graph",
        role="img",
        aria_labelledby="graph-title graph-desc",
    )


def _arrow() -> Markup:
    head = tag("path", d="M0 0 L9 4.5 L0 9 z", class_="head")
    return tag(
        "marker", head, id="arrow", markerWidth=9, markerHeight=9, refX=8, refY="4.5", orient="auto",
        markerUnits="userSpaceOnUse",
    )  # fmt: skip


def _node(node: Standing, box: Box, total: int) -> Markup:
    count = node.says + node.bears
    radius = _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(count / total) if total else _SMALLEST
    names = _broken(_shown(node))
    words = [*((line, "name") for line in names), (_counts(node), "count")]
    return tag(
        "g",
        tag("rect", x=0, y=0, width=f"{WIDTH:g}", height=f"{box.height:g}", rx=8, class_="node"),
        tag("circle", cx=26, cy=f"{box.height / 2:g}", r=f"{radius:.1f}", class_="dot" if count else "dot none"),
        (tag("text", line, x=_TEXT_AT, y=21 + _LEAD * at, class_=style) for at, (line, style) in enumerate(words)),
        transform=f"translate({box.left:g} {box.top:g})",
    )


def _shown(node: Standing) -> str:
    return node.source.name


def _counts(node: Standing) -> str:
    parts = [f"says {node.says}"] * bool(node.says) + [f"basis of {node.bears}"] * bool(node.bears)
    return ", ".join(parts) or "no claim of its own"


def _broken(words: str) -> list[str]:
    """A name in lines that fit a node, the last with "…" where it is too long."""
    found = [""]
    for word in words.split():
        for piece in _pieces(word):
            joined = f"{found[-1]} {piece}".lstrip()
            if _cells(joined) <= _LETTERS or not found[-1]:
                found[-1] = joined
            else:
                found.append(piece)
    return found if len(found) <= _MOST_LINES else [*found[: _MOST_LINES - 1], found[_MOST_LINES - 1] + "…"]


def _pieces(word: str) -> Iterator[str]:
    piece = ""
    for letter in word:
        if _cells(piece + letter) > _LETTERS:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _cells(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


def _line(line: Line, path: tuple[Point, ...]) -> Markup:
    style = _STYLE[line.means]
    end = "url(#arrow)" if style == "relay" else None
    return tag("path", d=_curve(path), class_=style, marker_end=end)


def _means(line: Line, path: tuple[Point, ...]) -> Markup:
    words = f"× {line.count}" if line.count else line.means
    x, y, anchor = _beside(path)
    style = f"between {_STYLE[line.means]}-text"
    return tag("text", words, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, class_=style)


def _beside(path: tuple[Point, ...]) -> tuple[float, float, str]:
    """Where a line's words stand: where it runs level, else at its start, on the side that it turns away from."""
    (x, y), (next_x, next_y) = path[0], path[1]
    if len(path) > 2:
        return (next_x + path[2][0]) / 2, next_y - 4, "middle"
    height = y + 11 if next_y < y - 2 * _LEAD else y - 4
    return (x - 5, height, "end") if next_x < x else (x + 5, height, "start")


def _curve(path: tuple[Point, ...]) -> str:
    parts = [f"M{path[0][0]:.1f} {path[0][1]:.1f}"]
    for (x, y), (to_x, to_y) in pairwise(path):
        # Out and in again on the right where both ends are in one column, else with level ends.
        bend, back = (GAP_X / 2, GAP_X / 2) if x == to_x else ((to_x - x) / 2, (x - to_x) / 2)
        parts.append(f"C{x + bend:.1f} {y:.1f} {to_x + back:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}")
    return " ".join(parts)


def _in_words(material: Material, nodes: list[Standing], between: list[Line]) -> Markup:
    columns = ("Source", "Kind", "Tied to", "Says", "Basis of")
    rows: list[Row] = [(_row(material, node, between), {}) for node in nodes]
    return table("sources-list", "The same in words", columns, rows)


def _row(material: Material, node: Standing, between: list[Line]) -> tuple[Cell, ...]:
    source = node.source
    ties = [_tie(material, line) for line in between if line.start == source.id]
    more = tag("div", source.role, class_="quiet") if source.role else ""
    aliases = tag("div", "also ", commas(source.aliases), class_="quiet") if source.aliases else ""
    return (
        Cell((source.name, more, aliases)),
        Cell("the article’s own voice" if source.id == "article" else source.kind),
        Cell(tag("div", tie) for tie in ties),
        Cell(counted(node.says, "claim") if node.says else ""),
        Cell(counted(node.bears, "claim") if node.bears else ""),
    )


def _tie(material: Material, line: Line) -> str:
    often = f" in {counted(line.count, 'claim')}" if line.count else ""
    return f"{line.means} {material.name(line.end)}{often}"
