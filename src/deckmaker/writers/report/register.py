"""The register as a matrix: every claim with its speaker, basis, relays and how sure it is put."""

from __future__ import annotations

from deckmaker.model.claims import BASES, Certainty, Claim, Quiz
from deckmaker.model.labels import basis_label, place_label
from deckmaker.writers.report.elements import Content, Markup, commas, join, separated, tag
from deckmaker.writers.report.filters import Choices, filters
from deckmaker.writers.report.links import badge, claim_id, claim_link
from deckmaker.writers.report.material import Material
from deckmaker.writers.report.tables import Cell, table

_COLUMNS = ("Claim", "Speaker", "Basis", "Relays", "How sure", "Quiz", "Words")
_CAPTION = (
    "Every claim, in the register’s order. “Found” says that the words stand in the article’s text, looked up in this "
    "run or, says the lock, in an earlier one; never that a claim is true."
)
_QUIZ = {Quiz.ASK: "", Quiz.CAREFUL: "warn", Quiz.AVOID: "warn"}


def register(material: Material) -> Markup:
    """The matrix, and controls that narrow it."""
    claims = material.set.claims.values()
    lines = [(_row(material, number, claim), _data(material, claim)) for number, claim in enumerate(claims)]
    return join(
        filters("register", _choices(material)),
        table("register", _CAPTION, _COLUMNS, lines, sortable=True),
    )


def _choices(material: Material) -> Choices:
    claims = material.set.claims.values()
    sources = material.set.sources
    speakers = {claim.speaker: material.name(claim.speaker) for claim in claims}
    bases = {claim.basis: basis_label(claim.basis, sources) for claim in claims}
    return {
        "speaker": ("Speaker", speakers),
        "basis": ("Basis", {id: bases[id] for id in (*BASES, *sources) if id in bases}),
        "certainty": ("How sure", {each: each for each in Certainty}),
        "quiz": ("Quiz", {each: each for each in Quiz}),
        "core": ("Core", {"yes": "core claims", "no": "others"}),
    }


def _data(material: Material, claim: Claim) -> dict[str, str]:
    return {
        "id": claim_id(claim.id),
        "data_speaker": claim.speaker,
        "data_basis": claim.basis,
        "data_certainty": claim.certainty,
        "data_quiz": claim.quiz,
        "data_core": "yes" if claim.core else "no",
    }


def _row(material: Material, number: int, claim: Claim) -> tuple[Cell, ...]:
    relays = separated(" ← ", (material.name(id) for id in (claim.speaker, *claim.via))) if claim.via else Markup("")
    basis = basis_label(claim.basis, material.set.sources)
    sure = list(Certainty).index(claim.certainty)
    quiz = list(Quiz).index(claim.quiz)
    return (
        Cell(_claim(material, claim), f"{number:05}"),
        Cell(_with_others(material, material.name(claim.speaker), claim.also_speaker), material.name(claim.speaker)),
        Cell(_with_others(material, basis, claim.also_basis), basis),
        Cell(relays),
        Cell(_sure(claim), f"{sure}{claim.hedge}"),
        Cell(_quiz(claim), f"{quiz}{claim.note}"),
        Cell(_words(material, claim), f"{number:05}"),
    )


def _claim(material: Material, claim: Claim) -> Content:
    related = {"says the same as": claim.same_as, "near": claim.near, "against": claim.conflicts_with}
    links = [(words, " ", commas(map(claim_link, ids))) for words, ids in related.items() if ids]
    return (
        tag("div", tag("span", claim.id, class_="id"), " ", badge("core", "strong") if claim.core else ""),
        tag("div", material.rich(claim.text), class_="claim-text", lang=material.set.language),
        tag("div", separated("; ", links), class_="quiet") if links else "",
    )


def _with_others(material: Material, label: str, also: tuple[str, ...]) -> Content:
    others = listed_labels(material, also)
    return (label, tag("div", "also right: ", others, class_="quiet")) if others else label


def listed_labels(material: Material, ids: tuple[str, ...]) -> str:
    """Other speakers or bases in words, commas between."""
    return ", ".join(basis_label(id, material.set.sources) for id in ids)


def _sure(claim: Claim) -> Content:
    words = [f"hedge “{claim.hedge}”"] * bool(claim.hedge) + [f"booster “{claim.booster}”"] * bool(claim.booster)
    words += [f"cue “{claim.cue}”"] * bool(claim.cue) + ["denies it"] * claim.negative
    words += [claim.kind] * (claim.kind != "factual")
    return claim.certainty, (tag("div", each, class_="quiet") for each in words)


def _quiz(claim: Claim) -> Content:
    return badge(claim.quiz, _QUIZ[claim.quiz]), tag("div", claim.note, class_="quiet") if claim.note else ""


def _words(material: Material, claim: Claim) -> Content:
    place = tag("div", place_label(claim.quote.place), class_="quiet")
    return tag("q", claim.quote.exact), place, tag("div", verified(material, claim), class_="quiet")


def verified(material: Material, claim: Claim) -> Markup:
    """How it is known that the words stand there; never that what they say is so."""
    found = material.document.evidence.get(claim.id)
    match found.by if found else "":
        case "text":
            return badge("found", "good")
        case "lock":
            return badge("found earlier", "good")
        case _:
            return badge("not looked up", "bad")
