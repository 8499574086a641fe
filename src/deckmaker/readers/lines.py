"""What can be wrong with a line of YAML, and the line put right: one rule, one function, the likeliest rules first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from deckmaker.readers.shapes import known_keys
from deckmaker.readers.values import TRAPS, quoted
from deckmaker.source import SourceFile

LOOK_BACK = 6
"""How many lines above the place where the parser gave up the cause may stand."""

TAB = 4
"""How wide most editors show a tab."""

_ENTRY = re.compile(r"^(?P<head>[ \t]*(?:-[ \t]+)*(?:(?P<key>[\w-]+)[ \t]*:[ \t]+)?)(?P<value>\S.*?)[ \t]*$")
_KEY_ALONE = re.compile(r"[\w-]+:")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line.

    code, message: as the diagnostic has them.
    column: from 0, where the fault begins.
    repaired: the line as it is read on, after the fault was told.
    shown: what the hint shows as put right.
    """

    code: str
    message: str
    column: int
    repaired: str
    shown: str


Rule = Callable[[SourceFile, int], Fault | None]
"""What is wrong with the line of that number, if this rule knows."""


def tab(file: SourceFile, number: int) -> Fault | None:
    """A tab before the line's first letter; a key goes where the nearest key above it stands."""
    line = file.line(number)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    width = len(indent.expandtabs(TAB))
    columns = _key_columns(file, number) if re.match(r"\s*[\w-]+:(\s|$)", line) else ()
    width = min(columns, key=lambda column: abs(column - width), default=width)
    return _fault("Y109", "a tab cannot indent a line", indent.index("\t"), " " * width + line.lstrip())


def colon_further_down(file: SourceFile, number: int) -> Fault | None:
    """A colon in the second or a later line of a text without quotes."""
    line = file.line(number)
    first = re.match(r"\s*(?:-\s+)?([\w-]+):(\s|$)", line)
    start = _text_start(file, number)
    if start is None or not re.search(r":(\s|$)", line) or (first and first[1] in known_keys()):
        return None
    match = _ENTRY.match(file.line(start))
    assert match
    text = " ".join([match["value"], *(file.line(each).strip() for each in range(start + 1, number + 1))])
    repaired = re.sub(r":(?=\s|$)", "", line)
    message = "a colon in text without quotes starts a new key"
    return Fault("Y101", message, _indent(line), repaired, (match["head"] + quoted(text)).strip())


def missing_space(file: SourceFile, number: int) -> Fault | None:
    """A key's colon with the value right after it."""
    line = file.line(number)
    match = re.match(r"^( *(?:- +)?)([a-z][\w-]*):(?=[^\s/:])", line)
    if not match:
        return None
    end = match.end()
    return _fault("Y113", "a space is missing after the colon", end, line[:end] + " " + line[end:])


def value_trap(file: SourceFile, number: int) -> Fault | None:
    """A value that YAML reads otherwise than meant."""
    match = _ENTRY.match(file.line(number))
    if match is None or _KEY_ALONE.fullmatch(match["value"]):
        return None
    trap = next((found for check in TRAPS if (found := check(match["value"]))), None)
    if trap is None:
        return None
    code, message, value = trap
    return _fault(code, message, len(match["head"]), match["head"] + value)


def indentation(file: SourceFile, number: int) -> Fault | None:
    """A key that stands a little left or right of the keys around it."""
    line = file.line(number)
    if not re.match(r" *[\w-]+:(\s|$)", line):
        return None
    indent = _indent(line)
    near = [column for column in _key_columns(file, number) if column != indent and abs(column - indent) <= 3]
    if not near:
        return None
    return _fault("Y112", "this key does not line up with its neighbours", indent, " " * near[0] + line.lstrip())


def item_indentation(file: SourceFile, number: int) -> Fault | None:
    """A list's item whose dash stands a little left or right of the dashes above it."""
    line = file.line(number)
    if not line.lstrip().startswith("- "):
        return None
    indent = _indent(line)
    above = (file.line(each) for each in range(number - 1, max(number - LOOK_BACK * 4, 0), -1))
    columns = [_indent(each) for each in above if each.lstrip().startswith("- ")]
    near = [column for column in columns if column != indent and abs(column - indent) <= 2]
    if not near or indent in columns:
        return None
    message = "the dash of this item does not line up with its neighbours"
    return _fault("Y112", message, indent, " " * near[-1] + line.lstrip())


def missing_colon(file: SourceFile, number: int) -> Fault | None:
    """A line that begins with a key's name and has no colon after it."""
    line = file.line(number)
    match = re.match(r"^( *(?:- +)?)([a-z][\w-]*)(?=\s|$)", line)
    if not match or match[2] not in known_keys():
        return None
    text = f"{line[: match.end()]}:{line[match.end() :]}"
    return _fault("Y123", f'the colon is missing after "{match[2]}"', len(match[1]), text)


RULES: tuple[Rule, ...] = (
    tab,
    colon_further_down,
    missing_space,
    value_trap,
    indentation,
    item_indentation,
    missing_colon,
)
"""What is looked at, in this order."""


def _fault(code: str, message: str, column: int, repaired: str) -> Fault:
    return Fault(code, message, column, repaired, repaired.strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _key_columns(file: SourceFile, number: int) -> Iterator[int]:
    for above in range(number - 1, max(number - LOOK_BACK, 0), -1):
        match = re.match(r"^( *(?:- +)?)[\w-]+:(\s|$)", file.line(above))
        if match:
            yield len(match[1])


def _text_start(file: SourceFile, number: int) -> int | None:
    """The line on which the text without quotes starts that the line of that number goes on with."""
    indent = _indent(file.line(number))
    for above in range(number - 1, max(number - LOOK_BACK, 0), -1):
        match = _ENTRY.match(file.line(above))
        if match is None or _KEY_ALONE.fullmatch(match["value"]):
            return None
        if match["key"] and match["key"] in known_keys():
            column = match.start("key")
            return above if column < indent and match["value"][0] not in "\"'[{|>&*!#" else None
    return None
