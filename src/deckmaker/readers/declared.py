"""What the declared shapes take at a place of a file."""

from __future__ import annotations

from functools import cache
from typing import Any

from deckmaker.readers.tree import Path


def fields_at(path: Path) -> list[str]:
    """The keys that the mapping at `path` may have, in the order of the declaration."""
    return [key for part in _declared(path) for key in part.get("properties", {})]


def wanted_at(path: Path) -> str:
    """What the value at `path` should be, in words."""
    kinds = {str(part.get("type")) for part in _declared(path)}  # of some it is a list
    if "array" in kinds:
        return "a list"
    return "keys and values" if "object" in kinds else "text"


def _declared(path: Path) -> list[dict[str, Any]]:
    """The alternatives of the declaration at `path`; nothing where it declares nothing."""
    schema = _schema()
    node: dict[str, Any] = schema
    for step in path:
        found = next((below for part in _parts(node, schema) if (below := _below(part, step))), None)
        if found is None:
            return []
        node = found
    return _parts(node, schema)


def _parts(node: dict[str, Any], schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The node itself, what it refers to, and its alternatives."""
    if "$ref" in node:
        return _parts(schema["$defs"][node["$ref"].rsplit("/", 1)[1]], schema)
    return [node, *(part for one in node.get("anyOf", []) for part in _parts(one, schema))]


def _below(node: dict[str, Any], step: str | int) -> dict[str, Any] | None:
    if isinstance(step, int):
        return node.get("items")
    found = node.get("properties", {}).get(step) or node.get("additionalProperties")
    return found if isinstance(found, dict) else None


@cache
def _schema() -> dict[str, Any]:
    from deckmaker.readers.exact import json_schema  # which loads pydantic: only where something is wrong

    return json_schema()
