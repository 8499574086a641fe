"""Every kind of fault, at every place of the article's set where it can be: each must be found, by its code.

Once with the set's own questions, and once with those of every family about every claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckmaker import generators, pipeline
from deckmaker.checks.keys import keys_against_register
from deckmaker.generators.families import FAMILIES
from deckmaker.model.document import Document, Rule
from deckmaker.model.text import EMPTY
from tests.checks.keys import planting, planting_more
from tests.checks.keys.planting import Fault
from tests.support import said

SET = Path(__file__).parents[3] / "decks" / "who-says-so"

KINDS: dict[Callable[[Document], Iterator[Fault]], int] = {
    planting.another_right_option: 20,
    planting.also_ok: 50,
    planting.said_by_another: 150,
    planting.made_kin: 30,
    planting.wrong_key: 250,
    planting.key_swapped: 50,
    planting.document_credited: 12,
    planting.wrong_gap: 15,
    planting.wrong_short_answer: 500,
    planting.axis_stripped: 25,
    planting.another_answer: 100,
    planting.other_gap: 15,
    planting_more.statement_turned: 4,
    planting_more.document_stated: 40,
    planting_more.false_pair: 10,
    planting_more.second_name: 1,
    planting_more.sourced_key: 200,
    planting_more.wrong_order: 22,
    planting_more.wrong_time: 40,
    planting_more.hedge_lost: 8,
    planting_more.other_short_answer: 3,
}
"""Each kind of fault, and at how many places of the set it can be at least."""

OF_FAMILIES = (planting_more.true_attribution, planting_more.wrong_degree, planting_more.wrong_fit)
"""Kinds of faults of families that the set need not have."""


@lru_cache(maxsize=1)
def own() -> Document:
    (found,), _ = pipeline.find_sets([SET])
    document = pipeline.check(found).document
    assert document is not None
    return document


@lru_cache(maxsize=1)
def every_family() -> Document:
    document = own()
    claims = tuple(document.set.claims)
    rules = tuple(Rule(name, claims, None, EMPTY, (), None, (), document.set.span) for name in FAMILIES)
    made = replace(document.set, rules=rules, edits={})
    generated, _ = generators.generate(made, {})
    return Document(made, (*made.questions, *generated.questions), generated.refusals, document.evidence)


def missed(faults: list[Fault]) -> list[str]:
    """What was not found. Questions that stand against one register are looked at in one go, under numbers."""
    by_register: dict[int, list[Fault]] = {}
    for number, fault in enumerate(faults):
        alone = len(fault.document.questions) > 1
        by_register.setdefault(-number - 1 if alone else id(fault.document.set), []).append(fault)
    return [line for group in by_register.values() for line in _missed(group)]


def _missed(group: list[Fault]) -> Iterator[str]:
    first = group[0].document
    questions = [
        replace(question, id=f"{number}:{question.id}")
        for number, fault in enumerate(group)
        for question in fault.document.questions
    ]
    problems = list(keys_against_register(replace(first, questions=tuple(questions))))
    found: dict[str, set[str]] = {}
    for problem in problems:
        for id in problem.about:
            found.setdefault(id, set()).add(problem.code.id)
    for number, fault in enumerate(group):
        given = found.get(f"{number}:{fault.question}", set())
        if not given & {*fault.codes}:
            yield f"{fault.question}: {fault.what}: {fault.codes} not in {given}"


@pytest.mark.parametrize(("plant", "least"), KINDS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_every_fault_planted_in_the_set_is_found(plant: Callable[[Document], Iterator[Fault]], least: int) -> None:
    faults = list(plant(own()))
    print(f"{plant.__name__}: {len(faults)}")
    assert len(faults) >= least
    assert missed(faults) == []


@pytest.mark.parametrize("plant", [*KINDS, *OF_FAMILIES], ids=lambda plant: plant.__name__)
def test_every_fault_planted_in_questions_of_every_family_is_found(
    plant: Callable[[Document], Iterator[Fault]],
) -> None:
    faults = list(plant(every_family()))
    print(f"{plant.__name__}: {len(faults)}")
    assert faults
    assert missed(faults) == []


@pytest.mark.parametrize("document", [own, every_family])
def test_nothing_is_said_against_the_set_as_it_is(document: Callable[[], Document]) -> None:
    assert said(list(keys_against_register(document()))) == []


def test_all_kinds_are_planted() -> None:
    kinds = {
        each for module in (planting, planting_more) for name, each in vars(module).items()
        if callable(each) and getattr(each, "__annotations__", {}).get("return") == "Iterator[Fault]"
    }  # fmt: skip
    assert kinds == {*KINDS, *OF_FAMILIES}
