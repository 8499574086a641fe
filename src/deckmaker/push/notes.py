"""Notes as they should be, and as Anki has them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckmaker.model.identity import fingerprint, own_data
from deckmaker.source import Span

DATA, QID = "Data", "QID"
"""The field that is the tool's own, and the one that a note is known by."""


class WantedType(Struct, frozen=True):
    """A note type that the set's notes need.

    id: its id in every collection that it came to by an import.
    name: what it was called when it was released.
    fields: names of its fields, in order.
    """

    id: int
    name: str
    fields: tuple[str, ...]


class Wanted(Struct, frozen=True):
    """A note as the set has it.

    question: the question's id. span: its place.
    type: its note type.
    fields: by name, QID among them.
    tags: without spaces. deck: its full name.
    at: when its content last changed, in epoch seconds.
    """

    question: str
    span: Span
    type: WantedType
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    deck: str
    at: int

    @property
    def qid(self) -> str:
        """What the note is known by."""
        return self.fields[QID]


class Found(Struct, frozen=True):
    """A note as Anki has it.

    id: Anki's. type: the name of its note type.
    fields: by name. tags: as Anki has them.
    mod: when it was last changed there, in epoch seconds; None where AnkiConnect does not say.
    """

    id: int
    type: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    mod: int | None

    @property
    def qid(self) -> str:
        """What the note is known by."""
        return self.fields.get(QID, "")

    @property
    def at(self) -> int:
        """The time of the content that the tool put there, -1 where it says none."""
        value = own_data(self.fields.get(DATA, "")).get("at")
        return value if isinstance(value, int) else -1

    @property
    def is_edited(self) -> bool:
        """Whether its fields say something else than what the tool put there; False where that is not known."""
        made = own_data(self.fields.get(DATA, "")).get("made")
        return made is not None and made != fingerprint(self.fields)


class Present(Struct, frozen=True):
    """What a collection has of a set.

    types: names of the fields of each of the tool's note types that is there, by the type's id.
    names: what each is called there, by its id.
    notes: notes of any type with a QID of this set.
    """

    types: Mapping[int, tuple[str, ...]]
    names: Mapping[int, str]
    notes: tuple[Found, ...]
