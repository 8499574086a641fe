"""The hash of what a note shows. Equal for equal content, whatever the file's order, the process, the machine.

Fields of the model go in by themselves, so that a new one cannot be forgotten; what no note shows is named in
`_LEFT_OUT`. Fields that say nothing (None, False, empty) stay out, so that a new field alone changes no hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring_ascii
from operator import attrgetter
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


def note_hashes(questions: Iterable[Question], document: Document) -> Iterator[tuple[str, str]]:
    """The same of several, each by the id that it had first."""
    contents = Contents(document)
    return ((question.first_id, contents.hash(question)) for question in questions)


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
            if len(value) == 1 and value[0].__class__ is Paragraph:
                inside = value[0].children
                if len(inside) == 1 and inside[0].__class__ is Str:  # as most texts are
                    return f"[Paragraph(children=[Str(text={_quoted(inside[0].text)})])]"
            return f"[{','.join(map(self._written, value))}]"
        if isinstance(value, Struct):
            return self._object(value)
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{_quoted(key)}:{self._written(value[key])}' for key in sorted(value))}}}"
        return _quoted(value) if isinstance(value, str) else str(value)

    def _object(self, value: Struct) -> str:
        kind = value.__class__
        heads, values = _fields(kind)
        write = self._written
        written = [
            head + write(part)
            for head, part in zip(heads, values(value), strict=True)
            if part or (part is not None and part.__class__ in _NUMBERS)
        ]
        if kind in _PICTURES:
            written.append(self._picture(getattr(value, _PICTURES[kind])))
        return f"{kind.__name__}({','.join(written)})"

    def _picture(self, path: str) -> str:
        if path not in self._pictures:
            data = self._document.set.media.get(path)
            self._pictures[path] = _quoted(path) if data is None else hashlib.sha256(data).hexdigest()
        return self._pictures[path]


_PICTURES: Mapping[type, str] = {Image: "src", Sound: "src", ImageOcclusion: "image"}
"""What names a file, and which of its fields does."""

_NUMBERS = (int, float, Decimal)
"""Types of which a zero says something; that of False does not."""


@cache
def _fields(kind: type[Struct]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields of a class that go in, each with its sign, and what gives their values.

    Places in files, and tables of them, never go in.
    """
    left_out, types = _LEFT_OUT.get(kind, "").split(), kind.__annotations__
    names = [name for name in kind.__struct_fields__ if name not in left_out and "Span" not in types[name]]
    get = attrgetter(*names) if names else lambda value: ()
    return tuple(f"{name}=" for name in names), get if len(names) != 1 else lambda value: (get(value),)
