"""The plain data of a large list, of which no more is held than where its items stand."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from deckmaker.readers.events import Events, ItemPlace, read_events
from deckmaker.source import SourceFile


class LaidOut(Sequence[Any]):
    """The items of a list that is the value of a top-level key; each is read again when it is asked for.

    file: the file; sign: what parts its items: the end of a line, blanks and a dash.
    shapes: of each item, as `quick` makes it, until they are handed over.
    keys: of each item, those that it has; places: of each item.
    end: where the list ends.
    """

    def __init__(self, file: SourceFile, sign: str) -> None:
        self.file = file
        self.sign = sign
        self.shapes: list[Any] = []
        self.keys: list[Set[str]] = []
        self.places: list[ItemPlace] = []
        self.end = 0

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, index: Any) -> Any:
        """An item's data; no more than one at a time."""
        number = range(len(self))[index]
        after = self.places[number + 1].start - len(self.sign) if number + 1 < len(self) else self.end - 1
        read = read_alone(self.file.text[self.places[number].start : after], self.sign)
        assert read is not None, "it was read before"
        return read.data["x"][0]

    def handed_over(self) -> list[Any]:
        """The shapes of its items, once: they are not kept as long as the file is."""
        shapes, self.shapes = self.shapes, []
        return shapes

    def keys_of(self, index: Any) -> Set[str]:
        """The keys that an item has."""
        keys: Set[str] = self.keys[index]
        return keys

    def having(self, key: str) -> list[int]:
        """The numbers of those items that have a key."""
        return [number for number, keys in enumerate(self.keys) if key in keys]


def read_alone(item: str, sign: str) -> Events | None:
    """An item, from the letter behind its dash on, as the one item of a list "x"; None where it takes a closer look."""
    read = read_events(f"x:{sign}{item}\n")
    return read if read and read.data.keys() == {"x"} and len(read.items.get("x", ())) == 1 else None
