"""A question → an Anki note: its fields, tags, cards and identity, free of genanki."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from deckmaker.model import decks
from deckmaker.model.decks import cards_of, kind_of
from deckmaker.model.document import Document
from deckmaker.model.identity import fingerprint, qid
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Question
from deckmaker.model.text import plain
from deckmaker.writers.anki.asked import Asked, hint
from deckmaker.writers.anki.attribution import Attribution
from deckmaker.writers.anki.bodies import BODIES
from deckmaker.writers.anki.released import CLOZE, OCCLUSION, QUESTION, NoteType
from deckmaker.writers.anki.voices import spoken
from deckmaker.writers.html import Html, attribute

_NOTE_TYPES = {decks.PLAIN: QUESTION, decks.CLOZE: CLOZE, decks.OCCLUSION: OCCLUSION}
_NOT_IN_TAGS = regex(r'[\s"\x00-\x1f\x7f]+')


class Note(Struct, frozen=True):
    """A note.

    note_type: its type.
    identity: what its GUID comes from; stays when the question is renamed.
    fields: what is in its fields, in their order.
    cards: the numbers, from 0, of the templates or deletions that it has cards for.
    tags: without spaces, levels apart by "::".
    deck: its deck's full name.
    due: its place among new cards, from 1.
    mod: when it last changed, in seconds since 1970, UTC.
    """

    note_type: NoteType
    identity: str
    fields: tuple[str, ...]
    cards: tuple[int, ...]
    tags: tuple[str, ...]
    deck: str
    due: int
    mod: int

    @property
    def named(self) -> dict[str, str]:
        """What is in its fields, by their names."""
        return dict(zip((field.name for field in self.note_type.fields), self.fields, strict=True))


class Notes:
    """Makes the notes of a document.

    document: where the questions are from.
    picture: the file name for a picture's path in the set.
    render: the number of the rendering.
    """

    def __init__(self, document: Document, picture: Callable[[str], str], render: int) -> None:
        self._document = document
        self._html = Html(picture, sound=lambda sound: _played(picture(sound.src)))
        self._render = render
        self._attribution = Attribution(document)
        self._shared: dict[tuple[str, tuple[str, ...], str, str], dict[str, str]] = {}
        self._tags: dict[tuple[str, tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}

    def note(self, question: Question, *, deck: str, due: int, mod: int) -> Note:
        """The question's note. Its type must be one of BODIES."""
        note_type = _NOTE_TYPES[kind_of(question)]
        known = identity(question, self._document.set.uid)
        shared = self._shared_fields(question, note_type)
        fields = shared | self._own_fields(question, known)
        if len(fields) > len(shared):  # some that its type does not have
            fields = {name: fields[name] for name in shared}
        fields["Data"] += _DATA_TAIL % (mod, fingerprint(fields))
        values = tuple(fields.values())
        return Note(note_type, known, values, cards_of(question), self._tags_of(question), deck, due, mod)

    def _own_fields(self, question: Question, known: str) -> dict[str, str]:
        """The fields that differ from question to question."""
        asked = Asked(question, known, self._html)
        fields = {
            "QID": attribute(known),
            "Question": asked.text(question.stem),
            **BODIES[question.kind](asked, question.body),
            "Feedback": asked.text(question.feedback),
        }
        if question.hint:
            fields["Hint"] = hint(asked)
        if self._document.set.anki.speak:
            fields["Media"] = spoken(plain(question.stem), question.language)
        return fields

    def _shared_fields(self, question: Question, note_type: NoteType) -> dict[str, str]:
        """All fields in their order, filled as far as they are alike in every question of this kind, about the same, in
        one language.

        Of Data, which is for the tool alone, the head: with the time and the hash of what we wrote after it, others'
        words can be told from ours.
        """
        key = str(question.kind), question.claims, question.family, question.language
        if key not in self._shared:
            _make_room(self._shared)
            shared = {
                "Kind": key[0],
                **self._attribution.fields(question),
                "Lang": attribute(question.language),
                "Data": _data_head(question.claims, question.family, self._render),
            }
            self._shared[key] = {**{field.name: "" for field in note_type.fields}, **shared}
        return self._shared[key]

    def _tags_of(self, question: Question) -> tuple[str, ...]:
        """The author's tags and the tool's own, each once, in the order in which they come."""
        key = str(question.kind), question.claims, question.tags
        if key not in self._tags:
            _make_room(self._tags)
            tags = dict.fromkeys([*map(_tag, question.tags), *_tools_tags(question, self._document)])
            self._tags[key] = tuple(filter(None, tags))
        return self._tags[key]


_MOST_KEPT = 512


def _make_room(kept: dict[Any, Any]) -> None:
    """Neighbours share most; what all others share is not worth its memory."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()


def _data_head(claims: tuple[str, ...], family: str, render: int) -> str:
    """What stands in a note's Data before the rest of it, `_DATA_TAIL`: together they are one JSON object."""
    data = {"claims": claims, "family": family, "render": render}
    return attribute(json.dumps(data, ensure_ascii=False)[:-1])


_DATA_TAIL = attribute(', "at": %d, "made": "%s"}')


def _played(name: str) -> str:
    """Anki's own mark for a file that is played. Names are ours: letters, digits, "-" and one dot."""
    return f"[sound:{name}]" if name else ""


def identity(question: Question, uid: str) -> str:
    """What a note is known by for ever: the id that the question had first."""
    return qid(uid, question.first_id)


def _tools_tags(question: Question, document: Document) -> Iterator[str]:
    claims = [document.set.claims[id] for id in question.claims]
    own = (
        *(("claim", claim.id) for claim in claims),
        *(("speaker", claim.speaker) for claim in claims),
        *(("basis", claim.basis) for claim in claims),
        ("type", question.kind.value),
    )
    yield from (_tag(f"{own_tag(document.set.name)}{a}::{b}") for a, b in own)


@lru_cache(maxsize=64)
def own_tag(name: str) -> str:
    """What the tool's own tags on the notes of a set of that name begin with, "::" at its end."""
    return f"{_tag(f'deckmaker::{name}')}::"


@lru_cache(maxsize=4096)
def _tag(words: str) -> str:
    """A tag as Anki takes it: no blanks or quotation marks, no empty level; "" when nothing is left."""
    levels = (_NOT_IN_TAGS.sub("-", level).strip("-") for level in words.split("::"))
    return "::".join(level for level in levels if level)
