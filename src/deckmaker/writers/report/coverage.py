"""Which questions ask about each claim, and where they go."""

from __future__ import annotations

from deckmaker.model.claims import Claim, Quiz
from deckmaker.model.questions import ANKI, Question
from deckmaker.writers.report.elements import Content, Markup, join, tag
from deckmaker.writers.report.filters import Choices, filters
from deckmaker.writers.report.links import badge, claim_link, marks, question_link
from deckmaker.writers.report.material import Material, counted, type_label
from deckmaker.writers.report.tables import Cell, table

_COLUMNS = ("Claim", "Asked", "Questions", "Anki", "Papers")


def coverage(material: Material) -> Markup:
    """A row for each claim; what is a main one and not asked is flagged."""
    lines = [(_row(material, claim), _data(material, claim)) for claim in material.set.claims.values()]
    choices: Choices = {
        "asked": ("Asked", {"yes": "asked", "no": "not asked", "missed": "core, not asked"}),
        "core": ("Core", {"yes": "core claims", "no": "others"}),
        "quiz": ("Quiz", {each: each for each in Quiz}),
    }
    return join(
        tag("p", _summary(material)),
        filters("coverage", choices),
        table("coverage", "Every claim, and what asks about it", _COLUMNS, lines, sortable=True),
    )


def _summary(material: Material) -> str:
    claims = material.set.claims.values()
    asked = sum(1 for claim in claims if material.asked[claim.id])
    core = [claim for claim in claims if claim.core]
    missed = sum(1 for claim in core if material.is_missed(claim))
    words = f"{asked} of {counted(len(claims), 'claim')} asked"
    return f"{words}, and {len(core) - missed} of {counted(len(core), 'core one')}." if core else f"{words}."


def _data(material: Material, claim: Claim) -> dict[str, str]:
    asked = "yes" if material.asked[claim.id] else "missed no" if claim.core else "no"
    return {"data_asked": asked, "data_core": "yes" if claim.core else "no", "data_quiz": claim.quiz}


def _row(material: Material, claim: Claim) -> tuple[Cell, ...]:
    questions = material.asked[claim.id]
    cards = sum(1 for question in questions if ANKI in question.where)
    flag = badge("core, not asked", "bad") if material.is_missed(claim) else str(len(questions) or "no")
    number = list(material.set.claims).index(claim.id)
    return (
        Cell((claim_link(claim.id), " ", marks(claim)), f"{number:05}"),
        Cell(flag, f"{len(questions):03}"),
        Cell(tag("div", _question(each)) for each in questions),
        Cell(counted(cards, "note") if cards else "", f"{cards:03}"),
        Cell(tag("div", line) for line in _papers(material, questions)),
    )


def _question(question: Question) -> Content:
    return question_link(question.id), tag("span", f" {type_label(question.kind)}", class_="quiet")


def _papers(material: Material, questions: tuple[Question, ...]) -> list[str]:
    """For each quiz its versions, as long as they have a question about the claim."""
    found: dict[str, dict[str, list[int]]] = {}
    for question in questions:
        for place in material.printed.get(question.id, ()):
            versions = found.setdefault(place.paper.id, {})
            versions.setdefault(place.version.name, []).append(place.item.number)
    return [f"{quiz}: {', '.join(f'{name} {_and(numbers)}' for name, numbers in versions.items())}"
            for quiz, versions in found.items()]  # fmt: skip


def _and(numbers: list[int]) -> str:
    return " and ".join(map(str, sorted(numbers)))
