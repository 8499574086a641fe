"""Which questions a section of a quiz may take: the same for papers and for decks by section."""

from __future__ import annotations

from deckmaker.model.document import Pick, QuestionSet
from deckmaker.model.questions import Question


def fits(question: Question, wish: Pick) -> bool:
    """Whether the question has all that the pick asks for; a tag asks for those below it too."""
    return (
        wish.family in ("", question.family)
        and wish.kind in ("", question.kind)
        and (not wish.claim or wish.claim in question.claims)
        and (not wish.tag or any(tag == wish.tag or tag.startswith(f"{wish.tag}::") for tag in question.tags))
    )


def section_of(question: Question, set: QuestionSet) -> str:
    """The title of the question's section: the first, of all quizzes in their order, that names it, else the first that
    it fits; "" for none.

    How many a section takes plays no part: a deck has room for all.
    """
    sections = [section for quiz in set.quizzes for section in quiz.sections]
    named = [section for section in sections if question.id in section.pick.ids]
    fitting = (section for section in sections if not section.pick.ids and fits(question, section.pick))
    found = next(iter(named), None) or next(fitting, None)
    return found.title if found else ""
