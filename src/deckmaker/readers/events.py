"""The quick way from text to plain data: libyaml's events, for files in which nothing calls for a closer look.

Where anything does (an alias, a tag, a key given twice, an empty value, a mark out of place, a fault), this module
says nothing at all, and `nodes` reads the file again, node by node. What both read is the same; a property test holds
the one against the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct

from deckmaker.readers.shapes import LIST_KEYS

_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)
_Scalar, _Mapping, _MappingEnd = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
_Sequence, _SequenceEnd = yaml.SequenceStartEvent, yaml.SequenceEndEvent

MOST_DEPTH = 40
"""How deep lists and keys may be nested in each other."""


class Flow(Struct, frozen=True):
    """Where a part of a file stands: of a key and its value, in code points.

    key_start, key_end, start, end: ends exclusive.
    kind: the class of YAML node that the value is.
    """

    key_start: int
    key_end: int
    start: int
    end: int
    kind: type[yaml.Node]


class ItemPlace(Struct, frozen=True, gc=False):
    """Where an item of a top-level list stands.

    start: of its first letter, behind its dash; column: of that, from 0.
    id_start, id_end: of its id's value, both -1 where it has none.
    """

    start: int
    column: int
    id_start: int
    id_end: int


class Events(Struct, frozen=True):
    """What a file holds.

    data: its top-level mapping.
    top: where its keys and their values stand.
    items: of each list that is a top-level key's value and has its items on lines of their own, where these stand.
    scalars: every text in it.
    has_texts_for_lists: whether a key that takes a list holds one text.
    """

    data: dict[str, Any]
    top: dict[str, Flow]
    items: dict[str, list[ItemPlace]]
    scalars: list[str]
    has_texts_for_lists: bool


class _Odd(Exception):
    """Something calls for a closer look."""


def read_events(text: str) -> Events | None:
    """The file's content; None where it takes a closer look."""
    if _Parser is None:
        return None
    try:
        return _Reader(text).read()
    except (_Odd, yaml.YAMLError, RecursionError):
        return None


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._event: Callable[[], Any] = _Parser(text).get_event
        self._scalars: list[str] = []
        self._end: Any = None
        self._has_texts_for_lists = False

    def read(self) -> Events:
        event = self._event
        event()  # of the stream
        if not isinstance(event(), yaml.DocumentStartEvent):
            raise _Odd
        start = event()
        if not isinstance(start, _Mapping) or start.flow_style or _is_marked(start):
            raise _Odd
        data, top, items = dict[str, Any](), dict[str, Flow](), dict[str, list[ItemPlace]]()
        while (key := event()).__class__ is not _MappingEnd:
            name = self._key(key, data)
            value = self._end = event()
            if value.__class__ is _Sequence and not value.flow_style and not _is_marked(value):
                data[name], items[name] = self._items()
            else:
                data[name] = self._value(value, 1)
            marks = key.start_mark.index, key.end_mark.index, value.start_mark.index, self._end.end_mark.index
            top[name] = Flow(*marks, _KINDS[value.__class__])
        event()
        if not isinstance(event(), yaml.StreamEndEvent):
            raise _Odd
        return Events(data, top, items, self._scalars, self._has_texts_for_lists)

    def _items(self) -> tuple[list[Any], list[ItemPlace]]:
        """A top-level list, and where its items stand."""
        event, found, places = self._event, list[Any](), list[ItemPlace]()
        while (first := event()).__class__ is not _SequenceEnd:
            mark = first.start_mark
            if first.__class__ is _Mapping and not first.flow_style and not _is_marked(first):
                made, start, end = self._item()
            else:
                made, start, end = self._value(first, 2), -1, -1
            found.append(made)
            places.append(ItemPlace(mark.index, mark.column, start, end))
        self._end = first
        return found, places

    def _item(self) -> tuple[dict[str, Any], int, int]:
        """A mapping in a top-level list, and where the value of its id starts and ends."""
        event, made = self._event, dict[str, Any]()
        start = end = -1
        while (key := event()).__class__ is not _MappingEnd:
            name = self._key(key, made)
            value = event()
            if name == "id":
                start, end = value.start_mark.index, value.end_mark.index
                end = start + len(self._text[start:end].rstrip())
            made[name] = self._value(value, 3)
            if name in LIST_KEYS and value.__class__ is _Scalar:
                self._has_texts_for_lists = True
        return made, start, end

    def _value(self, value: Any, depth: int) -> Any:
        kind = value.__class__
        if value.anchor is not None or kind is yaml.AliasEvent or value.tag is not None:
            raise _Odd
        if kind is _Scalar:
            words = value.value
            if not words and not value.style:
                raise _Odd
            self._scalars.append(words)
            self._end = value
            return words
        if depth > MOST_DEPTH:
            raise _Odd
        return self._mapping(value, depth) if kind is _Mapping else self._sequence(depth)

    def _sequence(self, depth: int) -> list[Any]:
        event, made = self._event, list[Any]()
        while (value := event()).__class__ is not _SequenceEnd:
            made.append(self._value(value, depth + 1))
        self._end = value
        return made

    def _mapping(self, start: Any, depth: int) -> dict[str, Any]:
        event, made, in_braces = self._event, dict[str, Any](), start.flow_style
        while (key := event()).__class__ is not _MappingEnd:
            name = self._key(key, made)
            if in_braces and not self._text[key.end_mark.index : key.end_mark.index + 20].lstrip().startswith(":"):
                raise _Odd
            value = event()
            made[name] = self._value(value, depth + 1)
            if name in LIST_KEYS and value.__class__ is _Scalar:
                self._has_texts_for_lists = True
        self._end = key
        return made

    def _key(self, key: Any, above: dict[str, Any]) -> str:
        if key.__class__ is not _Scalar:
            raise _Odd
        name: str = key.value
        if name in above or ":" in name or key.tag is not None or key.anchor is not None:
            raise _Odd
        return name


_KINDS: dict[type, type[yaml.Node]] = {
    _Scalar: yaml.ScalarNode,
    _Sequence: yaml.SequenceNode,
    _Mapping: yaml.MappingNode,
}


def _is_marked(event: Any) -> bool:
    return event.tag is not None or event.anchor is not None
