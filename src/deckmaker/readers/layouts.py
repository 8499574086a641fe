"""How an item of a list is laid out, and patterns that read what is laid out alike.

Most items of a large bank have their keys in the order, and each value in the style, of some item before them. What
libyaml makes of such an item is known then, but for the words in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import Any

from msgspec import Struct

from deckmaker.model.patterns import regex
from deckmaker.readers.shapes import LIST_KEYS

MOST_ROWS = 60
"""Of an item that a pattern is made for."""

_ROW = regex(
    r"(\n( *(?:- )?)(?:([A-Za-z_][A-Za-z_-]{0,60}):(?: +|(?=\n|\Z)))?"
    r"(?:([>|]-?)\n( +)(?=\S)[^\n]*(?:\n\5(?=\S)[^\n]*)*|([^\n]?)[^\n]*))"
)
_NO_TEXT = "-?:,]{}#&*!|>%@`"
"""What no text without quotes starts with; some can, but hardly any does."""
_TEXT = r"([^\s\[\"'" + re.escape(_NO_TEXT) + r"][^\n]*)"
_VALUES = {"x": _TEXT, '"': r'"([^"\\\n]*)"', "'": r"'([^'\n]*)'", "[": r"\[([^\]\n]*)\]", "": ""}
_WORD = r" *\w[\w ./()'’+-]*(?:::?(?=\w)[\w ./()'’+-]*)*"
_WORDS = regex(rf"{_WORD}(?:,{_WORD})*")


class Row(Struct, frozen=True):
    """A line of an item, or a key with all lines of the text below it: what is alike in all items of a layout.

    before: what stands before its key: blanks, and the dash of a list below a key; key: "" where it has none.
    style: of its value: "x" for a plain text, a quotation mark, a bracket; ">-" and the like for a text below, which is
        indented by `indent`; "" where it has none.
    """

    before: str
    key: str
    style: str
    indent: str


def rows_of(item: str) -> tuple[Row, ...] | None:
    """How an item is laid out, from the letter behind its dash on; None for a layout that no pattern is made for."""
    lines = "\n" + item.rstrip("\n")
    found = _ROW.findall(lines)
    if sum(len(row[0]) for row in found) != len(lines) or len(found) > MOST_ROWS:
        return None
    rows = [Row(before, key, sign or _style(first), indent) for _, before, key, sign, indent, first in found]
    return None if any(row.style not in _VALUES and not row.indent for row in rows) else tuple(rows)


def _style(first: str) -> str:
    return "x" if first and first not in "\"'[" + _NO_TEXT else first


def layout_of(rows: Sequence[Row], margin: str) -> Layout | None:
    """What reads items of these rows, whose keys have `margin` before them; None where they are no tree."""
    try:
        return Layout(rows, margin)
    except ValueError:
        return None


class Read(Struct):
    """An item that was read: its data, all texts in it, and where the value of its id stands in it, -1 for nowhere."""

    data: dict[str, Any]
    texts: list[str]
    id_start: int
    id_end: int


class Layout:
    """Reads items that are laid out alike.

    keys: those that each has. match: finds whether an item is laid out so.
    has_texts_for_lists: whether a key that takes a list has a text.
    """

    def __init__(self, rows: Sequence[Row], margin: str) -> None:
        """margin: what stands before its keys. Raises ValueError where this is no tree of keys and lists below them."""
        self.has_texts_for_lists = any(row.key in LIST_KEYS and row.style not in ("[", "") for row in rows)
        self.match = re.compile(r"\n".join(map(_pattern, rows)) + r"\n*").fullmatch
        self._colons = sum(bool(row.key and row.style) for row in rows)
        self._headings = sum(not row.style for row in rows)
        valued = [row for row in rows if row.style]
        self._plain = [n for n, row in enumerate(valued) if row.style == "x"]
        self._listed = [n for n, row in enumerate(valued) if row.style == "["]
        self._below = [(n, f"\n{row.indent}", row.style) for n, row in enumerate(valued) if row.indent]
        self._id = next((n for n, row in enumerate(valued) if row.key == "id" and "-" not in row.before), -1)
        self._tops, self._lists = _tree(rows, margin)
        self.keys: Set[str] = frozenset(key for key, _ in self._tops)

    def read(self, item: str, found: re.Match[str] | None) -> Read | None:
        """An item that `match` found to be laid out so; None where it takes a closer look."""
        if found is None or " #" in item:
            return None
        values: list[Any] = list(found.groups())
        if not self._is_sure(item) and not all(_is_plain(values[n]) for n in self._plain):
            return None
        for n, margin, style in self._below:
            text = values[n].replace(margin, " " if style[0] == ">" else "\n")
            values[n] = text if style.endswith("-") else f"{text}\n"
        texts = values.copy()
        for n in reversed(self._listed):
            words = _listed(values[n])
            if words is None:
                return None
            values[n] = texts[n : n + 1] = list(words)
        return Read(self._data(values), texts, *(found.span(self._id + 1) if self._id >= 0 else (-1, -1)))

    def _is_sure(self, item: str) -> bool:
        """Whether no text can hold what ends a text or makes a key of it: there are no more such marks than keys."""
        return (
            item.count(": ") == self._colons
            and item.count(":\n") == self._headings
            and " \n" not in item
            and not item.endswith((":", " "))
        )

    def _data(self, values: list[Any]) -> dict[str, Any]:
        values.append(None)  # for keys with lists below, which come next
        made = {key: values[n] for key, n in self._tops}
        for key, entries in self._lists:
            made[key] = [dict(zip(keys, values[n:end], strict=True)) if keys else values[n] for n, end, keys in entries]
        return made


Tops = list[tuple[str, int]]
Lists = list[tuple[str, list[tuple[int, int, tuple[str, ...]]]]]


def _tree(rows: Sequence[Row], margin: str) -> tuple[Tops, Lists]:
    """The keys of an item, each with the number of its value, -1 for one with a list below; and these lists: of each
    entry the numbers of its values, from and up to, and their keys, none for a text."""
    tops: Tops = []
    lists: list[tuple[str, list[tuple[int, list[str]]]]] = []
    number = 0
    for row in rows:
        if row is rows[0] or row.before == margin:
            tops.append((row.key, number if row.style else -1))
            if not row.style:
                lists.append((row.key, []))
        elif row.before.endswith("- ") and lists:
            lists[-1][1].append((number, [row.key] if row.key else []))
        elif lists and lists[-1][1]:
            lists[-1][1][-1][1].append(row.key)
        else:
            raise ValueError
        number += bool(row.style)
    return tops, [(key, [(n, n + len(keys), tuple(keys)) for n, keys in entries]) for key, entries in lists]


def _pattern(row: Row) -> str:
    head = f"{row.before}{row.key}:{' +' if row.style else ''}" if row.key else row.before
    if not row.indent:
        return head + _VALUES[row.style]
    line = rf"{row.indent}\S[^\n]*"
    return rf"{head}{re.escape(row.style)}\n{row.indent}(\S[^\n]*(?:\n{line})*)"


def _is_plain(text: str) -> bool:
    return ": " not in text and text[-1] not in " :"


@lru_cache(maxsize=4096)
def _listed(words: str) -> tuple[str, ...] | None:
    """The words of a list in brackets; None where there is more to them than words."""
    if not words:
        return ()
    return tuple([word.strip(" ") for word in words.split(",")]) if _WORDS.fullmatch(words) else None
