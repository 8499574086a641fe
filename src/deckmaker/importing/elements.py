"""HTML of a field → its elements, whatever is wrong with it; Anki's deletions are elements too, called "gap"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from msgspec import Struct, field

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_GAP = re.compile(r"\{\{c(\d+)(?:,\d+)*::")
APART = "\ufdd0"
"""Where a comment stood, or a bare span ended: our writer puts these where something would act, and stays a letter."""
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_NO_TAG = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_BRACES = re.compile(r"\{\{|\}\}")
MOST_GAPS_NESTED, MOST_UNCLOSED = 8, 100
"""Deletions in one another, as many as Anki reads, and deletions that do not end, after which none is looked for."""
MOST_NESTED = 100
"""Elements in one another; what is deeper stands side by side."""


class Element(Struct):
    """An element. tag: lower case. attributes: by name. children: elements and letters."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def all(self, tag: str, name: str = "") -> Iterator[Element]:
        """Elements of that tag, and class where one is given, within it, in reading order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag == tag and (not name or name in child.attributes.get("class", "").split()):
                    yield child
                yield from child.all(tag, name)

    def first(self, tag: str, name: str = "") -> Element | None:
        """The first of `all`."""
        return next(self.all(tag, name), None)


def tree(html: str) -> Element:
    """The HTML as elements, whatever is wrong with it; deletions are elements called "gap"."""
    parser = _Parser()
    parser.feed(_tame(_with_gaps(html)))
    parser.close()
    return parser.root


def _tame(html: str) -> str:
    """Without comments and declarations, and every "<" that begins no tag a letter: parsers brood over such."""
    first, *rest = html.split("<!--")
    shown = first + "".join(APART + part.partition("-->")[2] for part in rest)
    return _NO_TAG.sub("&lt;", _DECLARATION.sub("", shown))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(made)
        if tag not in _VOID and len(self._open) < MOST_NESTED:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def _with_gaps(html: str, depth: int = 0) -> str:
    """Deletions as elements, so that markup and deletions may stand in one another."""
    out: list[str] = []
    start = unclosed = 0
    while depth < MOST_GAPS_NESTED and unclosed < MOST_UNCLOSED and (found := _GAP.search(html, start)):
        end = _closing(html, found.end())
        if end is None:
            unclosed += 1
            out.append(html[start : found.end()])
            start = found.end()
            continue
        inner, hint = _split_hint(html[found.end() : end])
        out += [html[start : found.start()], f'<gap n="{found[1]}" hint="{_attribute(hint)}">']
        out += [_with_gaps(inner, depth + 1), "</gap>"]
        start = end + 2
    return "".join(out) + html[start:]


def _closing(html: str, start: int) -> int | None:
    depth = 1
    for brace in _BRACES.finditer(html, start):
        depth += 1 if brace[0] == "{{" else -1
        if depth == 0:
            return brace.start()
    return None


def _split_hint(inner: str) -> tuple[str, str]:
    at = inner.rfind("::")
    return (inner[:at], inner[at + 2 :]) if at >= 0 and "}}" not in inner[at:] else (inner, "")


def _attribute(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html).replace('"', "&quot;")
