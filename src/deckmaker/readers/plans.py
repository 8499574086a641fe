"""Shapes of `generate:`, `anki:` and `quizzes:` → model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.model.claims import Claim, Claims
from deckmaker.model.document import AnkiPlan, Edit, Rule
from deckmaker.model.quizzes import Layout, Pick, Quiz, Section
from deckmaker.model.text import EMPTY, Text
from deckmaker.readers.markup import parse
from deckmaker.readers.merge import Item, Merged


def rules(merged: Merged, claims: Claims) -> tuple[Rule, ...]:
    """The lines of `generate:`, their claims selected."""
    return tuple(_rule(item, claims) for item in merged.items("generate"))


def _rule(item: Item, claims: Claims) -> Rule:
    shape = item.shape
    return Rule(
        family=shape.family,
        claims=_selected(shape.claims, claims),
        options=shape.options,
        stem=text(shape.stem),
        where=tuple(shape.where or ()),
        points=shape.points,
        tags=tuple(shape.tags),
        span=item.at("family"),
        count=shape.count,
    )


def _selected(selector: Any, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    if selector == "all":
        return tuple(claims)
    if isinstance(selector, list):
        wanted = set(selector)
        return tuple(id for id in claims if id in wanted)
    return tuple(id for id, claim in claims.items() if _fits(claim, selector))


def _fits(claim: Claim, selector: Any) -> bool:
    return (
        (selector.tag is None or selector.tag in claim.tags)
        and (selector.speaker is None or selector.speaker == claim.speaker)
        and (selector.basis is None or selector.basis == claim.basis)
        and (selector.core is None or selector.core == claim.core)
    )


def edits(merged: Merged) -> dict[str, Edit]:
    """What is to be otherwise in generated questions, by their ids; of two for one question the first."""
    made: dict[str, Edit] = {}
    for question, item in merged.entries("edit"):
        made.setdefault(question, _edit(question, item))
    return made


def _edit(question: str, item: Item) -> Edit:
    shape = item.shape
    return Edit(
        question=question,
        drop=shape.drop or "",
        pin=shape.pin,
        stem=text(shape.stem),
        beside=tuple(shape.distractors),
        feedback=text(shape.feedback),
        hint=text(shape.hint),
        points=shape.points,
        where=tuple(shape.where or ()),
        tags=tuple(shape.tags),
        allow=dict(shape.allow),
        span=item.file.tree.key_span(item.path),
        spans=item.spans,
    )


def lint(merged: Merged) -> dict[str, str]:
    """How much rules weigh in this set, by code name; of two for one rule the first."""
    return {name: level for file in reversed(merged.files) for name, level in file.shape.lint.items()}


def text(source: str | None) -> Text:
    """A text that may be missing."""
    return EMPTY if source is None else parse(source)


def anki(merged: Merged, title: str) -> AnkiPlan:
    """The wishes for Anki; the deck is called as the set where it has no name of its own."""
    shape = merged.one("anki")
    if shape is None:
        return AnkiPlan(title, "none", None)
    return AnkiPlan(shape.deck or title, shape.subdecks, shape.preset.new_per_day, shape.speak)


def quizzes(merged: Merged) -> tuple[Quiz, ...]:
    """The quizzes to print; of two with one id the first."""
    made: dict[str, Quiz] = {}
    for item in merged.items("quizzes"):
        made.setdefault(item.shape.id, _quiz(item))
    return tuple(made.values())


def _quiz(item: Item) -> Quiz:
    shape = item.shape
    return Quiz(
        id=shape.id,
        title=shape.title,
        instructions=text(shape.instructions),
        versions=shape.versions,
        seed=shape.seed,
        layout=Layout(shape.paper, tuple(dict.fromkeys(shape.profile)), shape.columns),
        minutes=shape.minutes,
        total=shape.total,
        sections=tuple(_section(item, index, section) for index, section in enumerate(shape.sections)),
        span=item.span,
        total_span=None if shape.total is None else item.at("total"),
    )


def _section(item: Item, index: int, shape: Any) -> Section:
    span = item.at("sections", index, "pick")
    named = len(shape.pick) if isinstance(shape.pick, list) else 0
    places = [item.at("sections", index, "pick", place) for place in range(named)]
    return Section(
        title=shape.title or "",
        instructions=text(shape.instructions),
        pick=_pick(shape.pick),
        points=shape.points,
        shuffle=shape.shuffle,
        span=span,
        places=tuple(places),
        passage=text(shape.passage),
        extra_credit=shape.extra_credit,
    )


def _pick(shape: Any) -> Pick:
    if shape == "all":
        return Pick()
    if isinstance(shape, list):
        return Pick(tuple(shape))
    return Pick(
        family=shape.family or "",
        tag=shape.tag or "",
        kind=shape.type or "",
        claim=shape.claim or "",
        basis=shape.basis or "",
        speaker=shape.speaker or "",
        count=shape.count,
        by=shape.by or "",
        anew=shape.anew,
    )
