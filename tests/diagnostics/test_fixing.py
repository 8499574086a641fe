"""Safe changes of a text: made together where they lie apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Fix, diagnose
from deckmaker.diagnostics.fixing import apart, by_file, fixed
from deckmaker.source import SourceFile
from tests.support.samples import sample

FILE = SourceFile("a.yaml", "0123456789")


def fix(start: int, end: int, text: str, file: SourceFile = FILE) -> Fix:
    return Fix(file.span(start, end), text)


def problem(*fixes: Fix):
    return diagnose("Y101", FILE.span(0), "m", fixes=fixes)


def test_fixes_are_made_wherever_they_stand():
    assert fixed(FILE.text, [fix(8, 10, "x"), fix(0, 1, ""), fix(4, 4, "-")]) == "123-4567x"


def test_of_two_that_overlap_the_later_is_left_out():
    assert fixed(FILE.text, [fix(3, 6, "b"), fix(2, 4, "a")]) == "01a456789"


def test_the_same_fix_told_twice_is_made_once():
    assert fixed(FILE.text, [fix(2, 2, "a"), fix(2, 2, "a")]) == "01a23456789"


def test_a_problem_waits_while_any_of_its_fixes_is_in_the_way_of_an_earlier_one():
    first, second, third = problem(fix(0, 2, "")), problem(fix(5, 6, ""), fix(1, 3, "")), problem(fix(5, 7, ""))
    assert apart([first, second, third]) == [first, third]


def test_fixes_that_touch_do_not_overlap():
    both = [problem(fix(0, 2, "a")), problem(fix(2, 4, "b"), fix(4, 4, "c"))]
    assert apart(both) == both


def test_a_problem_whose_fixes_touch_two_files_is_not_fixed():
    other = SourceFile("b.yaml", "x")
    alone, both = problem(fix(0, 1, "")), problem(fix(0, 1, ""), fix(0, 1, "", other))
    assert by_file([alone, both, problem()]) == {"a.yaml": [alone]}


stretches = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted)


@sample(200)
@given(st.lists(stretches, max_size=8))
def test_of_problems_that_lie_apart_every_fix_is_made(places):
    problems = apart([problem(fix(place[0], place[1], f"<{index}>")) for index, place in enumerate(places)])
    fixes = list(dict.fromkeys(one for each in problems for one in each.fixes))
    made = fixed(FILE.text, fixes)
    assert all(one.text in made for one in fixes)
    left = sum(not any(one.span.start <= at < one.span.end for one in fixes) for at in range(len(FILE.text)))
    assert len(made) == left + sum(len(one.text) for one in fixes)
