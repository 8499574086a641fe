"""HTML of a field → `model.text`: what is formatted otherwise than a set's text can be is left out and listed.

Anki's own marks are read too: deletions, `\\(…\\)` and `[$]…[/$]` formulas, `[sound:…]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from deckmaker.importing.elements import APART, Element, tree
from deckmaker.model.text import (
    Block,
    Break,
    Code,
    CodeBlock,
    Emph,
    Gap,
    Image,
    Inline,
    Link,
    Listing,
    Math,
    Paragraph,
    Sound,
    Str,
    Strong,
    Text,
    map_inlines,
    plain_inlines,
)  # fmt: skip

_DROPPED = frozenset(("script", "style", "title", "head", "template", "iframe", "object", "noscript"))
_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "blockquote", "hr", "dl", "dt", "dd",
    "table", "tbody", "thead", "tr", "td", "th", "section", "article", "header", "footer", "details", "summary",
    "center", "figure", "figcaption", "form", "fieldset",
))  # fmt: skip
_LOST = {
    **dict.fromkeys(("sub", "sup"), "raised and lowered letters"),
    **dict.fromkeys(("u", "s", "del", "ins", "strike", "mark", "font"), "underlining, colours and fonts"),
    **dict.fromkeys(("table",), "tables, whose cells stand in lines of their own"),
    **dict.fromkeys(("script", "iframe", "object", "input", "audio", "video", "svg"), "scripts, forms and films"),
}
_STYLED = re.compile(r"color|font-|underline|text-decoration", re.I)
_ADDRESS = re.compile(r"(https?|mailto):", re.I)
_MATH = re.compile(
    r"\\\((.{1,2000}?)\\\)|\\\[(.{1,2000}?)\\\]|\[\$\](.{1,2000}?)\[/\$\]|\[\$\$\](.{1,2000}?)\[/\$\$\]|\[latex\](.{1,2000}?)\[/latex\]|\[sound:([^\]]{0,300})\]",
    re.S,
)
MOST_LETTERS = 100_000
"""Of a field; more than any card shows, and few enough that no HTML, however broken, takes long."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class Converter(Struct):
    """Turns elements into texts.

    picture: the path in the set for a picture's or sound's file name, "" for one that there is none of.
    lose: told what is left out.
    """

    picture: Callable[[str], str]
    lose: Callable[[str], None]

    def text(self, html: str) -> Text:
        """HTML as a text."""
        if len(html) > MOST_LETTERS:
            self.lose(f"what a field holds after {MOST_LETTERS:,} letters")
        return self.of([tree(html[:MOST_LETTERS])])

    def of(self, nodes: Iterable[Element | str]) -> Text:
        """Elements as a text; empty paragraphs are none."""
        blocks: list[Block] = []
        line: list[Inline] = []
        for node in nodes:
            self._add(node, blocks, line)
        _end(blocks, line)
        return map_inlines(tuple(blocks), self._heard)

    def _heard(self, node: Inline) -> tuple[Inline, ...]:
        """A sound by its path in the set."""
        if not isinstance(node, Sound) or node.alt:
            return (node,)
        path = self.picture(node.src)
        if path:
            self.lose("sounds without a description, which have their file's name instead")
        return (Sound(path, node.src),) if path else ()

    def _add(self, node: Element | str, blocks: list[Block], line: list[Inline]) -> None:
        if isinstance(node, str):
            line.append(Str(node))
            return
        self._mourn(node)
        if node.tag in _DROPPED:
            return
        if node.tag in ("ul", "ol"):
            _end(blocks, line)
            blocks += self._list(node)
        elif node.tag == "pre":
            _end(blocks, line)
            blocks.append(CodeBlock(_letters(node).strip("\n"), ""))
        elif node.tag in _BLOCKS:
            _end(blocks, line)
            blocks += self.of(node.children)
        elif any(isinstance(child, Element) and child.tag in _BLOCKS for child in node.children) or not node.tag:
            for child in node.children:
                self._add(child, blocks, line)
        else:
            line.extend(self._inline(node))

    def _list(self, node: Element) -> Iterator[Block]:
        items = [
            self.of(child.children if isinstance(child, Element) else [child])
            for child in node.children
            if isinstance(child, Element) or child.strip()
        ]
        start = node.attributes.get("start", "1")
        number = int(start) if start.isdigit() and len(start) < 9 else 1
        if items:
            yield Listing(tuple(items), None if node.tag == "ul" else number)

    def _inline(self, node: Element) -> list[Inline]:
        match node.tag:
            case "br":
                return [Break()]
            case "img":
                return self._image(node)
            case "code" | "kbd" | "samp" | "tt":
                words = _letters(node)
                return [Code(words)] if words.strip() else []
            case "span" if not node.attributes:
                return [*self._within(node), Str(APART)]
            case _:
                return self._wrapped(node, self._within(node))

    def _within(self, node: Element) -> list[Inline]:
        inner: list[Inline] = []
        for child in node.children:
            if isinstance(child, str):
                inner.append(Str(child))
            else:
                self._mourn(child)
                inner += [] if child.tag in _DROPPED else self._inline(child)
        return inner

    def _wrapped(self, node: Element, inner: list[Inline]) -> list[Inline]:
        match node.tag:
            case "b" | "strong":
                return _outside(inner, Strong)
            case "i" | "em":
                return _outside(inner, Emph)
            case "gap" if re.fullmatch("[0-9]+", node.attributes.get("n", "")):
                hint = " ".join(node.attributes.get("hint", "").split())
                return [Gap(int(node.attributes["n"][:2]), tuple(_tidy(inner)), hint)]
            case "a" if _ADDRESS.match(node.attributes.get("href", "")):
                shown = tuple(_tidy(inner))
                return [Link(node.attributes["href"], shown)] if shown else []
            case _:
                return inner

    def _image(self, node: Element) -> list[Inline]:
        name = node.attributes.get("src", "")
        alt = " ".join(node.attributes.get("alt", "").split())
        path = self.picture(name)
        if not path:
            return [Str(f" {alt} ")] if alt else []
        if not alt:
            self.lose("pictures without a description, which have their file's name instead")
        return [Image(path, alt or name)]

    def _mourn(self, node: Element) -> None:
        if node.tag == "a" and node.attributes.get("href") and not _ADDRESS.match(node.attributes["href"]):
            self.lose("links that do not lead into the web, whose words stay")
        if node.tag in _LOST:
            self.lose(_LOST[node.tag])
        elif _STYLED.search(node.attributes.get("style", "")):
            self.lose(_LOST["u"])


