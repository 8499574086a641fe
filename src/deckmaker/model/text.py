"""Inline text as a small tree: parsed once by the reader, rendered by each writer.

A `Text` is a tuple of blocks; most are one paragraph. Holds no HTML: what a user typed as HTML stands here as letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace


class Str(Struct, frozen=True):
    """Plain letters.

    text: never empty; holds no line break.
    """

    text: str


class Emph(Struct, frozen=True):
    """Emphasis (`*so*`).

    children: what is emphasised.
    """

    children: tuple[Inline, ...]


class Strong(Struct, frozen=True):
    """Strong emphasis (`**so**`).

    children: what is emphasised.
    """

    children: tuple[Inline, ...]


class Code(Struct, frozen=True):
    """Words of a computer.

    text: verbatim.
    """

    text: str


class Link(Struct, frozen=True):
    """A link.

    url: where to, http(s) or mailto; the reader drops others.
    children: what is shown.
    """

    url: str
    children: tuple[Inline, ...]


class Image(Struct, frozen=True):
    """A picture.

    src: its path, relative to the set's folder, forward slashes.
    alt: what it shows, for those who cannot see it; may be empty only after a diagnostic.
    """

    src: str
    alt: str


class Sound(Struct, frozen=True):
    """A recording.

    src: its path, relative to the set's folder, forward slashes.
    alt: what is heard, for those who cannot hear it; may be empty only after a diagnostic.
    """

    src: str
    alt: str


class Math(Struct, frozen=True):
    """A formula.

    tex: LaTeX, without its dollar signs.
    display: on a line of its own (`$$…$$`).
    """

    tex: str
    display: bool


class Break(Struct, frozen=True):
    """A line break that the author asked for."""


class Gap(Struct, frozen=True):
    """A deletion of a cloze text.

    number: its card, from 1.
    children: what is deleted.
    hint: shown in its place; may be "".
    """

    number: int
    children: tuple[Inline, ...]
    hint: str


Inline = Str | Emph | Strong | Code | Link | Image | Sound | Math | Break | Gap
_PARENTS = (Emph, Strong, Link, Gap)


class Paragraph(Struct, frozen=True):
    """A paragraph.

    children: its inline text.
    """

    children: tuple[Inline, ...]


class Listing(Struct, frozen=True):
    """A list.

    items: each a text of its own.
    start: the first number of an ordered list, None for bullets.
    """

    items: tuple[Text, ...]
    start: int | None


class CodeBlock(Struct, frozen=True):
    """Lines of a program.

    text: verbatim, without the last line end.
    language: as the author named it, may be "".
    """

    text: str
    language: str


Block = Paragraph | Listing | CodeBlock
Text = tuple[Block, ...]

EMPTY: Text = ()
"""No text at all."""


def text_of(words: str) -> Text:
    """Words of our own as a text of one paragraph, nothing in them parsed; "" gives EMPTY."""
    return (Paragraph((Str(words),)),) if words else EMPTY


def join(*parts: Text | str) -> Text:
    """Texts one after another; one-paragraph neighbours run on in the same line."""
    blocks: list[Block] = []
    for part in parts:
        for index, block in enumerate(text_of(part) if isinstance(part, str) else part):
            last = blocks[-1] if blocks else None
            if index == 0 and isinstance(last, Paragraph) and isinstance(block, Paragraph):
                blocks[-1] = Paragraph(last.children + block.children)
            else:
                blocks.append(block)
    return tuple(blocks)


def fill(text: Text, values: Mapping[str, Text]) -> Text:
    """The text with each `{name}` in its letters replaced by that text's first paragraph; unknown names stay."""

    def expand(node: Inline) -> tuple[Inline, ...]:
        return tuple(_filled(node.text, values)) if isinstance(node, Str) else (node,)

    return map_inlines(text, expand)


def _filled(words: str, values: Mapping[str, Text]) -> Iterator[Inline]:
    start = 0
    while (opening := words.find("{", start)) >= 0 and (closing := words.find("}", opening)) >= 0:
        value = values.get(words[opening + 1 : closing])
        upto = closing + 1 if value is None else opening
        if upto > start:
            yield Str(words[start:upto])
        if value and isinstance(value[0], Paragraph):
            yield from value[0].children
        start = closing + 1
    if start < len(words):
        yield Str(words[start:])


