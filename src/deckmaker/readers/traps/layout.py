"""Where a line of YAML stands: its indentation, and the line above that it goes on with or belongs to."""

from __future__ import annotations

import re

from deckmaker.readers.shapes import known_keys
from deckmaker.readers.traps.faults import LOOK_BACK, MOST_LINES, Above, Fault, fault, indent, open_keys, says_something
from deckmaker.source import SourceFile

_LISTS = (
    ("claims", {"claim", "speaker", "basis", "quote", "paragraph"}),
    ("generate", {"family"}),
    ("quizzes", {"sections", "versions"}),
    ("questions", {"stem", "answer", "answers", "distractors", "front", "back", "text", "pairs", "items"}),
)
"""The lists of a set, and keys that tell whose items they are."""


def missing_heading(file: SourceFile, number: int) -> Fault | None:
    """An item among keys: the line that starts its list is missing."""
    line = file.line(number)
    if not line.lstrip().startswith("- ") or not _stands_beside_a_key(file, number):
        return None
    keys = {match for each in _item(file, number) for match in re.findall(r"(?:^|[{,\s])([a-z_]+):(?=\s|$)", each)}
    heading = next((name for name, marks in _LISTS if keys & marks), None)
    if heading is None:
        return None
    empty = file.line(number - 1)
    return Fault(
        "Y127",
        f'a line "{heading}:" is missing above this item',
        indent(line),
        None if says_something(empty) else f"{heading}:",
        f"{heading}:",
        "put a line of its own above it",
        above=1,
    )


def _stands_beside_a_key(file: SourceFile, number: int) -> bool:
    own = indent(file.line(number))
    deeper = False
    for above in range(number - 1, max(number - MOST_LINES, 0), -1):
        line = file.line(above)
        if not says_something(line):
            continue
        if indent(line) <= own:
            match = re.match(r" *[\w-]+:(?:\s+([^\s#].*))?$", line)
            return indent(line) == own and match is not None and (deeper or bool(match[1]))
        deeper = True
    return False


def _item(file: SourceFile, number: int) -> list[str]:
    own, found = indent(file.line(number)), [file.line(number).replace("- ", "  ", 1)]
    for below in range(number + 1, min(number + 30, len(file.line_starts) + 1)):
        line = file.line(below)
        if says_something(line) and indent(line) <= own:
            break
        found.append(line)
    return found


def wrapped_text(file: SourceFile, number: int) -> Fault | None:
    """A text that goes on in the column of its key, or further out."""
    line = file.line(number)
    above = next(open_keys(file, number), None)
    if above is None or re.match(r"\s*([\w-]+:(\s|$)|-\s|[\]}\[{\"'])", line) or not re.match(r"\s*\w", line):
        return None
    if not above.is_filled or above.column < indent(line) or not _is_text(file.line(number - 1), above.column):
        return None
    message = f'this line goes on with the text of "{above.key}" and does not stand further in'
    text = " " * (above.column + 2) + line.lstrip()
    return fault("Y112", message, indent(line), text, f"start it with {above.column + 2} spaces")


def _is_text(line: str, column: int) -> bool:
    """Whether the line is a key's with text, or text that goes on further in."""
    return bool(re.match(r" *(?:- +)?[\w-]+:\s+\S", line)) or (says_something(line) and indent(line) > column)


def wrapped_item(file: SourceFile, number: int) -> Fault | None:
    """An item's text that goes on in the column of its dash, or further out."""
    line, own = file.line(number), indent(file.line(number))
    above = re.match(r"( *)-\s+[^\s\"'\[{]", file.line(number - 1))
    if above is None or len(above[1]) < own or not re.match(r" *\w(?!\S*:(\s|$))", line):
        return None
    column = len(above[1]) + 2
    message = "this line goes on with the item above and does not stand further in"
    return fault("Y112", message, own, " " * column + line.lstrip(), f"start it with {column} spaces")


