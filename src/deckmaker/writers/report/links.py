"""Ids of places in the page, links to them, and small labels."""

from __future__ import annotations

from urllib.parse import quote

from deckmaker.model.claims import Claim
from deckmaker.writers.report.elements import Content, Markup, tag


def claim_id(claim: str) -> str:
    """The id of a claim's row in the register."""
    return f"claim-{claim}"


def question_id(question: str) -> str:
    """The id of a question's place."""
    return f"question-{question}"


def claim_link(claim: str) -> Markup:
    """A link to a claim's row."""
    return _link(claim_id(claim), claim)


def question_link(question: str, shown: str = "") -> Markup:
    """A link to a question."""
    return _link(question_id(question), shown or question)


def badge(words: str, kind: str = "") -> Markup:
    """A few words in a frame; `kind` is its colour: "good", "warn", "bad" or none."""
    return tag("span", words, class_=f"badge {kind}".rstrip())


def marks(claim: Claim) -> list[Markup]:
    """What the author marked a claim as, nothing for the common case."""
    core = [badge("core", "strong")] if claim.core else []
    return [*core, *([badge(claim.quiz, "warn")] if claim.quiz != "ask" else [])]


def rows(values: dict[str, Content]) -> Markup:
    """Names and what stands beside them; what is empty is left out."""
    return tag("dl", (tag("div", tag("dt", name), tag("dd", value)) for name, value in values.items() if value))


def _link(id: str, shown: str) -> Markup:
    return tag("a", shown, href=f"#{quote(id)}", class_="id")
