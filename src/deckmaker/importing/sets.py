"""A whole deck → a set: its questions, decks, pictures, and one list of what could not be taken over."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.importing import archive, collection, textfile
from deckmaker.importing.foreign import Foreign, Note, Unreadable
from deckmaker.importing.losses import Losses
from deckmaker.importing.own import identity, is_own, language_of, own_question
from deckmaker.importing.questions import Questions, Shape, stable_id
from deckmaker.importing.yaml_text import yaml_text
from deckmaker.model.file_names import is_reserved
from deckmaker.model.identity import digest
from deckmaker.source import SourceFile

PACKAGES = (".apkg", ".colpkg")
TEXTS = (".csv", ".tsv", ".txt")
_MEDIA = {
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".gif": b"GIF8",
    ".webp": b"RIFF",
    ".svg": b"<",
    **dict.fromkeys((".mp3", ".m4a", ".ogg", ".opus", ".wav", ".flac"), b""),
}
"""Kinds of pictures and sounds that a set may hold, and how such a file begins."""
_UID = re.compile("[A-Za-z0-9]{6,32}")
DECK_TAG = "deck"
"""Subdecks become tags `deck::…`, by which the set makes subdecks of them again."""


class Imported(Struct, frozen=True):
    """A set made of somebody's deck.

    name: for its folder. files: bytes by path in the folder, set.yaml among them. questions: how many it has.
    """

    name: str
    files: dict[str, bytes]
    questions: int


def read(name: str, data: bytes) -> tuple[Foreign | None, list[Diagnostic]]:
    """The deck in a file; `name` is the file's, as the user gave it."""
    ending = PurePosixPath(name).suffix.lower()
    try:
        if ending in PACKAGES:
            opened = archive.opened(name, data)
            return Foreign(name, collection.notes(name, opened.database), opened.media), []
        if ending in TEXTS:
            return Foreign(name, textfile.notes(name, data)), []
    except Unreadable as error:
        return None, [error.diagnostic]
    hint = "give a file that ends in .apkg, .colpkg, .csv, .tsv or .txt"
    return None, [diagnose("I003", SourceFile(name, "").span(0), "no deck can be read from such a file", hint=hint)]


def as_set(deck: Foreign) -> tuple[Imported | None, list[Diagnostic]]:
    """The deck as a set, and what could not be taken over."""
    media = _Media(deck)
    losses = Losses()
    make = Questions(media.path, losses)
    try:
        questions = list(_questions(deck.notes, make))
    except Unreadable as error:
        return None, [error.diagnostic]
    problems = list(losses.told(deck.name))
    if not questions:
        hint = "see what was left out, above" if problems else "export notes, not an empty deck"
        return None, [
            *problems,
            diagnose("I004", SourceFile(deck.name, "").span(0), "no question came of it", hint=hint),
        ]
    root = _root([note.deck for note in deck.notes if note.deck])
    title = " ".join(root.split("::")[-1].split()) or PurePosixPath(deck.name).stem
    head: dict[str, Any] = {"deckmaker": "1", "uid": _uid(deck.notes), "title": title}
    language = _language(deck.notes)
    head |= {"language": language} if language != "en" else {}
    anki = {"deck": root} if root not in ("", title) else {}
    anki |= {"subdecks": f"tag:{DECK_TAG}::"} if any(note.deck not in ("", root) for note in deck.notes) else {}
    words = yaml_text({**head, **({"anki": anki} if anki else {}), "questions": questions})
    files = {"set.yaml": words.encode(), **media.files}
    return Imported(_folder(title), files, len(questions)), problems


def _questions(notes: Sequence[Note], make: Questions) -> Iterator[Shape]:
    root = _root([note.deck for note in notes if note.deck])
    language = _language(notes)
    taken: set[str] = set()
    for note in notes:
        shapes = [own_question(note, make, language)] if is_own(note) else make.of(note, stable_id(note))
        for shape in shapes:
            shape["id"] = _unused(shape["id"], taken)
            below = note.deck.removeprefix(root).strip(":")
            tag = [f"{DECK_TAG}::{'::'.join('-'.join(level.split()) for level in below.split('::'))}"] if below else []
            tags = [*tag, *(each for each in shape.pop("tags", []) if each not in tag)]
            yield {**shape, **({"tags": tags} if tags else {})}


def _unused(id: str, taken: set[str]) -> str:
    number, own = 2, id
    while own in taken:
        own, number = f"{id}-{number}", number + 1
    taken.add(own)
    return own


def _root(decks: Sequence[str]) -> str:
    """The deck that all are in."""
    parts = [deck.split("::") for deck in decks]
    common = []
    for levels in zip(*parts, strict=False):
        if len(set(levels)) > 1:
            break
        common.append(levels[0])
    return "::".join(common)


def _uid(notes: Sequence[Note]) -> str:
    """Our own set keeps its uid; of others' decks the same one comes from the same notes, in every import."""
    own = {identity(note)[0] for note in notes if is_own(note)}
    if len(own) == 1 and all(map(is_own, notes)) and all(map(_UID.fullmatch, own)):
        return own.pop()
    return digest("import", *sorted(stable_id(note) for note in notes))[:8]


def _language(notes: Sequence[Note]) -> str:
    said = Counter(language_of(note) for note in notes if is_own(note))
    return max(said, key=lambda language: said[language], default="en") or "en"


def _folder(title: str) -> str:
    words = re.sub(r"[^\w]+", "-", title.lower()).strip("-_")
    name = words[:60].strip("-_") or "imported"
    return f"{name}-deck" if is_reserved(name) else name


class _Media:
    """The pictures that questions ask for, taken out of the deck once each."""

    def __init__(self, deck: Foreign) -> None:
        self._deck = deck
        self._paths: dict[str, str] = {}
        self.files: dict[str, bytes] = {}

    def path(self, name: str) -> str:
        if name not in self._paths:
            self._paths[name] = self._take(name)
        return self._paths[name]

    def _take(self, name: str) -> str:
        ending = PurePosixPath(name).suffix.lower()
        # Anki's editor writes names into addresses percent-encoded; in the package they are plain.
        names = dict.fromkeys((name, unquote(name))) if ending in _MEDIA else ()
        data = next((found for each in names if (found := self._deck.media(each)) is not None), None)
        if data is None or not data.lstrip().startswith(_MEDIA[ending]):
            return ""
        own = PurePosixPath(name).stem.removesuffix(f"-{hashlib.sha256(data).hexdigest()[:8]}")  # as our writer adds it
        stem = re.sub(r"[^\w.-]+", "-", unquote(own)).strip("-.")[:60].strip("-.") or "file"
        stem = f"{stem}-file" if is_reserved(stem) else stem
        path, number = f"media/{stem}{ending}", 2
        while path.lower() in {known.lower() for known in self.files}:  # some disks know no letter case
            path, number = f"media/{stem}-{number}{ending}", number + 1
        self.files[path] = data
        return path
