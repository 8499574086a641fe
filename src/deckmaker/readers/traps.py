"""A line that YAML cannot read → what its author meant, with the line put right.

Works from the line itself, not from the parser's words: those speak of tokens and mappings, which no teacher should
have to know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.readers.shapes import known_keys
from deckmaker.source import SourceFile

LOOK_BACK = 6
"""How many lines above the place where the parser gave up the cause may stand."""

TAB = 4
"""How wide most editors show a tab."""

_ENTRY = re.compile(r"^(?P<head>[ \t]*(?:-[ \t]+)*(?:(?P<key>[\w-]+)[ \t]*:[ \t]+)?)(?P<value>\S.*?)[ \t]*$")
_KEY_ALONE = re.compile(r"[\w-]+:")


@dataclass(frozen=True, slots=True)
class Repair:
    """A line put right.

    line: its number, from 1.
    text: what it should read, without its line end.
    """

    line: int
    text: str

    def apply(self, file: SourceFile) -> SourceFile:
        """The file with that line replaced."""
        start = file.line_starts[self.line - 1]
        end = start + len(file.line(self.line))
        return SourceFile(file.name, file.text[:start] + self.text + file.text[end:])


@dataclass(frozen=True, slots=True)
class Entry:
    """A line taken apart: what stands before the value (indent, dashes, key), and the value."""

    head: str
    value: str


Trap = tuple[str, str, str]
"""Code, message, the value put right."""


def _starts_with_quote(value: str) -> Trap | None:
    if value[0] not in "\"'":
        return None
    end = _closing_quote(value)
    rest = "" if end is None else value[end + 1 :].strip()
    if end is not None and rest and not rest.startswith("#"):
        return "Y102", f"text after the closing {value[0]} is lost to YAML", quoted(value)
    if end is None and value[0] == "'":
        return "Y102", "text that starts with ' is read as quoted", quoted(value)
    return None


def _quote_not_closed(value: str) -> Trap | None:
    if value[0] == '"' and _closing_quote(value) is None:
        return "Y111", 'the quotation mark " is not closed', value + '"'
    return None


def _starts_with_star(value: str) -> Trap | None:
    return ("Y103", "text that starts with * is read as an alias", quoted(value)) if value[0] == "*" else None


def _starts_with_braces(value: str) -> Trap | None:
    if value[0] != "{" or re.fullmatch(r"\{[^{}]*\}", value):
        return None
    if re.match(r"\{\w+:? [^{}]*$", value):
        return "Y114", "the bracket { is not closed", value + "}"
    return "Y104", "text that starts with { is read as a mapping", quoted(value)


def _starts_with_bracket(value: str) -> Trap | None:
    if value[0] != "[":
        return None
    if "]" in value:
        rest = value[value.rindex("]") + 1 :].strip()
        return (
            ("Y105", "text that starts with [ is read as a list", quoted(value)) if rest[:1] not in ("", "#") else None
        )
    return "Y114", "the bracket [ is not closed", value + "]"


def _brace_in_list(value: str) -> Trap | None:
    """`[$\\frac{1}{2}$, a half]`: a brace opens a mapping in a list on one line, even inside a word."""
    if value[0] != "[" or not value.endswith("]"):
        return None
    items = re.split(r",\s+", value[1:-1])
    if not any("{" in item and item[:1] not in "\"'{" for item in items):
        return None
    better = ", ".join(quoted(item) if "{" in item and item[:1] not in "\"'" else item for item in items)
    return "Y122", "a brace in a list on one line starts a mapping", f"[{better}]"


def _starts_with_reserved(value: str) -> Trap | None:
    if value[0] in "@`%&|>!" and not re.fullmatch(r"[|>][-+0-9]*( +#.*)?", value):
        return "Y106", f"text cannot start with {value[0]}", quoted(value)
    return None


def _colon_inside(value: str) -> Trap | None:
    if value[0] not in "\"'[{" and re.search(r":(\s|$)", value):
        return "Y101", "a colon in text without quotes starts a new key", quoted(value)
    return None


def _bad_escape(value: str) -> Trap | None:
    if value[0] == '"' and re.search(r'(?<!\\)(\\\\)*\\[^0abtnvfre "/\\N_LPxuU\r\n]', value):
        return "Y120", "a backslash in double quotes starts an escape", quoted(_without_quotes(value))
    return None


TRAPS: tuple[Callable[[str], Trap | None], ...] = (
    _bad_escape,
    _starts_with_quote,
    _starts_with_star,
    _starts_with_braces,
    _starts_with_bracket,
    _brace_in_list,
    _starts_with_reserved,
    _colon_inside,
    _quote_not_closed,
)
"""What can be wrong with a value on its own line, likeliest first."""


def explain(
    file: SourceFile, patched: SourceFile, places: tuple[int, ...], problem: str
) -> tuple[Diagnostic, Repair | None]:
    """What is wrong where the parser gave up, and the line put right where that can be told.

    `places` are offsets in `patched`, the problem's own first; `file` is what the user sees.
    """
    lines = _suspects(patched, places)
    if "another document" in problem:
        return _several_documents(file, patched, places)
    for number in lines:
        line = patched.line(number)
        found = _tab(patched, number) or _line_trap(line) or _indentation(patched, number) or _missing_colon(line)
        if found:
            code, message, text, start = found
            return _diagnostic(file, number, start, code, message, text), Repair(number, text)
    return _unclear(file, patched, places[0])


def _suspects(file: SourceFile, places: tuple[int, ...]) -> list[int]:
    """Line numbers, the likeliest first: where it broke, where that began, then upwards."""
    at = [file.position(place)[0] for place in places]
    upwards = range(at[0], max(at[0] - LOOK_BACK, 0), -1)
    blocks = _block_text(file)
    lines = [number for number in dict.fromkeys([at[0], *at[1:], *upwards]) if number not in blocks]
    return [number for number in lines if file.line(number).strip() and not file.line(number).lstrip().startswith("#")]


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


def _line_trap(line: str) -> tuple[str, str, str, int] | None:
    """Code, message, the whole line put right, and the column (from 0) where the trap begins."""
    missing = re.match(r"^( *(?:- +)?)([a-z][\w-]*):(?=[^\s/:])", line)
    if missing:
        end = missing.end()
        return "Y113", "a space is missing after the colon", line[:end] + " " + line[end:], end
    entry = _entry(line)
    trap = next((found for check in TRAPS if (found := check(entry.value))), None) if entry else None
    if entry is None or trap is None:
        return None
    code, message, value = trap
    return code, message, entry.head + value, len(entry.head)


def _entry(line: str) -> Entry | None:
    match = _ENTRY.match(line)
    if match is None or _KEY_ALONE.fullmatch(match["value"]):
        return None
    return Entry(match["head"], match["value"])


def _missing_colon(line: str) -> tuple[str, str, str, int] | None:
    """A line that begins with a key's name and has no colon after it."""
    match = re.match(r"^( *(?:- +)?)([a-z][\w-]*)(?=\s|$)", line)
    if not match or match[2] not in known_keys():
        return None
    text = f"{line[: match.end()]}:{line[match.end() :]}"
    return "Y123", f'the colon is missing after "{match[2]}"', text, len(match[1])


