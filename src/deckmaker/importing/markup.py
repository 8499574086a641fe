"""`model.text` → what an author would type for it: the reader makes the same text of it again."""

from __future__ import annotations

import re
import unicodedata

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
)  # fmt: skip

_ESCAPED = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\n]|$)"  # a backslash that would escape something
    r"|[`*]|(?<![^\W_])_|_(?![^\W_])"  # code, emphasis; "_" within a word is none
    r"|\](?=[(])|!(?=\[)|<(?=[A-Za-z][\w+.-]*:|[^<>\s@]+@)|&(?=#?\w+;)|\{(?=\{c\d)"
)
_STARTS_BLOCK = re.compile(r"^(?:[-+](?= |$)|\d+(?=[.)](?: |$))|~{3})")


def typed(text: Text) -> str:
    """The text as typed: one line for one paragraph, blank lines between blocks."""
    if len(text) == 1 and isinstance(text[0], Paragraph) and not _has_break(text[0].children):
        return _inlines(text[0].children, many_dollars=_dollars(text) > 1)
    return typed_block(text)


def _has_break(nodes: tuple[Inline, ...]) -> bool:
    return any(isinstance(node, Break) or _has_break(getattr(node, "children", ())) for node in nodes)


def _dollars(text: Text) -> int:
    """How many there are: a single one is never math."""
    return str(text).count("$") + str(text).count("Math(")


def _block(block: Block, many_dollars: bool, *, other_mark: bool = False) -> str:
    match block:
        case Paragraph(children):
            lines = _inlines(children, many_dollars=many_dollars).split("\n")
            return "\n".join(_not_a_block(line) for line in lines)
        case CodeBlock(words, language):
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", words)), default=0))
            return f"{fence}{language}\n{words}\n{fence}"
        case Listing(items, start):
            dot, dash = (")", "+") if other_mark else (".", "-")
            marks = [f"{start + at}{dot} " if start is not None else f"{dash} " for at in range(len(items))]
            return "\n".join(
                mark + _indented(typed_block(item), len(mark)) for mark, item in zip(marks, items, strict=True)
            )


def typed_block(text: Text) -> str:
    """The text of a list's item."""
    out = []
    before: Block | None = None
    other_mark = False
    many_dollars = _dollars(text) > 1
    for block in text:
        if block != Paragraph(()):
            # Two lists in a row would be one; another mark begins another.
            other_mark = isinstance(before, Listing) and isinstance(block, Listing) and not other_mark
            out.append(_block(block, many_dollars, other_mark=other_mark))
            before = block
    return "\n\n".join(out)


def _indented(words: str, by: int) -> str:
    return ("\n" + " " * by).join(words.split("\n")).replace("\n" + " " * by + "\n", "\n\n")


def _not_a_block(line: str) -> str:
    found = _STARTS_BLOCK.match(line)
    if not found:
        return line
    return f"{found[0]}\\{line[found.end() :]}" if found[0].isdigit() else f"\\{line}"


def _inlines(nodes: tuple[Inline, ...], *, many_dollars: bool) -> str:
    out = ""
    parts = [_inline(node, many_dollars) for node in nodes]
    for at, (node, part) in enumerate(zip(nodes, parts, strict=True)):
        if isinstance(node, Emph | Strong):
            before, after = "" if out.endswith(r"\*") else out[-1:], "".join(parts[at + 1 :])[:1]
            sign = next((sign for sign in "*_" if _can_stand(sign, before, part, after)), "")
            mark = sign * (1 if isinstance(node, Emph) else 2)
            out += f"{mark}{part}{mark}"
        else:
            is_picture_by_chance = isinstance(node, Link) and out.endswith("!")
            out = (out[:-1] + r"\!" if is_picture_by_chance else out) + part
    return out


def _can_stand(sign: str, before: str, inner: str, after: str) -> bool:
    """Whether marks there are emphasis: CommonMark 0.31, 6.2, left- and right-flanking. Where they are not, they would
    be letters; the words stand without emphasis then. sign: what they are made of; "_" within words is none."""
    opens = not _is_sign(inner[:1]) or not before or before.isspace() or _is_sign(before)
    closes = not _is_sign(inner[-1:]) or not after or after.isspace() or _is_sign(after)
    touches = before == sign or after == sign or inner.startswith(sign) or re.search(rf"(?<!\\)\{sign}$", inner)
    within = sign == "_" and (before.isalnum() or after.isalnum())
    return opens and closes and not touches and not within


def _is_sign(letter: str) -> bool:
    return bool(letter) and unicodedata.category(letter)[0] in "PS"


def _inline(node: Inline, many_dollars: bool) -> str:
    match node:
        case Str(words):
            escaped = _ESCAPED.sub(r"\\\g<0>", words)
            return escaped.replace("$", r"\$") if many_dollars else escaped
        case Emph(children) | Strong(children):
            return _inlines(children, many_dollars=many_dollars)
        case Code(words):
            return _code(words)
        case Link(url, children):
            return f"[{_inlines(children, many_dollars=many_dollars)}](<{url}>)"
        case Image(src, alt) | Sound(src, alt):
            escaped = re.sub(r"([\\\[\]`*_<&$])", r"\\\1", alt)
            path = src.replace("%", "%25")
            return f"![{escaped}](<{path}>)" if re.search(r"[\s()]", path) else f"![{escaped}]({path})"
        case Math(tex, display):
            return f"$${tex}$$" if display else f"${tex}$"
        case Break():
            return "\\\n"
        case Gap(number, children, hint):
            inner = _inlines(children, many_dollars=many_dollars)
            return f"{{{{c{number}::{inner}{'::' + hint if hint else ''}}}}}"


def _code(words: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", words)), default=0))
    pad = " " if words[:1] in "` " or words[-1:] in "` " else ""
    return f"{fence}{pad}{words}{pad}{fence}"
