"""A lock's file with other hashes of a few notes, made from its text: what a rebuild after one edit needs.

Reading a lock of ten thousand notes and writing it again takes longer than all else that such a rebuild does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckmaker.lock.writing import word


def patched(text: str, hashes: Mapping[str, str], now: int) -> tuple[str, dict[str, int]] | None:
    """The file of a lock, of which nothing but these notes' hashes may have changed, and the notes' times.

    What `advance` and `dump` would make of it. None where the text is not as `dump` writes it, or lacks a note.
    """
    times = list(map(int, _TIMES.findall(text)))
    time = max(now, max(times, default=-1) + 1)
    found: dict[str, int] = {}
    for id, hash in hashes.items():
        head = f"\nnote {word(id)} "
        start = text.find(head) + len(head)
        line = _NOTE.match(text, start) if start >= len(head) else None
        if line is None:
            return None
        found[id] = int(line["time"]) if line["hash"] == hash else time
        text = f"{text[:start]}{hash} {found[id]}{text[line.end() :]}"
    return text, found


_NOTE = re.compile(r"(?P<hash>[0-9a-f]{16}) (?P<time>[0-9]{1,15})(?=\n)")
_TIMES = re.compile(r"^(?:note \S+ [0-9a-f]{16}|retired \S+) ([0-9]{1,15})$", re.M)
