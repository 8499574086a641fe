"""The rules of `generate:` and the edits of an author → one request for each claim and family that a rule names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from deckmaker.generators.families import FAMILIES
from deckmaker.generators.family import Family, Request
from deckmaker.generators.register import Register
from deckmaker.model.document import Edit, Rule

Asked = tuple[Request, Family]


def requests(register: Register, chosen: Mapping[str, tuple[str, ...]]) -> Iterator[Asked]:
    """In the order of the register's claims, those of one claim in the order of the families.

    The last rule to name both claim and family holds. `chosen` is what an earlier build chose, by question.
    """
    rules = {(claim, rule.family): rule for rule in register.set.rules for claim in rule.claims}
    for id, claim in register.set.claims.items():
        for name, family in FAMILIES.items():
            if rule := rules.get((id, name)):
                question = f"{id}/{name}"
                edit = register.set.edits.get(question)
                before = chosen.get(question, ())
                kept = edit.beside if edit and edit.beside else before
                yield Request(claim, edited(rule, edit), question, kept, register, edit, before=before), family


def edited(rule: Rule, edit: Edit | None) -> Rule:
    """The rule as it is for one question that the author wants otherwise."""
    if edit is None:
        return rule
    return replace(
        rule,
        stem=edit.stem or rule.stem,
        points=rule.points if edit.points is None else edit.points,
        where=edit.where or rule.where,
        tags=(*rule.tags, *edit.tags),
    )
