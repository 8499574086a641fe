"""Whether two questions may have one front: without claims, only such can teach answers that disagree."""

from __future__ import annotations

from deckmaker.model.document import Document
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Cloze, Question
from deckmaker.model.text import blanked, plain


def same_front(document: Document) -> bool:
    """Whether the letters of two fronts are the same, marks and spaces aside."""
    seen = set[str]()
    for question in document.questions:
        letters = front_letters(question)
        if letters in seen:
            return True
        seen.add(letters)
    return False


def front_letters(question: Question) -> str:
    """The letters of its front, marks and spaces aside: those of cards that ask the same are the same."""
    return _NO_LETTERS.sub("", _front(question).casefold())


_NO_LETTERS = regex(r"[\W_]+")


def _front(question: Question) -> str:
    body, stem = question.body, plain(question.stem)
    return f"{stem} {blanked(body.text)}" if isinstance(body, Cloze) else stem
