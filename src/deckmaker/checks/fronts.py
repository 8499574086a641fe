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
    front = _front(question)
    if front.isascii():
        return front.encode().translate(_SMALL, _MARKS).decode()
    return _NO_LETTERS.sub("", front.casefold())


_NO_LETTERS = regex(r"[\W_]+")
_SMALL = bytes(ord(chr(code).lower()) for code in range(128)) + bytes(128)
_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
"""What `_NO_LETTERS` takes out of ASCII."""


def _front(question: Question) -> str:
    body, stem = question.body, plain(question.stem)
    return f"{stem} {blanked(body.text)}" if isinstance(body, Cloze) else stem
