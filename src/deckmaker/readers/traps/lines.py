"""What can be wrong with a line of YAML, and the line put right: one rule, one function, the surest rules first."""

from __future__ import annotations

import re

from msgspec.structs import replace

from deckmaker.readers.shapes import LIST_KEYS, known_keys
from deckmaker.readers.traps.braces import colons_inside
from deckmaker.readers.traps.faults import (
    ENTRY,
    KEY_ALONE,
    LOOK_BACK,
    Fault,
    Rule,
    fault,
    indent,
    open_keys,
    rest_of_value,
)
from deckmaker.readers.traps.flow import is_sound
from deckmaker.readers.traps.layout import (
    indentation,
    item_indentation,
    item_start,
    missing_heading,
    too_far_out,
    wrapped_item,
    wrapped_text,
)
from deckmaker.readers.traps.marks import odd_space, wrong_colon, wrong_dash
from deckmaker.readers.traps.quotes import quoted, without_marks
from deckmaker.readers.traps.values import COLON, as_scalar, trap_in
from deckmaker.source import SourceFile

_QUOTES = "put this text in quotes"
TAB = 4
"""How wide most editors show a tab."""


def tab(file: SourceFile, number: int) -> Fault | None:
    """A tab before the line's first letter; a key goes where the nearest key above it stands."""
    line = file.line(number)
    blanks = line[: indent(line)]
    if "\t" not in blanks:
        return None
    width = len(blanks.expandtabs(TAB))
    is_key = re.match(r"\s*[\w-]+:(\s|$)", line)
    columns = [above.column for above in open_keys(file, number)] if is_key else []
    width = min(columns, key=lambda column: abs(column - width), default=width)
    return fault("Y109", "a tab cannot indent a line", blanks.index("\t"), " " * width + line.lstrip())


def colon_further_down(file: SourceFile, number: int) -> Fault | None:
    """A colon in the second or a later line of a text without quotes."""
    line = file.line(number)
    first = re.match(r"\s*(?:-\s+)?([\w-]+):(\s|$)", line)
    start = _text_start(file, number)
    if start is None or not re.search(r":(\s|$)", line) or (first and first[1] in known_keys()):
        return None
    match = ENTRY.match(file.line(start))
    assert match
    text = " ".join([match["value"], *(file.line(each).strip() for each in range(start + 1, number + 1))])
    repaired = re.sub(r":(?=\s|$)", "", line)
    return Fault("Y101", COLON, indent(line), repaired, (match["head"] + quoted(text)).strip())


def missing_space(file: SourceFile, number: int) -> Fault | None:
    """A key's colon with the value right after it."""
    line = file.line(number)
    match = re.match(r"^( *(?:- +)?)([a-z][\w-]*):(?=[^\s/:])", line)
    if not match or (match[2] not in known_keys() and line[match.end()] not in "[{\"'"):
        return None
    end = match.end()
    return fault("Y113", "a space is missing after the colon", end, line[:end] + " " + line[end:])


def value_trap(file: SourceFile, number: int) -> Fault | None:
    """A value that YAML reads otherwise than meant."""
    match = ENTRY.match(file.line(number))
    if match is None or KEY_ALONE.fullmatch(match["value"]) or _is_read(file, number, match):
        return None
    head, value = match["head"], match["value"]
    if match["key"] in LIST_KEYS and re.fullmatch(r"([\"'])[^\"']*\1(\s*,\s*([\"'])[^\"']*\3)+", value):
        message = f"text after the closing {value[0]} is lost to YAML"
        return fault("Y102", message, len(head), f"{head}[{value}]", "put several items in brackets")
    trap = trap_in(value)
    if trap is None:
        return None
    code, message, better = trap
    if code == "Y101" and (places := colons_inside(value)):
        start, end = places[0]
        return replace(fault(code, message, len(head) + start, head + better, _QUOTES), width=end - start)
    if code == "Y102" and (plain := without_marks(value, match["key"])):
        advice = "leave the marks out, or put the whole text in quotes of the other kind"
        return fault(code, message, len(head), head + as_scalar(plain), advice)
    # what is one too many or too few is where the two texts part
    parts = (place for place, pair in enumerate(zip(value, better, strict=False)) if pair[0] != pair[1])
    column = next(parts, len(better)) if code in ("Y126", "Y129") else 0
    return fault(code, message, len(head) + column, head + better)


def _is_read(file: SourceFile, number: int, match: re.Match[str]) -> bool:
    """Whether the value is YAML by itself, or no value but the middle of one."""
    if not match["head"].strip() and not re.fullmatch(r"\s*(?:-\s+)*[\w-]+:\s*", file.line(number - 1)):
        return True
    alias = re.fullmatch(r"\*([\w-]+)", match["value"])
    if alias:
        return f"&{alias[1]}" in file.text
    value = match["value"]
    return is_sound(value, []) or (value[0] in "\"'[{" and is_sound(value, rest_of_value(file, number)))


def missing_colon(file: SourceFile, number: int) -> Fault | None:
    """A line that begins with a key's name and has no colon after it."""
    line = file.line(number)
    match = re.match(r"^( *(?:- +)?)([a-z][\w-]*)(?=\s|$)", line)
    if not match or match[2] not in known_keys():
        return None
    text = f"{line[: match.end()]}:{line[match.end() :]}"
    return fault("Y123", f'the colon is missing after "{match[2]}"', len(match[1]), text)


SURE: tuple[Rule, ...] = (odd_space, wrong_dash)
LIKELY: tuple[Rule, ...] = (tab, missing_space, colon_further_down, wrong_colon, value_trap)
ITEMS: tuple[Rule, ...] = (item_start,)
POSSIBLE: tuple[Rule, ...] = (
    missing_heading,
    missing_colon,
    wrapped_text,
    wrapped_item,
    item_indentation,
    indentation,
    too_far_out,
)
"""What is looked at: all lines for what is sure, then all for what is likely, and so on."""


def _text_start(file: SourceFile, number: int) -> int | None:
    """The line on which the text without quotes starts that the line of that number goes on with."""
    own = indent(file.line(number))
    for above in range(number - 1, max(number - LOOK_BACK, 0), -1):
        match = ENTRY.match(file.line(above))
        if match is None or KEY_ALONE.fullmatch(match["value"]):
            return None
        if match["key"] and match["key"] in known_keys():
            column = match.start("key")
            return above if column < own and match["value"][0] not in "\"'[{|>&*!#" else None
    return None
