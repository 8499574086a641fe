"""Large lists of questions and claims → their shapes, item by item: by the layouts of those before, or else by libyaml.

Where cutting a file into items is not sure, or something calls for a closer look, this module says nothing at all. What
it reads is what `events` and `quick` read of the whole file; a property test holds the one against the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import accumulate
from typing import Any

import msgspec
import yaml

from deckmaker.model.patterns import regex
from deckmaker.readers.events import Events, Flow, ItemPlace, read_events
from deckmaker.readers.laid_out import LaidOut, read_alone
from deckmaker.readers.layouts import Layout, Row, layout_of, rows_of
from deckmaker.readers.quick import none_too_deep, struct
from deckmaker.readers.shapes import ClaimShape, QuestionShape
from deckmaker.source import SourceFile

LARGE = 50_000
"""Letters of a file that is worth the search for lists."""

MOST_LAYOUTS = 20
"""That are tried for an item; with more, libyaml is as quick."""

_SHAPES = {"claims": ClaimShape, "questions": QuestionShape}
_HEADING = regex(r"^(claims|questions): *\n(?: *(?:#[^\n]*)?\n)*(?=( *)- [a-z_]+:)", re.M)
_FURTHER_OUT = regex(r"\n(?=[^ \n#])")
_AT_THE_EDGE = regex(r"\n(?=[^ \n#-]|-(?! ))")
"""The end of the line before one that stands further out than the dashes: what ends a list, or who knows what; the
second for dashes that are as far out as they can be."""


class _Odd(Exception):
    """Something calls for a closer look at the whole file."""


def read_lists(file: SourceFile) -> Events | None:
    """The file's content; None where it takes a closer look, or has no such list."""
    if not file.text.endswith("\n"):
        return None
    try:
        lists = list(_lists(file))
        return _whole(file.text, lists) if lists else None
    except (_Odd, msgspec.ValidationError):
        return None


def _lists(file: SourceFile) -> Iterator[_List]:
    end = 0
    while heading := _HEADING.search(file.text, end):
        made = _List(file, heading)
        end = made.flow.end
        yield made


def _whole(text: str, lists: Sequence[_List]) -> Events:
    """The lists, and what libyaml reads of the file with empty ones in their place. Raises _Odd."""
    rest = _rest(text, lists)
    data, top, items = rest.data, rest.top, rest.items
    for each in lists:
        if data.get(each.key) != [] or top[each.key].key_start != each.flow.key_start:
            raise _Odd  # it stands in quotes or brackets
        data[each.key], top[each.key], items[each.key] = each.found, each.flow, each.found.places
    has_texts = rest.has_texts_for_lists or any(each.has_texts_for_lists for each in lists)
    return Events(data, top, items, rest.scalars, has_texts)


_EMPTY = " []\n"


