"""The little of TOML that our files need, read in less time than the library takes to load."""

from __future__ import annotations

from typing import Any

_CONTROLS = frozenset(map(chr, {*range(32), 127} - {10}))


def simple(text: str) -> dict[str, Any] | None:
    """What TOML says that is nothing but comments, names in brackets and texts in double quotes, a line each.

    None for all other, which may not even be TOML.
    """
    if not _CONTROLS.isdisjoint(text):
        return None
    made: dict[str, Any] = {}
    here, seen = made, set()
    for line in text.split("\n"):
        if line.startswith("["):
            below = _below(made, line) if line not in seen else None
            if below is None:
                return None
            here = below
            seen.add(line)
        elif line and line[0] != "#":
            name, _, value = line.partition(' = "')
            if name in here or not (_is_name(name) and _is_text(value)):
                return None
            here[name] = value[:-1]
    return made


def _below(made: dict[str, Any], heading: str) -> dict[str, Any] | None:
    """The table that a heading opens."""
    if not heading.endswith("]"):
        return None
    for name in heading[1:-1].split("."):
        below = made.setdefault(name, {}) if _is_name(name) else None
        if not isinstance(below, dict):
            return None
        made = below
    return made


def _is_name(word: str) -> bool:
    return word.isascii() and word.replace("-", "_").isidentifier()


def _is_text(value: str) -> bool:
    """Whether it is a text up to its closing mark."""
    return value.endswith('"') and value.count('"') == 1 and "\\" not in value
