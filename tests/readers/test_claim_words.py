"""A claim is read after "that", within a sentence."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostic
from tests.support import compile_set


def problems(claim: str, head: str = "") -> list[Diagnostic]:
    _, said = compile_set(f"""\
{head}article: {{title: A, disclosure: D}}
sources:
  holt: {{name: Karin Holt, kind: person}}
claims:
  - id: shut
    claim: {claim}
    speaker: holt
    basis: on_record
    quote: shuts in May
    paragraph: 1
""")
    return [problem for problem in said if problem.code.id[0] != "A"]


@pytest.mark.parametrize(
    ("claim", "wrong", "better"),
    [
        ("that the crossing shuts in May", 'starts with "that"', "the crossing shuts in May"),
        ("that the crossing shuts in May.", 'starts with "that"', "the crossing shuts in May"),
        ("the crossing shuts in May.", 'ends with "."', "the crossing shuts in May"),
        ("does the crossing shut in May?", 'ends with "?"', "does the crossing shut in May"),
        ("The crossing shuts in May", 'starts with a capital, "The"', "the crossing shuts in May"),
        ("A crossing shuts in May", 'starts with a capital, "A"', "a crossing shuts in May"),
        ("They shut it in May", 'starts with a capital, "They"', "they shut it in May"),
        ("No crossing is open", 'starts with a capital, "No"', "no crossing is open"),
        ("There is no crossing", 'starts with a capital, "There"', "there is no crossing"),
        ('"The crossing shuts: in May!"', 'starts with a capital, "The"', '"the crossing shuts: in May"'),
    ],
)
def test_a_claim_that_does_not_read_on_is_shown_put_right(claim, wrong, better):
    (problem,) = problems(claim)
    assert (problem.code.id, problem.is_error, problem.span.text) == ("C003", False, claim)
    assert problem.message == f'the claim {wrong}, and is read after "that" within a sentence'
    assert problem.hint == f"write\nclaim: {better}"
    assert problems(better) == []


@pytest.mark.parametrize(
    "claim",
    [
        "the crossing shuts in May",
        "thatched roofs burn",
        "Karin's crossing shuts",
        "The Hague has no crossing",
        "All Saints has no crossing",
        "Iran has none",
        "it is built in the U.S.",
        "it is built by Harbour Works Inc.",
        "it opens at 5 p.m.",
        "A. Writer shuts it",
        "it shuts, opens, shuts…",
    ],
)
def test_claims_that_read_on_are_left_alone(claim):
    assert problems(claim) == []


def test_claims_in_another_language_are_left_alone():
    said = problems("A ponte fecha em maio.", "language: pt\n")
    assert [problem.code.id for problem in said] == ["P011"]  # nobody checked our own words in Portuguese
