"""A text's tree → JSON nodes that the template renders. User text stays data: it is never markup, never code.

block:  ["par", inlines] · ["picture", path, alt] ·
            ["list", first number or null, [blocks, …]] · ["code", lines]
inline: words as a string · ["emph" | "strong", inlines] · ["code", words] · ["link", url, inlines] ·
        ["image", path, alt] · ["math", TeX, node] · ["break"] · ["gap", number or 0, hint] ·
        ["small", our own words] · ["whole", a word that no line ends within]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias

from deckmaker.diagnostics import Diagnostic, diagnose
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
from deckmaker.source import Span
from deckmaker.writers.sheets.tex import TexError, parse

Region: TypeAlias = tuple[float, float, float, float]
Covered: TypeAlias = tuple[str, tuple[Region, ...]]


@dataclass
class Inliner:
    """Turns texts into nodes and keeps what went wrong.

    span: where to say it.
    problems: what paper cannot show.
    pictures: paths of the pictures used.
    covered: pictures of which parts are hidden, by a name made for each: the path, and what is hidden.
    numbered: whether blanks are numbered; the next one's number is `blanks` + 1.
    """

    span: Span
    problems: list[Diagnostic] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)
    covered: dict[str, Covered] = field(default_factory=dict)
    numbered: bool = False
    blanks: int = 0

    def cover(self, path: str, regions: tuple[Region, ...]) -> str:
        """The name of the picture with those regions, in fractions of its width and height, hidden."""
        name = f"{path} ({len(self.covered) + 1})"
        self.covered[name] = (path, regions)
        return name

    def blocks(self, text: Text) -> list[Any]:
        """The text's nodes; deletions become blanks, and nothing of them goes in."""
        return [node for block in text for node in self._block(block)]

    def inlines(self, nodes: Iterable[Inline]) -> list[Any]:
        """The nodes of what stands in a paragraph."""
        return [
            made for node in nodes for made in (_unsplit(node.text) if isinstance(node, Str) else [self._inline(node)])
        ]

    def _block(self, block: Block) -> Iterator[list[Any]]:
        match block:
            case Paragraph(children):
                yield from self._paragraph(children)
            case Listing():
                yield ["list", block.start, [self.blocks(item) for item in block.items]]
            case CodeBlock():
                yield ["code", block.text]

    def _paragraph(self, children: tuple[Inline, ...]) -> Iterator[list[Any]]:
        """Pictures and display formulas get a place of their own, since a stem is often written in one line."""
        for stands_alone, nodes in groupby(children, _stands_alone):
            inner = self.inlines(nodes)
            if stands_alone:
                yield from ([_ALONE[name], *rest] for name, *rest in inner)
            elif inner := _trimmed(inner):
                yield ["par", inner]

    def _inline(self, node: Inline) -> Any:
        match node:
            case Str(text):
                return text
            case Code(text):
                return ["code", _breakable(text)]
            case Emph(children) | Strong(children):
                return ["emph" if isinstance(node, Emph) else "strong", self.inlines(children)]
            case Link(url, children):
                return ["link", url, self.inlines(children)]
            case Break():
                return ["break"]
            case Image(src, alt):
                self.pictures.add(src)
                return ["image", src, alt]
            case Sound():
                return self._described(node)
            case Math(tex):
                return ["math", tex, self._formula(tex)]
            case Gap(hint=hint):
                self.blanks += 1
                return ["gap", self.blanks if self.numbered else 0, hint]

    def _described(self, sound: Sound) -> list[Any]:
        hint = "leave print out of the question's `where`"
        self.problems.append(diagnose("X001", self.span, f'the sound "{sound.src}" cannot be printed', hint=hint))
        return ["emph", [_breakable(sound.alt)]]

    def _formula(self, tex: str) -> list[Any]:
        try:
            return parse(tex)
        except TexError as error:
            hint = "write it in the LaTeX that docs/format.md lists, or leave print out of the question's `where`"
            self.problems.append(diagnose("X001", self.span, f'the formula "{tex}" {error}', hint=hint))
            return ["row", []]


def _breakable(text: str) -> str:
    """With U+200B, which has no width, where a word that no line can hold may break; addresses break by themselves."""
    return _OVERLONG.sub(lambda word: word[0] if "://" in word[0] else _PIECE.sub("\\g<0>\u200b", word[0]), text)


def _unsplit(text: str) -> list[Any]:
    """The words, those apart that no line may end within: after "al-" or "co-"."""
    pieces = _PREFIXED.split(text)
    return [["whole", piece] if odd % 2 else _breakable(piece) for odd, piece in enumerate(pieces) if piece]


_PREFIXED = re.compile(r"((?<!\w)[^\W\d_]{1,3}-[^\W\d_]+)")
_OVERLONG = re.compile(r"\S{31,}")
_PIECE = re.compile(r"\S{15}(?=\S)")


def _stands_alone(node: Inline) -> bool:
    return isinstance(node, Image) or (isinstance(node, Math) and node.display)


def _trimmed(nodes: list[Any]) -> list[Any]:
    """Without the spaces that stood beside what now stands alone."""
    trimmed = list(nodes)
    if isinstance(trimmed[0], str):
        trimmed[0] = trimmed[0].lstrip()
    if isinstance(trimmed[-1], str):
        trimmed[-1] = trimmed[-1].rstrip()
    return [node for node in trimmed if node != ""]


_ALONE = {"image": "picture", "math": "formula"}
"""What an inline node is called that stands alone."""