def _source_heading(file: SourceFile, number: int) -> Fault | None:
    """A source where no list of sources starts."""
    line = file.line(number)
    if not re.match(r" +[\w-]+: *(\{name:|$)", line) or any(each.column for each in open_keys(file, number)):
        return None
    if not re.search(r"[{ ]name: ", line + file.line(number + 1)) or not re.search(
        r"[ ,]kind:", line + file.line(number + 2)
    ):
        return None
    heading = None if says_something(file.line(number - 1)) else "sources:"
    message, advice = 'a line "sources:" is missing above this one', "put a line of its own above it"
    return Fault("Y127", message, indent(line), heading, "sources:", advice, above=1)


def too_far_out(file: SourceFile, number: int) -> Fault | None:
    """A key in the first column that none of a set's keys is, below keys that stand further in."""
    line = file.line(number)
    match = re.match(r"([\w-]+):(\s|$)", line)
    above = next(open_keys(file, number), None)
    if match is None or match[1] in known_keys() or above is None or above.column == 0:
        return None
    inner = [each for each in open_keys(file, number) if each.column > 0]
    return fault("Y112", _OUT_OF_LINE, 0, " " * inner[-1].column + line, _under(inner[-1]))


_DASH_OUT_OF_LINE = "the dash of this item does not line up with its neighbours"
_OUT_OF_LINE = "this key does not line up with its neighbours"


def indentation(file: SourceFile, number: int) -> Fault | None:
    """A key that stands a little left or right of the keys that it could stand under."""
    line = file.line(number)
    match = re.match(r" *([\w-]+):(\s|$)", line)
    if not match:
        return None
    own, above = indent(line), list(open_keys(file, number))
    if not above or own in {each.column for each in above} or (own > above[0].column and not above[0].is_filled):
        return None
    best = min(above, key=lambda each: abs(each.column - own))
    if best.column == 0 and best.key not in known_keys():
        return None  # that one is out of line
    if heading := _source_heading(file, number):
        return heading
    if match[1] not in known_keys() and abs(best.column - own) > 3:
        return None
    return fault("Y112", _OUT_OF_LINE, own, " " * best.column + line.lstrip(), _under(best))


def _under(above: Above) -> str:
    if above.column == 0:
        return f'start it under "{above.key}", with no space before it'
    return f'start it under "{above.key}", with {above.column} spaces before it'


def item_start(file: SourceFile, number: int) -> Fault | None:
    """An item's first line out of line with its other lines, or without its dash."""
    line = file.line(number)
    match = re.match(r"( *)(- +)?([a-z][\w-]*):\s", line)
    below = [re.match(r"( *)[a-z][\w-]*:(?:\s|$)", file.line(number + each)) for each in (1, 2)]
    if match is None or match[3] not in known_keys() or below[0] is None or below[1] is None:
        return None
    own, column = len(match[1] + (match[2] or "")), len(below[0][1])
    if column != len(below[1][1]) or not 0 < abs(column - own) <= 2 or column < 2:
        return None
    text = f"{' ' * (column - 2)}- {line[own:]}"
    if match[2]:
        return fault(
            "Y112", _DASH_OUT_OF_LINE, len(match[1]), text, f"start the dash with {column - 2 or 'no'} spaces before it"
        )
    if match[3] != "id":
        return None
    return fault("Y125", "the dash of this item is missing", own, text)


def item_indentation(file: SourceFile, number: int) -> Fault | None:
    """A list's item whose dash stands a little left or right of the dashes above it."""
    line = file.line(number)
    if not line.lstrip().startswith("- "):
        return None
    own = indent(line)
    above = (file.line(each) for each in range(number - 1, max(number - LOOK_BACK * 4, 0), -1))
    columns = [indent(each) for each in above if each.lstrip().startswith("- ")]
    near = [column for column in columns if column != own and abs(column - own) <= 2]
    if not near or own in columns:
        return None
    advice = f"start it under the dash above, with {near[-1] or 'no'} spaces before it"
    return fault("Y112", _DASH_OUT_OF_LINE, own, " " * near[-1] + line.lstrip(), advice)
