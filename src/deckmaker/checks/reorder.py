"""The entries of a list in another order, as a fix of the file: `[b, a]` on one line, or one entry a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckmaker.diagnostics import Fix
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Choice, Question
from deckmaker.source import Span

_ENTRY = regex(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,\[\]{}"'#&*!|>%@`][^,\[\]{}#\n]*?)\s*(?:,|\Z)""")

_KEY = regex(r"^( *)options:\s*\Z", re.M)
_MOST_INDENT = 80
"""How far a key may stand in."""


def in_order(question: Question, order: Sequence[int]) -> tuple[Fix, ...]:
    """What puts a choice's options into that order for good; nothing where that is not safe, or one keeps its place.

    A question that would be shuffled gets `shuffle: false` beside it, without which the order would be lost again.
    """
    place, body = question.spans.get("options"), question.body
    if place is None or not isinstance(body, Choice) or any(option.pin for option in body.options):
        return ()
    moved = reordered(place, order)
    if not moved or not question.shuffle:
        return moved
    kept = () if "shuffle" in question.spans else _kept_in_order(place)
    return (*kept, *moved) if kept else ()


def _kept_in_order(options: Span) -> tuple[Fix, ...]:
    """A line `shuffle: false` above the options, where their key begins a line."""
    text = options.file.text
    key = _KEY.search(text, max(text.rfind("options:", 0, options.start) - _MOST_INDENT, 0), options.start)
    if key is None:
        return ()
    line_end = "\r\n" if text[: key.start()].endswith("\r\n") else "\n"
    return (Fix(options.file.span(key.start()), f"{key[1]}shuffle: false{line_end}"),)


def reordered(entries: Span, order: Sequence[int]) -> tuple[Fix, ...]:
    """What puts the list there into that order, entry `order[0]` first; nothing where that is not safe.

    entries: the place of the list's value, as `question.spans` has it. Safe are a list on one line whose entries are
    texts, and a list of one dash under the other; not those with comments, blank lines, or another number of entries.
    """
    if sorted(order) != list(range(len(order))) or list(order) == sorted(order):
        return ()
    text = entries.file.text
    if text[entries.start : entries.start + 1] == "[":
        places = _in_brackets(entries)
    else:
        places = _under_dashes(text, entries.start)
    if len(places) != len(order):
        return ()
    return tuple(
        Fix(entries.file.span(*place), text[slice(*places[index])]) for place, index in zip(places, order, strict=True)
    )


def _in_brackets(entries: Span) -> list[tuple[int, int]]:
    """Where each entry of a list on one line stands; nothing where one is more than a text."""
    if not entries.text.endswith("]"):
        return []
    inner, places, at = entries.text[1:-1], list[tuple[int, int]](), 0
    while at < len(inner) and inner[at:].strip():
        match = _ENTRY.match(inner, at)
        if match is None:
            return []
        places.append((entries.start + 1 + match.start(1), entries.start + 1 + match.end(1)))
        at = match.end()
    return places


def _under_dashes(text: str, start: int) -> list[tuple[int, int]]:
    """Where each entry behind a dash stands, with the lines that belong to it; nothing where more is between them."""
    first = text.rfind("\n", 0, start) + 1
    column = start - first
    if text[first:start].strip(" ") or text[start : start + 2] != "- ":
        return []
    places: list[tuple[int, int]] = []
    at = first
    for line in text[first:].splitlines(keepends=True):
        words = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if not words or words.startswith("#") or " #" in words:
            return [] if _goes_on(text[at:], column) else places
        if indent < column or (indent == column and not line.startswith("- ", indent)):
            break
        end = at + len(line.rstrip())
        if indent == column:
            places.append((at + column + 2, end))
        else:
            places[-1] = places[-1][0], end
        at += len(line)
    return places


def _goes_on(rest: str, column: int) -> bool:
    """Whether behind blank lines and comments the list goes on."""
    for line in rest.splitlines():
        if line.strip() and not line.strip().startswith("#"):
            indent = len(line) - len(line.lstrip(" "))
            return indent > column or (indent == column and line.startswith("- ", indent))
    return False
