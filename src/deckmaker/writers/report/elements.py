"""HTML elements. What is not `Markup` already is escaped: nothing a user wrote gets into the page in another way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from deckmaker.writers.html import attribute

_VOID = frozenset({"br", "img", "input", "link", "meta"})
_LINES = frozenset({"article", "details", "head", "header", "li", "link", "meta", "nav", "section", "table", "tr"})
"""What ends its line in the file: a page of one line is slow in an editor, and its diffs say nothing."""


class Markup(str):
    """HTML that shows as what it is: made here, by `writers.html`, or from a file of this folder."""

    __slots__ = ()


Content: TypeAlias = "str | Iterable[Content]"
"""Words, which are escaped; markup, which is not; or several of these."""

Value: TypeAlias = "str | int | bool | None"
"""Of an attribute: True stands without a value, False and None not at all."""


def tag(name: str, /, *content: Content, **attributes: Value) -> Markup:
    """An element. `class_` is the attribute "class", `data_key` is "data-key"."""
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    end = "\n" if name in _LINES else ""
    return Markup(f"{opening}{end}" if name in _VOID else f"{opening}{join(*content)}</{name}>{end}")


def join(*content: Content) -> Markup:
    """One after another."""
    return Markup("".join(_markup(part) for part in content))


def commas(content: Iterable[Content]) -> Markup:
    """The same, a comma between any two."""
    return separated(", ", content)


def separated(by: str, content: Iterable[Content]) -> Markup:
    """The same, `by` between any two."""
    return Markup(_markup(by).join(_markup(part) for part in content))


def coded(words: str) -> Markup:
    """Words of ours in which `…` stands around what is typed."""
    parts = words.split("`")
    if len(parts) % 2 == 0:
        return join(words)
    return join(tag("code", part) if at % 2 else part for at, part in enumerate(parts))


def _markup(part: Content) -> str:
    if isinstance(part, Markup):
        return part
    # The escapes of an attribute, everywhere: those of `escape` hold elements, which would end a <title> or an <svg>.
    return attribute(part) if isinstance(part, str) else join(*part)


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{attribute(str(value))}"'
