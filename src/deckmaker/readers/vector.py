"""What an SVG holds beside what it draws. Scripts, and whatever is to be fetched, are refused and never taken out:
nobody would see what is missing, and the file goes on to programs that run such things."""

from __future__ import annotations

import re
from collections import Counter
from xml.parsers import expat

MOST_SHAPES = 1_000_000
"""Of a drawing, what is drawn again by `use` counted each time."""
_DEEPEST = 150
"""Drawings in drawings."""
_SCRIPTS = frozenset(("script", "handler", "listener"))
_ADDRESSES = frozenset(("href", "src", "data", "action", "base"))
_URL = re.compile(r"""url\(\s*["']?\s*([^"')\s]*)|@import\b()""", re.I)
_RUNS = re.compile(r"(?:^|;)\s*(java|vb)script:", re.I)
_WITHIN = re.compile(r"\s*(#|data:image/(?!svg))", re.I)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)", re.I | re.S)


class _Found(Exception):
    """What is wrong; its text reads on after "the picture …"."""


def wrong_with(data: bytes) -> str:
    """What of an SVG is refused, in words that read on after the picture's name; "" for one that just draws."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
        reader.count()
    except _Found as found:
        return str(found)
    except (expat.ExpatError, ValueError, LookupError):
        return "is no whole SVG"
    return ""


class _Reader:
    """Reads elements one by one; raises _Found."""

    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.buffer_text = True
        self._open: list[tuple[str, str]] = []
        self._own: Counter[str] = Counter()
        self._uses: dict[str, Counter[str]] = {}

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name in _SCRIPTS:
            raise _Found("holds a script")
        if name == "foreignobject":
            raise _Found("holds a web page in a foreignObject, which paper cannot show")
        if not self._open and name != "svg":
            raise _Found("is no SVG")
        for key, value in attributes.items():
            _check(_local(key), value)
        around = self._open[-1][1] if self._open else ""
        id = attributes.get("id", "") or around
        self._open.append((name, id))
        self._own[id] += 1
        if id != around:
            self._draws(around, id)
        if name == "use":
            self._draws(id, (attributes.get("href") or attributes.get("xlink:href") or "").strip().removeprefix("#"))

    def _draws(self, id: str, other: str) -> None:
        self._uses.setdefault(id, Counter())[other] += 1

    def _end(self, tag: str) -> None:
        self._open.pop()

    def _letters(self, words: str) -> None:
        if self._open and self._open[-1][0] == "style":
            _check_style(words)

    def _entity(self, *declared: object) -> None:
        raise _Found("declares entities of its own")

    def _instruction(self, target: str, data: str) -> None:
        raise _Found("asks for a style sheet")

    def count(self) -> None:
        """Raises _Found where `use` within `use` makes more of it than anything can draw."""
        sizes: dict[str, int] = {}

        def size(id: str, above: frozenset[str]) -> int:
            if id not in sizes:
                if id in above or len(above) > _DEEPEST:
                    raise _Found("draws itself within itself, or too deep")
                uses = self._uses.get(id, {}).items()
                sizes[id] = self._own[id] + sum(times * size(other, above | {id}) for other, times in uses if other)
            if sizes[id] > MOST_SHAPES:
                raise _Found(f"draws more than {MOST_SHAPES:,} shapes")
            return sizes[id]

        size("", frozenset())


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _check(key: str, value: str) -> None:
    if key.startswith("on"):
        raise _Found(f'holds a script, in "{key}"')
    if _RUNS.search(value):
        raise _Found(f'holds a script, in "{key}"')
    if key in _ADDRESSES and value.strip() and not _WITHIN.match(value):
        raise _Found(f'refers to something outside itself, "{value.strip()[:60]}"')
    _check_style(value)


def _check_style(words: str) -> None:
    if "\\" in words:
        words = _ESCAPE.sub(_meant, words)
    for found in _URL.finditer(words):
        if not (found[1] or "@").startswith(("#", "data:")):
            raise _Found(f'refers to something outside itself, "{found[0][:60]}"')


def _meant(escape: re.Match[str]) -> str:
    """The letter that an escape of CSS stands for."""
    code = int(escape[1], 16) if escape[1] else ord(escape[2])
    return chr(code) if code <= 0x10FFFF else ""
