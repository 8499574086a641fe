"""A line that YAML cannot read → what its author meant, with the line put right.

Works from the line itself, not from the parser's words: those speak of tokens and mappings, which no teacher should
have to know.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.readers.traps.faults import LOOK_BACK, Fault, says_something
from deckmaker.readers.traps.lines import ITEMS, LIKELY, POSSIBLE, SURE
from deckmaker.readers.traps.marks import odd_space, open_quotation_above
from deckmaker.readers.traps.repair import Repair, fixes, is_certain
from deckmaker.source import SourceFile


def explain(
    file: SourceFile, patched: SourceFile, places: tuple[int, ...], problem: str
) -> tuple[Diagnostic, Repair | None]:
    """What is wrong where the parser gave up, and the line put right where that can be told.

    `places` are offsets in `patched`, the problem's own first; `file` is what the user sees.
    """
    if "another document" in problem:
        return _several_documents(file, patched, places)
    found = _cause(patched, places)
    if found is None:
        return _unclear(file, patched, places[0])
    number, fault = found
    if fault.code == "Y124":
        others = _odd_spaces(patched, number)
        more = f", here and on {len(others)} more line{'s'[: len(others) > 1]}" if others else ""
        fault = replace(fault, advice=f"type a normal space{more}")
        repair = Repair(number, fault.repaired or "", others)
        return replace(_diagnostic(file, number, fault), fixes=fixes(file, repair)), repair
    if fault.repaired is None:
        return _diagnostic(file, number, fault), None
    repair = Repair(number - fault.above, fault.repaired)
    certain = is_certain(patched, number, fault)
    return replace(_diagnostic(file, number, fault), fixes=fixes(file, repair) if certain else ()), repair


def _odd_spaces(file: SourceFile, told: int) -> tuple[tuple[int, str], ...]:
    """The other lines with blanks that are no spaces: whoever pasted one pasted many, and one word of it is enough."""
    blocks = _block_text(file)
    numbers = (number for number in range(1, len(file.line_starts) + 1) if number != told and number not in blocks)
    found = ((number, odd_space(file, number)) for number in numbers)
    return tuple((number, fault.repaired) for number, fault in found if fault and fault.repaired is not None)


def _cause(patched: SourceFile, places: tuple[int, ...]) -> tuple[int, Fault] | None:
    """The line at fault and its fault: the surest cause on any line that may hold it, before all less sure ones."""
    blocks = _block_text(patched)
    suspects = _suspects(patched, places, blocks)
    for rules in (SURE, LIKELY, ITEMS, POSSIBLE):
        if rules is LIKELY:
            last = patched.position(places[0])[0]
            if opened := open_quotation_above(patched, last, blocks):
                return opened
        for number in suspects:
            fault = next((found for rule in rules if (found := rule(patched, number))), None)
            if fault:
                return number, fault
    return None


def _suspects(file: SourceFile, places: tuple[int, ...], blocks: set[int]) -> list[int]:
    """Line numbers, the likeliest first: where it broke, where that began, then upwards."""
    at = [file.position(place)[0] for place in places]
    upwards = range(at[0], max(at[0] - LOOK_BACK, 0), -1)
    lines = [number for number in dict.fromkeys([at[0], *at[1:], *upwards]) if number not in blocks]
    return [number for number in lines if says_something(file.line(number))]


def _block_text(file: SourceFile) -> set[int]:
    """The lines of texts that start with | or >: anything may stand there."""
    found: set[int] = set()
    indent: int | None = None
    for number in range(1, len(file.line_starts) + 1):
        line = file.line(number)
        own = len(line) - len(line.lstrip())
        if indent is not None and (not line.strip() or own > indent):
            found.add(number)
            continue
        header = re.search(r"(?:^|[:-][ \t]+)[|>][-+0-9]*[ \t]*(?:#.*)?$", line)
        indent = own if header else None
    return found


def _diagnostic(file: SourceFile, number: int, fault: Fault) -> Diagnostic:
    line = file.line(number)
    start = file.line_starts[number - 1] + min(fault.column, len(line))
    last = file.line_starts[number - 1] + len(line.rstrip())
    about = re.compile(_ABOUT.get(fault.code, r"\S.*")).match(file.text, start, last)
    end = start + fault.width if fault.width else about.end() if about else start
    return diagnose(
        fault.code, file.span(start, end), fault.message, hint=f"{fault.advice or _ADVICE[fault.code]}\n{fault.shown}"
    )


_ABOUT = {
    "Y109": r"\t+",
    "Y112": r"[\w-]+:",
    "Y113": r"\S",
    "Y123": r"[\w-]+",
    "Y124": r".",
    "Y125": r"\S",
    "Y126": r"\S",
    "Y129": r".",
}
"""What of the line is at fault, from where the trap begins; otherwise all the rest of it."""


_ADVICE = {
    "Y101": "put the whole text in quotes",
    "Y102": "put the whole text in quotes of the other kind",
    "Y103": "put the whole text in quotes",
    "Y104": "put the whole text in quotes",
    "Y105": "put the whole text in quotes",
    "Y106": "put the whole text in quotes",
    "Y109": "indent with spaces",
    "Y111": "close it",
    "Y112": "line it up",
    "Y113": "put a space there",
    "Y114": "close it",
    "Y120": "use single quotes, in which a backslash is a backslash",
    "Y122": "put the item in quotes",
    "Y123": "put a colon there",
    "Y124": "type a normal space",
    "Y125": "start the item with a dash and a space",
    "Y126": "take it out",
    "Y129": "put a comma there",
}


def _several_documents(
    file: SourceFile, patched: SourceFile, places: tuple[int, ...]
) -> tuple[Diagnostic, Repair | None]:
    marks = [n for n in range(1, len(patched.line_starts) + 1) if re.match(r"(---|\.\.\.)(\s|$)", patched.line(n))]
    content = next((n for n in range(1, len(patched.line_starts) + 1) if patched.line(n).strip()), 1)
    number = next((n for n in marks if n > content), patched.position(places[0])[0])
    start = file.line_starts[number - 1]
    problem = diagnose(
        "Y117",
        file.span(start, start + len(file.line(number))),
        'the line "---" starts a second document',
        hint="delete the line; a set is one document per file",
    )
    return problem, Repair(number, "")


def _unclear(file: SourceFile, patched: SourceFile, place: int) -> tuple[Diagnostic, None]:
    number, _ = patched.position(place)
    while number > 1 and not patched.line(number).strip():
        number -= 1
    line = file.line(number)
    start = file.line_starts[number - 1] + len(line) - len(line.lstrip())
    problem = diagnose(
        "Y119",
        file.span(start, start + len(line.strip())),
        "from here on the file cannot be read",
        hint="look at this line and the one above: text with : # or quotes in it stands in quotes",
    )
    return problem, None
