"""What the quick way of reading takes, the exact way reads alike: the same data, the same shape, the same places.

Run on a fixed part of damaged sets; `benchmarks/long` runs them all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from deckmaker.model.text import EMPTY
from deckmaker.readers.all_faults import validate_exactly
from deckmaker.readers.fields import MOST_LETTERS, MOST_OF_A_LINE, MOST_OF_AN_ID, MOST_PARTS
from deckmaker.readers.markup import MOST_IN_FORMULA, parse_marks, too_deep
from deckmaker.readers.markup import parse as parse_text
from deckmaker.readers.nodes import parse, parse_nodes
from deckmaker.readers.quick import quick
from deckmaker.readers.shapes import SetFile
from deckmaker.readers.tree import Tree
from deckmaker.readers.validate import validate
from deckmaker.source import SourceFile
from tests.properties.test_reader_never_fails import STEP, prefixes, sources, with_awkward_values, without_a_line
from tests.support.readings import plain, typed
from tests.support.samples import LONG

SETS = sorted(path for path in (Path(__file__).parents[2] / "decks").rglob("*.yaml"))
WORDS = (
    "yes", "no", "true", "FALSE", "1", "0", "01", "+1", "1.0", "1e1", "1_0", " 1", "-0", ".5", "1.", "1000", "1000.5", "1001",
    "99999", "0.30", "nan", "inf", "٣", "a4", "A4", "all", "none", "section", "tag:", "tag:x", "tag:x y", "by", "type",
    "x" * (MOST_OF_AN_ID + 1), "é" * MOST_OF_AN_ID, f"[{', '.join('x' * (MOST_PARTS + 1))}]",
    f"${'{' * 41}x{'}' * 41}$", f"${chr(92)}left( x$ " * 21, f"{chr(92)}begin{{a}} " * 21, f"${'{' * 19}x{'}' * 19}$",
    "en", "EN-gb", "deutsch", "x" * 33, "0d0f5d2e", "é", "ein-é", "a²", "a\u0301b", "q\n", "[a]", "[]", "{a: b}", "''",
    '"q\\n"', "[a, b]", "[[a, b]]", "{left: a, right: b}", "*" * 50, "**a** " * 12, "{text: a}", "[{text: a}, b]", "|\n      a\n",
)  # fmt: skip
"""Values that one of the two could take otherwise than the other."""


def paths(data: Any) -> list[tuple[str | int, ...]]:
    """Every path in the data, and one that leads nowhere below each."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(), *((step, *rest) for step, below in parts for rest in paths(below)), ("nowhere",)]


def places(tree: Tree) -> list[Any]:
    """Where everything in the tree stands."""
    return [
        [(span.start, span.end) for span in (tree.span(path), tree.key_span(path), *tree.spans(path).values())]
        for path in paths(tree.data)
    ] + [tree.scalar_starts]


def same(text: str, *, every_place: bool) -> bool:
    """Whether the quick way took the text; the exact way must then read it alike."""
    file = SourceFile("set.yaml", text)
    seen, said = parse(file)
    if seen.texts is None:
        return False
    exact, problems = parse_nodes(file)
    assert (said, problems) == ([], []), text
    assert list(seen.data.items()) == list(exact.data.items()), text
    if every_place:
        assert places(seen) == places(exact), text
    read, said = validate(seen)
    if isinstance(read.shape, BaseModel):
        return False
    again, problems = validate_exactly(exact)
    assert (said, problems) == ([], []), text
    assert typed(plain(read.shape)) == typed(plain(again.shape)), text
    assert (read.given, {key: list(each) for key, each in read.indexes.items()}) == (again.given, again.indexes), text
    return True


