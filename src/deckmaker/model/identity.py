"""What stays the same for ever: question ids, Anki GUIDs, and choices made by hash instead of by chance."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def qid(uid: str, question: str) -> str:
    """A question's identity across all sets: "<uid>/<id>"."""
    return f"{uid}/{question}"


def digest(*parts: str) -> str:
    """SHA-256 of the parts, hexadecimal; no two lists of parts share one, since each part's length goes in."""
    return sha256(measured(*parts))


def measured(*parts: str) -> str:
    """The parts as one, each with its length before it; what `digest` is the SHA-256 of."""
    return "".join([f"{len(part)}:{part}" for part in parts])


def sha256(words: str) -> str:
    """SHA-256 of letters, hexadecimal; a lone surrogate counts like other letters."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


Plan = Sequence[tuple[str, str]]
"""How a fingerprint is put together: names of fields, each with what stands for it, and ("", words) for mere words."""


def fingerprint(fields: Mapping[str, str], how: Plan | None = None) -> str:
    """Of what a note's fields say, by their names: 16 hexadecimal digits.

    The note's identity, "Data", where this is kept, and empty fields count for nothing, and letters count in the form
    (NFC) that Anki stores.

    how: the plan of these fields, or of others that differ from them in none that is fixed.
    """
    words = _filled(fields, plan(fields) if how is None else how)
    if not words.isascii() and not unicodedata.is_normalized("NFC", words):
        stored = {name: unicodedata.normalize("NFC", words) for name, words in fields.items()}
        words = _filled(stored, plan(stored))
    return sha256(words)[:16]


def plan(fields: Mapping[str, str], fixed: Collection[str] = ()) -> Plan:
    """The plan of the fingerprint of fields; of fixed ones, what they say goes into it."""
    return [
        ("", measured(name, fields[name])) if name in fixed else (name, measured(name))
        for name in sorted(fields)
        if name not in ("QID", "Data") and (fields[name] or name not in fixed)
    ]


def _filled(fields: Mapping[str, str], how: Plan) -> str:
    """Each filled field that counts, by name, as `digest` measures it."""
    parts = []
    for name, head in how:
        if not name:
            parts.append(head)
        elif words := fields[name]:
            parts.append(f"{head}{len(words)}:{words}")
    return "".join(parts)


def exact(text: str) -> str:
    """Letters as part of a quoted search in Anki, where "_" and "*" stand for others unless they are told not to."""
    return "".join(f"\\{char}" if char in '_*\\"' else char for char in text)


def own_data(field: str) -> dict[str, Any]:
    """What the tool wrote into a note's field "Data" for itself, {} where it cannot be read."""
    import html  # for those who read notes, not for those who make them

    try:
        data = json.loads(html.unescape(field))
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def ranked(items: Iterable[T], key: Callable[[T], str], *seed: str) -> list[T]:
    """The items in an order that looks shuffled and depends on nothing but the seed and each item's own key.

    Adding an item leaves the order of the others as it was, which a seeded shuffle does not.
    """
    head = measured(*seed)  # of `digest`, whose beginning is the same for all
    placed = []
    for number, item in enumerate(items):
        own = key(item)
        words = f"{head}{len(own)}:{own}".encode("utf-8", "surrogatepass")
        placed.append((hashlib.sha256(words).digest(), own, number, item))
    placed.sort()
    return [item for _, _, _, item in placed]
