"""What people type as text → `model.text`: CommonMark inline, lists, images, math; cloze deletions where asked for.

A text on one line is inline only, so that "1998. …" is no list. HTML stays letters. `$…$` is math only where it cannot
be money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from deckmaker.model.patterns import regex
from deckmaker.model.text import (
    EMPTY,
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
)  # fmt: skip

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

SOUNDS = (".mp3", ".m4a", ".ogg", ".opus", ".wav", ".flac")
"""How files of recordings end: what is written as a picture of such a file is heard."""

MOST_NESTED = 20
"""How deep emphasis, links, deletions and lists may stand in each other."""

MOST_BRACKETS = 2_000
"""Of a text, before which the search for links and deletions, each of which looks at all that follow, takes long."""
MOST_IN_FORMULA = 40
"""How deep braces, brackets that grow, and matrices may stand in each other."""
_PARTS = regex(r"\\[{}\\]|[{}]|\\(?:left|right|begin|end)(?![A-Za-z])")
_OPENS, _CLOSES = frozenset(("{", "\\left", "\\begin")), frozenset(("}", "\\right", "\\end"))

_LETTERS = r"[^\\`*_\[\]<$&\n\r{}]*(?:(?:&(?!#?\w+;)|<(?![\w/!?]))[^\\`*_\[\]<$&\n\r{}]*)*"
_PLAIN = regex(rf"{_LETTERS}(?:\}}{_LETTERS})*")
_PLAIN_CLOZE = regex(rf"{_LETTERS}(?:\{{\{{c\d{{1,2}}::{_LETTERS}\}}\}}{_LETTERS})*")
_PLAIN_GAP = regex(r"\{\{c(\d{1,2})::([^{}]*)\}\}")
_NESTING = regex(r"[*_\[{+-]|\d[.)]|\\left|\\begin")
"""What a level of nesting cannot do without."""
_SPACE = regex(r"[\t\v\f\x1c-\x1f\x85\u2028\u2029]+")
"""White space that fonts have no width for."""
_BRACES = regex(r"\{\{|\}\}")
_GAP = regex(r"\{\{c(\d{1,2})::")
_SAFE_LINK = regex(r"^(https?|mailto):", re.I)


def parse(source: str, *, cloze: bool = False) -> Text:
    """The text's tree. Never fails: what is no markup is letters."""
    source = source.strip()
    if _PLAIN.fullmatch(source):
        return (Paragraph((Str(_spaced(source)),)),) if source else EMPTY
    if cloze and _PLAIN_CLOZE.fullmatch(source):
        return (Paragraph(tuple(_plain_cloze(source))),)
    return parse_marks(source, cloze=cloze)


def _plain_cloze(source: str) -> Iterator[Inline]:
    """The parts of a text without markup but its deletions."""
    end = 0
    for match in _PLAIN_GAP.finditer(source):
        if match.start() > end:
            yield Str(_spaced(source[end : match.start()]))
        inner, _, hint = _split_hint(match[2])
        yield Gap(int(match[1]), (Str(_spaced(inner)),) if inner else (), _spaced(hint))
        end = match.end()
    if end < len(source):
        yield Str(_spaced(source[end:]))


def parse_marks(source: str, *, cloze: bool) -> Text:
    """The tree of a text that has markup, without blanks at its ends."""
    markdown = _markdown()
    env: dict[str, Any] = {"cloze": cloze}
    if "\n" not in source:
        return (Paragraph(_inlines(markdown.parseInline(source, env)[0].children or [])),)
    return _blocks(markdown.parse(source, env))


def too_deep(source: str) -> str:
    """What of it stands too deep in itself: "marks", "formula", or "" for nothing."""
    if len(_NESTING.findall(source)) <= MOST_NESTED:
        return ""
    if source.count("[") > MOST_BRACKETS or source.count("{{") > MOST_BRACKETS:
        return "marks"
    depth = most = 0
    for token in _tokens(_markdown().parse(source.strip(), {"cloze": True})):
        if token.type.startswith("math") and _depth(token.content) > MOST_IN_FORMULA:
            return "formula"
        depth += token.nesting if token.type.removesuffix("_open").removesuffix("_close") in _LEVELS else 0
        most = max(most, depth)
    return "marks" if most > MOST_NESTED else ""


def _depth(tex: str) -> int:
    """How deep a formula's parts stand in each other."""
    depth = most = 0
    for mark in _PARTS.finditer(tex):
        depth += -1 if mark[0] in _CLOSES else 1 if mark[0] in _OPENS else 0
        most = max(most, depth)
    return most


_LEVELS = frozenset(("em", "strong", "link", "gap", "bullet_list", "ordered_list"))


