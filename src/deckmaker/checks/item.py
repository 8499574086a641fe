"""A question as the rules about wording see it: its words, without markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from deckmaker.model.claims import Claim
from deckmaker.model.document import Document
from deckmaker.model.questions import Choice, Cloze, Kind, Question
from deckmaker.model.text import Text, plain, with_blanks
from deckmaker.source import Span

_WORD = re.compile(r"\w+(?:['’‑-]\w+)*")


@dataclass(frozen=True)
class Item:
    """One question of a document and its words.

    question: the question; document: the document it stands in.
    """

    question: Question
    document: Document

    @property
    def kind(self) -> Kind:
        """Its type."""
        return self.question.kind

    @cached_property
    def is_english(self) -> bool:
        """Whether rules that know English words may speak about it."""
        return self.question.language.split("-")[0].casefold() == "en"

    @cached_property
    def stem(self) -> str:
        """What is asked; of a cloze its text with `___` for each gap."""
        body = self.question.body
        return plain(with_blanks(body.text)) if isinstance(body, Cloze) else plain(self.question.stem)

    @cached_property
    def options(self) -> tuple[str, ...]:
        """What can be chosen, as written; nothing where nothing can."""
        body = self.question.body
        return tuple(plain(option.text) for option in body.options) if isinstance(body, Choice) else ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Those of the options that are right."""
        return tuple(words for words, right in zip(self.options, self._right, strict=True) if right)

    @cached_property
    def distractors(self) -> tuple[str, ...]:
        """Those of the options that are wrong."""
        return tuple(words for words, right in zip(self.options, self._right, strict=True) if not right)

    @cached_property
    def _right(self) -> tuple[bool, ...]:
        body = self.question.body
        return tuple(option.correct for option in body.options) if isinstance(body, Choice) else ()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims it is about."""
        claims = self.document.set.claims
        return tuple(claims[id] for id in self.question.claims if id in claims)

    def at(self, *fields: str) -> Span:
        """Where the first of these fields that the author gave stands, or else the question."""
        spans = self.question.spans
        return next((spans[field] for field in fields if field in spans), self.question.span)


def words(text: str | Text) -> tuple[str, ...]:
    """The words of a text in small letters."""
    return tuple(word.casefold() for word in _WORD.findall(text if isinstance(text, str) else plain(text)))
