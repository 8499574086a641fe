"""Which deck a note goes to, and what a deck says about itself."""

from __future__ import annotations

from deckmaker.model.document import Document, QuestionSet
from deckmaker.model.questions import Question
from deckmaker.writers.html import Html, escape

SECTION = "section"
_BY_TAG = "tag:"


def deck_of(question: Question, set: QuestionSet) -> str:
    """The full name of the question's deck; a deck by tag is named by what follows the prefix in the first such tag."""
    plan = set.anki
    if not plan.subdecks.startswith(_BY_TAG):
        return _name(plan.deck)
    prefix = plan.subdecks.removeprefix(_BY_TAG).removesuffix("::") + "::"
    found = (tag.removeprefix(prefix) for tag in question.tags if tag.startswith(prefix))
    return _name(f"{plan.deck}::{next(found, '')}")


def description(document: Document) -> str:
    """HTML for the deck's page: what the set says of itself, who made it under which licence, every disclosure."""
    own = document.set
    parts = [Html(lambda _path: "").text(own.description)]
    parts += [escape(words) for words in (", ".join(own.authors), own.license, own.contact)]
    parts += dict.fromkeys(escape(article.disclosure) for article in own.articles.values())
    return "".join(f"<p>{part}</p>" for part in parts if part)


def _name(path: str) -> str:
    """A deck's name without empty levels, which Anki would call "blank"."""
    levels = (" ".join(level.split()) for level in path.split("::"))
    return "::".join(level for level in levels if level)