def _rest(text: str, lists: Sequence[_List]) -> Events:
    cuts = [0, *(place for each in lists for place in (each.flow.key_end + 1, each.flow.end)), len(text)]
    parts = [text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    read = read_events(_EMPTY.join(parts))
    if read is None:
        raise _Odd
    ends = [*accumulate(len(part) + len(_EMPTY) for part in parts[:-1])]

    def place(offset: int) -> int:
        before = bisect_right(ends, offset)
        return offset if before == 0 else offset - ends[before - 1] + cuts[2 * before]

    top = {
        key: Flow(place(flow.key_start), place(flow.key_end), place(flow.start), place(flow.end), flow.kind)
        for key, flow in read.top.items()
    }
    items = {key: [_moved(one, place) for one in each] for key, each in read.items.items()}
    return Events(read.data, top, items, read.scalars, read.has_texts_for_lists)


def _moved(item: ItemPlace, place: Callable[[int], int]) -> ItemPlace:
    id_start, id_end = (-1 if offset < 0 else place(offset) for offset in (item.id_start, item.id_end))
    return ItemPlace(place(item.start), item.column, id_start, id_end)


class _List:
    """Reads a list that is the value of a top-level key. Raises _Odd, or ValidationError of msgspec.

    key, flow: its key, and where both stand. found: its items.
    has_texts_for_lists: whether a key that takes a list holds one text.
    """

    def __init__(self, file: SourceFile, heading: re.Match[str]) -> None:
        self.key, indent, start = heading[1], heading[2], heading.end() + len(heading[2])
        self.has_texts_for_lists = False
        self.found = LaidOut(file, f"\n{indent}- ")
        self._margin = f"{indent}  "
        self._struct = struct(_SHAPES[self.key])
        self._texts: list[str] = []
        self._key_sets: dict[Set[str], Set[str]] = {}
        self._layouts: list[Layout] = []
        self._likely: dict[int, dict[Layout, None]] = {}  # by the lines of an item
        self._seen: dict[tuple[Row, ...] | None, bool] = {}
        self._read(file.text, start + 2)
        self._look_at_texts()
        self.flow = Flow(heading.start(1), heading.end(1), start, self.found.end, yaml.SequenceNode)

    def _read(self, text: str, start: int) -> None:
        """The items. start: of the first letter of the first."""
        is_printable = _is_printable(text, start)
        further_out = (_FURTHER_OUT if len(self._margin) > 2 else _AT_THE_EDGE).search
        for at, item in _pieces(text, start, self.found.sign):
            if not (is_printable or _is_printable(item)) or not self._by_layout(item, at):
                end = further_out(item)
                self._by_events(item[: end.start()] if end else item, at)
                if end:
                    self.found.end = at + end.start() + 1
                    return
        self.found.end = len(text)

    def _by_layout(self, item: str, start: int) -> bool:
        """Whether the item is laid out as others were, and was read."""
        likely = self._likely.setdefault(item.count("\n"), {})
        for layout in (*likely, *self._layouts):
            found = layout.match(item)
            read = layout.read(item, found) if found else None
            if read:
                id_start, id_end = (start + read.id_start, start + read.id_end) if read.id_end >= 0 else (-1, -1)
                self._take(read.data, layout.keys, read.texts, ItemPlace(start, len(self._margin), id_start, id_end))
                likely.setdefault(layout)
                return True
        return False

    def _by_events(self, item: str, start: int) -> None:
        """An item by libyaml."""
        read = read_alone(item, self.found.sign)
        if read is None:
            raise _Odd
        (data,), (place,), before = read.data["x"], read.items["x"], start - len(f"x:{self.found.sign}")
        if not isinstance(data, dict):
            raise _Odd
        keys = frozenset(data)
        self._take(
            data, self._key_sets.setdefault(keys, keys), read.scalars, _moved(place, lambda offset: offset + before)
        )
        self.has_texts_for_lists |= read.has_texts_for_lists
        if len(self._layouts) < MOST_LAYOUTS:
            self._learn(item, data)

    def _take(self, data: dict[str, Any], keys: Set[str], texts: list[str], place: ItemPlace) -> None:
        self.found.shapes.append(msgspec.convert(data, self._struct, strict=False))
        self.found.keys.append(keys)
        self.found.places.append(place)
        self._texts += texts
        if len(self._texts) > _MANY:
            self._look_at_texts()

    def _look_at_texts(self) -> None:
        if not none_too_deep(self._texts):
            raise _Odd
        self._texts = []

    def _learn(self, item: str, data: dict[str, Any]) -> None:
        """Have a layout for items like this one, if it is not the first of its like."""
        rows = rows_of(item)
        if rows is None or rows not in self._seen:
            self._seen.setdefault(rows, rows is not None)
        elif self._seen[rows]:
            self._seen[rows] = False
            layout = layout_of(rows, self._margin)
            read = layout and layout.read(item, layout.match(item))
            # so that nothing is taken for alike that libyaml does not see so
            if layout and read and read.data == data:
                self._layouts.append(layout)
                self.has_texts_for_lists |= layout.has_texts_for_lists


_MANY = 10_000
"""Texts that are looked at together."""


def _pieces(text: str, start: int, sign: str) -> Iterator[tuple[int, str]]:
    """The items that a sign parts, each with its start; the end of the text's last line is in none of them."""
    while (end := text.find(sign, start)) >= 0:
        yield start, text[start:end]
        start = end + len(sign)
    yield start, text[start:-1]


_PIECE = 1 << 20
"""Letters that are copied at once."""


def _is_printable(text: str, start: int = 0) -> bool:
    """Whether nothing from there on is what YAML does not take, or takes for a line's end, but for line ends."""
    pieces = (text[at : at + _PIECE] for at in range(start, len(text), _PIECE))
    return all(piece.replace("\n", "").isprintable() for piece in pieces)
