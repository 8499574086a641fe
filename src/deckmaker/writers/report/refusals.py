"""What was not asked, by what would help."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.model.questions import Refusal
from deckmaker.writers.report.elements import Markup, coded, join, tag
from deckmaker.writers.report.links import badge, claim_link
from deckmaker.writers.report.material import Material


def refusals(material: Material) -> Markup:
    """The remedies, the one that helps most first, each with its claims and the reasons."""
    by_remedy: dict[str, list[Refusal]] = {}
    for refusal in material.document.refusals:
        by_remedy.setdefault(refusal.remedy, []).append(refusal)
    if not by_remedy:
        return tag("p", "Everything that the set wants generated was.")
    groups = sorted(by_remedy.items(), key=lambda group: -len(group[1]))
    return join(_group(material, remedy, found) for remedy, found in groups)


def _group(material: Material, remedy: str, found: list[Refusal]) -> Markup:
    heading = tag("h3", coded(remedy[:1].upper() + remedy[1:]), tag("span", f" × {len(found)}", class_="quiet"))
    by_reason: dict[tuple[str, str], list[str]] = {}
    for refusal in found:
        by_reason.setdefault((refusal.claim, refusal.reason), []).append(refusal.family)
    lines = (_line(material, claim, reason, families) for (claim, reason), families in by_reason.items())
    return tag("div", heading, tag("ul", lines, class_="plain rows"), class_="group")


def _line(material: Material, claim: str, reason: str, families: Iterable[str]) -> Markup:
    shown = claim_link(claim) if claim in material.set.claims else tag("span", claim, class_="id")
    names = (badge(family) for family in dict.fromkeys(families))
    return tag("li", tag("span", shown, " ", names), tag("span", coded(reason)), class_="item")
