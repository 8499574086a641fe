"""A .csv or .txt file → notes: Anki's own export of notes in plain text, or any table with a question in a row.

Lines at the top that begin with `#` are Anki's headers (docs.ankiweb.net/importing/text-files.html#file-headers).
"""

from __future__ import annotations

import csv
import html
import io
import re

from deckmaker.importing.foreign import CardTemplate, Note, NoteType, broken

_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_HEADER = re.compile(r"#([a-z ]+):(.*)", re.I)
_COLUMNS = ("guid", "notetype", "deck", "tags")
_NAMES = re.compile(r"front|back|question|answer|stem|term|definition|text|tags|prompt|response", re.I)
_CLOZE = re.compile(r"\{\{c\d+::")
_MOST_LETTERS = 1 << 20
"""Of a field."""
MOST_COLUMNS = 1_000
"""Of a row."""


def notes(name: str, data: bytes) -> tuple[Note, ...]:
    """The notes, a row each; empty rows are none. Raises Unreadable."""
    try:
        words = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise broken(name, "the file is not UTF-8: save it as UTF-8 where it comes from") from error
    if "\0" in words:
        raise broken(name, "this is no text")
    headers, body = _headers(words)
    separator = _separator(headers, body)
    csv.field_size_limit(_MOST_LETTERS)
    try:
        special = {kind: int(headers.get(f"{kind} column") or 0) - 1 for kind in _COLUMNS}
        table = csv.reader(io.StringIO(body, newline=""), delimiter=separator)
        rows = [row for row in table if any(map(str.strip, row))]
    except (csv.Error, ValueError) as error:
        raise broken(name, "the table in it is broken") from error
    if max(map(len, rows), default=0) > MOST_COLUMNS:
        raise broken(name, f"a row has more than {MOST_COLUMNS:,} columns")
    titles = _titles(headers, separator, rows)
    if special["tags"] < 0 and "tags" in (lower := [title.lower() for title in titles]):
        special["tags"] = lower.index("tags")
    return tuple(_note(headers, special, titles, row) for row in rows)


def _headers(words: str) -> tuple[dict[str, str], str]:
    headers: dict[str, str] = {}
    lines = words.splitlines(keepends=True)
    while lines and (found := _HEADER.fullmatch(lines[0].rstrip("\r\n"))):
        headers[found[1].lower()] = found[2]
        lines.pop(0)
    return headers, "".join(lines)


def _separator(headers: dict[str, str], body: str) -> str:
    given = headers.get("separator", "")
    if given:
        return _SEPARATORS.get(given.strip().lower(), given[:1] or "\t")
    first = next((line for line in body.splitlines() if line.strip()), "")
    return max("\t;,|", key=first.count) if any(sign in first for sign in "\t;,|") else "\t"


def _titles(headers: dict[str, str], separator: str, rows: list[list[str]]) -> list[str]:
    """Names of the columns, as a header gives them or the first row does, which goes then."""
    if "columns" in headers:
        return headers["columns"].split(separator)
    if rows and all(_NAMES.fullmatch(cell.strip()) for cell in rows[0] if cell.strip()):
        return [cell.strip() for cell in rows.pop(0)]
    return []


def _note(headers: dict[str, str], special: dict[str, int], titles: list[str], row: list[str]) -> Note:
    given = {kind: row[at] if 0 <= at < len(row) else headers.get(kind, "") for kind, at in special.items()}
    is_html = headers.get("html", "false").strip().lower() == "true"
    cells = [(at, cell) for at, cell in enumerate(row) if at not in special.values()]
    while len(cells) > 2 and not cells[-1][1].strip():
        cells.pop()
    names = [titles[at].strip() if at < len(titles) and titles[at].strip() else f"Field {at + 1}" for at, _ in cells]
    fields = {name: cell if is_html else _escaped(cell) for name, (_, cell) in zip(names, cells, strict=True)}
    type = _type(given["notetype"], tuple(fields), is_cloze=bool(cells and _CLOZE.search(cells[0][1])))
    return Note(given["guid"], type, fields, tuple(given["tags"].split()), given["deck"], (0,))


def _type(name: str, fields: tuple[str, ...], *, is_cloze: bool) -> NoteType:
    """What the first column holds is asked, what follows is answered."""
    if is_cloze:
        front, rest = f"{{{{cloze:{fields[0]}}}}}", fields[1:]
        return NoteType(name or "Cloze", True, fields, (CardTemplate(front, front + _each(rest)),))
    front = f"{{{{{fields[0]}}}}}" if fields else ""
    return NoteType(name or "Basic", False, fields, (CardTemplate(front, "{{FrontSide}}" + _each(fields[1:])),))


def _each(fields: tuple[str, ...]) -> str:
    return "".join(f"<div>{{{{{field}}}}}</div>" for field in fields)


def _escaped(cell: str) -> str:
    return html.escape(cell, quote=False).replace("\r\n", "\n").replace("\n", "<br>")