@pytest.mark.parametrize("path", SETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_real_sets_are_read_alike(path):
    same(path.read_text("utf-8"), every_place=True)


@pytest.mark.parametrize("change", [prefixes, without_a_line, with_awkward_values])
def test_damaged_sets_are_read_alike(change):
    step = 1 if change is without_a_line else STEP * 2
    taken = [
        same(damaged, every_place=index % 9 == 0)
        for text in sources()
        for index, damaged in enumerate(change(text)[::step])
    ]
    assert sum(taken) > 10


@pytest.mark.parametrize("line", [line for text in sources() for line in text.splitlines() if ":" in line])
def test_a_value_that_one_could_take_otherwise_is_read_alike(line):
    head, _, _ = line.rpartition(": ")
    texts = [text for text in sources() if line in text.splitlines()]
    for word in WORDS:
        for text in texts:
            same(text.replace(line, f"{head}: {word}"), every_place=False)


KEYS = st.sampled_from(
    ("id", "stem", "answer", "tags", "feedback", "distractors", "points", "shuffle", "where", "lines")
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12).filter(lambda words: words.isprintable())


@given(
    st.lists(st.lists(st.tuples(KEYS, st.one_of(TEXTS, st.sampled_from(WORDS))), min_size=1, max_size=5), max_size=6),
    st.sampled_from(("", " ", "  ", "    ")),
    st.sampled_from(("\n", "\r\n", "\n\n", "\n# a comment - \n")),
)
@settings(max_examples=4000 if LONG else 300, deadline=None)
def test_lists_of_any_layout_are_read_alike(items, indent, end):
    lines = ["questions:"]
    for item in items:
        lines += [f"{indent}{'- ' if index == 0 else '  '}{key}: {words}" for index, (key, words) in enumerate(item)]
    same(end.join([*lines, "title: T"]) + end, every_place=True)


MARKS = st.lists(
    st.sampled_from(
        ("{{c1::", "{{c12::", "{{c0::", "{{c100::", "{{", "}}", "{", "}", "::", ":", "a", "b c", " ", "\t", "é", "歴", "c1", "}}}", "*", "&", ".", "!", "& ", "&amp;", "amp", ";", "#", "x41", "65", "<", "< ", ">")
    ),
    max_size=12,
)  # fmt: skip


@given(MARKS, st.booleans())
@settings(max_examples=20000 if LONG else 1500, deadline=None)
def test_plain_texts_and_clozes_are_what_the_parser_of_markup_makes_of_them(parts, cloze):
    source = "".join(parts)
    assert parse_text(source, cloze=cloze) == (parse_marks(source.strip(), cloze=cloze) if source.strip() else EMPTY)


LEFT, RIGHT = "\\left(", "\\right)"
PARTS = {"pairs": "[a, b]", "regions": "{left: 0.1, top: 0.1, width: 0.1, height: 0.1, label: a}"}


def of(key: str, value: str) -> str:
    return f"questions:\n  - {{id: q, {key}: {value}}}\n"


def with_parts(key: str) -> Callable[[int], str]:
    return lambda size: of(key, f"[{', '.join([PARTS.get(key, 'a')] * size)}]")


LARGEST: dict[str, tuple[Callable[[int], str], int, str]] = {
    "a text": (lambda size: of("stem", "é" * size), MOST_LETTERS, "T004"),
    "a text of a pair": (lambda size: of("pairs", f"[[a, {'é' * size}]]"), MOST_LETTERS, "T004"),
    "a text of an option": (lambda size: of("options", f"[{'é' * size}]"), MOST_LETTERS, "T004"),
    "a line": (lambda size: of("unit", "é" * size), MOST_OF_A_LINE, "T004"),
    "an id": (lambda size: f"questions:\n  - {{id: {'x' * size}, stem: a}}\n", MOST_OF_AN_ID, "T004"),
    "braces of a formula": (lambda size: of("stem", f"'${'{' * size}x{'}' * size}$'"), MOST_IN_FORMULA, "T003"),
    "brackets of a formula": (lambda size: of("stem", f"'${LEFT * size}x{RIGHT * size}$'"), MOST_IN_FORMULA, "T003"),
    **{
        key: (with_parts(key), MOST_PARTS, "S017")
        for key in ("answers", "distractors", "accept", "extra", "items", "options", "pairs", "regions")
    },
}
"""A file with something of a size, the largest size it may have, and the code of what is said where it is larger."""


@pytest.mark.parametrize("what", LARGEST)
def test_what_is_as_large_as_may_be_is_read_alike_and_what_is_larger_is_told(what):
    made, most, code = LARGEST[what]
    same(made(most), every_place=False)
    assert validate_exactly(parse(SourceFile("set.yaml", made(most)))[0])[1] == []
    read, problems = validate(parse(SourceFile("set.yaml", made(most + 1)))[0])
    assert [problem.code.id for problem in problems] == [code]
    assert not read.shape.questions


NESTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("$", "$$", "{", "}", "\\left(", "\\right)", "\\begin{a}", "\\end{a}", "\\{", "\\\\", "*", "**", "[", "](https://a.example)",
             "{{c1::", "}}", "a", " ", "\n", "- ", "1. ")
        ),
        st.sampled_from((1, 1, 2, 7, 11, 21, 41)),
    ),
    max_size=8,
)  # fmt: skip


@given(NESTS)
@settings(max_examples=10000 if LONG else 1000, deadline=None)
def test_what_is_nested_too_deep_is_never_taken_by_the_quick_way(parts):
    source = "".join(part * times for part, times in parts)
    if too_deep(source):
        data = {"questions": [{"id": "q", "stem": source}]}
        assert quick(SetFile, data, ["q", source]) is None