def _tab(file: SourceFile, number: int) -> tuple[str, str, str, int] | None:
    """A tab before the line's first letter; a key goes where the nearest key above it stands."""
    line = file.line(number)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    width = len(indent.expandtabs(TAB))
    columns = _key_columns(file, number) if re.match(r"\s*[\w-]+:(\s|$)", line) else ()
    width = min(columns, key=lambda column: abs(column - width), default=width)
    return "Y109", "a tab cannot indent a line", " " * width + line.lstrip(), indent.index("\t")


def _indentation(file: SourceFile, number: int) -> tuple[str, str, str, int] | None:
    """A key that stands a little left or right of the keys around it."""
    line = file.line(number)
    match = re.match(r"^( *)[\w-]+:(\s|$)", line)
    if not match:
        return None
    indent = len(match[1])
    near = [column for column in _key_columns(file, number) if column != indent and abs(column - indent) <= 3]
    if not near:
        return None
    return "Y112", "this key does not line up with its neighbours", " " * near[0] + line.lstrip(), indent


def _key_columns(file: SourceFile, number: int) -> Iterator[int]:
    for above in range(number - 1, max(number - LOOK_BACK, 0), -1):
        match = re.match(r"^( *(?:- +)?)[\w-]+:(\s|$)", file.line(above))
        if match:
            yield len(match[1])


def _diagnostic(file: SourceFile, number: int, column: int, code: str, message: str, text: str) -> Diagnostic:
    line = file.line(number)
    start = file.line_starts[number - 1] + min(column, len(line))
    about = re.compile(_ABOUT.get(code, r"\S.*")).match(
        file.text, start, start - min(column, len(line)) + len(line.rstrip())
    )
    end = about.end() if about else start
    return diagnose(code, file.span(start, end), message, hint=f"{_ADVICE[code]}\n{text.strip()}")


_ABOUT = {"Y109": r"\t+", "Y112": r"[\w-]+:", "Y113": r"\S", "Y123": r"[\w-]+"}
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
    "Y122": "put the item in quotes",
    "Y123": "put a colon there",
    "Y120": "use single quotes, in which a backslash is a backslash",
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


def quoted(text: str) -> str:
    """The text as a YAML scalar in quotes, of the kind that needs least care."""
    text = text.rstrip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _without_quotes(value: str) -> str:
    return value[1:-1] if value.endswith('"') and len(value) > 1 else value[1:]


def _closing_quote(value: str) -> int | None:
    """Where the quotation that opens the value is closed, by YAML's rules; None where it is not."""
    mark, index = value[0], 1
    while index < len(value):
        if mark == '"' and value[index] == "\\":
            index += 2
        elif value[index] != mark:
            index += 1
        elif mark == "'" and value[index : index + 2] == "''":
            index += 2
        else:
            return index
    return None