def map_inlines(text: Text, change: Callable[[Inline], tuple[Inline, ...]]) -> Text:
    """The text with `change` applied to every leaf, parents rebuilt around what it gives."""

    def inlines(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
        out: list[Inline] = []
        for node in nodes:
            match node:
                case Emph() | Strong() | Link() | Gap():
                    out.append(replace(node, children=inlines(node.children)))
                case _:
                    out.extend(change(node))
        return tuple(out)

    def block(node: Block) -> Block:
        match node:
            case Paragraph():
                return Paragraph(inlines(node.children))
            case Listing():
                return Listing(tuple(map_inlines(item, change) for item in node.items), node.start)
            case CodeBlock():
                return node

    return tuple(block(node) for node in text)


def with_blanks(text: Text) -> Text:
    """The text of a cloze with `___` for each deletion."""

    def inlines(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(inline(node) for node in nodes)

    def inline(node: Inline) -> Inline:
        match node:
            case Gap():
                return Str("___")
            case Emph() | Strong() | Link():
                return replace(node, children=inlines(node.children))
            case _:
                return node

    def block(node: Block) -> Block:
        match node:
            case Paragraph():
                return Paragraph(inlines(node.children))
            case Listing():
                return Listing(tuple(with_blanks(item) for item in node.items), node.start)
            case CodeBlock():
                return node

    return tuple(block(node) for node in text)


def leaves(text: Text) -> Iterator[Inline | CodeBlock]:
    """Every node of the text in reading order, parents before their children."""

    def inlines(nodes: tuple[Inline, ...]) -> Iterator[Inline]:
        for node in nodes:
            yield node
            if isinstance(node, _PARENTS):
                yield from inlines(node.children)

    for block in text:
        match block:
            case Paragraph():
                yield from inlines(block.children)
            case Listing():
                for item in block.items:
                    yield from leaves(item)
            case CodeBlock():
                yield block


def plain(text: Text) -> str:
    """The text's letters alone: formulas as TeX, pictures as their alternative text, blocks apart by a space."""
    if len(text) == 1 and text[0].__class__ is Paragraph:
        inside = text[0].children
        return inside[0].text if len(inside) == 1 and isinstance(inside[0], Str) else plain_inlines(inside)
    parts: list[str] = []
    for block in text:
        match block:
            case Paragraph():
                parts.append(plain_inlines(block.children))
            case Listing():
                parts.extend(plain(item) for item in block.items)
            case CodeBlock():
                parts.append(block.text)
    return " ".join(parts)


def plain_inlines(nodes: tuple[Inline, ...]) -> str:
    """The letters of some inline nodes; see `plain`."""
    if len(nodes) == 1 and isinstance(only := nodes[0], Str):
        return only.text
    out: list[str] = []
    for node in nodes:
        match node:
            case Str() | Code():
                out.append(node.text)
            case Emph() | Strong() | Link() | Gap():
                out.append(plain_inlines(node.children))
            case Image() | Sound():
                out.append(node.alt)
            case Math():
                out.append(node.tex)
            case Break():
                out.append(" ")
    return "".join(out)


def blanked(text: Text) -> str:
    """The letters of a cloze with `___` for each deletion: `plain(with_blanks(text))`, and no text is built for it."""
    if any(not isinstance(block, Paragraph) for block in text):
        return plain(with_blanks(text))
    return " ".join([_blanked(block.children) for block in text if isinstance(block, Paragraph)])


def _blanked(nodes: tuple[Inline, ...]) -> str:
    out: list[str] = []
    for node in nodes:
        if isinstance(node, Str):
            out.append(node.text)
        elif isinstance(node, Gap):
            out.append("___")
        elif isinstance(node, Emph | Strong | Link):
            out.append(_blanked(node.children))
        else:
            out.append(plain_inlines((node,)))
    return "".join(out)
