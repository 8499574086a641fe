"""A question → an Anki note: its fields, tags, cards and identity, free of genanki."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import repeat

from msgspec import Struct

from deckmaker.model import decks
from deckmaker.model.decks import cards_of, kind_of
from deckmaker.model.document import Document
from deckmaker.model.identity import fingerprint, qid
from deckmaker.model.questions import Kind, Question
from deckmaker.model.text import plain
from deckmaker.writers.anki.asked import Asked, hint
from deckmaker.writers.anki.attribution import Attribution
from deckmaker.writers.anki.bodies import BODIES
from deckmaker.writers.anki.released import CLOZE, OCCLUSION, QUESTION, NoteType
from deckmaker.writers.anki.voices import spoken
from deckmaker.writers.html import Html, attribute

_NOTE_TYPES = {decks.PLAIN: QUESTION, decks.CLOZE: CLOZE, decks.OCCLUSION: OCCLUSION}
_NOT_IN_TAGS = re.compile(r'[\s"\x00-\x1f\x7f]+')


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
        self._own_tags: dict[tuple[tuple[str, ...], Kind], tuple[str, ...]] = {}

    def note(self, question: Question, *, deck: str, due: int, mod: int) -> Note:
        """The question's note. Its type must be one of BODIES."""
        note_type = _NOTE_TYPES[kind_of(question)]
        fields = self._fields(question)
        fields["Data"] = self._data(question, fields, mod)
        return Note(
            note_type,
            identity(question, self._document.set.uid),
            tuple(map(fields.get, _names(note_type), repeat(""))),
            cards_of(question),
            self._tags(question),
            deck,
            due,
            mod,
        )

    def _fields(self, question: Question) -> dict[str, str]:
        uid = self._document.set.uid
        asked = Asked(question, identity(question, uid), self._html)
        return {
            "QID": attribute(identity(question, uid)),
            "Kind": question.kind.value,
            "Question": asked.text(question.stem),
            **BODIES[question.kind](asked, question.body),
            "Feedback": asked.text(question.feedback),
            "Hint": hint(asked),
            **self._attribution.fields(question),
            "Media": spoken(plain(question.stem), question.language) if self._document.set.anki.speak else "",
            "Lang": attribute(question.language),
        }

    def _data(self, question: Question, fields: Mapping[str, str], mod: int) -> str:
        """For the tool alone: with the time and the hash of what we wrote, others' words can be told from ours."""
        return _data_head(question.claims, question.family, self._render) + _DATA_TAIL % (mod, fingerprint(fields))

    def _tags(self, question: Question) -> tuple[str, ...]:
        """The author's tags and the tool's own, each once, in the order in which they come."""
        key = question.claims, question.kind
        if key not in self._own_tags:
            self._own_tags[key] = tuple(_tools_tags(question, self._document))
        tags = dict.fromkeys([*map(_tag, question.tags), *self._own_tags[key]])
        tags.pop("", None)
        return tuple(tags)


@lru_cache(maxsize=4096)
def _data_head(claims: tuple[str, ...], family: str, render: int) -> str:
    """What stands in a note's Data before the rest of it, `_DATA_TAIL`: together they are one JSON object."""
    data = {"claims": claims, "family": family, "render": render}
    return attribute(json.dumps(data, ensure_ascii=False)[:-1])


_DATA_TAIL = attribute(', "at": %d, "made": "%s"}')


@cache
def _names(note_type: NoteType) -> tuple[str, ...]:
    return tuple(field.name for field in note_type.fields)


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
