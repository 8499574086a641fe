"""Where the nodes of a graph in columns stand, and which way its lines go: no chance, no library.

Sugiyama's method in small: a line over several columns gets a place of its own in each it crosses, so that it passes
between nodes and not behind them; columns are put in order by the mean height of what their nodes are tied to, then
neighbours change places as long as that leaves fewer crossings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

Point = tuple[float, float]
Edge = tuple[str, str]
Place = tuple[int, int]

WIDTH, GAP_X, GAP_Y, MARGIN, CHANNEL = 190.0, 66.0, 20.0, 12.0, 14.0
"""Of a node; between columns and rows; around all; the height of a line's place in a column. In CSS pixels."""
_SWEEPS = 8


class Grid(Struct, frozen=True):
    """How wide nodes are, and what is left between columns and between rows."""

    width: float = WIDTH
    across: float = GAP_X
    down: float = GAP_Y


GRID = Grid()
"""As the report has it."""


class Box(Struct, frozen=True):
    """Where a node stands: its left upper corner and its height; all are as wide as the grid says."""

    left: float
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + self.height / 2


class Layout(Struct, frozen=True):
    """A graph laid out.

    boxes: by node.
    paths: for each edge, in their order, the points that it goes through, from one node's side to another's.
    width, height: of all.
    """

    boxes: Mapping[str, Box]
    paths: tuple[tuple[Point, ...], ...]
    width: float
    height: float


def lay_out(
    columns: Mapping[str, int], heights: Mapping[str, float], edges: Sequence[Edge], grid: Grid = GRID
) -> Layout:
    """The layout of nodes that stand in these columns and have these heights."""
    chains = [_chain(number, edge, columns) for number, edge in enumerate(edges)]
    place = {**columns, **{name: column for chain in chains for name, column in chain}}
    routes = [(start, *(name for name, _ in chain), end) for (start, end), chain in zip(edges, chains, strict=True)]
    tall = {name: heights.get(name, CHANNEL) for name in place}
    boxes = _boxes(_ordered(place, routes), tall, grid)
    ports = _ports(routes, boxes, grid.width)
    paths = tuple(_path(number, route, boxes, ports, grid.width) for number, route in enumerate(routes))
    right = max((box.left for box in boxes.values()), default=0) + grid.width + MARGIN
    bulge = grid.across / 2 if any(_side(route, boxes, 0) == 0 for route in routes) else 0
    height = max((box.top + box.height for box in boxes.values()), default=0) + MARGIN
    return Layout({name: boxes[name] for name in columns}, paths, right + bulge, height)


def _chain(number: int, edge: Edge, columns: Mapping[str, int]) -> list[tuple[str, int]]:
    """Names and columns of the places that an edge takes between its ends."""
    start, end = columns[edge[0]], columns[edge[1]]
    step = 1 if end > start else -1
    return [(f"{number} {column}", column) for column in range(start + step, end, step)]


def _ordered(place: Mapping[str, int], routes: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """Each column's names from above to below."""
    steps = [step for route in routes for step in pairwise(route)]
    found: list[list[str]] = [[] for _ in range(max(place.values(), default=-1) + 1)]
    for name, column in place.items():
        found[column].append(name)
    for sweep in range(_SWEEPS):
        for names in found if sweep % 2 == 0 else reversed(found):
            names.sort(key=_wishes(found, steps).__getitem__)
    while _swapped(found, steps):
        pass
    return found


def _wishes(columns: list[list[str]], steps: Sequence[Edge]) -> dict[str, float]:
    """For each name the mean height, from 0 to 1, of what it is tied to; its own where that is nothing."""
    rank = {name: at / max(len(names) - 1, 1) for names in columns for at, name in enumerate(names)}
    tied: dict[str, list[float]] = {name: [] for name in rank}
    for one, other in steps:
        tied[one].append(rank[other])
        tied[other].append(rank[one])
    return {name: sum(ranks) / len(ranks) if ranks else rank[name] for name, ranks in tied.items()}


def _swapped(columns: list[list[str]], steps: Sequence[Edge]) -> bool:
    """Swap the first two neighbours that cross fewer lines the other way round; whether there were any."""
    now = _crossings(columns, steps)
    for names in columns:
        for at in range(len(names) - 1):
            names[at], names[at + 1] = names[at + 1], names[at]
            if _crossings(columns, steps) < now:
                return True
            names[at], names[at + 1] = names[at + 1], names[at]
    return False


def _crossings(columns: list[list[str]], steps: Sequence[Edge]) -> int:
    """How often steps between the same two columns cross."""
    places = {name: (column, at) for column, names in enumerate(columns) for at, name in enumerate(names)}
    lines = [sorted((places[one], places[other])) for one, other in steps]
    return sum(_cross(*one, *other) for one, other in combinations(lines, 2))


def _cross(start: Place, end: Place, other_start: Place, other_end: Place) -> bool:
    same = start[0] == other_start[0] and end[0] == other_end[0]
    return same and (start[1] - other_start[1]) * (end[1] - other_end[1]) < 0


def _boxes(columns: list[list[str]], tall: Mapping[str, float], grid: Grid) -> dict[str, Box]:
    totals = [sum(tall[name] + grid.down for name in column) - grid.down for column in columns]
    most = max(totals, default=0)
    boxes = {}
    for number, (column, total) in enumerate(zip(columns, totals, strict=True)):
        top = MARGIN + (most - total) / 2
        for name in column:
            boxes[name] = Box(MARGIN + number * (grid.width + grid.across), top, tall[name])
            top += tall[name] + grid.down
    return boxes


def _side(route: tuple[str, ...], boxes: Mapping[str, Box], at: int) -> int:
    """On which side of the node at that end of a route it leaves: 1 right, -1 left; 0 right, and back to the column."""
    here, there = (route[0], route[1]) if at == 0 else (route[-1], route[-2])
    difference = boxes[there].left - boxes[here].left
    return (difference > 0) - (difference < 0)


def _ports(routes: Sequence[tuple[str, ...]], boxes: Mapping[str, Box], wide: float) -> dict[tuple[int, int], Point]:
    """For each route and end the point on the node's side; those of one side are spread over it, none crossing."""
    sides: dict[tuple[str, bool], list[tuple[float, int, int]]] = {}
    for number, route in enumerate(routes):
        for at, here, there in ((0, route[0], route[1]), (1, route[-1], route[-2])):
            right = _side(route, boxes, at) >= 0
            sides.setdefault((here, right), []).append((boxes[there].middle, number, at))
    found = {}
    for (name, right), ends in sides.items():
        box = boxes[name]
        for index, (_, number, at) in enumerate(sorted(ends), 1):
            height = box.top + box.height * index / (len(ends) + 1)
            found[number, at] = (box.left + (wide if right else 0), height)
    return found


def _path(
    number: int, route: tuple[str, ...], boxes: Mapping[str, Box], ports: Mapping[tuple[int, int], Point], wide: float
) -> tuple[Point, ...]:
    start, end = ports[number, 0], ports[number, 1]
    if start[0] == end[0] or len(route) == 2:
        return (start, end)
    between: list[Point] = []
    for name in route[1:-1]:
        box = boxes[name]
        ends = [(box.left, box.middle), (box.left + wide, box.middle)]
        between += ends if start[0] < end[0] else reversed(ends)
    return (start, *between, end)
