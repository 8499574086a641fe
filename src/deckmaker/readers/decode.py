"""Bytes of a file → text, as people save files: UTF-8, with or without a mark, any line ends."""

from __future__ import annotations

import codecs
import re

from deckmaker.diagnostics import Diagnostic, Fix, diagnose
from deckmaker.model.patterns import regex
from deckmaker.readers.files import MOST_BYTES
from deckmaker.source import SourceFile

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROL_BYTES = [bytes([byte]) for byte in (*range(9), 11, 12, *range(14, 32), 127)]
_NO_TEXT = bytes((*range(9), *range(14, 32)))


def decode(name: str, data: bytes) -> tuple[SourceFile | None, list[Diagnostic]]:
    """The file as text, its byte-order mark taken off; None where it cannot be read as text."""
    if len(data) > MOST_BYTES:
        file = SourceFile(name, "")
        limit = MOST_BYTES // (1024 * 1024)
        return None, [
            diagnose(
                "Y010", file.span(0), f"the file is larger than {limit} MB", hint="split the set into several files"
            )
        ]
    if data.startswith(_UTF16_MARKS):
        return None, [_not_utf8(name, data.decode("utf-16", "replace"), 0, "it is UTF-16")]
    if _is_binary(data):
        hint = "open the set in a text editor and save it as plain text in UTF-8"
        return None, [diagnose("Y003", SourceFile(name, "").span(0), "this is not a text file", hint=hint)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = len(data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff"))
        return None, [_not_utf8(name, data.decode("cp1252", "replace"), place, "it looks like Windows-1252")]
    file = SourceFile(name, text)
    problems = [*_marks(file, data), *(_controls(file) if has_controls(text, data) else ())]
    return (None if any(problem.is_error for problem in problems) else file), problems


def _is_binary(data: bytes) -> bool:
    """Whether it is no text of any encoding: archives, office documents, pictures."""
    start = data[:4096]
    if start.startswith((b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"\xd0\xcf\x11\xe0")):
        return True
    return len(start) - len(start.translate(None, _NO_TEXT)) > len(start) // 10 > 0


def _not_utf8(name: str, guess: str, place: int, looks: str) -> Diagnostic:
    file = SourceFile(name, guess)
    line, _ = file.position(place)
    return diagnose(
        "Y003",
        file.span(place, place + 1),
        f"the file is not UTF-8: {looks}",
        note="the first character that is not UTF-8" if place else "",
        hint=f"save it as UTF-8 in your editor; the line would read\n{file.line(line).strip()}",
    )


def _marks(file: SourceFile, data: bytes) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    if data.startswith(codecs.BOM_UTF8):
        found.append(
            diagnose(
                "Y006",
                file.span(0),
                "the file starts with a byte-order mark",
                hint="nothing to do: it is left out",
                fixes=(Fix(file.span(0), ""),),  # the mark is not in the text: whoever writes a file knows of it
            )
        )
    if (inside := file.text.find("\ufeff")) >= 0:
        line = file.line(file.position(inside)[0]).replace("\ufeff", "")
        found.append(
            diagnose(
                "Y005",
                file.span(inside, inside + 1),
                "a byte-order mark stands inside the file",
                note="most editors do not show it; it becomes part of the text",
                hint=f"delete it; the line would read\n{line.strip()}",
            )
        )
    if (carriage := file.text.find("\r")) >= 0:
        found.append(
            diagnose(
                "Y007",
                file.span(carriage),
                "lines end in carriage returns, as on Windows",
                hint="nothing to do: they are read as line ends",
                fixes=(Fix(file.span(0, len(file.text)), file.text.replace("\r\n", "\n").replace("\r", "\n")),),
            )
        )
    return found


def has_controls(text: str, data: bytes) -> bool:
    """Whether `_CONTROL` finds anything in the text, of which these are the bytes.

    Each sign by itself, and most as bytes, is found many times faster than all at once: hardly a file has any.
    """
    return any(byte in data for byte in _CONTROL_BYTES) or "\ufffe" in text or "\uffff" in text


def _controls(file: SourceFile) -> list[Diagnostic]:
    return [
        diagnose(
            "Y004",
            file.span(match.start(), match.end()),
            f"control character U+{ord(match[0]):04X} in the file",
            note="most editors do not show it",
            hint=f"take it out; the line would read\n{_without(file.line(file.position(match.start())[0]))}",
        )
        for match in _CONTROL.finditer(file.text)
    ][:20]


def _without(line: str) -> str:
    """The line without control characters; a line or page break of another program stood between words."""
    return _CONTROL.sub("", re.sub("[\v\f]", " ", line)).strip()
