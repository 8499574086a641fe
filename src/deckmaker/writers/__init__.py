"""Writers: a checked document → files by name. No disk, no clock, no chance.

A writer is `write(document, options) -> (Mapping[name, bytes], diagnostics)`; its options are its own. The table is
lazy, so that a check of a set loads neither genanki nor typst, and the names alone load nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from deckmaker.diagnostics import Diagnostic

Files: TypeAlias = Mapping[str, bytes]
"""What a writer makes: file names, relative, and what stands in them."""

Writer: TypeAlias = Callable[..., tuple[Files, "list[Diagnostic]"]]
"""A writer: `(document, options)`."""

BUILT_IN = {
    "anki": "deckmaker.writers.anki:write",
    "print": "deckmaker.writers.print:write",
}
"""Every writer of what students and teachers get unless they ask for something else, as "module:function"."""

FURTHER = {
    "docx": "deckmaker.writers.docx:write",
    "flashcards": "deckmaker.writers.print.cards:write",
}
"""Writers of what a build makes only where it is asked for by name."""

ON_REQUEST = {"report": "deckmaker.writers.report:write"}
"""Writers of what is for the set's own makers: a build does not make it, a command of its own does."""


def maker_of(file: str) -> str:
    """The name of the writer that makes a file of that name."""
    if file == "flashcards.pdf":
        return "flashcards"
    return {".apkg": "anki", ".docx": "docx"}.get(file[file.rfind(".") :], "print")


def get(name: str) -> Writer:
    """The writer of that name, loaded now. Raises KeyError for a name that the table does not have."""
    module, _, function = {**BUILT_IN, **FURTHER, **ON_REQUEST}[name].partition(":")
    loaded: Any = getattr(import_module(module), function)
    return loaded  # type: ignore[no-any-return]
