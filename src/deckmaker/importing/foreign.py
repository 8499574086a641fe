"""Anybody's deck as Anki holds it, before it becomes questions."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.source import SourceFile


class CardTemplate(Struct, frozen=True):
    """A kind of card. front, back: its sides as Anki has them."""

    front: str
    back: str


class NoteType(Struct, frozen=True):
    """A note type.

    name: as its users see it. is_cloze: whether cards come from deletions.
    fields: names, in order. templates: kinds of cards, in order.
    """

    name: str
    is_cloze: bool
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]


class Note(Struct, frozen=True):
    """A note.

    guid: what Anki knows it by; "" where the file gives none.
    type: its note type. fields: by name, HTML. tags: as Anki has them.
    deck: full name of the deck of its first card, "" for none.
    cards: numbers of the templates, or deletions, that it has cards for, from 0.
    """

    guid: str
    type: NoteType
    fields: dict[str, str]
    tags: tuple[str, ...]
    deck: str
    cards: tuple[int, ...]


class Foreign(Struct, frozen=True):
    """A deck that somebody made.

    name: of its file. notes: in their order.
    media: what reads a media file's bytes by its name, None for one that is not there.
    """

    name: str
    notes: tuple[Note, ...]
    media: Callable[[str], bytes | None] = field(default=lambda _name: None)


class Unreadable(Exception):
    """Why a file cannot be read.

    diagnostic: for the user.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def broken(name: str, why: str) -> Unreadable:
    """I001: the file is not whole, or not what it says."""
    hint = "export it again in Anki, by File › Export; ask for it again where it came from"
    return Unreadable(diagnose("I001", SourceFile(name, "").span(0), why, hint=hint))


def unsafe(name: str, why: str) -> Unreadable:
    """I002: the file would do harm."""
    hint = "do not open it in another program; tell whoever gave it to you"
    return Unreadable(diagnose("I002", SourceFile(name, "").span(0), why, hint=hint))
