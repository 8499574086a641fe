"""Where a question is studied: the deck that the set plans for it, and the kind of note that it is."""

from __future__ import annotations

from deckmaker.model.document import QuestionSet
from deckmaker.model.questions import Cloze, ImageOcclusion, Question

CLOZE, OCCLUSION, PLAIN = "cloze", "occlusion", "question"
"""Kinds of notes. A question may change its type within one kind and stay the same note."""

_BY_TAG = "tag:"


def kind_of(question: Question) -> str:
    """The kind of note that the question is."""
    match question.body:
        case Cloze():
            return CLOZE
        case ImageOcclusion():
            return OCCLUSION
        case _:
            return PLAIN


def deck_of(question: Question, set: QuestionSet) -> str:
    """The full name of the question's deck; a deck by tag is named by what follows the prefix in the first such tag."""
    plan = set.anki
    if not plan.subdecks.startswith(_BY_TAG):
        return main_deck(set)
    prefix = plan.subdecks.removeprefix(_BY_TAG).removesuffix("::") + "::"
    found = (tag.removeprefix(prefix) for tag in question.tags if tag.startswith(prefix))
    return _name(f"{plan.deck}::{next(found, '')}")


def main_deck(set: QuestionSet) -> str:
    """The deck of questions that have no subdeck."""
    return _name(set.anki.deck)


def _name(path: str) -> str:
    """A deck's name without empty levels, which Anki would call "blank"."""
    levels = (" ".join(level.split()) for level in path.split("::"))
    return "::".join(level for level in levels if level)
