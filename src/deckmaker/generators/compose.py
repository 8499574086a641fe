"""Claims → questions: the families' drafts, which of them are asked, and what is common to all questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic
from deckmaker.generators.choosing import Weight, held_back, rank, surplus
from deckmaker.generators.contractions import contracted, contracted_body
from deckmaker.generators.families import FAMILIES
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.problems import Asked, problems
from deckmaker.generators.refusals import EVERY_FAMILY
from deckmaker.generators.register import Register, register_of
from deckmaker.generators.requests import requests
from deckmaker.model.document import QuestionSet, Rule
from deckmaker.model.questions import Question, Refusal
from deckmaker.model.text import EMPTY
from deckmaker.source import Span


class Generated(Struct, frozen=True):
    """What became of a set's rules.

    questions: in the order of the register's claims, those of one claim in the order of the families.
    refusals: what rules wanted and did not get, in the same order.
    choices: for the lock: for each question what was chosen for it beside its key, in the order of choosing; an empty
        tuple where a question has nothing to choose.
    """

    questions: tuple[Question, ...]
    refusals: tuple[Refusal, ...]
    choices: Mapping[str, tuple[str, ...]]


def generate(set: QuestionSet, chosen: Mapping[str, tuple[str, ...]]) -> tuple[Generated, list[Diagnostic]]:
    """The questions that the set's rules make of its claims.

    chosen: what an earlier build chose, as in `Generated.choices`; kept where it is still legal, so that another claim
    in the register changes no question that was there before.
    """
    register = register_of(set)
    asked = _drafted(register, chosen)
    asked = _chosen(asked, chosen, set.uid)
    made = [(one.request, one.family, one.result) for one in asked if isinstance(one.result, Draft)]
    generated = Generated(
        questions=tuple(_question(*one) for one in made),
        refusals=tuple(
            _refusal(one.request, one.family, one.result) for one in asked if isinstance(one.result, Reason)
        ),
        choices={request.question: draft.chosen for request, _, draft in made},
    )
    return generated, problems(set, asked, chosen)


def _drafted(register: Register, chosen: Mapping[str, tuple[str, ...]]) -> list[Asked]:
    """What came of each request; of families that gather, questions that were there before are drafted first."""
    wanted = list(requests(register, chosen))
    results = {one.question: _result(one, family) for one, family in wanted if not _in_turn(family)}
    for family in FAMILIES.values():
        if _in_turn(family):
            results.update(_gathered(family, [one for one, its in wanted if its is family], chosen))
    return [Asked(request, family, results[request.question]) for request, family in wanted]


def _in_turn(family: Family) -> bool:
    return family.gathers or family.in_turn


def _gathered(
    family: Family, wanted: Iterable[Request], chosen: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, Draft | Reason]]:
    """The drafts of a family whose questions hold several claims, no claim in two of them, or take something else.

    First go those that the author pinned, then those that an earlier build asked and that can stay as they are:
    what one of the others has to look for anew, it does not take from them.
    """
    taken = frozenset[str]()
    made: Counter[Span] = Counter()
    results: dict[str, Draft | Reason] = {}
    holders: dict[str, str] = {}
    in_order = sorted(wanted, key=lambda one: (not one.wishes, rank(_weight(one), chosen, one.register.set.uid)))
    pinned = [(one, False) for one in in_order if one.pinned]
    again = [(one, True) for one in in_order if one.question in chosen]
    for request, as_before in [*pinned, *again, *((one, False) for one in in_order)]:
        if request.question in results:
            continue
        result = _result(replace(request, taken=taken), family)
        if as_before and not (isinstance(result, Draft) and result.chosen == request.kept):
            continue
        if isinstance(result, Draft) and _is_full(request, made):
            result = _beyond(request.rule)
        if isinstance(result, Draft):
            taken |= {request.claim.id, *result.used} if family.gathers else result.takes
            holders.update(dict.fromkeys((request.claim.id, *result.used), request.question) if family.gathers else {})
            made[request.rule.span] += 1
        results[request.question] = result
    # Only now is it known of all refused ones where else their claims stand.
    yield from ((one.question, _for_good(one, results[one.question], holders)) for one in in_order)


def _is_full(request: Request, made: Mapping[Span, int]) -> bool:
    count = request.rule.count
    return count is not None and made[request.rule.span] >= count and not request.pinned


def _for_good(request: Request, result: Draft | Reason, holders: Mapping[str, str]) -> Draft | Reason:
    dropped = request.edit and request.edit.drop
    if isinstance(result, Draft) or dropped or request.claim.id not in holders:
        return result
    cause = f'its claim stands in "{holders[request.claim.id]}"'
    return Reason(cause, "look for it there, or pin this one, so that it has a question of its own")


def _result(request: Request, family: Family) -> Draft | Reason:
    if request.edit and request.edit.drop:
        return Reason(f"dropped: {request.edit.drop}", "take its `drop` out")
    if request.claim.id in request.taken:
        # Which one it is, `_for_good` says.
        return Reason("its claim stands in another question", "look for it there")
    return first_reason(EVERY_FAMILY, request) or family.draft(request)


def _weight(request: Request, draft: Draft | None = None) -> Weight:
    answer, prefer = (draft.answer, draft.prefer) if draft else ("", 0)
    return Weight(request.question, answer, request.claim.core, request.pinned, prefer)


def _chosen(asked: list[Asked], chosen: Mapping[str, tuple[str, ...]], uid: str) -> list[Asked]:
    """The same, drafts that a rule has no room for, or that balance holds back, turned into refusals."""
    over = {id for weights, count in _by_rule(asked) for id in surplus(weights, count, chosen, uid)}
    asked = [replace(one, result=_beyond(one.request.rule)) if one.request.question in over else one for one in asked]
    held = {id for family in FAMILIES.values() for id in _held_back(family, asked, chosen, uid)}
    return [replace(one, result=_too_often(one)) if one.request.question in held else one for one in asked]


def _by_rule(asked: Iterable[Asked]) -> Iterator[tuple[list[Weight], int]]:
    """The drafts of each rule that wants at most so many, and how many it wants."""
    rules: dict[Span, tuple[list[Weight], int]] = {}
    for one in asked:
        rule = one.request.rule
        if rule.count is not None and isinstance(one.result, Draft):
            rules.setdefault(rule.span, ([], rule.count))[0].append(_weight(one.request, one.result))
    yield from rules.values()


def _held_back(family: Family, asked: Iterable[Asked], chosen: Container[str], uid: str) -> frozenset[str]:
    groups: dict[str, list[Weight]] = {}
    for one in asked:
        if one.family is family and isinstance(one.result, Draft):
            groups.setdefault(one.result.group, []).append(_weight(one.request, one.result))
    return frozenset(id for group in groups.values() for id in held_back(group, chosen, uid, even=family.even))


def _beyond(rule: Rule) -> Reason:
    return Reason(f"count: the rule asks for {rule.count}, and others went first", "raise its `count`, or pin this one")


def _too_often(one: Asked) -> Reason:
    assert isinstance(one.result, Draft)
    label, family = one.result.label, one.family.name
    cause = f'balance: "{label}" would be the answer to more than half of the "{family}" questions'
    return Reason(cause, "pin it, or ask more claims that have another answer")


def _question(request: Request, family: Family, draft: Draft) -> Question:
    claim, rule, edit = request.claim, request.rule, request.edit
    language = request.register.set.language
    return Question(
        id=request.question,
        kind=draft.kind,
        body=contracted_body(draft.body, language),
        stem=contracted(draft.stem, language),
        claims=(claim.id, *draft.used),
        family=family.name,
        axis=family.axis,
        points=rule.points,
        feedback=(edit and edit.feedback) or contracted(draft.feedback, language),
        hint=edit.hint if edit else EMPTY,
        tags=tuple(dict.fromkeys((*claim.tags, *rule.tags))),
        objective="",
        language=language,
        shuffle=draft.shuffle,
        where=tuple(place for place in rule.where or family.where if place in family.may),
        was=(),
        allow=edit.allow if edit else {},
        span=claim.span,
        spans=edit.spans if edit else {},
        level=family.level,
    )


def _refusal(request: Request, family: Family, reason: Reason) -> Refusal:
    return Refusal(request.question, request.claim.id, family.name, reason.cause, reason.remedy, request.claim.span)
