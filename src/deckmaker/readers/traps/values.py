"""A value on one line that YAML reads otherwise than its author meant → the value put right."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckmaker.readers.traps.braces import colons_inside, in_quotes
from deckmaker.readers.traps.flow import closing_quote, is_sound, open_brackets, surplus
from deckmaker.readers.traps.quotes import quoted, starts_with_quote

Trap = tuple[str, str, str]
"""Code, message, the value put right."""

COLON = "a colon in text without quotes starts a new key"


def _quote_not_closed(value: str) -> Trap | None:
    if value[0] == '"' and closing_quote(value) is None:
        return "Y111", 'the quotation mark " is not closed', value + '"'
    return None


def _starts_with_star(value: str) -> Trap | None:
    return ("Y103", "text that starts with * is read as an alias", quoted(value)) if value[0] == "*" else None


def _mark_too_many(value: str) -> Trap | None:
    """`[a, , b]`, `[a, b]]`, `{a: b},`, `"a",`."""
    if value[0] in "\"'" and value.endswith(",") and closing_quote(value) == len(value[:-1].rstrip()) - 1:
        return "Y126", 'this "," is one too many', value[:-1].rstrip()
    if value[0] not in "[{" or re.match(r"\{\{|\[[^\]]*\](?![\]}])\s*[^\s,#]", value):
        return None
    found = surplus(value)
    if found is None:
        return None
    place, mark = found
    if mark == "," and value[place + 1 :].strip() and is_sound(f"[{value}", []):
        return "Y114", "a bracket [ is missing at the start", f"[{value}"
    better = value[:place].rstrip(" ") + value[place + 1 :]
    return "Y126", f'this "{mark}" is one too many', better


def _colon_in_braces(value: str) -> Trap | None:
    """`{name: Demir: the miller, kind: person}`."""
    places = colons_inside(value) if value[0] in "[{" else []
    return ("Y101", COLON, in_quotes(value, places)) if places else None


def _comma_missing(value: str) -> Trap | None:
    """`{name: Ada kind: person}`, `[[a, b] [c, d]]`."""
    if value[0] not in "[{":
        return None
    better = re.sub(r"(?<=[^\s,{])\s+(?=[a-z_]+: )|(?<=[\]}])\s*(?=[\[{])", ", ", value)
    return ("Y129", "a comma is missing here", better) if better != value and is_sound(better, []) else None


def _starts_with_braces(value: str) -> Trap | None:
    if value[0] != "{":
        return None
    if re.match(r"\{\s*[\w-]+: ", value) and (waiting := open_brackets(value)):
        return "Y114", "the bracket { is not closed", _closed(value, waiting)
    return "Y104", "text that starts with { is read as a mapping", quoted(value)


def _starts_with_bracket(value: str) -> Trap | None:
    if value[0] != "[":
        return None
    if waiting := open_brackets(value):
        return "Y114", "the bracket [ is not closed", _closed(value, waiting)
    rest = value[value.rindex("]") + 1 :].strip() if "]" in value else ""
    return ("Y105", "text that starts with [ is read as a list", quoted(value)) if rest[:1] not in ("", "#") else None


def _closed(value: str, waiting: list[tuple[int, str]]) -> str:
    text = value.rstrip(", ")
    return text + "".join("]" if mark == "[" else "}" for _, mark in reversed(waiting))


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
    if re.match(r"[-?](\s|$)", value):
        return "Y106", f'text cannot start with "{value[0]} "', quoted(value)
    if value[0] in "@`%&|>!" and not re.fullmatch(r"[|>][-+0-9]*( +#.*)?", value):
        return "Y106", f"text cannot start with {value[0]}", quoted(value)
    return None


def _colon_inside(value: str) -> Trap | None:
    if value[0] not in "\"'[{" and re.search(r":(\s|$)", value):
        return "Y101", COLON, quoted(value)
    return None


def _bad_escape(value: str) -> Trap | None:
    if value[0] == '"' and re.search(r'(?<!\\)(\\\\)*\\[^0abtnvfre "/\\N_LPxuU\r\n]', value):
        return "Y120", "a backslash in double quotes starts an escape", quoted(_without_quotes(value))
    return None


TRAPS: tuple[Callable[[str], Trap | None], ...] = (
    _bad_escape,
    _mark_too_many,
    starts_with_quote,
    _starts_with_star,
    _colon_in_braces,
    _comma_missing,
    _brace_in_list,
    _starts_with_braces,
    _starts_with_bracket,
    _starts_with_reserved,
    _colon_inside,
    _quote_not_closed,
)
"""What can be wrong with a value on its own line, likeliest first."""


def trap_in(value: str) -> Trap | None:
    """The likeliest trap in a value that could not be read."""
    return next((found for check in TRAPS if (found := check(value))), None)


def as_scalar(text: str) -> str:
    """The text as YAML reads it back: as it is where that can be, in a list too, and otherwise in quotes."""
    return quoted(text) if re.search(r"^[-?!&*|>%@`\s]|[\[\]{},#\"']|:(?:\s|$)|\s$|^$", text) else text


def _without_quotes(value: str) -> str:
    return value[1:-1] if value.endswith('"') and len(value) > 1 else value[1:]
