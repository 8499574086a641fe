"""What stays the same for ever: question ids, Anki GUIDs, and choices made by hash instead of by chance."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


def qid(uid: str, question: str) -> str:
    """A question's identity across all sets: "<uid>/<id>"."""
    return f"{uid}/{question}"


def digest(*parts: str) -> str:
    """SHA-256 of the parts, hexadecimal; no two lists of parts share one, since each part's length goes in."""
    joined = "".join([f"{len(part)}:{part}" for part in parts])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint(fields: Mapping[str, str]) -> str:
    """Of what a note's fields say, by their names: 16 hexadecimal digits.

    The note's identity, "Data", where this is kept, and empty fields count for nothing, and letters count in the form
    (NFC) that Anki stores.
    """
    parts = []
    for name in sorted(fields):
        words = fields[name]
        if words and name != "QID" and name != "Data":
            parts += [name, words if words.isascii() else unicodedata.normalize("NFC", words)]
    return digest(*parts)[:16]


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
    head = "".join([f"{len(part)}:{part}" for part in seed])  # of `digest`, whose beginning is the same for all

    def place(item: T) -> tuple[str, str]:
        own = key(item)
        return hashlib.sha256(f"{head}{len(own)}:{own}".encode("utf-8", "surrogatepass")).hexdigest(), own

    return sorted(items, key=place)
