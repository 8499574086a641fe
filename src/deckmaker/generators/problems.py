"""What is wrong with the rules of `generate:` and with `edit:`, seen from what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.generators.families import FAMILIES
from deckmaker.generators.family import Draft, Family, Reason, Request
from deckmaker.model.document import Edit, QuestionSet, Rule
from deckmaker.source import Span


class Asked(Struct, frozen=True):
    """A request, its family, and what came of it."""

    request: Request
    family: Family
    result: Draft | Reason


Choices = Mapping[str, tuple[str, ...]]


def problems(set: QuestionSet, asked: Sequence[Asked], chosen: Choices) -> list[Diagnostic]:
    """Everything that is wrong; `chosen` is what an earlier build chose."""
    return [problem for look in _LOOKS for problem in look(set, asked, chosen)]


def _unknown_families(set: QuestionSet, asked: Sequence[Asked], chosen: Choices) -> Iterator[Diagnostic]:
    for rule in set.rules:
        if rule.family not in FAMILIES:
            hint = did_you_mean(rule.family, FAMILIES) or f"use one of: {', '.join(FAMILIES)}"
            yield diagnose("R009", rule.span, f'there is no question family "{rule.family}"', hint=hint)


def _idle_rules(set: QuestionSet, asked: Sequence[Asked], chosen: Choices) -> Iterator[Diagnostic]:
    """A warning for each rule of a known family from which no question came."""
    fruitful = {one.request.rule.span for one in asked if isinstance(one.result, Draft)}
    gathered = {claim for one in asked if isinstance(one.result, Draft) for claim in one.result.used}
    in_force = {one.request.rule.span for one in asked}
    for rule in set.rules:
        family = FAMILIES.get(rule.family)
        stand_elsewhere = family and family.gathers and rule.claims and set_of(rule) <= gathered
        if family and rule.span not in fruitful and not stand_elsewhere:
            yield diagnose("G001", rule.span, f'no "{rule.family}" question came of this rule', *_why(rule, in_force))


def set_of(rule: Rule) -> frozenset[str]:
    """The rule's claims."""
    return frozenset(rule.claims)


def _why(rule: Rule, in_force: frozenset[Span] | set[Span]) -> tuple[str, str]:
    """A note and a hint."""
    if not rule.claims:
        return "it selects no claim", "name claims that the register has, or a tag that some of them have"
    if rule.span not in in_force:
        return "later rules ask the same of its claims", "take one of the rules away"
    return "every one was refused", 'run "deckmaker refused" for the reasons'


def _wrong_places(set: QuestionSet, asked: Sequence[Asked], chosen: Choices) -> Iterator[Diagnostic]:
    """An output that the family's questions may not go to."""
    for rule in set.rules:
        family = FAMILIES.get(rule.family)
        yield from _misplaced(family, rule.where, rule.span) if family else ()
    for one in asked:
        if edit := one.request.edit:
            yield from _misplaced(one.family, edit.where, edit.spans.get("where", edit.span))


def _misplaced(family: Family, where: tuple[str, ...], place: Span) -> Iterator[Diagnostic]:
    for output in where:
        if output not in family.may:
            message = f'"{family.name}" questions are not for {output}'
            hint = f"take {output} out: a card would show its student a false statement for months"
            yield diagnose("G005", place, message, hint=hint)


def _idle_edits(set: QuestionSet, asked: Sequence[Asked], chosen: Choices) -> Iterator[Diagnostic]:
    """An edit of a question that no rule asks for, or that was refused."""
    results = {one.request.question: one.result for one in asked}
    for id, edit in set.edits.items():
        result = results.get(id)
        if result is None:
            yield diagnose(
                "G004", edit.span, f'there is no generated question "{id}" to edit', hint=_instead(id, results, set)
            )
        elif isinstance(result, Reason) and not edit.drop:
            code, what = ("G002", "pinned") if edit.pin else ("G004", "edited")
            message = f'the {what} question "{id}" is not asked: {result.cause}'
            yield diagnose(code, edit.span, message, hint=f"{result.remedy}; or delete this edit")


def _instead(id: str, generated: Mapping[str, object], set: QuestionSet) -> str:
    """What to do where an edit names no generated question."""
    if any(question.id == id for question in set.questions):
        return "you wrote this question yourself: change it where it stands"
    claim, _, family = id.partition("/")
    if claim in set.claims and family in FAMILIES:
        return f'ask for it first, by a rule of `generate:` for "{family}"'
    return did_you_mean(id, generated) or 'name it by its claim and its family, as in "some-claim/who-said"'


def _unfair_distractors(set: QuestionSet, asked: Sequence[Asked], chosen: Choices) -> Iterator[Diagnostic]:
    """What an author wants beside the key, and what may not stand there."""
    for one in asked:
        edit = one.request.edit
        if edit and edit.beside and isinstance(one.result, Draft):
            for id in dict.fromkeys(edit.beside):
                if id not in one.result.chosen:
                    yield _unfair(edit, id, one.result)


def _unfair(edit: Edit, id: str, draft: Draft) -> Diagnostic:
    place = edit.spans.get("distractors", edit.span)
    if not draft.chosen:
        message = f'"{edit.question}" has no distractors to choose'
        return diagnose("G003", place, message, hint="take `distractors` out")
    message, hint = f'"{id}" cannot stand beside the right answer', "name another, or take it out"
    if why := draft.out.get(id):
        return diagnose("G003", place, f"{message}: it {why}", hint=hint)
    if {*draft.chosen} <= {*edit.beside}:
        message, hint = f'there is no room left for "{id}"', "name fewer, or give the rule more `options`"
        return diagnose("G003", place, message, hint=hint)
    return diagnose("G003", place, f"{message}: no claim of the register has to do with it in this way", hint=hint)


def _changed_pins(set: QuestionSet, asked: Sequence[Asked], chosen: Choices) -> Iterator[Diagnostic]:
    """A pinned question that cannot keep the options it had."""
    for one in asked:
        edit, before = one.request.edit, chosen.get(one.request.question)
        if edit and edit.pin and not edit.beside and before and isinstance(one.result, Draft):
            same = before[: len(one.result.chosen)]
            for id in [id for id in same if id not in one.result.chosen][:1]:
                why = one.result.out.get(id, "is no longer in the register")
                message = f'the pinned question "{edit.question}" cannot keep "{id}": it {why}'
                hint = "take `pin` out to let the question change, or undo what changed in the register"
                yield diagnose("G002", edit.span, message, hint=hint)


_LOOKS: tuple[Callable[[QuestionSet, Sequence[Asked], Choices], Iterator[Diagnostic]], ...] = (
    _unknown_families, _idle_rules, _wrong_places, _idle_edits, _unfair_distractors, _changed_pins,
)  # fmt: skip
