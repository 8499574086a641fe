"""Texts ↔ JSON. Letters alone are a string; anything more is a list of blocks, each a list with its name first.

block:  ["par", inline, …] · ["list", first number or null, text, …] · ["code", letters, language]
inline: letters · ["emph" | "strong", inline, …] · ["code", letters] · ["link", url, inline, …] ·
        ["image" | "sound", path, alt] · ["math", TeX, on its own line?] · ["break"] · ["gap", number, hint, inline, …]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

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
    text_of,
)  # fmt: skip


def written(text: Text) -> Any:
    """The text as JSON."""
    match text:
        case ():
            return ""
        case (Paragraph(children=(Str(words),)),):
            return words
        case _:
            return [_block(block) for block in text]


def _block(block: Block) -> list[Any]:
    match block:
        case Paragraph(children):
            return ["par", *map(_inline, children)]
        case Listing(items=items, start=start):
            return ["list", start, *map(written, items)]
        case CodeBlock(text=text, language=language):
            return ["code", text, language]


def _inline(node: Inline) -> Any:
    match node:
        case Str(text):
            return text
        case Emph(children) | Strong(children):
            return ["emph" if isinstance(node, Emph) else "strong", *map(_inline, children)]
        case Code(text):
            return ["code", text]
        case Link(url, children):
            return ["link", url, *map(_inline, children)]
        case Image(src, alt) | Sound(src, alt):
            return ["image" if isinstance(node, Image) else "sound", src, alt]
        case Math(tex, display):
            return ["math", tex, display]
        case Break():
            return ["break"]
        case Gap(number=number, children=children, hint=hint):
            return ["gap", number, hint, *map(_inline, children)]


def read(data: Any) -> Text:
    """A text from JSON. Raises ValueError for what `written` never writes."""
    if isinstance(data, str):
        return text_of(data) if data else ()
    return tuple(_read_block(block) for block in checked(data, list))


def _read_block(data: Any) -> Block:
    match data:
        case ["par", *nodes]:
            return Paragraph(_read_inlines(nodes))
        case ["list", int() | None as start, *items]:
            return Listing(tuple(map(read, items)), start)
        case ["code", str(text), str(language)]:
            return CodeBlock(text, language)
        case _:
            raise ValueError(f"no block: {data!r:.60}")


def _read_inlines(nodes: Iterable[Any]) -> tuple[Inline, ...]:
    return tuple(Str(node) if isinstance(node, str) else _read_inline(node) for node in nodes)


def _read_inline(data: Any) -> Inline:
    name, *rest = checked(data, list) or [""]
    if name not in _READERS:
        raise ValueError(f"no inline node: {data!r:.60}")
    return _READERS[name](*rest)


def _gap(number: int, hint: str, *nodes: Any) -> Gap:
    return Gap(checked(number, int), _read_inlines(nodes), checked(hint, str))


_READERS: Mapping[str, Callable[..., Inline]] = {
    "emph": lambda *nodes: Emph(_read_inlines(nodes)),
    "strong": lambda *nodes: Strong(_read_inlines(nodes)),
    "code": lambda text: Code(checked(text, str)),
    "link": lambda url, *nodes: Link(checked(url, str), _read_inlines(nodes)),
    "image": lambda src, alt: Image(checked(src, str), checked(alt, str)),
    "sound": lambda src, alt: Sound(checked(src, str), checked(alt, str)),
    "math": lambda tex, display: Math(checked(tex, str), checked(display, bool)),
    "break": lambda: Break(),
    "gap": _gap,
}


def checked(value: Any, kind: type) -> Any:
    """The value, if it is of that kind. Raises ValueError."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"not {kind.__name__}: {value!r:.60}")
    return value
