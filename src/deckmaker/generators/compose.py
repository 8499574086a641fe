"""Claims → questions: which rule asks what, the families' drafts, balance, and what is common to all questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.generators.balance import Weight, held_back
from deckmaker.generators.families import FAMILIES
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import EVERY_FAMILY
from deckmaker.generators.register import Register, register_of
from deckmaker.model.document import QuestionSet, Rule
from deckmaker.model.questions import Question, Refusal
from deckmaker.model.text import EMPTY


@dataclass(frozen=True, slots=True)
class Generated:
    """What became of a set's rules.

    questions: in the order of the register's claims, those of one claim in the order of the families.
    refusals: what rules wanted and did not get, in the same order.
    choices: for the lock: for each question what was chosen for it beside its key, in the order of choosing; an empty
        tuple where a question has nothing to choose.
    """

    questions: tuple[Question, ...]
    refusals: tuple[Refusal, ...]
    choices: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request, its family, and what came of it."""

    request: Request
    family: Family
    result: Draft | Reason


def generate(set: QuestionSet, chosen: Mapping[str, tuple[str, ...]]) -> tuple[Generated, list[Diagnostic]]:
    """The questions that the set's rules make of its claims.

    chosen: what an earlier build chose, as in `Generated.choices`; kept where it is still legal, so that another claim
    in the register changes no question that was there before.
    """
    register = register_of(set)
    asked = [
        _Asked(request, family, _result(request, family))
        for request, family in _requests(register, chosen)
    ]  # fmt: skip
    asked = list(_balanced(asked, chosen, set.uid))
    made = [(one.request, one.family, one.result) for one in asked if isinstance(one.result, Draft)]
    generated = Generated(
        questions=tuple(_question(*one) for one in made),
        refusals=tuple(_refusal(one.request, one.family, one.result) for one in asked if isinstance(one.result, str)),
        choices={request.question: draft.chosen for request, _, draft in made},
    )
    return generated, [*_unknown_families(set), *_idle_rules(set, asked)]


def _requests(register: Register, chosen: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Request, Family]]:
    """One for each claim and family that a rule names; the last rule to name both holds."""
    rules = {(claim, rule.family): rule for rule in register.set.rules for claim in rule.claims}
    for id, claim in register.set.claims.items():
        for name, family in FAMILIES.items():
            if rule := rules.get((id, name)):
                question = f"{id}/{name}"
                yield Request(claim, rule, question, chosen.get(question, ()), register), family


def _result(request: Request, family: Family) -> Draft | Reason:
    return first_reason(EVERY_FAMILY, request) or family.draft(request)


def _balanced(asked: list[_Asked], chosen: Mapping[str, tuple[str, ...]], uid: str) -> Iterator[_Asked]:
    """The same, drafts that balance holds back turned into refusals."""
    held: set[str] = set()
    for family in FAMILIES.values():
        drafts = [one for one in asked if one.family is family and isinstance(one.result, Draft)]
        held |= held_back([_weight(one) for one in drafts], chosen, uid)
    for one in asked:
        yield replace(one, result=_too_often(one)) if one.request.question in held else one


def _weight(one: _Asked) -> Weight:
    assert isinstance(one.result, Draft)
    return Weight(one.request.question, one.result.answer, one.request.claim.core)


def _too_often(one: _Asked) -> Reason:
    assert isinstance(one.result, Draft)
    return f'balance: "{one.result.label}" would be the answer to more than half of the "{one.family.name}" questions'


def _question(request: Request, family: Family, draft: Draft) -> Question:
    claim, rule = request.claim, request.rule
    return Question(
        id=request.question,
        kind=draft.kind,
        body=draft.body,
        stem=draft.stem,
        claims=(claim.id, *draft.used),
        family=family.name,
        axis=family.axis,
        points=rule.points,
        feedback=draft.feedback,
        hint=EMPTY,
        tags=tuple(dict.fromkeys((*claim.tags, *rule.tags))),
        objective="",
        language=request.register.set.language,
        shuffle=True,
        where=rule.where or family.where,
        was=(),
        allow={},
        span=claim.span,
        spans={},
    )


def _refusal(request: Request, family: Family, reason: Reason) -> Refusal:
    return Refusal(request.question, request.claim.id, family.name, reason, request.claim.span)


def _unknown_families(set: QuestionSet) -> Iterator[Diagnostic]:
    for rule in set.rules:
        if rule.family not in FAMILIES:
            close = get_close_matches(rule.family, FAMILIES, 1)
            hint = f'did you mean "{close[0]}"?' if close else f"use one of: {', '.join(FAMILIES)}"
            yield diagnose("R009", rule.span, f'there is no question family "{rule.family}"', hint=hint)


def _idle_rules(set: QuestionSet, asked: list[_Asked]) -> Iterator[Diagnostic]:
    """A warning for each rule of a known family from which no question came."""
    fruitful = {id(one.request.rule) for one in asked if isinstance(one.result, Draft)}
    in_force = {id(one.request.rule) for one in asked}
    for rule in set.rules:
        if rule.family in FAMILIES and id(rule) not in fruitful:
            yield diagnose("G001", rule.span, f'no "{rule.family}" question came of this rule', *_why(rule, in_force))


def _why(rule: Rule, in_force: set[int]) -> tuple[str, str]:
    """A note and a hint."""
    if not rule.claims:
        return "it selects no claim", "name claims that the register has, or a tag that some of them have"
    if id(rule) not in in_force:
        return "later rules ask the same of its claims", "take one of the rules away"
    return "every one was refused", 'run "deckmaker refused" for the reasons'
