"""What large lists hold when their items are read by their layouts is what libyaml reads of the whole file.

Run on a fixed part; `benchmarks/long` runs them all.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.bank import Bank
from deckmaker.readers.laid_out import LaidOut
from deckmaker.readers.nodes import parse
from deckmaker.readers.validate import validate
from deckmaker.source import SourceFile
from tests.properties.test_two_ways import SETS, WORDS, places
from tests.support.readings import alike
from tests.support.samples import LONG


@cache
def bank() -> dict[str, str]:
    """A small bank's files."""
    with TemporaryDirectory() as folder:
        Bank(60, 7).save(Path(folder))
        return {path.name: path.read_text("utf-8") for path in Path(folder).glob("*.yaml")}


MARKS = (
    "\n", "\n\n", " ", "  ", "- ", "-", ": ", ":", "#", " #", " # ", "'", '"', "[", "]", "{", "}", ",", "|", ">", ">-", "|-", "&a ",
    "*a", "!x ", "\\", "\t", "\x85", "\u2028", "\ufeff", "\xa0", "?", "? ", "%", "@", "`", "id: x\n", "    id: x\n", "  - id: y\n",
    "questions:\n", "title: T\n", "...\n", "---\n", "\n# c\n", "\n      # c\n", "é", "\U0001f600", "\u200d", "null", "~", "      ",
    "stem: >\n", "|+\n", "|2\n", "'' ", '"" ', "x" * 1100,
)  # fmt: skip


def damaged(text: str, random: Random) -> str:
    """The text with a few changes at chance places."""
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(text))
        end = at + random.choice((0, 0, 1, 1, 2, 7, 40))
        text = text[:at] + random.choice((*MARKS, "")) + text[end:]
    return text


def test_a_bank_is_read_by_its_layouts():
    files = bank()
    assert alike(files["questions.yaml"]) == 60
    assert alike(files["claims.yaml"]) >= 4
    assert alike(files["set.yaml"] + files["claims.yaml"] + files["questions.yaml"]) >= 64
    assert alike(files["questions.yaml"] + files["claims.yaml"] + files["set.yaml"]) >= 64


@pytest.mark.parametrize("path", SETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_real_sets_are_read_alike(path):
    alike(path.read_text("utf-8"))


@pytest.mark.parametrize("seed", range(12))
def test_damaged_banks_are_read_alike(seed):
    files, random = bank(), Random(seed)
    whole = files["set.yaml"] + files["claims.yaml"] + files["questions.yaml"]
    texts = (whole, files["questions.yaml"], files["questions.yaml"].replace("\n  ", "\n").replace("\n\n", "\n"))
    taken = [alike(damaged(texts[index % 3], random)) for index in range(2000 if LONG else 40)]
    assert sum(map(bool, taken)) > len(taken) // 5


KEYS = st.sampled_from(("id", "stem", "answer", "tags", "feedback", "distractors", "options", "title", "x-y"))
VALUES = st.one_of(
    st.sampled_from(("plain", "two words", "a: b", "a:", "a #b", "a#b", "é ", "1", "true", "'q'", '"q"', '"a: b"', "[]")),
    st.sampled_from(("[a, b]", "[a, 'b']", "[a: b]", "[a::b, c]", "{a: b}", ">-\n      one\n      two", ">\n      one")),
    st.sampled_from(("|\n      one: x\n      two", "|-\n      a\n\n      b", ">-\n      a\n       b", ">-\n    a", "\n      - a\n      - b")),
    st.sampled_from(("\n    - a\n    - b", "\n      - text: a\n        correct: true\n      - text: b", "\n      text: a", "\n      more")),
    st.sampled_from(("|2\n        one", "|+\n      one\n\n", "> # why\n      one", ">-2\n        one", ">+\n      one", "| x", ">-")),
    st.sampled_from(WORDS),
    st.text(st.sampled_from("ab :#'\"-,[]{}&*!|>%@`?\\\t\x85\u2028é\xa0"), min_size=1, max_size=6),
)  # fmt: skip


@given(
    st.lists(st.lists(st.tuples(KEYS, VALUES, VALUES, VALUES), min_size=1, max_size=4), min_size=1, max_size=3),
    st.sampled_from(("", "  ", "    ")),
    st.sampled_from(("", "\n", "\n# a comment", "\n    # a comment")),
    st.sampled_from(("", "title: T\n", "# c\nclaims: []\n")),
)
@settings(max_examples=20000 if LONG else 600, deadline=None)
def test_items_laid_out_as_those_before_are_read_alike(items, indent, between, after):
    lines = ["questions:"]
    for turn in range(3):
        for item in items:
            for number, (key, *values) in enumerate(item):
                value = values[turn].replace("\n    ", f"\n{indent}  ")
                lines.append(f"{indent}{'  ' if number else '- '}{key}:{'' if value[0] == chr(10) else ' '}{value}")
            lines[-1] += between
    alike("\n".join(lines) + f"\n{after}")


@pytest.mark.parametrize("header", ["|2", "|+", "|-2", ">2", ">+", "> # why", "|- # why", ">\t", "| ", "|x"])
def test_a_text_below_with_a_header_of_its_own_is_read_alike(header):
    items = (f"  - id: q{n}\n    feedback: {header}\n        Told {n}.\n    answer: a{n}\n" for n in range(4))
    alike("questions:\n" + "".join(items))


def test_places_are_those_of_the_whole_file(monkeypatch):
    text = bank()["set.yaml"] + bank()["claims.yaml"] + bank()["questions.yaml"]
    monkeypatch.setattr("deckmaker.readers.nodes.LARGE", 0)
    laid_out, _ = parse(SourceFile("set.yaml", text))
    monkeypatch.setattr("deckmaker.readers.nodes.LARGE", len(text) + 1)
    whole, _ = parse(SourceFile("set.yaml", text))
    assert isinstance(laid_out.data["questions"], LaidOut)
    assert isinstance(whole.data["questions"], list)
    laid_out.data = whole.data  # whose paths are asked for
    assert places(laid_out) == places(whole)


def test_a_fault_in_a_large_list_is_told_as_in_a_small_one(monkeypatch):
    text = bank()["questions.yaml"].replace("    tags: [history", "    points: many\n    tags: [history", 1)
    monkeypatch.setattr("deckmaker.readers.nodes.LARGE", 0)
    tree, said = parse(SourceFile("set.yaml", text))
    _, problems = validate(tree)
    assert said == []
    assert [(problem.code.id, problem.span.text) for problem in problems] == [("S004", "many")]
