"""Text as people type it, and the tree that it becomes."""

from __future__ import annotations

import pytest

from deckmaker.model.text import (
    Break,
    Code,
    CodeBlock,
    Emph,
    Gap,
    Image,
    Link,
    Listing,
    Math,
    Paragraph,
    Str,
    Strong,
    plain,
)  # fmt: skip
from deckmaker.readers.markup import parse
from tests.support import compile_set, said


def one(source, **options):
    (paragraph,) = parse(source, **options)
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


@pytest.mark.parametrize(
    "money",
    [
        "A ticket costs $5 at low water and $10 at high water",
        "$5-$10",
        "US$5 or A$6?",
        "between $5 and 10$ or so",
        "from $1,000 to $2,000",
        "It cost $5.",
        "$20 and $30 and $40",
    ],
)
def test_money_is_not_math(money):
    assert one(money) == (Str(money),)


@pytest.mark.parametrize("tex", ["x", "x^2", r"\frac{1}{2}", "E = mc^2", "2x", "5", "3 + 4"])
def test_dollars_around_a_formula_are_math(tex):
    assert one(f"so ${tex}$ it is") == (Str("so "), Math(tex, False), Str(" it is"))


def test_double_dollars_are_a_formula_of_its_own():
    assert parse("so\n\n$$x^2$$\n\nit is")[1] == Paragraph((Math("x^2", True),))


def test_emphasis_code_links_and_pictures():
    assert one("*a* **b** `c` [d](https://e.org) ![f](g.png)") == (
        Emph((Str("a"),)), Str(" "), Strong((Str("b"),)), Str(" "), Code("c"), Str(" "),
        Link("https://e.org", (Str("d"),)), Str(" "), Image("g.png", "f"),
    )  # fmt: skip


def test_html_stays_letters():
    assert one("a <b>bold</b> &amp; <script>x</script>") == (Str("a <b>bold</b> & <script>x</script>"),)


def test_a_link_that_could_run_something_keeps_its_words_alone():
    assert plain(parse("[click](javascript:alert(1))")) in ("click", "[click](javascript:alert(1))")
    assert not any(isinstance(node, Link) for node in one("[click](javascript:alert(1))"))


@pytest.mark.parametrize("line", ["1998. A year", "- so", "+ 3", "# sharp", "> more", "---", "    four", "1) one"])
def test_one_line_is_never_a_list_or_a_heading(line):
    assert one(line) == (Str(line.strip()),)


def test_several_lines_may_hold_a_list():
    assert parse("Why?\n\n1. this\n2. that\n\n- x") == (
        Paragraph((Str("Why?"),)),
        Listing(((Paragraph((Str("this"),)),), (Paragraph((Str("that"),)),)), 1),
        Listing(((Paragraph((Str("x"),)),),), None),
    )


def test_lines_run_on_and_a_backslash_breaks_them():
    assert one("a\nb\\\nc") == (Str("a b"), Break(), Str("c"))


def test_a_fence_is_a_program():
    assert parse("Look:\n\n```python\nx = 1\n```")[1] == CodeBlock("x = 1", "python")


def test_deletions_may_hold_markup_hints_and_deletions():
    assert one("A {{c1::*b* {{c2::c}}::hint}} d", cloze=True) == (
        Str("A "),
        Gap(1, (Emph((Str("b"),)), Str(" "), Gap(2, (Str("c"),), "")), "hint"),
        Str(" d"),
    )


def test_deletions_are_letters_where_no_cloze_is():
    assert one("A {{c1::b}}") == (Str("A {{c1::b}}"),)


def test_braces_that_are_no_deletion_stay():
    assert one("{{x}} {{c1::a} {a}", cloze=True) == (Str("{{x}} {{c1::a} {a}"),)


@pytest.mark.parametrize("space", ["\t", "\t\t", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_white_space_that_has_no_width_is_a_space(space):
    assert one(f"How{space}many") == (Str("How many"),)
    assert one(f"How *many{space}arches*?") == (Str("How "), Emph((Str("many arches"),)), Str("?"))


def test_white_space_of_a_program_stays():
    assert one("a `b\tc`") == (Str("a "), Code("b\tc"))


def depth(text):
    deepest, waiting = 0, [(text, 0)]
    while waiting:
        nodes, level = waiting.pop()
        deepest = max(deepest, level)
        for node in nodes:
            waiting += [(node.children, level + 1)] if hasattr(node, "children") else []
            waiting += [(item, level + 1) for item in getattr(node, "items", ())]
    return deepest


NESTED = {
    "emphasis": lambda levels: "*" * levels * 2 + "a" + "*" * levels * 2,
    "links": lambda levels: "![" * levels + "a" + "](b.png)" * levels,
    "deletions": lambda levels: "".join(f"{{{{c{n % 90 + 1}::" for n in range(levels)) + "a" + "}}" * levels,
    "a list on one line": lambda levels: "so\n" + "- " * levels + "a",
    "a list": lambda levels: "".join("  " * level + "- a\n" for level in range(levels)),
}


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("levels", [30, 400, 5000])
def test_no_text_becomes_a_tree_too_deep_to_walk(kind, levels):
    text = NESTED[kind](levels if kind != "a list" else min(levels, 400))
    assert depth(parse(text, cloze=True)) <= 60
    assert "a" in plain(parse(text, cloze=True)) or kind.startswith("a list")


@pytest.mark.parametrize("kind", [kind for kind in NESTED if kind != "links"])
def test_marks_nested_too_deep_are_told_at_their_field(kind):
    lines = NESTED[kind](400).replace("\n", "\n      ")
    _, problems = compile_set(f"questions:\n  - id: q\n    answer: x\n    stem: |\n      {lines}\n")
    assert said(problems) == [
        "T003 7:11 emphasis, links, deletions or lists stand more than 20 deep in each other",
    ]


def test_marks_nested_as_people_nest_them_are_taken():
    lines = NESTED["a list"](6).replace("\n", "\n      ") + "**a *b [c](https://e.org)***"
    _, problems = compile_set(f"questions:\n  - id: q\n    answer: x\n    stem: |\n      {lines}\n")
    assert said(problems) == []


@pytest.mark.parametrize("stars", [400, 5000])
def test_a_stem_of_stars_is_told_and_nothing_crashes(stars):
    stem = "*" * stars + "a" + "*" * stars
    _, problems = compile_set(
        f'questions:\n  - {{id: q, stem: "{stem}", answer: x}}\n  - {{id: r, stem: S, answer: x}}\n'
    )
    assert [problem.code.id for problem in problems] == ["T003"]
