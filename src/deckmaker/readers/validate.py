"""Plain data → `shapes.SetFile`: what does not fit is reported, left out, and the rest goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic
from deckmaker.readers.laid_out import LaidOut
from deckmaker.readers.quick import quick
from deckmaker.readers.shapes import SetFile
from deckmaker.readers.tree import Path, Tree


class ReadFile(Struct, frozen=True):
    """A file of the set, its shape checked.

    tree: its places.
    shape: what fits the declaration.
    given: the keys at its top that fit.
    indexes: for each list among the top-level keys, where in the file its kept items stand.
    quoting: claims that are left out, by their place in their list: what they quote, and stand-ins for the rest.
    """

    tree: Tree
    shape: Any
    given: frozenset[str]
    indexes: Mapping[str, Sequence[int]]
    quoting: Mapping[int, Any] = {}

    def path(self, key: str, index: int) -> Path:
        """The path of the kept item `index` of the list `key`."""
        return (key, self.indexes[key][index])


def validate(tree: Tree) -> tuple[ReadFile, list[Diagnostic]]:
    """The parts of the file that have their right shape, and what is wrong with the others."""
    shape = None if tree.texts is None else quick(SetFile, tree.data, tree.texts)
    if shape is not None:
        lists = {key: range(len(value)) for key, value in tree.data.items() if isinstance(value, list | LaidOut)}
        return ReadFile(tree, shape, frozenset(tree.data), lists), []
    tree.data = {key: list(value) if isinstance(value, LaidOut) else value for key, value in tree.data.items()}
    from deckmaker.readers.all_faults import validate_exactly  # which loads pydantic

    return validate_exactly(tree)