def _tokens(blocks: list[Token]) -> Iterator[Token]:
    for block in blocks:
        yield block
        yield from block.children or ()


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # most texts are plain, and many sets have no other
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    # Where it stops, it drops lines; each list counts twice there, and what is deeper than we allow must be seen.
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 3 * MOST_NESTED})
    markdown.disable(["blockquote", "heading", "lheading", "hr", "reference", "code", "html_block", "html_inline"])
    dollarmath_plugin(markdown, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    markdown.inline.ruler.before("escape", "gap", _gap)
    return markdown


def _gap(state: StateInline, silent: bool) -> bool:
    """`{{c1::what is deleted::hint}}`, markup and further deletions inside allowed."""
    start = state.pos
    match = _GAP.match(state.src, start, state.posMax) if state.env.get("cloze") else None
    end = _closing(state.src, match.end(), state.posMax) if match else None
    if match is None or end is None:
        return False
    if not silent:
        inner, _, hint = _split_hint(state.src[match.end() : end])
        token = state.push("gap_open", "gap", 1)
        token.meta = {"number": int(match[1]), "hint": hint}
        most = state.posMax
        state.pos, state.posMax = match.end(), match.end() + len(inner)
        state.md.inline.tokenize(state)
        state.posMax = most
        state.push("gap_close", "gap", -1)
    state.pos = end + 2
    return True


def _split_hint(inner: str) -> tuple[str, str, str]:
    at = inner.rfind("::")
    return (inner[:at], "::", inner[at + 2 :]) if at >= 0 and "}}" not in inner[at:] else (inner, "", "")


def _closing(source: str, start: int, end: int) -> int | None:
    """Where the `}}` of the deletion opened before `start` stands; None where it is not closed."""
    depth = 1
    for brace in _BRACES.finditer(source, start, end):
        depth += 1 if brace[0] == "{{" else -1
        if depth == 0:
            return brace.start()
    return None


def _blocks(tokens: list[Token]) -> Text:
    blocks: list[Block] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        end = _end(tokens, index)
        match token.type:
            case "inline":
                blocks.append(Paragraph(_inlines(token.children or [])))
            case "bullet_list_open" | "ordered_list_open":
                start = None if token.type == "bullet_list_open" else int(token.attrs.get("start", 1))
                blocks.append(Listing(tuple(_items(tokens[index + 1 : end])), start))
            case "fence" | "code_block":
                blocks.append(CodeBlock(token.content.rstrip("\n"), token.info.split(" ")[0]))
            case "math_block":
                blocks.append(Paragraph((Math(token.content.strip(), True),)))
            case _:
                blocks += _blocks(tokens[index + 1 : end])
        index = end + 1
    return tuple(blocks)


def _items(tokens: list[Token]) -> list[Text]:
    items, index = [], 0
    while index < len(tokens):
        end = _end(tokens, index)
        items.append(_blocks(tokens[index + 1 : end]))
        index = end + 1
    return items


def _end(tokens: list[Token], start: int) -> int:
    """Where what opens at `start` closes; itself where it does not open anything."""
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _inlines(tokens: list[Token], depth: int = 0) -> tuple[Inline, ...]:
    """The tokens as nodes; what is nested too deep, its letters alone."""
    if depth > MOST_NESTED:
        return _joined([node for token in tokens if not token.nesting for node in _inline(token, [], depth)])
    nodes: list[Inline] = []
    index = 0
    while index < len(tokens):
        end = _end(tokens, index)
        nodes += _inline(tokens[index], tokens[index + 1 : end], depth + 1)
        index = end + 1
    return _joined(nodes)


def _inline(token: Token, inner: list[Token], depth: int) -> tuple[Inline, ...]:
    match token.type:
        case "softbreak":
            return (Str(" "),)
        case "hardbreak":
            return (Break(),)
        case "code_inline":
            return (Code(token.content),)
        case "em_open":
            return (Emph(_inlines(inner, depth)),)
        case "strong_open":
            return (Strong(_inlines(inner, depth)),)
        case "link_open":
            return _link(str(token.attrs.get("href", "")), _inlines(inner, depth))
        case "image":
            src = _as_typed(str(token.attrs.get("src", "")))
            kind = Sound if src.lower().endswith(SOUNDS) else Image
            return (kind(src, _spaced(token.content)),)
        case "math_inline" | "math_inline_double":
            return _math(token)
        case "gap_open":
            return (Gap(token.meta["number"], _inlines(inner, depth), _spaced(token.meta["hint"])),)
        case _:
            return (Str(_spaced(token.content)),) if token.content else ()


def _spaced(words: str) -> str:
    return words if words.isprintable() else _SPACE.sub(" ", words)  # white space but blanks is not printable


def _link(url: str, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Link(url, children),) if _SAFE_LINK.match(url) else children


def _as_typed(src: str) -> str:
    """The name of a file: what the parser made an address of is "é.png" or "high tide.png" on the disk."""
    name = unquote(src)
    return name if name.isprintable() else src


def _math(token: Token) -> tuple[Inline, ...]:
    """Math, unless it reads like money: a number followed by a word, as in "between $5 and 10$"."""
    words = re.match(r"^[\d.,]+\s+[A-Za-z]{2,}", token.content)
    if token.type == "math_inline" and words:
        return (Str(f"${token.content}$"),)
    return (Math(token.content.strip(), token.type == "math_inline_double"),)


def _joined(nodes: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring letters as one."""
    out: list[Inline] = []
    for node in nodes:
        last = out[-1] if out else None
        if isinstance(node, Str) and isinstance(last, Str):
            out[-1] = Str(last.text + node.text)
        else:
            out.append(node)
    return tuple(out)
