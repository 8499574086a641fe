"""A set in which every reference leads somewhere: what refers to nothing, already reported, is left out."""

from __future__ import annotations

from msgspec.structs import replace

from deckmaker.model.claims import ARTICLE, BASES, Claim
from deckmaker.model.document import QuestionSet, Rule
from deckmaker.model.questions import Question


def sound(made: QuestionSet) -> QuestionSet:
    """The set without claims that have no source or article, and without what is about those."""
    standing = {id: claim for id, claim in made.claims.items() if _stands(claim, made)}
    claims = {id: _linked(claim, standing, made) for id, claim in standing.items()}
    return replace(
        made,
        claims=claims,
        left_out=(*made.left_out, *(claim for id, claim in made.claims.items() if id not in claims)),
        questions=tuple(question for question in _first_of_each(made) if all(id in claims for id in question.claims)),
        rules=tuple(_over(rule, claims) for rule in made.rules),
    )


def _stands(claim: Claim, made: QuestionSet) -> bool:
    has_basis = claim.basis in BASES or (claim.basis in made.sources and claim.basis != ARTICLE)
    return claim.speaker in made.sources and has_basis and claim.article in made.articles


def _linked(claim: Claim, claims: dict[str, Claim], made: QuestionSet) -> Claim:
    links = ("same_as", "near", "conflicts_with", "before")
    kept = {field: tuple(id for id in getattr(claim, field) if id in claims) for field in links}
    return replace(
        claim,
        via=tuple(id for id in claim.via if id in made.sources),
        also_speaker=tuple(id for id in claim.also_speaker if id in made.sources),
        also_basis=tuple(id for id in claim.also_basis if id in made.sources or id in BASES),
        same_as=kept["same_as"],
        near=kept["near"],
        conflicts_with=kept["conflicts_with"],
        before=kept["before"],
    )


def _over(rule: Rule, claims: dict[str, Claim]) -> Rule:
    return replace(rule, claims=tuple(id for id in rule.claims if id in claims))


def _first_of_each(made: QuestionSet) -> list[Question]:
    first = {question.id: question for question in reversed(made.questions)}
    return [question for question in made.questions if first[question.id] is question]
