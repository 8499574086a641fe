"""Keys that are mistyped: told once each, and read as what was meant, so that the rest of their item is looked at."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from deckmaker.diagnostics import Diagnostic
from deckmaker.readers.declared import fields_at
from deckmaker.readers.exact import model
from deckmaker.readers.meant import is_surely, key_meant
from deckmaker.readers.problems import data_at, problem_of, real_path
from deckmaker.readers.shapes import SetFile
from deckmaker.readers.tree import Path, Tree


def read_as_meant(tree: Tree) -> list[Diagnostic]:
    """S001 for each key that is surely another, mistyped; from here on the tree has that one in its place."""
    problems: list[Diagnostic] = []
    while found := _mistyped(tree):  # under a mistyped key there may be others
        problems += [problem_of(tree, "extra_forbidden", path, {})[1] for path in found]
        for path, meant in found.items():
            tree.call(path, meant)
    return problems


def _mistyped(tree: Tree) -> dict[Path, str]:
    """Where such keys stand, and what each was meant as."""
    try:
        model(SetFile).model_validate(tree.data)
    except ValidationError as errors:
        faults = errors.errors(include_url=False, include_input=False)
        unknown = dict.fromkeys(real_path(fault["loc"]) for fault in faults if fault["type"] == "extra_forbidden")
        return {path: meant for path in unknown if (meant := _meant(path)) and _has(tree, path)}
    return {}


def _meant(path: Path) -> str:
    key = str(path[-1])
    meant = "" if ":" in key else key_meant(key, fields_at(path[:-1]))
    return meant if meant and is_surely(key, meant) else ""


def _has(tree: Tree, path: Path) -> bool:
    mapping: Any = data_at(tree, path[:-1])
    return isinstance(mapping, dict) and path[-1] in mapping
