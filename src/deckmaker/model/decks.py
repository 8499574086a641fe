"""Where a question is studied: the deck that the set plans for it, the kind of note that it is, and its cards."""

from __future__ import annotations

from functools import lru_cache

from deckmaker.model.document import QuestionSet
from deckmaker.model.picking import section_of
from deckmaker.model.questions import Cloze, Flashcard, ImageOcclusion, Question
from deckmaker.model.text import Gap, leaves

CLOZE, OCCLUSION, PLAIN = "cloze", "occlusion", "question"
"""Kinds of notes. A question may change its type within one kind and stay the same note."""

_BY_TAG, _BY_SECTION = "tag:", "section"


def kind_of(question: Question) -> str:
    """The kind of note that the question is."""
    match question.body:
        case Cloze():
            return CLOZE
        case ImageOcclusion():
            return OCCLUSION
        case _:
            return PLAIN


def cards_of(question: Question) -> tuple[int, ...]:
    """Which cards its note has: numbers, from 0, of templates or deletions.

    Ours to say: Anki imports only the cards that it is given.
    """
    match question.body:
        case Cloze(text):
            return tuple(sorted({node.number - 1 for node in leaves(text) if isinstance(node, Gap)}))
        case ImageOcclusion(regions=regions):
            return tuple(range(len(regions)))
        case Flashcard(reversed=True):
            return (0, 1)
        case _:
            return (0,)


def deck_of(question: Question, set: QuestionSet) -> str:
    """The full name of the question's deck; a deck by tag is named by what follows the prefix in the first such tag."""
    plan = set.anki
    if plan.subdecks == _BY_SECTION:
        return _name(f"{plan.deck}::{section_of(question, set).replace('::', ': ')}")
    if not plan.subdecks.startswith(_BY_TAG):
        return main_deck(set)
    prefix = plan.subdecks.removeprefix(_BY_TAG).removesuffix("::") + "::"
    found = (tag.removeprefix(prefix) for tag in question.tags if tag.startswith(prefix))
    return _name(f"{plan.deck}::{next(found, '')}")


def main_deck(set: QuestionSet) -> str:
    """The deck of questions that have no subdeck."""
    return _name(set.anki.deck)


@lru_cache(maxsize=1024)
def _name(path: str) -> str:
    """A deck's name without empty levels, which Anki would call "blank"."""
    levels = (" ".join(level.split()) for level in path.split("::"))
    return "::".join(level for level in levels if level)
