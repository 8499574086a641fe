"""A value in quotes or brackets: whether it is YAML as it stands, what it leaves open, what it has too many of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def is_sound(value: str, rest: list[str]) -> bool:
    """Whether the value of a key, with the lines that belong to it, can be read by itself."""
    try:
        for _ in yaml.parse("\n".join([f"k: {value}", *rest]), Loader=_Loader):
            pass
    except (yaml.YAMLError, RecursionError):
        return False
    return True


def closing_quote(value: str) -> int | None:
    """Where the quotation that opens the value is closed, by YAML's rules; None where it is not."""
    mark, index = value[0], 1
    while index < len(value):
        if mark == '"' and value[index] == "\\":
            index += 2
        elif value[index] != mark:
            index += 1
        elif mark == "'" and value[index : index + 2] == "''":
            index += 2
        else:
            return index
    return None


def marks(value: str) -> Iterator[tuple[int, str]]:
    """Brackets and commas outside quotes and comments, and the quotation mark that is never closed."""
    index, starts = 0, True
    in_flow = value[:1] in ("[", "{")
    while index < len(value):
        char = value[index]
        if char in "\"'" and starts:
            end = closing_quote(value[index:])
            if end is None:
                yield index, char
                return
            index += end
        elif char == "#" and (index == 0 or value[index - 1].isspace()):
            index = value.find("\n", index) if "\n" in value[index:] else len(value)
        elif char in "[]{}," and in_flow:
            yield index, char
        is_colon = char == ":" and value[index + 1 : index + 2] == " "
        starts = (in_flow and (char in "[{," or is_colon)) or (starts and char.isspace())
        index += 1


def open_quotation(value: str) -> int | None:
    """Where a quotation starts that is not closed in this text; None where all are."""
    return next((place for place, mark in marks(value) if mark in "\"'"), None)


def open_brackets(value: str) -> list[tuple[int, str]]:
    """The brackets that are not closed in this text, the outermost first."""
    waiting: list[tuple[int, str]] = []
    for place, mark in marks(value):
        if mark in "[{":
            waiting.append((place, mark))
        elif mark in "]}" and waiting:
            waiting.pop()
    return waiting


def surplus(value: str) -> tuple[int, str] | None:
    """Where a list or mapping on one line has a bracket or comma too many."""
    depth = 0
    for place, mark in marks(value):
        before = value[:place].rstrip()[-1:]
        if (mark in "]}" and depth == 0) or (mark == "," and (depth == 0 or before in (",", "[", "{"))):
            return place, mark
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(mark, 0)
    return None


def with_quotation_closed(value: str, opened: int) -> str:
    """The text with the quotation closed before the next key, the closing brackets, or its end."""
    mark = value[opened]
    end = re.compile(r",\s+\w+:\s|[\s,]*[\]}][\s\]},]*$|,?\s*$").search(value, opened + 1)
    assert end is not None  # every text has an end
    return value[: end.start()] + mark + value[end.start() :]
