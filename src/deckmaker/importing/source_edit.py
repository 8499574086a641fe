"""Changes of single texts → a YAML file in which nothing else is touched: comments, order and layout stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from msgspec import Struct

from deckmaker.importing.layout import laid_out
from deckmaker.importing.update import Change
from deckmaker.importing.yaml_text import scalar

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml, as the readers use it: PyYAML's own takes less."""


_ALONE = re.compile(r" *(?:- +)*(?:[\w]+: +)?")
"""What stands before a value that has its line to itself."""


class Place(Struct, frozen=True):
    """Where a question stands in a file's text: offsets of its id's value, and of values of its keys, by key."""

    id: int
    keys: dict[str, tuple[int, int]]


def edited(words: str, changes: list[tuple[Change, Place]], normal: Callable[[str], str]) -> tuple[str, list[Change]]:
    """The file's text with the changes made, and those that there was no one place for.

    normal: a text as typed → as it is typed when read and written back, so that two spellings of one text are equal.
    """
    pieces: list[tuple[int, int, str]] = []
    left: list[Change] = []
    for change, place in changes:
        piece = _piece(words, change, place, normal)
        if piece is None:
            left.append(change)
        else:
            start, end, new = piece
            pieces.append((start, end, laid_out(words[start:end], change.new, normal) or new))
    for start, end, new in sorted(pieces, reverse=True):
        words = words[:start] + new + words[end:]
    return words, left


def _piece(words: str, change: Change, place: Place, normal: Callable[[str], str]) -> tuple[int, int, str] | None:
    """What is put where."""
    key = str(change.path[0])
    new = f"[{', '.join(map(scalar, change.tags))}]" if change.tags else None
    if len(change.path) == 1 and key in place.keys:
        start, end = place.keys[key]
        return start, end, new if new is not None else _value(words, start, end, change.new)
    if not change.old:
        return _inserted(words, place.id, f"{key}: {new if new is not None else scalar(change.new)}")
    found = [(start, end) for start, end, value in _scalars(words, place.id) if normal(value) == change.old]
    if len(found) != 1:
        return None
    return (*found[0], _value(words, *found[0], change.new))


def _value(words: str, start: int, end: int, new: str) -> str:
    """The new value in the style of the old one."""
    old = words[start:end]
    in_brackets = not _ALONE.fullmatch(words[words.rfind("\n", 0, start) + 1 : start])
    if "\n" not in new:
        return scalar(new, in_brackets=in_brackets) + ("\n" if old.endswith("\n") else "")
    if not old.startswith(("|", ">")):
        return scalar(new)
    indent = re.search(r"\n( +)\S", old)
    lines = [f"{indent[1] if indent else '  '}{line}" if line else "" for line in new.split("\n")]
    return "|\n" + "\n".join(lines) + ("\n" if old.endswith("\n") else "")


def _inserted(words: str, id: int, entry: str) -> tuple[int, int, str]:
    """A new key after the id, on a line of its own unless the question stands in braces."""
    line_start = words.rfind("\n", 0, id) + 1
    before = words[line_start:id]
    end = id + len(words[id:]) - len(re.sub(r"^[^\s,}#]*", "", words[id:]))
    if "{" in before:
        return end, end, f", {entry}"
    newline = words.find("\n", end)
    at = len(words) if newline < 0 else newline
    column = len(before) - len(before.lstrip(" -"))
    return at, at, f"\n{' ' * column}{entry}"


def _scalars(words: str, id: int) -> Iterator[tuple[int, int, str]]:
    """Values, not keys, of the mapping whose id stands there: start, end, what they say."""
    try:
        node = _mapping(yaml.compose(words, Loader=_LOADER), id)
    except yaml.YAMLError:  # the reader puts some lines right that YAML does not take
        return
    if node is not None:
        yield from _values(node)


def _mapping(node: Any, id: int) -> Any:
    if isinstance(node, yaml.MappingNode):
        if any(value.start_mark.index == id for _, value in node.value):
            return node
        return next((found for _, value in node.value if (found := _mapping(value, id)) is not None), None)
    if isinstance(node, yaml.SequenceNode):
        return next((found for value in node.value if (found := _mapping(value, id)) is not None), None)
    return None


def _values(node: Any) -> Iterator[tuple[int, int, str]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index, str(node.value)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _values(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _values(value)
