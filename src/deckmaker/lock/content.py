"""The hash of what a note shows. Equal for equal content, whatever the file's order, the process, the machine.

Fields of the model go in by themselves, so that a new one cannot be forgotten; what no note shows is named in
`_LEFT_OUT`. Fields that say nothing (None, False, empty) stay out, so that a new field alone changes no hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring_ascii
from typing import Any

from msgspec import Struct

from deckmaker.model.article import Article
from deckmaker.model.claims import Claim, Quote, Source
from deckmaker.model.document import Document
from deckmaker.model.identity import digest
from deckmaker.model.questions import ImageOcclusion, Question
from deckmaker.model.text import Image, Paragraph, Sound, Str

RENDER = 1
"""Raised when a change of the writers, not of a set, must reach notes that students have already."""

_LEFT_OUT: Mapping[type, str] = {
    # Ids are identity, never content; points are for paper; `claims` go in as what they say.
    Question: "id was claims where allow axis points objective",
    # Sources go in as they read; what else is known of a claim is for authors and generators.
    Claim: "article via also_speaker also_basis same_as near conflicts_with core quiz note tags "
    "cue stance certainty booster negative kind said_when event_time",
    Quote: "prefix suffix",
    Source: "id kind speaks_for part_of aliases",
    Article: "id path sha256 nature text",
    # A picture is its bytes, whatever its file is called.
    Image: "src",
    Sound: "src",
    ImageOcclusion: "image",
}

_quoted = encode_basestring_ascii


def note_hash(question: Question, document: Document) -> str:
    """Of what the question's note shows, `RENDER` included: 16 hexadecimal digits."""
    return Contents(document).hash(question)


class Contents:
    """Hashes of a document's notes; what many notes show is written once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._claims: dict[str, str] = {}
        self._articles: dict[str, str] = {}
        self._pictures: dict[str, str] = {}

    def hash(self, question: Question) -> str:
        """See `note_hash`."""
        parts = [self._written(question), *map(self._claim, question.claims), *self._articles_of(question)]
        return digest(str(RENDER), *parts)[:16]

    def _claim(self, id: str) -> str:
        if id not in self._claims:
            self._claims[id] = self._write_claim(id)
        return self._claims[id]

    def _write_claim(self, id: str) -> str:
        made = self._document.set
        claim = made.claims[id]
        ids = ((claim.speaker,), (claim.basis,), claim.via, claim.also_speaker, claim.also_basis)
        # A basis that is no source stands for itself.
        sources = tuple(tuple(made.sources.get(source, source) for source in group) for group in ids)
        known = self._document.evidence.get(id)
        # By the text or by the lock: both builds must show the same.
        found = "found" if known and known.by else ""
        return self._written((claim, sources, found))

    def _articles_of(self, question: Question) -> list[str]:
        """The articles of its claims; a question without claims is about all of them."""
        made = self._document.set
        ids = dict.fromkeys(made.claims[id].article for id in question.claims) or dict.fromkeys(made.articles)
        return [self._article(id) for id in ids if id in made.articles]

    def _article(self, id: str) -> str:
        if id not in self._articles:
            self._articles[id] = self._written(self._document.set.articles[id])
        return self._articles[id]

    def _written(self, value: Any) -> str:
        """A value of the model in letters, different for different values."""
        kind = value.__class__
        if kind is str:
            return _quoted(value)
        if kind is tuple:
            return _plain(value) or f"[{','.join([self._written(part) for part in value])}]"
        if isinstance(value, Struct):
            return self._object(value)
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{_quoted(key)}:{self._written(value[key])}' for key in sorted(value))}}}"
        return _quoted(value) if isinstance(value, str) else str(value)

    def _object(self, value: Struct) -> str:
        kind = value.__class__
        written = []
        for name in _names(kind):
            part = getattr(value, name)
            if part or (part is not None and part.__class__ in _NUMBERS):
                written.append(f"{name}={self._written(part)}")
        if isinstance(value, Image | Sound):
            written.append(self._picture(value.src))
        elif isinstance(value, ImageOcclusion):
            written.append(self._picture(value.image))
        return f"{kind.__name__}({','.join(written)})"

    def _picture(self, path: str) -> str:
        if path not in self._pictures:
            data = self._document.set.media.get(path)
            self._pictures[path] = _quoted(path) if data is None else hashlib.sha256(data).hexdigest()
        return self._pictures[path]


_NUMBERS = (int, float, Decimal)
"""Types of which a zero says something; that of False does not."""


def _plain(text: tuple[Any, ...]) -> str:
    """A text of plain letters as `Contents` would write it, "" for any other: most texts are plain."""
    if len(text) != 1 or text[0].__class__ is not Paragraph:
        return ""
    inside = text[0].children
    if len(inside) != 1 or inside[0].__class__ is not Str:
        return ""
    return f"[Paragraph(children=[Str(text={_quoted(inside[0].text)})])]"


@cache
def _names(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of a class that go in: places in files, and tables of them, never do."""
    left_out = _LEFT_OUT.get(kind, "").split()
    return tuple(
        name for name in kind.__struct_fields__ if name not in left_out and "Span" not in kind.__annotations__[name]
    )
