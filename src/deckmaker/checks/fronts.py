"""Whether two questions may have one front: without claims, only such can teach answers that disagree."""

from __future__ import annotations

from deckmaker.model.document import Document
from deckmaker.model.questions import Cloze, Question
from deckmaker.model.text import blanked, plain


def same_front(document: Document) -> bool:
    """Whether the letters of two fronts are the same, marks and spaces aside."""
    seen = set[str]()
    for question in document.questions:
        letters = "".join(filter(str.isalnum, _front(question).casefold()))
        if letters in seen:
            return True
        seen.add(letters)
    return False


def _front(question: Question) -> str:
    body, stem = question.body, plain(question.stem)
    return f"{stem} {blanked(body.text)}" if isinstance(body, Cloze) else stem
