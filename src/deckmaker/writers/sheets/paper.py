"""One version of a paper as data for whoever sets it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckmaker.model.papers import Item, Paper, PaperSection, Reason, Version
from deckmaker.writers.sheets.inline import Inliner
from deckmaker.writers.sheets.items import Setting, cells, item_data, tongue
from deckmaker.writers.sheets.words import Words, number, words_of


def paper_data(paper: Paper, version: Version, profile: str, inliner: Inliner) -> dict[str, Any]:
    """A student's copy; what paper cannot show goes to the inliner's problems."""
    words = words_of(paper.language)
    columns = paper.layout.columns if profile == "normal" else 1
    setting = Setting(words, inliner, paper.language, cells(version.items), columns > 1)
    return {
        "kind": "paper",
        **frame(paper, words),
        "profile": profile,
        "columns": columns,
        "heading": f"{paper.title} · {words['version']} {version.name}",
        "version": version.name,
        "code": version.code,
        "total": number(version.points),
        "summary": summary(paper, version, words),
        "instructions": inliner.blocks(paper.instructions),
        "sections": [_section(section, setting) for section in version.sections],
    }


def _section(section: PaperSection, setting: Setting) -> dict[str, Any]:
    return {
        "title": section.title,
        "extra": setting.words["extra_credit"] if section.extra_credit else "",
        "instructions": setting.inliner.blocks(section.instructions),
        "passage": setting.inliner.blocks(section.passage),
        "items": [item_data(item, setting) for item in section.items],
    }


def frame(paper: Paper, words: Words) -> dict[str, Any]:
    """What all sheets of a paper share: title, paper size, language, issue, and what is said about the article."""
    return {
        "words": words.all,
        "title": paper.title,
        "paper": {"a4": "a4", "letter": "us-letter"}[paper.layout.paper],
        "profile": "key",
        "columns": 1,
        "issue": f"{words['issue']} {paper.issue}" if paper.issue else "",
        **tongue(paper.language),
        "about": [{"title": one.title, "given": one.given, "disclosure": one.disclosure} for one in paper.credits],
        "notes": _notes(paper, words),
    }


def summary(paper: Paper, version: Version, words: Words) -> str:
    """How many questions and points, and in what time: "12 questions · 20 points + 2 extra credit · 40 minutes"."""
    points = words.points(version.points)
    if version.extra_points:
        points += f" + {number(version.extra_points)} {words['extra_credit']}"
    minutes = [words.minutes(paper.minutes)] if paper.minutes else []
    return " · ".join((words.questions(len(version.items)), points, *minutes))


def _notes(paper: Paper, words: Words) -> list[str]:
    """Said plainly in small print where nobody checked the quotations."""
    checked = [reason.found for backing in paper.backing.values() for reason in backing.reasons]
    if all(checked):
        return []
    return [words["some_not_verified"] if any(checked) else words["not_verified"]]


def reasons_of(paper: Paper, item: Item) -> Sequence[Reason]:
    """The claims that a question rests on."""
    return paper.backing[item.question.id].reasons
