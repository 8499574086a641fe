"""Where values stand in a file: found in the nodes that PyYAML makes of it, or of the part that is asked about."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Protocol

import yaml
from msgspec import Struct

from deckmaker.collector import collector_resting
from deckmaker.readers.events import Events, ItemPlace
from deckmaker.readers.laid_out import LaidOut
from deckmaker.source import SourceFile

Path = tuple[str | int, ...]
"""Where a value stands in the data: keys and indexes from the root."""

_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Typed(_Parser):  # type: ignore[misc]
    """Reads scalars as the text that was typed, by libyaml where that is at hand.

    Nothing is resolved: every node's tag is a value that nobody reads. PyYAML asks three times for each node, and
    built-in functions answer at once.
    """

    resolve = staticmethod(slice)
    descend_resolver = staticmethod(operator.is_)
    ascend_resolver = staticmethod(bool)


LOADER = _Typed


class Found(Struct, frozen=True):
    """A value that was found.

    key: the node of its key, None for an item of a list and for the root.
    node: its own.
    shift: how far its places are from those of the file, in code points.
    """

    key: yaml.Node | None
    node: yaml.Node
    shift: int = 0


class Places(Protocol):
    """What knows where values stand."""

    @property
    def root(self) -> yaml.Node | None:
        """The node of the whole file, None where there is none."""

    @property
    def text(self) -> str:
        """The text that the nodes are of."""

    def place(self, offset: int) -> int:
        """Where an offset in `text` is in the file."""

    def find(self, path: Path, *, inside: bool = False) -> Found | None:
        """The value at a path; for a path that leads nowhere its nearest parent, None for one outside the root.

        inside: whether the nodes below it are asked for as well.
        """


class NodePlaces:
    """Places in a file that was read node by node, some of its lines put right.

    patched: as it was read; lines: the numbers of the lines that were put right.
    """

    def __init__(self, file: SourceFile, root: yaml.Node | None, patched: SourceFile, lines: frozenset[int]) -> None:
        self.root = root
        self.text = patched.text
        self._file, self._patched, self._lines = file, patched, lines
        self._changes: dict[int, Change] = {}

    def place(self, offset: int) -> int:
        """See `Places`."""
        if not self._lines:
            return offset
        line, column = self._patched.position(offset)
        start, typed = self._file.line_starts[line - 1], self._file.line
        if line in self._lines and line not in self._changes:
            self._changes[line] = Change.of(typed(line), self._patched.line(line))
        change = self._changes.get(line)
        return start + (change.typed(column - 1) if change else min(column - 1, len(typed(line))))

    def find(self, path: Path, *, inside: bool = False) -> Found | None:
        """See `Places`."""
        return from_root(self.root, path)


_WIDE = 400
"""Letters of a line put right among which those typed are looked for one by one."""


class Change(Struct, frozen=True):
    """How a line that was put right differs from the line as typed.

    old, new: how long the two are; head, tail: how many letters at their start and at their end are the same.
    blocks: of what lies between, where the same letters stand in the new one, in the old one, and how many.
    """

    old: int
    new: int
    head: int
    tail: int
    blocks: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, old: str, new: str) -> Change:
        """The difference of the two lines."""
        from difflib import SequenceMatcher  # only where something is wrong

        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        inside, better = old[head : len(old) - tail], new[head : len(new) - tail]
        blocks = [(0, 0, min(len(inside), len(better)))]
        if len(inside) + len(better) < _WIDE:
            matching = SequenceMatcher(None, better, inside, autojunk=False).get_matching_blocks()
            blocks = [(0, 0, 0), *((block.a, block.b, block.size) for block in matching)]
        return cls(len(old), len(new), head, tail, tuple(blocks))

    def typed(self, column: int) -> int:
        """The column in the line as typed of a column in the line put right."""
        if column <= self.head:
            return column
        if column >= self.new - self.tail:
            return min(self.old - (self.new - column), self.old)
        start, typed, size = [block for block in self.blocks if block[0] <= column - self.head][-1]
        return self.head + typed + min(column - self.head - start, size)


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


class EventPlaces:
    """Places in a file that was read by its events: nodes are made of the part that is asked about.

    events: what the file holds.
    """

    def __init__(self, file: SourceFile, events: Events) -> None:
        self._file = file
        self._events = events
        self._items: dict[tuple[str, int], Found | None] = {}
        self._made = 0

    @property
    def text(self) -> str:
        """See `Places`."""
        return self._file.text

    @cached_property
    def root(self) -> yaml.Node | None:
        """See `Places`."""
        with collector_resting():
            made: yaml.Node | None = yaml.compose(self.text, Loader=LOADER)
        return made

    def place(self, offset: int) -> int:
        """See `Places`."""
        return offset

    def find(self, path: Path, *, inside: bool = False) -> Found | None:
        """See `Places`."""
        if len(path) == 1 and path[0] in self._events.top and not inside:
            return self._top(str(path[0]))
        if len(path) > 1 and path[0] in self._events.items and isinstance(path[1], int):
            item = self._item(str(path[0]), path[1])
            if item is not None:
                return below(item, path[2:])
        return from_root(self.root, path)

    def _top(self, key: str) -> Found:
        flow = self._events.top[key]
        value = [] if issubclass(flow.kind, yaml.CollectionNode) else ""
        places: list[Any] = [_Mark(each) for each in (flow.key_start, flow.key_end, flow.start, flow.end)]
        return Found(yaml.ScalarNode("", key, *places[:2]), flow.kind("", value, *places[2:]))

    def _item(self, key: str, index: int) -> Found | None:
        """The item of a top-level list; None where the whole file had better be read."""
        places = self._events.items[key]
        if "root" in self.__dict__ or self._made > len(self.text) // 8 or index >= len(places):
            return None
        if (key, index) not in self._items:
            self._items[key, index] = self._compose(places, index, self._events.top[key].end, key)
        return self._items[key, index]

    def _compose(self, places: list[ItemPlace], index: int, end: int, key: str) -> Found | None:
        here = places[index]
        if index + 1 < len(places):
            end = self.text.rfind("-", here.start, places[index + 1].start)
        self._made += end - here.start
        try:
            # blanks before the first line, so that it stands as far in as the others
            made = yaml.compose(" " * here.column + self.text[here.start : end], Loader=LOADER)
        except yaml.YAMLError:
            return None
        if made is None or not _is_of(made, self._events.data[key], index):
            return None
        return Found(None, made, here.start - here.column)


class _Mark:
    """A place, as PyYAML's marks name it."""

    __slots__ = ("index",)

    def __init__(self, index: int) -> None:
        self.index = index


def _is_of(node: yaml.Node, items: Any, index: int) -> bool:
    """Whether the node is that item; of one whose data is not held, its keys tell."""
    made = _data(node)
    if isinstance(items, LaidOut):
        return isinstance(made, dict) and made.keys() == items.keys_of(index)
    return bool(made == items[index])


def _data(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    return [_data(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def from_root(root: yaml.Node | None, path: Path) -> Found | None:
    """What the path leads to from the root; None where not even its first step leads anywhere."""
    if root is None:
        return None
    found = below(Found(None, root), path)
    return None if path and found.node is root else found


def below(found: Found, path: Path) -> Found:
    """What the path leads to from there, as far as it leads."""
    for step in path:
        child = _child(found.node, step)
        if child is None:
            if isinstance(found.node, yaml.ScalarNode) and step == 0:
                continue  # one value where a list may stand
            break
        found = Found(*child, found.shift)
    return found


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def scalar_nodes(root: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Every scalar below a node, once."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.CollectionNode) and id(node) not in seen:
            seen.add(id(node))
            waiting += [part for one in node.value for part in (one if isinstance(one, tuple) else (one,))]
