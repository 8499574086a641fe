"""A file cut into its questions: only where every cut is sure, and nothing of the file is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.readers.items import cut, each, hashed

LINES = st.lists(
    st.sampled_from(
        (b"questions:", b"questions: ", b"- id: a", b"  - id: b", b"    - c", b"  -", b"-", b"-x", b"  stem: d", b"    e", b"",
         b" ", b"# f", b"  # g", b"title: h", b"...", b"---", b" - i", b"\xc3\xa9")
    ),
    max_size=12,
)  # fmt: skip


def plainly(data: bytes) -> tuple[bytes, list[bytes]] | None:
    """The same by one search after another: what stands before the first dash, and the questions."""
    heading = re.search(rb"^questions:[ ]*\n(?:[ ]*(?:#[^\n]*)?\n)*(?P<indent>[ ]*)- ", data, re.M)
    if heading is None:
        return None
    indent = len(heading["indent"])
    start = heading.end() - indent - 2
    further_out = rb"\n(?: {0,%d}[^ \n#])" % (indent - 1) if indent else rb"\n(?:[^ \n#-]|-[^ ]|\.)"
    if re.compile(further_out).search(data, start):
        return None
    return data[:start], data[start + indent + 2 :].split(b"\n" + b" " * indent + b"- ")


@given(LINES.map(b"\n".join))
@settings(max_examples=2000)
def test_a_file_is_cut_where_every_question_starts(data):
    made, expected = cut(data), plainly(data)
    assert (made is None) == (expected is None)
    if made and expected:
        head, items = expected
        assert [data[start:end] for start, end in made.bounds] == items
        assert head + made.sign[1:] + made.sign.join(items) == data == made.only([*range(len(items))])
        assert each(made.hashes) == [hashed([item]) for item in (head + made.sign[1:], *items)]
        assert made.only([0]) == head + made.sign[1:] + items[0]


@pytest.mark.parametrize(
    "named", ["a: &x b", "a:\t&x b", "a: &-x b", "a: &_ b", "a: [&1 b]", "- &x b", "&x a: b", "\u2028&x b"]
)
def test_a_file_that_gives_names_to_values_is_not_cut(named):
    assert cut(f"questions:\n- id: q\n  {named}\n".encode()) is None


@pytest.mark.parametrize("plain", ["a: b & c", "a: B&B", "a: R&D", "a: Beck &", "a: b &. c"])
def test_an_ampersand_of_a_text_is_no_name(plain):
    assert cut(f"questions:\n- id: q\n  {plain}\n".encode()) is not None
