"""What a running Anki has of a set. Nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from deckmaker.model.identity import exact
from deckmaker.push.notes import Found, Present, WantedType
from deckmaker.push.talk import Anki

_AT_ONCE = 500
"""Notes asked for in one request."""


def found(anki: Anki, uid: str, types: Iterable[WantedType]) -> Present:
    """The tool's note types there, and all notes that bear an id of the set. Raises Trouble."""
    ids = {int(id): str(name) for name, id in anki.ask("modelNamesAndIds").items()}
    names = {wanted.id: ids[wanted.id] for wanted in types if wanted.id in ids}
    fields = anki.ask_all([("modelFieldNames", {"modelName": name}) for name in names.values()])
    shapes = {id: tuple(map(str, shape)) for id, shape in zip(names, fields, strict=True)}
    return Present(shapes, names, tuple(_notes(anki, uid)))


def _notes(anki: Anki, uid: str) -> Iterator[Found]:
    numbers = sorted(anki.ask("findNotes", query=f'"QID:{exact(uid)}/*"'))
    return (note for note in notes_of(anki, numbers) if note.qid.startswith(f"{uid}/"))  # a search knows no letter case


def notes_of(anki: Anki, numbers: Sequence[int]) -> Iterator[Found]:
    """The notes with these ids of Anki's; those that are gone are none. Raises Trouble."""
    for start in range(0, len(numbers), _AT_ONCE):
        infos = anki.ask("notesInfo", notes=list(numbers[start : start + _AT_ONCE]))
        yield from (_note(info) for info in infos if info)  # what was deleted comes as an empty object


def _note(info: Mapping[str, Any]) -> Found:
    fields = {name: str(field["value"]) for name, field in info["fields"].items()}
    mod = info.get("mod")
    return Found(int(info["noteId"]), str(info["modelName"]), fields, tuple(info["tags"]), mod and int(mod))