def _outside(inner: list[Inline], kind: type[Emph] | type[Strong]) -> list[Inline]:
    """The emphasis around what is not blank; a mark beside a space would be no mark."""
    tidy = _tidy(inner)
    if not plain_inlines(tuple(tidy)).strip() and not any(isinstance(node, Image | Math) for node in tidy):
        return list(inner)
    letters = "".join(node.text if isinstance(node, Str) else "x" for node in inner)
    before = [Str(" ")] if letters[:1].isspace() else []
    after = [Str(" ")] if letters[-1:].isspace() else []
    return [*before, kind(tuple(tidy)), *after]


def _letters(node: Element) -> str:
    parts = []
    for child in node.children:
        if isinstance(child, str):
            parts.append(child.replace(APART, ""))
        else:
            parts.append("\n" if child.tag == "br" else _letters(child))
    return "".join(parts)


def _end(blocks: list[Block], line: list[Inline]) -> None:
    """A paragraph is done."""
    tidy = tuple(_tidy(line))
    line.clear()
    if tidy:
        blocks.append(Paragraph(tidy))


def _tidy(line: list[Inline]) -> list[Inline]:
    """Neighbouring letters as one, blanks as browsers show them, formulas found, nothing empty at the edges."""
    out: list[Inline] = []
    for node in _joined(line):
        if isinstance(node, Str):
            out += _formulas(node.text)
        else:
            out.append(node)
    out = _blanks(_joined(out))
    while out and isinstance(out[0], Break):
        out.pop(0)
    while out and isinstance(out[-1], Break):
        out.pop()
    return out


def _joined(nodes: Iterable[Inline]) -> list[Inline]:
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Str) and out and isinstance(out[-1], Str):
            out[-1] = Str(out[-1].text + node.text)
        else:
            out.append(node)
    return out


def _formulas(words: str) -> Iterator[Inline]:
    start = 0
    for found in _MATH.finditer(words):
        if letters := words[start : found.start()].replace(APART, ""):
            yield Str(letters)
        start = found.end()
        if (tex := found[1] or found[3]) is not None:
            yield Math(_tex(tex), False)
        elif (tex := found[2] or found[4]) is not None:
            yield Math(_tex(tex), True)
        elif found[5] is not None:
            yield Math(_tex(found[5]).strip("$"), False)
        elif found[6] and found[6].strip():
            yield Sound(found[6].strip(), "")
    if letters := words[start:].replace(APART, ""):
        yield Str(letters)


def _tex(words: str) -> str:
    return _BLANKS.sub(" ", words.replace(APART, "")).strip(" ")


def _blanks(nodes: list[Inline]) -> list[Inline]:
    """One blank for many, none at a line's edges."""
    out: list[Inline] = []
    for at, node in enumerate(nodes):
        if isinstance(node, Str):
            words = _BLANKS.sub(" ", node.text)
            words = words.lstrip(" ") if at == 0 or isinstance(nodes[at - 1], Break) else words
            words = words.rstrip(" ") if at == len(nodes) - 1 or isinstance(nodes[at + 1], Break) else words
            if words:
                out.append(Str(words))
        else:
            out.append(node)
    return out
