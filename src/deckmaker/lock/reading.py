"""A lock's file read back.

Accepts any line ends, and what git leaves when two branches' locks don't merge: both sides are taken, their common
ancestor's is not. Refuses all that it did not write itself: a damaged lock is never taken for an empty one, nor the
beginning of one for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.lock.entries import Lock, merge
from deckmaker.lock.writing import END, VERSION
from deckmaker.source import SourceFile

_ENTRIES = {
    "deckmaker-lock": re.compile(r"[0-9]+"),
    "uid": re.compile(r"\S+"),
    "cards": re.compile(r"\S+(?: [0-9]{1,4})+"),
    "choice": re.compile(r"\S+(?: \S+)*"),
    "deck": re.compile(r"\S+ \S+"),
    "kind": re.compile(r"\S+ [a-z]+"),
    "note": re.compile(r"\S+ [0-9a-f]{16} [0-9]{1,15}"),
    "quote": re.compile(r"\S+(?: [0-9a-f]{64}/[0-9a-f]{16})+"),
    "retired": re.compile(r"\S+ [0-9]{1,15}"),
    END: re.compile(""),
}
"""What may follow each kind of entry."""

_SINGLE = ("deckmaker-lock", "uid")
_FIRST = "1"
"""The format whose locks end anywhere."""

_CONFLICT = {
    ("both", "<<<<<<<"): "ours",
    ("ours", "|||||||"): "ancestor",
    ("ours", "======="): "theirs",
    ("ancestor", "======="): "theirs",
    ("theirs", ">>>>>>>"): "both",
}
"""Whose lines come after one of git's markers, by whose lines came before it."""

_ODD = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffd]")
"""Signs that no lock of ours has: of binary rubbish, and of bytes that are no text."""
_ESCAPE = re.compile(r"%([0-9A-F]{1,5});")

Entries = dict[tuple[str, str], tuple[str, ...]]
"""The words of each entry after its kind and its id."""


class _Wrong(Exception):
    """A line that cannot be read.

    line: its number, from 1.
    why: what is wrong with it.
    """

    what = "the lock is damaged"
    hint = "take the file back from version control; without it students' own edits may be overwritten"

    def __init__(self, line: int, why: str) -> None:
        super().__init__(line, why)
        self.line = line
        self.why = why


class _Twice(_Wrong):
    """Lines that were joined where they say different things: a merge that took both sides and left no marks."""

    hint = (
        "let git put its marks back, which can be read\ngit checkout --merge -- {name}\n"
        "or take the file back from version control"
    )


class _Newer(_Wrong):
    """A format that this deckmaker does not know."""

    what = "a newer deckmaker wrote the lock"
    hint = "update deckmaker: pip install --upgrade deckmaker-claims"


def parse(file: SourceFile) -> tuple[Lock | None, list[Diagnostic]]:
    """The lock in a file; None, with the first line that is wrong, when it is damaged."""
    try:
        ours, theirs, conflict = _sides(file)
        first = _lock(_entries(ours))
        if not conflict:
            return first, []
        second = _lock(_entries(theirs))
        if first.uid != second.uid:
            raise _Wrong(conflict, "its two sides belong to different sets")
    except _Wrong as wrong:
        return None, [_damaged(file, wrong)]
    return merge(first, second), [_merged(file, conflict)]


def _sides(file: SourceFile) -> tuple[list[tuple[int, str]], list[tuple[int, str]], int]:
    """The lines of either side, with their numbers, and the line of the first conflict, 0 when there is none."""
    lines: dict[str, list[tuple[int, str]]] = {"ours": [], "theirs": [], "ancestor": []}
    side, conflict, last = "both", 0, 0
    for number in range(1, len(file.line_starts) + 1):
        line = file.line(number).removeprefix("\ufeff").strip()
        marker = line[:7]
        if marker in ("<<<<<<<", "|||||||", "=======", ">>>>>>>"):
            if (side, marker) not in _CONFLICT:
                raise _Wrong(number, f'the merge marker "{marker}" has no counterpart')
            side, last = _CONFLICT[side, marker], number
            conflict = conflict or number
        elif line and not line.startswith("#"):
            for name in ("ours", "theirs") if side == "both" else (side,):
                lines[name].append((number, line))
    if side != "both":
        raise _Wrong(last, "a merge conflict begins here and does not end")
    if file.text and file.text[-1] not in "\r\n":
        raise _Wrong(len(file.line_starts), "the file ends inside this line")
    return lines["ours"], lines["theirs"], conflict


def _entries(lines: list[tuple[int, str]]) -> Entries:
    entries: Entries = {}
    for number, line in lines:
        kind, _, rest = line.partition(" ")
        if kind not in _ENTRIES or not _ENTRIES[kind].fullmatch(rest) or _ODD.search(line):
            raise _Wrong(number, "this line cannot be read")
        if kind == "deckmaker-lock" and rest not in (_FIRST, VERSION):
            newer = int(rest) > int(VERSION)
            raise (_Newer if newer else _Wrong)(number, f"it has format {rest}, this deckmaker reads {VERSION}")
        words = tuple(map(_text, rest.split()))
        key, values = ((kind, ""), words) if kind in (*_SINGLE, END) else ((kind, words[0]), words[1:])
        if entries.setdefault(key, values) != values:
            raise _Twice(number, "this line says otherwise than one before it")
    for kind in _SINGLE:
        if (kind, "") not in entries:
            raise _Wrong(1, f'it has no line "{kind}"')
    if entries["deckmaker-lock", ""] != (_FIRST,) and (END, "") not in entries:
        raise _Wrong(lines[-1][0], f'the file ends after this line, without the last one, "{END}"')
    return entries


def _text(word: str) -> str:
    """A word as it was before it was written."""
    if "%" not in word:
        return word
    return "" if word == "%" else _ESCAPE.sub(lambda match: chr(int(match[1], 16)), word)


def _lock(entries: Entries) -> Lock:
    def of(kind: str) -> Mapping[str, tuple[str, ...]]:
        return {key: values for (its, key), values in entries.items() if its == kind}

    return Lock(
        of("uid")[""][0],
        {id: (hash, int(time)) for id, (hash, time) in of("note").items()},
        {id: int(time) for id, (time,) in of("retired").items()},
        of("choice"),
        {id: " ".join(kept) for id, kept in of("quote").items()},
        {id: kind for id, (kind,) in of("kind").items()},
        {id: name for id, (name,) in of("deck").items()},
        of("cards"),
    )


def _damaged(file: SourceFile, wrong: _Wrong) -> Diagnostic:
    start = file.line_starts[wrong.line - 1]
    return diagnose(
        "L001",
        file.span(start, start + len(file.line(wrong.line))),
        wrong.what,
        wrong.why,
        wrong.hint.format(name=file.name),
    )


def _merged(file: SourceFile, line: int) -> Diagnostic:
    start = file.line_starts[line - 1]
    return diagnose(
        "L006",
        file.span(start, start + len(file.line(line))),
        "the lock holds a merge conflict: both sides were taken",
        "of two entries the later",
        'run "deckmaker build" and commit the lock',
    )
