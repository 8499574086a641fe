"""What a rule about a line of YAML finds, and what all such rules ask of lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from deckmaker.model.patterns import regex
from deckmaker.source import SourceFile

LOOK_BACK = 6
"""How many lines above the place where the parser gave up the cause may stand."""

MOST_LINES = 400
"""How far a line's parents, or the end of a value, are looked for."""

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that YAML takes for letters, as a pattern's brackets hold them."""

ENTRY = regex(r"^(?P<head>[ \t]*(?:-[ \t]+)*(?:(?P<key>[\w-]+)[ \t]*:[ \t]+)?)(?P<value>\S.*?)[ \t]*$")
KEY_ALONE = regex(r"[\w-]+:")


class Fault(Struct, frozen=True):
    """What is wrong with a line.

    code, message: as the diagnostic has them.
    column: from 0, where the fault begins.
    repaired: the line as it is read on, after the fault was told; None where reading cannot go on.
    shown: what the hint shows as put right.
    advice: what the hint says; "" for what it says of every fault of that code.
    above: how many lines above the faulty one the line stands that `repaired` is for.
    width: how many letters are at fault; 0 for as many as its code says.
    """

    code: str
    message: str
    column: int
    repaired: str | None
    shown: str
    advice: str = ""
    above: int = 0
    width: int = 0


Rule = Callable[[SourceFile, int], Fault | None]
"""What is wrong with the line of that number, if this rule knows."""


class Above(Struct, frozen=True):
    """A key that the next line may stand under or beside.

    column: from 0, where it starts; is_filled: whether its value stands on its own line.
    """

    column: int
    key: str
    is_filled: bool


def fault(code: str, message: str, column: int, repaired: str, advice: str = "") -> Fault:
    """A fault whose hint shows the line as it is read on."""
    return Fault(code, message, column, repaired, repaired.strip(), advice)


def indent(line: str) -> int:
    """The number of blanks before the first letter."""
    return len(line) - len(line.lstrip())


def with_plain_ends(file: SourceFile) -> str:
    """The file's text, every offset as it is, with nothing but line feeds where lines end."""
    return file.text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in file.text else file.text


def lines_with(text: str, mark: str) -> Iterator[int]:
    """Where each line that holds the mark starts, each once; nothing but line feeds end a line."""
    at = text.find(mark)
    while at >= 0:
        yield text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        at = text.find(mark, end) if end >= 0 else -1


def matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` gives, for a pattern of whole lines that matches at these starts alone."""
    end = 0
    for start in sorted(set(starts)):
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def within(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` gives in the lines that start there, for a pattern that never leaves a line."""
    for start in sorted(set(starts)):
        end = text.find("\n", start)
        yield from pattern.finditer(text, start, len(text) if end < 0 else end)


def says_something(line: str) -> bool:
    """Whether the line is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def open_keys(file: SourceFile, number: int) -> Iterator[Above]:
    """The keys that are still open above a line, the innermost first."""
    limit = 10**6
    for above in range(number - 1, max(number - MOST_LINES, 0), -1):
        line = file.line(above)
        match = re.match(r"^( *)((?:- +)*)([\w-]+):(?:\s+(.*))?$", line)
        if match and len(match[1] + match[2]) < limit:
            yield Above(len(match[1] + match[2]), match[3], bool(match[4]) and not match[4].startswith("#"))
        if says_something(line):
            # a list may stand in the column of the key that it belongs to
            limit = min(limit, indent(line) + (1 if line.lstrip().startswith("- ") else 0))
        if limit == 0:
            return


def rest_of_value(file: SourceFile, number: int) -> list[str]:
    """The lines after a value's first that may still belong to it."""
    found: list[str] = []
    own = indent(file.line(number))
    for below in range(number + 1, min(number + MOST_LINES, len(file.line_starts) + 1)):
        line = file.line(below)
        if line.strip() and indent(line) <= own and not line.lstrip().startswith(("]", "}")):
            break
        found.append(line)
    return found


def item_above(file: SourceFile, number: int, *, can_be_first: bool = True) -> bool:
    """Whether an item starts in this line's column above it, or a list may start here."""
    own = indent(file.line(number))
    for above in range(number - 1, max(number - MOST_LINES, 0), -1):
        line = file.line(above)
        if says_something(line) and indent(line) <= own:
            alone = re.fullmatch(r" *(?:- +)*[\w-]+:\s*", line)
            return (can_be_first and bool(alone)) or (indent(line) == own and line.lstrip().startswith("- "))
    return False
