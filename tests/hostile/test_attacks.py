"""docs/security.md says what becomes of an attack; every row of its tables is done here, or in the tests that it names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.hostile.attack import Attack, Here
from tests.hostile.attacks import TABLES

ROOT = Path(__file__).parent.parent.parent
ATTACKS = [attack for attacks in TABLES.values() for attack in attacks]
OWN = {attack.shows.__name__: attack.shows for attack in ATTACKS if not isinstance(attack.shows, tuple)}


@pytest.mark.parametrize("name", OWN)
def test_an_attack_has_the_outcome_of_the_table(name: str, here: Here) -> None:
    OWN[name](here)


@pytest.mark.parametrize(
    "attack", [each for each in ATTACKS if isinstance(each.shows, tuple)], ids=lambda one: one.what
)
def test_a_test_that_the_table_names_is_there(attack: Attack) -> None:
    for name in attack.names:
        path, _, test = name.partition("::")
        test, _, case = test.removesuffix("]").partition("[")
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        assert test in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, name
        words = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not case or case in words, name


def test_every_attack_stands_once_and_there_are_enough() -> None:
    assert len({attack.what for attack in ATTACKS}) == len(ATTACKS) >= 40
