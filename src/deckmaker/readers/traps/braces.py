"""Keys and values in braces on one line, of which a value holds a colon: `{name: Demir: the miller, kind: person}`."""

from __future__ import annotations

from itertools import pairwise

from deckmaker.model.patterns import regex
from deckmaker.readers.shapes import SHAPES
from deckmaker.readers.traps.flow import is_sound, marks
from deckmaker.readers.traps.quotes import quoted

_ENTRY = regex(r"\s*([\w-]+):\s+(?=[^\s\"'\[{&*!|>@`%])")
_COLON = regex(r":(?=\s|$)")
_KEYS = regex(r"[{,]\s*([\w-]+):\s")
_WORD_BEFORE = regex(r"(?:(\S+)\s+)?([\w-]+)$")


def colons_inside(value: str) -> list[tuple[int, int]]:
    """Where each value in braces that holds a colon of its own starts and ends; none where quotes would not do."""
    places = [place for place in _texts(value) if _COLON.search(value, *place)]
    if not places or any(_is_next_key(value, place) for place in places):
        return []
    return places if is_sound(in_quotes(value, places), []) else []


def in_quotes(value: str, places: list[tuple[int, int]]) -> str:
    """The same with quotes around what stands there."""
    for start, end in reversed(places):
        value = value[:start] + quoted(value[start:end]) + value[end:]
    return value


def _texts(value: str) -> list[tuple[int, int]]:
    """Where each text without quotes behind a key in braces starts and ends, with what follows after commas in it."""
    found: list[tuple[int, int]] = []
    braces: list[str] = []
    for (place, mark), (end, _) in pairwise([*marks(value), (len(value), "")]):
        goes_on = mark == "," and found and found[-1][1] == place
        if mark in "[{":
            braces.append(mark)
        elif mark in "]}" and braces:
            braces.pop()
        entry = _ENTRY.match(value, place + 1, end) if mark in "{," and braces[-1:] == ["{"] else None
        if entry:
            found.append((entry.end(), place + 1 + len(value[place + 1 : end].rstrip())))
        elif goes_on and value[end : end + 1] in (",", "}") and _COLON.search(value, place, end) is None:
            found[-1] = found[-1][0], end
    return found


def _is_next_key(value: str, place: tuple[int, int]) -> bool:
    """Whether the word before the colon is the next key, and only the comma before it is missing: `Ada kind: x`."""
    colon = _COLON.search(value, *place)
    word = _WORD_BEFORE.search(value, place[0], colon.start()) if colon else None
    if word is None or not word[1] or value.count(f"{word[2]}:") > 1:
        return False
    keys = _KEYS.findall(value) if value.count("{") == 1 else _KEYS.findall(value, 0, place[0])[-1:]
    return any({*keys, word[2]} <= {*shape.spelt()} for shape in SHAPES)
