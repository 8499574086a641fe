"""Which questions a section of a quiz may take: the same for papers and for decks by section."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.model.claims import Claim, Claims
from deckmaker.model.document import QuestionSet
from deckmaker.model.questions import Question
from deckmaker.model.quizzes import Pick


def fits(question: Question, wish: Pick, claims: Claims) -> bool:
    """Whether the question has all that the pick asks for; a tag asks for those below it too.

    A basis or a speaker asks for what the question's leading claim has.
    """
    lead = leading(question, claims)
    return (
        wish.family in ("", question.family)
        and wish.kind in ("", question.kind)
        and (not wish.claim or wish.claim in question.claims)
        and (not wish.basis or (lead is not None and lead.basis == wish.basis))
        and (not wish.speaker or (lead is not None and lead.speaker == wish.speaker))
        and (not wish.tag or any(is_under(tag, wish.tag) for tag in question.tags))
    )


def leading(question: Question, claims: Mapping[str, Claim]) -> Claim | None:
    """The claim that a question is about first, None where it is about none."""
    return claims.get(question.claims[0]) if question.claims else None


def is_under(tag: str, prefix: str) -> bool:
    """Whether the tag is the prefix or one of those below it."""
    return tag == prefix or tag.startswith(f"{prefix}::")


def section_of(question: Question, set: QuestionSet) -> str:
    """The title of the question's section: the first, of all quizzes in their order, that names it, else the first that
    it fits; "" for none.

    How many a section takes plays no part: a deck has room for all.
    """
    sections = [section for quiz in set.quizzes for section in quiz.sections]
    named = [section for section in sections if question.id in section.pick.ids]
    fitting = (section for section in sections if not section.pick.ids and fits(question, section.pick, set.claims))
    found = next(iter(named), None) or next(fitting, None)
    return found.title if found else ""
