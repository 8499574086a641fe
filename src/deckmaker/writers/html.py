"""A text's tree → minimal semantic HTML: the one place where user text meets HTML.

Whatever a user typed shows as typed. Markup is escaped, and what Anki or MathJax would act upon is broken up without
changing how it reads: template and cloze braces, `::`, `[sound:…]`, `[latex]`, `[$]`, `[[type:…]]`, `\\(`. Formulas are
the exception that is meant: they become `\\(…\\)` and `\\[…\\]` for MathJax.
"""

from __future__ import annotations

import html as _html
import re
from collections.abc import Callable

from msgspec import Struct

from deckmaker.model.patterns import regex
from deckmaker.model.text import (
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
    plain_inlines,
)  # fmt: skip

_UNSAFE = bytes([*range(0x20), 0x7F, 0xED]) + b"&<>{}:\\["
_UNSAFE_IN_ATTRIBUTE = _UNSAFE + b"\"']"
"""Bytes in UTF-8 of what may have to be escaped; with 0xED begin surrogates, and some letters that are safe."""
_UNSTORABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ACTIVE = regex(r"\{(?=\{)|\}(?=\})|:(?=:)|\\(?=[()\[\]])|\[(?=\[|/?latex\]|/?\$+\]|/?anki:|sound:)", re.I)
_ACTIVE_IN_MATH = regex(r"\{(?=\{)|\}(?=\})|:(?=:)|\\(?=[()\[\]])|\[(?=\[type:|/?latex\]|/?\$+\]|/?anki:|sound:)", re.I)
_ACTIVE_IN_ATTRIBUTE = regex(r"[{}\[\]\\]|:(?=:)|(?<=:):")
_JOINING = frozenset("{}:")
_ADDRESS = regex(r"(https?|mailto):", re.I)


def escape(words: str) -> str:
    """Letters as HTML that shows exactly them; what can't be stored (controls, lone surrogates) as U+FFFD."""
    data = words.encode("utf-8", "surrogatepass")
    if data.translate(None, _UNSAFE) == data:  # as mostly: in half the time of a search
        return words
    return _ACTIVE.sub(r"<span>\g<0></span>", _html.escape(_storable(words), quote=False))


def attribute(words: str) -> str:
    """Letters as the content of an attribute in double quotes."""
    data = words.encode("utf-8", "surrogatepass")
    if data.translate(None, _UNSAFE_IN_ATTRIBUTE) == data:
        return words
    return _ACTIVE_IN_ATTRIBUTE.sub(lambda match: f"&#{ord(match[0])};", _html.escape(_storable(words)))


def formula(tex: str, display: bool) -> str:
    """A formula for MathJax; comments keep its braces from ending a cloze, as Anki's manual advises."""
    body = _ACTIVE_IN_MATH.sub(r"\g<0><!-- -->", _html.escape(_storable(tex), quote=False))
    # An odd backslash at the end would swallow the closing delimiter.
    body += " " if body.endswith("\\") else ""
    return rf"\[{body}\]" if display else rf"\({body}\)"


def _storable(words: str) -> str:
    return _UNSTORABLE.sub("\ufffd", words)


def _shown(_gap: Gap, inner: str) -> str:
    return inner


def _described(sound: Sound) -> str:
    return escape(sound.alt)


class Html(Struct, frozen=True):
    """How texts become HTML.

    picture: the file name to refer to for a picture's path in the set; "" when there is none, its words stand then.
    gap: what a cloze deletion becomes, given its rendered content; shown as if it were none when not given.
    sound: what a recording becomes; its words when not given.
    math: what a formula becomes, given its TeX and whether it has a line of its own; for MathJax when not given.
    """

    picture: Callable[[str], str]
    gap: Callable[[Gap, str], str] = _shown
    math: Callable[[str, bool], str] = formula
    sound: Callable[[Sound], str] = _described

    def text(self, text: Text) -> str:
        """The text's HTML; a single paragraph goes without `<p>`, nothing at all is ""."""
        if len(text) == 1 and text[0].__class__ is Paragraph:
            inside = text[0].children
            if len(inside) == 1 and inside[0].__class__ is Str:  # as most texts are
                return escape(inside[0].text)
            return self._inlines(inside)
        return "".join(self._block(block) for block in text)

    def _block(self, block: Paragraph | Listing | CodeBlock) -> str:
        match block:
            case Paragraph():
                return f"<p>{self._inlines(block.children)}</p>"
            case CodeBlock():
                return f"<pre><code>{escape(block.text)}</code></pre>"
            case Listing(items, start):
                inner = "".join(f"<li>{self.text(item)}</li>" for item in items)
                first = f' start="{start}"' if start not in (None, 1) else ""
                return f"<ul>{inner}</ul>" if start is None else f"<ol{first}>{inner}</ol>"

    def _inlines(self, nodes: tuple[Inline, ...]) -> str:
        if len(nodes) == 1:
            return self._inline(nodes[0])
        return "".join([self._inline(node) for node in _joined(nodes)])

    def _inline(self, node: Inline) -> str:
        match node:
            case Str(words):
                return escape(words)
            case Gap():
                return self.gap(node, self._gap_content(node))
            case Emph(children) | Strong(children):
                tag = "em" if isinstance(node, Emph) else "strong"
                return f"<{tag}>{self._inlines(children)}</{tag}>"
            case Code(words):
                return f"<code>{escape(words)}</code>"
            case Link(url, children):
                inner = self._inlines(children)
                return f'<a href="{attribute(url)}">{inner}</a>' if _ADDRESS.match(url) else inner
            case Image(src, alt):
                return self.image(src, alt)
            case Sound():
                return self.sound(node)
            case Math(tex, display):
                return self.math(tex, display)
            case Break():
                return "<br>"

    def image(self, src: str, alt: str) -> str:
        """A picture by its path in the set."""
        name = self.picture(src)
        return f'<img src="{attribute(name)}" alt="{attribute(alt)}">' if name else escape(alt)

    def _gap_content(self, gap: Gap) -> str:
        inner = self._inlines(gap.children)
        # A brace or colon at an edge would join the ones of the deletion itself.
        edges = plain_inlines(gap.children)[:1] + inner[-1:]
        return inner if _JOINING.isdisjoint(edges) else f"<span>{inner}</span>"


def _joined(nodes: tuple[Inline, ...]) -> list[Inline]:
    """Neighbouring letters as one, so that nothing active hides in the seam."""
    out: list[Inline] = []
    for node in nodes:
        if out and isinstance(node, Str) and isinstance(last := out[-1], Str):
            out[-1] = Str(last.text + node.text)
        else:
            out.append(node)
    return out
