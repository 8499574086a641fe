"""Every question with its answer, and its way back to the article."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from deckmaker.model.claims import Claim
from deckmaker.model.labels import basis_label, place_label
from deckmaker.model.questions import ANKI, PRINT, Kind, Question
from deckmaker.writers.report.bodies import body
from deckmaker.writers.report.elements import Content, Markup, commas, join, separated, tag
from deckmaker.writers.report.filters import Choices, filters
from deckmaker.writers.report.links import badge, claim_link, marks, question_id, rows
from deckmaker.writers.report.material import Material, Printed, type_label
from deckmaker.writers.report.passages import passage
from deckmaker.writers.report.register import verified

BY_HAND = "by hand"
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


def questions(material: Material) -> Markup:
    """All of them, in the order they are asked, and controls that narrow the list."""
    every = material.document.questions
    choices: Choices = {
        "family": ("Made by", {each.family or BY_HAND: each.family or BY_HAND for each in every}),
        "kind": ("Type", {kind: type_label(kind) for kind in Kind if any(each.kind is kind for each in every)}),
        "where": ("Goes to", {ANKI: "Anki", PRINT: "paper"}),
        "claimed": ("Claims", {"yes": "about a claim", "no": "about none"} if material.set.claims else {}),
    }
    listed = tag("div", (_question(material, each) for each in every), id="questions-list")
    return join(filters("questions-list", choices), listed)


def _question(material: Material, question: Question) -> Markup:
    side = [_trace(material, id) for id in question.claims]
    return tag(
        "article",
        tag("div", _head(question), _asked(material, question), class_="asked"),
        tag("div", side, class_="traces") if side else "",
        class_="question item",
        id=question_id(question.id),
        data_family=question.family or BY_HAND,
        data_kind=question.kind,
        data_where=" ".join(question.where),
        data_claimed="yes" if question.claims else "no",
    )


def _head(question: Question) -> Markup:
    badges = (
        badge(words) for words in (type_label(question.kind), question.family or BY_HAND, question.level) if words
    )
    heading = tag("h3", question.id, class_="id")
    return tag("div", heading, tag("div", separated(" ", badges), class_="badges"), class_="question-head")


def _asked(material: Material, question: Question) -> Markup:
    code = question.language.partition("-")[0]
    words = tag(
        "div",
        tag("div", material.rich(question.stem), class_="stem") if question.stem else "",
        body(material, question.body),
        lang=question.language,
        dir="rtl" if code in _RIGHT_TO_LEFT else None,
    )
    return join(words, rows(_more(material, question)))


def _more(material: Material, question: Question) -> dict[str, Content]:
    return {
        "Feedback": material.rich(question.feedback),
        "Hint": material.rich(question.hint),
        "Asks for": question.axis,
        "Points": _points(question.points),
        "Teaches": question.objective,
        "Tags": commas(question.tags),
        "Goes to": commas([*(["Anki"] if ANKI in question.where else []), *_papers(material, question)]),
        "Written at": tag("span", material.place(question.span), class_="place"),
        "Allows": [tag("div", tag("code", name), f": {reason}") for name, reason in question.allow.items()],
    }


def _points(points: Decimal | None) -> str:
    return "" if points is None else f"{points.normalize():f}"


def _papers(material: Material, question: Question) -> list[str]:
    """Each quiz with the question's number on each version, and there the key."""
    found: dict[str, list[str]] = {}
    for place in material.printed.get(question.id, ()):
        found.setdefault(place.paper.id, []).append(_on_paper(place))
    if PRINT in question.where and not found:
        return ["paper, in no quiz" if material.options.papers else "paper"]
    return [f"{quiz} ({'; '.join(places)})" for quiz, places in found.items()]


def _on_paper(place: Printed) -> str:
    key = f", key {' '.join(place.item.key)}" if place.item.key else ""
    return f"{place.version.name} no. {place.item.number}{key}"


def _trace(material: Material, id: str) -> Markup:
    claim = material.set.claims.get(id)
    if claim is None:
        return tag("div", tag("p", f"There is no claim “{id}”."), class_="trace")
    head = tag("p", tag("span", "Claim", class_="label"), " ", claim_link(id), " ", marks(claim))
    words = tag("p", material.rich(claim.text), class_="claim-text", lang=material.set.language)
    return tag("div", head, words, _steps(_ways(material, claim)), passage(material, claim), class_="trace")


def _ways(material: Material, claim: Claim) -> Iterable[tuple[str, Content]]:
    """From the claim to the paper: who says it, through whom, on what, where, in which words."""
    source = material.set.sources.get(claim.speaker)
    role = tag("span", f", {source.role}", class_="quiet") if source and source.role else ""
    cue = tag("span", f" “{claim.cue}”", class_="quiet") if claim.cue else ""
    yield "said by", (material.name(claim.speaker), role, cue)
    for id in claim.via:
        yield "relaying", material.name(id)
    yield "on the basis of", basis_label(claim.basis, material.set.sources)
    if claim.hedge or claim.booster:
        words = [f"“{word}”" for word in (claim.hedge, claim.booster) if word]
        yield "put as", (claim.certainty, tag("span", f" {', '.join(words)}", class_="quiet"))
    yield place_label(claim.quote.place), (tag("q", claim.quote.exact), " ", verified(material, claim))


def _steps(steps: Iterable[tuple[str, Content]]) -> Markup:
    lines = (tag("li", tag("span", how, class_="label"), tag("span", what)) for how, what in steps)
    return tag("ol", lines, class_="steps")
