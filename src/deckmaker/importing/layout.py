"""A text that stands over several lines under "|" or ">", with other words: lines end where they ended before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

import yaml

_MOST_WORDS = 2000
"""Of a text whose lines are looked after: comparing takes the square of it."""


def laid_out(old: str, new: str, normal: Callable[[str], str]) -> str:
    """The value as it is to stand in the file; "" where it stands otherwise, or would say something else so.

    old: as it stands in the file, from the "|" to the end of its last line. new: the words now, as typed.
    normal: a text as typed → as it is typed when read and written back.
    """
    head, _, rest = old.partition("\n")
    lines = rest.rstrip("\n").split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    if head[:1] not in ("|", ">") or not margin or max(len(rest), len(new)) > _MOST_WORDS * 8:
        return ""
    words = _broken("\n".join(line[margin:] for line in lines), new)
    made = "\n".join([head, *(" " * margin + line if line else "" for line in words.split("\n"))])
    made += rest[len(rest.rstrip("\n")) :]
    return made if _says(made, normal) == new else ""


def _says(value: str, normal: Callable[[str], str]) -> str:
    try:
        return normal(str(yaml.safe_load(f"key: {value}\n")["key"]))
    except yaml.YAMLError:
        return ""


def _broken(old: str, new: str) -> str:
    """The new words, with the line ends of the old ones where the new ones have a blank."""
    was, now = re.split(r"(\s+)", old), re.split(r"(\s+)", new)
    if max(len(was), len(now)) > 2 * _MOST_WORDS:
        return new
    for at, blank in _kept(was[::2], now[::2], was[1::2]):
        if 2 * at + 1 < len(now) and now[2 * at + 1] == " ":
            now[2 * at + 1] = blank
    return "".join(now)


def _kept(was: Sequence[str], now: Sequence[str], blanks: Sequence[str]) -> list[tuple[int, str]]:
    """After which of the new words a line ends, and with what: where it did after the word in its place."""
    found = []
    for _, old, old_end, new, new_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        for at in range(old, min(old_end, len(blanks))):
            place = new_end - 1 if at == old_end - 1 else min(new + at - old, new_end - 1)
            if "\n" in blanks[at] and place >= 0:
                found.append((place, blanks[at]))
    return found
