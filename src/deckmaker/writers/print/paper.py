"""One version of a paper as data for the template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deckmaker.model.article import Article
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper, Version
from deckmaker.writers.print import words
from deckmaker.writers.print.inline import Inliner
from deckmaker.writers.print.items import item_data, tongue


def paper_data(document: Document, paper: Paper, version: Version, inliner: Inliner) -> dict[str, Any]:
    """What the template needs for a student's copy; what paper cannot show goes to the inliner's problems."""
    quiz = paper.quiz
    return {
        "kind": "paper",
        **frame(document, paper),
        "heading": f"{quiz.title} · {words.WORDS['version'].lower()} {version.name}",
        "version": version.name,
        "code": version.code,
        "total": words.number(version.points),
        "summary": f"{words.questions(len(version.items))} · {words.points(version.points)}",
        "instructions": inliner.blocks(quiz.instructions),
        "sections": [
            {
                "title": section.title,
                "instructions": inliner.blocks(section.instructions),
                "items": [_item(document, inliner, item) for item in section.items],
            }
            for section in version.sections
        ],
    }


def _item(document: Document, inliner: Inliner, item: Any) -> dict[str, Any]:
    inliner.span = item.question.span
    return item_data(item, inliner, document.set.language)


def frame(document: Document, paper: Paper) -> dict[str, Any]:
    """What papers and keys share: title, paper size, type, language, and what is said about the article."""
    quiz = paper.quiz
    return {
        "words": words.WORDS,
        "title": quiz.title,
        "paper": {"a4": "a4", "letter": "us-letter"}[quiz.paper],
        "profile": quiz.profile,
        **tongue(document.set.language),
        "about": [_about(article) for article in _articles(document, paper)],
        "notes": _notes(document, paper),
    }


def _articles(document: Document, paper: Paper) -> list[Article]:
    """Those that the questions are about; all of the set's where no question has a claim."""
    asked = {document.set.claims[id].article for id in claims_of(document, paper)}
    articles = document.set.articles.values()
    return [article for article in articles if article.id in asked] or list(articles)


def claims_of(document: Document, paper: Paper) -> list[str]:
    """Ids of the claims that the paper's questions rest on, in the order of version A."""
    ids = (id for item in paper.versions[0].items for id in item.question.claims)
    return [id for id in dict.fromkeys(ids) if id in document.set.claims]


def _about(article: Article) -> dict[str, str]:
    given: Iterable[str] = (", ".join(article.authors), article.container_title, article.issued)
    return {"title": article.title, "given": ", ".join(filter(None, given)), "disclosure": article.disclosure}


def _notes(document: Document, paper: Paper) -> list[str]:
    """Said plainly in small print where nobody checked the quotations."""
    checked = [
        bool(document.evidence[id].by) if id in document.evidence else False for id in claims_of(document, paper)
    ]
    if all(checked):
        return []
    return [words.SOME_NOT_VERIFIED if any(checked) else words.NOT_VERIFIED]
