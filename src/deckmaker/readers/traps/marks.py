"""Marks that other programs type for those of YAML: blanks that are none, bullets, dashes, colons."""

from __future__ import annotations

import re

from deckmaker.model.patterns import regex
from deckmaker.readers.shapes import known_keys
from deckmaker.readers.traps.faults import BLANKS, ENTRY, Fault, fault, item_above, rest_of_value
from deckmaker.readers.traps.flow import open_quotation, with_quotation_closed
from deckmaker.readers.traps.values import trap_in
from deckmaker.source import SourceFile

_ODD_SPACE = regex(rf"^[ \t]*([{BLANKS}])|^[\s{BLANKS}]*-[ ]*([{BLANKS}])|^\s*(?:- +)?[\w-]+:[ ]*([{BLANKS}])")
_BULLET = regex(r"^( *)([–—−‐‑•·‣◦▪●○*])\s*(?=\S)")
_WRONG_COLON = regex(r"^( *(?:- +)?)([a-z][\w-]*)(\s*[;：﹕∶=]\s*|\s+[-–—]\s+)(?=\S)")
_QUOTES = regex(r"^[ \t]*(?:-[ \t]+)*(?:[\w-]+[ \t]*:[ \t]+)?(?:[\"']|[\[{].*[\"'])", re.M)


def odd_space(file: SourceFile, number: int) -> Fault | None:
    """A blank that is no space, where YAML's indentation or the space after a dash or colon belongs."""
    line = file.line(number)
    match = _ODD_SPACE.match(line)
    if not match:
        return None
    column = next(match.start(group) for group in (1, 2, 3) if match[group])
    blanks = re.compile(rf"[ {BLANKS}]")
    head = re.match(rf"[\s{BLANKS}]*(?:-[\s{BLANKS}]+)?(?:[\w-]+:[\s{BLANKS}]+)?", line)
    end = head.end() if head else column + 1
    name = "no-break space" if line[column] in "\u00a0\u202f" else "space of special width"
    return fault(
        "Y124", f"a {name} stands here, which YAML takes for a letter", column, blanks.sub(" ", line[:end]) + line[end:]
    )


def wrong_dash(file: SourceFile, number: int) -> Fault | None:
    """A bullet or long dash where an item starts, or a dash right before its text."""
    line = file.line(number)
    bullet = _BULLET.match(line)
    if bullet and (_starts_with_key(line[bullet.end() :]) or item_above(file, number)):
        text = f"{bullet[1]}- {line[bullet.end() :]}"
        return fault("Y125", f'a list\'s item starts with "-", not with "{bullet[2]}"', len(bullet[1]), text)
    close = re.match(r"^( *)-(?=[^\s-])", line)
    if close and (
        _starts_with_key(line[close.end() :]) or item_above(file, number, can_be_first=line[close.end()] in "{[")
    ):
        text = f"{close[1]}- {line[close.end() :]}"
        advice = "put a space after the dash"
        return fault("Y125", "a space is missing after the dash", len(close[1]), text, advice)
    return None


def _starts_with_key(text: str) -> bool:
    match = re.match(r"([\w-]+):(\s|$)", text)
    return bool(match) and match is not None and match[1] in known_keys()


def wrong_colon(file: SourceFile, number: int) -> Fault | None:
    """A key with another mark where its colon belongs: `basis; x`, `basis = x`, `basis：x`."""
    line = file.line(number)
    braces = re.match(r"( *)(\w[\w-]*)\s+(?=\{[a-z_]+: )", line)
    if braces:
        text = f"{braces[1]}{braces[2]}: {line[braces.end() :]}"
        return fault("Y123", f'the colon is missing after "{braces[2]}"', len(braces[1]), text)
    match = _WRONG_COLON.match(line)
    if not match or match[2] not in known_keys():
        return None
    mark, text = match[3].strip(), f"{match[1]}{match[2]}: {line[match.end() :]}"
    message = f'a colon belongs after "{match[2]}", not "{mark}"'
    return fault("Y123", message, len(match[1]), text)


def open_quotation_above(file: SourceFile, last: int, blocks: set[int]) -> tuple[int, Fault] | None:
    """The first line, up to `last`, with a quotation that no line of its own value closes."""
    behind = 0
    for found in _QUOTES.finditer(file.text, 0, file.line_starts[last - 1] + len(file.line(last))):
        number, _ = file.position(found.start())
        match = ENTRY.match(file.line(number))
        if number <= behind or number in blocks or match is None:
            continue
        rest = rest_of_value(file, number)
        opened = open_quotation(match["value"])
        if opened is None:
            continue
        if open_quotation("\n".join([match["value"], *rest])) is None:
            behind = number + len(rest)
            continue
        return number, _not_closed(match, opened)
    return None


def _not_closed(match: re.Match[str], opened: int) -> Fault:
    value, head = match["value"], match["head"]
    trap = trap_in(value) if opened == 0 else None
    if trap:
        return fault(trap[0], trap[1], len(head), head + trap[2])
    message = f"the quotation mark {value[opened]} is not closed"
    return fault("Y111", message, len(head) + opened, head + with_quotation_closed(value, opened))
