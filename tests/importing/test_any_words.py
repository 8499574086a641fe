"""Whatever letters somebody's notes hold, the set that comes of them is sound and says the same."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker import importing
from deckmaker.importing.foreign import CardTemplate, Foreign, Note, NoteType
from deckmaker.model.text import plain
from tests.support import compile_set, said
from tests.support.samples import sample

BASIC = NoteType("Basic", False, ("Front", "Back"), (CardTemplate("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"),))
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Cf"))
AWKWARD = st.sampled_from(
    [
        "- ",
        ": ",
        " #",
        "'",
        '"',
        "{{",
        "}}",
        "[",
        "]",
        "| ",
        "> ",
        "%",
        "@",
        "`",
        "*",
        "_",
        "&",
        "!",
        "$5",
        "\\",
        "1. ",
        "no",
        "~",
    ]
)
WORDS = st.lists(st.one_of(AWKWARD, st.text(LETTERS, max_size=8)), min_size=1, max_size=6).map("".join)


TAGS = st.sampled_from([
    "<b>", "</b>", "<div>", "</div>", "<ul><li>", "</li></ul>", "<ol start=9999999999>", "<li>", "<table><tr><td>", "</td>", "<br>",
    "<img src=x>", "<img>", "<a href=https://a.example>", "</a>", "<gap>", "<gap n=x hint=y>", "</gap>", "<pre>", "</pre>", "<code>",
    "{{c1::", "{{c999::", "{{c0::", "::", "}}", "<!--", "-->", "<![CDATA[", "<?x", "&#0;", "&#xD800;", "&bogus;", "\\(", "\\)", "[sound:",
    "]", "[$]", "[/$]", "\ufdd0", "\0", "x",
])  # fmt: skip


@sample(200)
@given(front=st.lists(TAGS, max_size=12).map("".join), is_cloze=st.booleans())
def test_whatever_html_a_note_holds_it_is_read_and_the_set_can_be(front, is_cloze):
    side = "{{cloze:Front}}" if is_cloze else "{{Front}}"
    type = NoteType("Basic", is_cloze, ("Front", "Back"), (CardTemplate(side, "{{Back}}"),))
    deck = Foreign("a.apkg", (Note("guid", type, {"Front": front, "Back": "b"}, (), "Deck", (0,)),))
    made, problems = importing.as_set(deck)
    assert made is not None or problems
    if made is not None:
        compile_set(made.files["set.yaml"].decode())


def test_deletions_in_deletions_without_end_are_read():
    for front in ("{{c1::" * 20_000, "{{c1::" * 3000 + "x" + "}}" * 3000):
        deck = Foreign("a.apkg", (Note("guid", BASIC, {"Front": front, "Back": "b"}, (), "Deck", (0,)),))
        made, _ = importing.as_set(deck)
        assert made is not None


def as_shown(words: str) -> str:
    return " ".join(re.sub(r"\s", " ", unicodedata.normalize("NFC", words)).split())


@sample(150)
@given(front=WORDS, back=WORDS, title=WORDS)
def test_whatever_letters_a_note_holds_they_arrive(front, back, title):
    fields = {"Front": html.escape(f"a {front}"), "Back": html.escape(f"b {back}")}
    deck = Foreign("a.apkg", (Note("guid", BASIC, fields, ("tag",), title, (0,)),))
    made, problems = importing.as_set(deck)
    assert made is not None, said(problems)
    document, found = compile_set(made.files["set.yaml"].decode())
    assert not [problem for problem in found if problem.is_error], said(found)
    (question,) = document.questions
    assert as_shown(plain(question.stem)) == as_shown(f"a {front}")
    assert as_shown(plain(question.body.back)) == as_shown(f"b {back}")  # type: ignore[union-attr]


BROKEN = [
    "<hr ",
    "\\(",
    "<",
    "<!--",
    "<a ",
    "&",
    "<div>",
    "{{c1::",
    "[sound:",
    "<![",
    "</",
    "<b>*",
    "[latex]",
    '<a href="',
]


@pytest.mark.parametrize("piece", BROKEN)
def test_html_that_is_broken_all_over_is_read(piece):
    """Each would take minutes where time grows with the square of the length."""
    deck = Foreign("a.apkg", (Note("guid", BASIC, {"Front": piece * 200_000, "Back": "b"}, (), "Deck", (0,)),))
    made, problems = importing.as_set(deck)
    assert made is not None or problems
