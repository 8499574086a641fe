"""A file's plain data, with the place of every value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from functools import cached_property
from typing import Any

import yaml

from deckmaker.model.patterns import regex
from deckmaker.readers.events import Events, ItemPlace
from deckmaker.readers.laid_out import LaidOut
from deckmaker.readers.places import EventPlaces, NodePlaces, Path, Places, from_root, scalar_nodes
from deckmaker.source import SourceFile, Span

Data = Any
"""Plain data: dict with text keys, list, or str."""

__all__ = ["Data", "Path", "Tree"]


class Tree:
    """A file's data and its places.

    file: the file.
    data: its top-level mapping; empty where there is none.
    texts: every text in it, where it was read the quick way, in which nothing was wrong; None otherwise.
    has_texts_for_lists: whether a key that takes a list may hold one text.
    """

    has_texts_for_lists = True

    def __init__(self, file: SourceFile, data: dict[str, Data], places: Places, texts: list[str] | None = None) -> None:
        self.file = file
        self.data = data
        self.texts = texts
        self._places = places
        self._items: dict[str, list[ItemPlace]] = {}

    @classmethod
    def of_events(cls, file: SourceFile, events: Events) -> Tree:
        """The tree of a file that was read by its events."""
        tree = cls(file, events.data, EventPlaces(file, events), events.scalars)
        tree._items = events.items
        tree.has_texts_for_lists = events.has_texts_for_lists
        return tree

    @cached_property
    def may_show(self) -> bool:
        """Whether it may name a picture or a sound: `![` and `image` are what names one."""
        return "![" in self.file.text or _IMAGE.search(self.file.text) is not None

    def put_by(self, data: bytes) -> None:
        """Nothing more is read from the file's text, unless somebody asks for a place. data: the file's."""
        if self.texts is not None and not self.may_show:
            self.file.put_by(data)
            self.texts = []

    def call(self, path: Path, meant: str) -> None:
        """The key at `path` by its right name from now on, where it stands; nothing of it where that is given too."""
        mapping: Any = self.data
        for step in path[:-1]:
            mapping = mapping[step]
        root = self._places.root  # of the whole file: from now on, places are looked up there alone
        found = from_root(root, path)
        value = mapping.pop(path[-1], None)
        if not value or meant in mapping:
            return
        mapping[meant] = value
        if found is not None and found.key is not None and found.key.value == path[-1]:
            found.key.value = meant

    def without_data(self) -> Tree:
        """The same, holding nothing and nowhere."""
        return Tree(self.file, {}, NodePlaces(self.file, None, self.file, frozenset()))

    def span(self, path: Path) -> Span:
        """Where the value at `path` stands; for a path that leads nowhere, where its nearest parent does."""
        found = self._places.find(path)
        return self.file.span(0) if found is None else self.span_of(found.node, found.shift)

    def key_span(self, path: Path) -> Span:
        """Where the key of the value at `path` stands; of a list item, its own first key or itself."""
        found = self._places.find(path)
        if found is None:
            return self.file.span(0)
        return self.head(found.node, found.shift) if found.key is None else self.span_of(found.key, found.shift)

    def to_add(self, path: Path, line: str) -> str:
        """What to do about a line that the mapping at `path` lacks: one in braces has its keys inside these."""
        where = "add inside the braces" if self.span(path).text[:1] == "{" else "add a line"
        return f"{where}\n{line}"

    def spans(self, path: Path) -> Mapping[str, Span]:
        """Where each field of the mapping at `path` stands; looked up when it is first asked for."""
        return _Spans(self, path)

    def keys_at(self, path: Path) -> Set[str]:
        """The keys of the mapping at `path` that hold something; of anything else none."""
        value: Any = self.data
        for step in path:
            if isinstance(value, LaidOut) and len(path) == 2:
                return value.keys_of(step)
            value = value[step]
        return value.keys() if isinstance(value, dict) else frozenset()

    def having(self, key: str, inner: str) -> Iterator[tuple[int, Data]]:
        """The items of a top-level list that have a key, with their numbers."""
        items = self.data.get(key)
        if isinstance(items, LaidOut):
            yield from ((number, items[number]) for number in items.having(inner))
        elif isinstance(items, list):
            yield from ((number, item) for number, item in enumerate(items) if isinstance(item, dict) and inner in item)

    def item_span(self, path: Path) -> Span | None:
        """Where the id of an item of a top-level list stands, where that is known without a look; else None."""
        places = self._items.get(str(path[0])) if len(path) == 2 else None
        if places is None or not isinstance(path[1], int) or places[path[1]].id_start < 0:
            return None
        here = places[path[1]]
        return Span(self.file, here.id_start, here.id_end)

    @cached_property
    def scalar_starts(self) -> frozenset[int]:
        """Where scalars without quotes start."""
        return frozenset(
            self.place(node.start_mark.index) for node in scalar_nodes(self._places.root) if not node.style
        )  # fmt: skip

    def place(self, offset: int) -> int:
        """Where an offset in the text that the nodes are of is in the file."""
        return self._places.place(offset)

    def head(self, node: yaml.Node, shift: int = 0) -> Span:
        """Where a node starts: a mapping's first key, or itself."""
        if isinstance(node, yaml.MappingNode) and node.value:
            return self.span_of(node.value[0][0], shift)
        return self.span_of(node, shift)

    def span_of(self, node: yaml.Node, shift: int = 0) -> Span:
        """Where a node stands; of lists and mappings the first line."""
        text = self._places.text
        start, end = node.start_mark.index + shift, node.end_mark.index + shift
        if not isinstance(node, yaml.ScalarNode):
            end = min(end, start + len(text[start:end].splitlines()[0] if end > start else ""))
        end = start + len(text[start:end].rstrip())
        return Span(self.file, self._places.place(start), self._places.place(end))

    def fields(self, path: Path) -> dict[str, Span]:
        """See `spans`."""
        found = self._places.find(path, inside=True) or self._places.find(())
        if found is None or not isinstance(found.node, yaml.MappingNode):
            return {}
        fields = ((key, value) for key, value in found.node.value if isinstance(key, yaml.ScalarNode))
        return {key.value: self.span_of(value, found.shift) for key, value in fields}


_IMAGE = regex(r"image[\"']?\s*:")


class Later(Mapping[str, Span]):
    """Places that are looked up when one of them is first asked for: most are never asked for.

    look: looks them up.
    """

    __slots__ = ("_found", "_look")

    def __init__(self, look: Callable[[], dict[str, Span]]) -> None:
        self._look = look
        self._found: dict[str, Span] | None = None

    @property
    def _all(self) -> dict[str, Span]:
        if self._found is None:
            self._found = self._look()
        return self._found

    def __getitem__(self, key: str) -> Span:
        return self._all[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class _Spans(Later):
    """Where the fields of a mapping stand. Which there are is known without a look."""

    __slots__ = ("_path", "_tree")

    def __init__(self, tree: Tree, path: Path) -> None:
        self._found = None
        self._tree, self._path = tree, path

    def _look(self) -> dict[str, Span]:
        return self._tree.fields(self._path)

    def __contains__(self, key: object) -> bool:
        is_known = self._found is None and self._tree.texts is not None
        return key in (self._tree.keys_at(self._path) if is_known else self._all)
