"""A file's plain data, with the place of every value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from typing import Any

import yaml

from deckmaker.readers.events import Events, ItemPlace
from deckmaker.readers.places import EventPlaces, NodePlaces, Path, Places, scalar_nodes
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

    def put_by(self) -> None:
        """Nothing more is read from the file's text, unless somebody asks for a place."""
        if self.texts is not None:
            self.file.put_by()
            self.texts = []

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

    def spans(self, path: Path) -> Mapping[str, Span]:
        """Where each field of the mapping at `path` stands; looked up when it is first asked for."""
        return _Spans(self, path)

    def keys_at(self, path: Path) -> Set[str] | None:
        """The keys of the mapping at `path`, where they are known without a look; else None."""
        if self.texts is None:
            return None
        value: Any = self.data
        for step in path:
            value = value[step]
        return value.keys() if isinstance(value, dict) else None

    def item_span(self, path: Path) -> Span | None:
        """Where the id of an item of a top-level list stands, where that is known without a look; else None."""
        places = self._items.get(str(path[0])) if len(path) == 2 else None
        if places is None or not isinstance(path[1], int) or places[path[1]].id_start < 0:
            return None
        here = places[path[1]]
        end = here.id_start + len(self.file.text[here.id_start : here.id_end].rstrip())
        return Span(self.file, here.id_start, end)

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


class _Spans(Mapping[str, Span]):
    """Where the fields of a mapping stand, looked up when first asked for: most are never asked for."""

    __slots__ = ("_found", "_path", "_tree")

    def __init__(self, tree: Tree, path: Path) -> None:
        self._tree, self._path = tree, path
        self._found: dict[str, Span] | None = None

    @property
    def _all(self) -> dict[str, Span]:
        if self._found is None:
            self._found = self._tree.fields(self._path)
        return self._found

    def __getitem__(self, key: str) -> Span:
        return self._all[key]

    def __contains__(self, key: object) -> bool:
        given = self._tree.keys_at(self._path) if self._found is None else None
        return key in (self._all if given is None else given)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
