"""The files of a set as one: scalars from whichever file gives them, lists one after another, in file order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.readers.laid_out import LaidOut
from deckmaker.readers.shapes import SetFile
from deckmaker.readers.tree import Later, Path, Tree
from deckmaker.readers.validate import ReadFile
from deckmaker.source import NOWHERE, Span

ONCE = (
    "deckmaker", "uid", "title", "language", "description", "authors", "license", "contact", "article", "anki",
)  # fmt: skip
"""Keys that one file of a set gives."""


class Item(Struct, frozen=True):
    """A part of a set: its checked shape and its places.

    shape: an object of `shapes`.
    file: the file it stands in; path: where in it.
    """

    shape: Any
    file: ReadFile
    path: Path

    @property
    def span(self) -> Span:
        """Where it starts: its first key."""
        tree = self.file.tree
        if quick := tree.item_span(self.path):
            return quick
        spans = tree.fields(self.path)
        return spans.get("id") or next(iter(spans.values()), tree.span(self.path))

    @property
    def spans(self) -> Mapping[str, Span]:
        """Where each of its fields stands."""
        return self.file.tree.spans(self.path)

    @property
    def given(self) -> Set[str]:
        """The keys that it has."""
        return self.file.tree.keys_at(self.path)

    def at(self, *path: str | int) -> Span:
        """Where the value at `path` below it stands."""
        return self.file.tree.span((*self.path, *path))


class Merged(Struct, frozen=True, dict=True):
    """All files of a set."""

    files: tuple[ReadFile, ...]

    def one(self, key: str) -> Any:
        """What the first file that gives `key` says, None where none does."""
        return next((getattr(file.shape, key) for file in self.files if key in file.given), None)

    def one_item(self, key: str) -> Item | None:
        """The mapping under `key` with its places."""
        file = next((file for file in self.files if key in file.given), None)
        return None if file is None else Item(getattr(file.shape, key), file, (key,))

    def items(self, key: str) -> Iterator[Item]:
        """The items of the list `key`, of all files."""
        for file in self.files:
            for index, shape in enumerate(getattr(file.shape, key)):
                yield Item(shape, file, file.path(key, index))

    def quoting(self) -> Iterator[Item]:
        """The claims that are left out and quote something."""
        for file in self.files:
            for index, shape in file.quoting.items():
                yield Item(shape, file, ("claims", index))

    def ids(self, key: str) -> Iterator[tuple[str, Tree, Path]]:
        """The ids of the list `key`, also of items that are left out, and where they stand."""
        for file in self.files:
            given = file.tree.data.get(key, ())
            if len(file.indexes.get(key, given)) == len(given):
                ids = list(enumerate(shape.id for shape in getattr(file.shape, key)))
            else:
                ids = [(index, item["id"]) for index, item in enumerate(given) if _has_id(item)]
            yield from ((id, file.tree, (key, index, "id")) for index, id in ids)

    def entries(self, key: str) -> Iterator[tuple[str, Item]]:
        """The entries of the mapping `key`, of all files."""
        for file in self.files:
            for name, shape in getattr(file.shape, key).items():
                yield name, Item(shape, file, (key, name))

    def span(self, *keys: str) -> Span:
        """Where the first of the keys that is given stands, or the set's first file begins."""
        for key in keys:
            for file in self.files:
                if key in file.tree.data:
                    return file.tree.span((key,))
        return self.files[0].tree.file.span(0) if self.files else NOWHERE

    @property
    def spans(self) -> Mapping[str, Span]:
        """Where the values of top-level keys stand, and those of `anki:` and `lint:` as "anki.<key>"
        and "lint.<key>"."""
        trees = [file.tree for file in self.files]  # and nothing of what they hold
        parts = {part: item.spans for part in ("anki", "lint") if (item := self.one_item(part))}
        return Later(lambda: _spans(trees, parts))

    def is_mentioned(self, key: str) -> bool:
        """Whether some file gives the key, even if what it says was refused."""
        return any(key in file.tree.data for file in self.files)

    @property
    def may_show(self) -> bool:
        """Whether some file may name a picture or a sound."""
        return any(file.tree.may_show for file in self.files)

    @cached_property
    def mentioned_ids(self) -> frozenset[str]:
        """Ids that stand somewhere, also of parts that were refused: a reference to them is not at fault."""
        return frozenset(
            str(part.get("id")) if isinstance(part, dict) else str(part)
            for file in self.files
            for key in SetFile.spelt()
            for part in _parts(file.tree.data.get(key), key)
        )


def _spans(trees: Sequence[Tree], parts: Mapping[str, Mapping[str, Span]]) -> dict[str, Span]:
    top = {key: tree.span((key,)) for key in SetFile.spelt() for tree in reversed(trees) if key in tree.data}
    return {**top, **{f"{part}.{key}": span for part, spans in parts.items() for key, span in spans.items()}}


def _has_id(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str)


def _parts(value: Any, key: str) -> list[Any]:
    if key in ("sources", "articles") and isinstance(value, list):  # each behind a dash that does not belong there
        return [name for each in value if isinstance(each, dict) for name in each]
    return list(value) if isinstance(value, list | dict | LaidOut) else []


def given_twice(merged: Merged) -> Iterator[Diagnostic]:
    """A key that two files of the set give."""
    for key in ONCE:
        files = [file for file in merged.files if key in file.tree.data]
        for again in files[1:]:
            label = Label(files[0].tree.key_span((key,)), "given here first")
            yield diagnose(
                "S013",
                again.tree.key_span((key,)),
                f'"{key}" is given in two files of the set',
                labels=(label,),
                hint="keep one of the two",
            )
