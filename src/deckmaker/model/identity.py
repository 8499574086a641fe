"""What stays the same for ever: question ids, Anki GUIDs, and choices made by hash instead of by chance."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
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


def fingerprint(fields: Mapping[str, str]) -> str:
    """Of what a note's fields say, by their names: 16 hexadecimal digits.

    The note's identity, "Data", where this is kept, and empty fields count for nothing, and letters count in the form
    (NFC) that Anki stores.
    """
    words = _filled(fields)
    if not words.isascii() and not unicodedata.is_normalized("NFC", words):
        words = _filled({name: unicodedata.normalize("NFC", words) for name, words in fields.items()})
    return sha256(words)[:16]


def _filled(fields: Mapping[str, str]) -> str:
    """Each filled field that counts, by name, as `digest` measures it."""
    return "".join([f"{head}{len(words)}:{words}" for name, head in _counted(tuple(fields)) if (words := fields[name])])


@lru_cache(maxsize=256)
def _counted(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """The names that count, sorted, each with what stands for it."""
    return [(name, measured(name)) for name in sorted(names) if name not in ("QID", "Data")]


def exact(text: str) -> str:
    """Letters as part of a quoted search in Anki, where "_" and "*" stand for others unless they are told not to."""
    return "".join(f"\\{char}" if char in '_*\\"' else char for char in text)


def own_data(field: str) -> dict[str, Any]:
    """What the tool wrote into a note's field "Data" for itself, {} where it cannot be read."""
    import html  # both are for those who read notes, not for those who make them
    import json

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
