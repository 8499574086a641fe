"""A line put right: in memory, so that reading goes on, and as a fix where nothing else can have been meant."""

from __future__ import annotations

from msgspec import Struct

from deckmaker.diagnostics import Fix
from deckmaker.model.patterns import regex
from deckmaker.readers.traps.faults import ENTRY, Fault, indent, says_something
from deckmaker.readers.traps.quotes import is_clear
from deckmaker.source import SourceFile

_QUOTING = frozenset(("Y101", "Y102", "Y103", "Y104", "Y105", "Y106", "Y120", "Y122"))
"""Codes mended by quotes around the value of one line."""

_CERTAIN = _QUOTING | {"Y109", "Y113", "Y124", "Y125"}
"""Codes whose corrected line is the only one: the same words, in quotes or with blanks and marks that YAML knows."""

_ESCAPED = regex(r"\\[\"\\]")
"""An escape that its author may have meant as one."""


class Repair(Struct, frozen=True):
    """A line put right.

    line: its number, from 1.
    text: what it should read, without its line end.
    blanks: further lines whose blanks become spaces, with what they should read, as long as before.
    """

    line: int
    text: str
    blanks: tuple[tuple[int, str], ...] = ()

    @property
    def lines(self) -> list[tuple[int, str]]:
        """All its lines with what they should read, in their order."""
        return sorted([*self.blanks, (self.line, self.text)])

    def apply(self, file: SourceFile) -> SourceFile:
        """The file with these lines replaced."""
        text = file.text
        for number, line in reversed(self.lines):
            start = file.line_starts[number - 1]
            text = text[:start] + line + text[start + len(file.line(number)) :]
        return SourceFile(file.name, text)


def fixes(file: SourceFile, repair: Repair) -> tuple[Fix, ...]:
    """What makes the same of the user's own file."""
    return tuple(
        Fix(file.span(file.line_starts[number - 1], file.line_starts[number - 1] + len(file.line(number))), line)
        for number, line in repair.lines
    )


def is_certain(file: SourceFile, number: int, fault: Fault) -> bool:
    """Whether the line as repaired is what its author meant, and the whole of it."""
    if fault.code not in _CERTAIN or fault.repaired is None or fault.shown != fault.repaired.strip():
        return False
    line = file.line(number)
    if _letters(line) != _letters(fault.repaired) or (fault.code == "Y120" and _ESCAPED.search(line)):
        return False
    if fault.code == "Y102" and (match := ENTRY.match(line)) and not is_clear(match["value"], match["key"]):
        return False
    return fault.code not in _QUOTING or not _goes_on(file, number)


def _letters(line: str) -> str:
    """What of a line must still be there."""
    return "".join(char for char in line if char.isalnum() or char == "\\")


def _goes_on(file: SourceFile, number: int) -> bool:
    """Whether the lines below belong to the value on this one."""
    match = ENTRY.match(file.line(number))
    column = match.start("key") if match and match["key"] else indent(file.line(number))
    below = (file.line(each) for each in range(number + 1, len(file.line_starts) + 1))
    following = next((line for line in below if says_something(line)), "")
    return bool(following) and indent(following) > column
