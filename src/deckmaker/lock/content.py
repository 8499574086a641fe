"""The hash of what a note shows. Equal for equal content, whatever the file's order, the process, the machine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from deckmaker.model.document import Document
from deckmaker.model.identity import measured, sha256
from deckmaker.model.papers import Paper
from deckmaker.model.questions import Question

if TYPE_CHECKING:
    from deckmaker.lock.letters import Letters

RENDER = 1
"""Raised when a change of the writers, not of a set, must reach notes that students have already."""

_MANY = 500
"""Questions from which on straight code saves more than its making takes."""


def note_hash(question: Question, document: Document) -> str:
    """Of what the question's note shows, `RENDER` included: 16 hexadecimal digits."""
    return Contents(document).hash(question)


def note_hashes(questions: Iterable[Question], document: Document) -> Iterator[tuple[str, str]]:
    """The same of several, each by the id that it had first."""
    contents = Contents(document)
    return ((question.first_id, contents.hash(question)) for question in questions)


def sum_of(papers: Iterable[Paper | None], media: Mapping[str, bytes]) -> str:
    """Of everything that the papers say: 64 hexadecimal digits."""
    sums: dict[str, str] = {}

    def picture(path: str) -> str:
        if path not in sums:
            sums[path] = hashlib.sha256(media[path]).hexdigest() if path in media else letters.of(path)
        return sums[path]

    found = [paper for paper in papers if paper]
    questions = [question for paper in found for question in paper.questions]
    letters = _letters(picture, len(questions))
    around = [letters.of(replace(paper, media={}, versions=())) for paper in found]
    versions = [version.content for paper in found for version in paper.versions]
    return sha256(measured(*around, *versions, *map(letters.of, questions)))


class Contents:
    """Hashes of a document's notes; what many notes show is written once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._letters = _letters(self._picture, len(document.questions))
        self._head = measured(str(RENDER))
        self._claims: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._articles: dict[str, str] = {}
        self._about: dict[tuple[str, ...], str] = {}
        self._pictures: dict[str, str] = {}

    def hash(self, question: Question) -> str:
        """See `note_hash`."""
        own = self._letters[Question](question)
        about = self._about.get(question.claims)
        if about is None:
            about = self._about[question.claims] = self._what_it_is_about(question.claims)
        return sha256(f"{self._head}{len(own)}:{own}{about}")[:16]

    def _what_it_is_about(self, ids: tuple[str, ...]) -> str:
        """Claims, and their articles; without claims, all of the set's."""
        made = self._document.set
        articles = dict.fromkeys(made.claims[id].article for id in ids) or dict.fromkeys(made.articles)
        return measured(*map(self._claim, ids), *(self._article(id) for id in articles if id in made.articles))

    def _claim(self, id: str) -> str:
        if id not in self._claims:
            self._claims[id] = self._write_claim(id)
        return self._claims[id]

    def _write_claim(self, id: str) -> str:
        made = self._document.set
        claim = made.claims[id]
        ids = ((claim.speaker,), (claim.basis,), claim.via, claim.also_speaker, claim.also_basis)
        sources = ",".join(f"[{','.join(map(self._source, group))}]" for group in ids)
        known = self._document.evidence.get(id)
        # By the text or by the lock: both builds must show the same.
        found = "found" if known and known.by else ""
        return f"[{self._letters.of(claim)},[{sources}],{self._letters.of(found)}]"

    def _source(self, id: str) -> str:
        """A basis that is no source stands for itself."""
        if id not in self._sources:
            self._sources[id] = self._letters.of(self._document.set.sources.get(id, id))
        return self._sources[id]

    def _article(self, id: str) -> str:
        if id not in self._articles:
            self._articles[id] = self._letters.of(self._document.set.articles[id])
        return self._articles[id]

    def _picture(self, path: str) -> str:
        if path not in self._pictures:
            data = self._document.set.media.get(path)
            self._pictures[path] = self._letters.of(path) if data is None else hashlib.sha256(data).hexdigest()
        return self._pictures[path]


def _letters(picture: Callable[[str], str], questions: int) -> Letters:
    """What writes so many questions."""
    from deckmaker.lock.letters import Letters  # a check of a set writes none

    return Letters(picture, straight=questions >= _MANY)
