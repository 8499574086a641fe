"""Whatever a user types shows as typed, and nothing of it acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.model.text import Code, Gap, Image, Inline, Link, Math, Paragraph, Str, Text, text_of
from deckmaker.readers.markup import parse
from deckmaker.writers import html as writer
from deckmaker.writers.html import Html, attribute, escape, formula

ACTIVE = re.compile(
    r"\{\{|\}\}|::|\\[()\[\]]|\[\[|\[/?(latex\]|\$+\]|anki:)|\[sound:|<script|<img src=x|javascript:", re.I
)
HOSTILE = (
    "{{c1::x}}", "{{Question}}", "{{{c1::x}}}", "}}", "a::b", "[sound:a.mp3]", "[latex]x[/latex]", "[$]x[/$]",
    "[$$]x[/$$]", "[[type:Answer]]", r"\(x\)", r"\[x\]", "</script><script>alert(1)</script>", "-->", "&amp;",
    "<img src=x onerror=alert(1)>", "<!--", "&#123;&#123;c1::x}}", '" onmouseover="x', "'", "`", "\\", "{", "}", ":",
    "[", "$", "[anki:play:q:0]", "[SOUND:a.mp3]", "\x1f", "\x00", "\ud800", "\u200b", "\u202e", "مرحبا", "👩\u200d🔬",
    "<%cloze:x%>",
)  # fmt: skip


class Shown(HTMLParser):
    """The letters of some HTML, and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.letters = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.letters += data

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))


def html(text: Text) -> str:
    return Html(lambda path: f"{path}.png" if path == "known" else "").text(text)


def test_markup_becomes_the_elements_that_it_means():
    line = "one *two* **three** `four` [five](https://example.org/?a=1&b=2) $x<y$"
    assert html(parse(f"{line}\n\n- six\n- seven\n\n```\n{{ }}\n```")) == (
        "<p>one <em>two</em> <strong>three</strong> <code>four</code> "
        '<a href="https://example.org/?a=1&amp;b=2">five</a> \\(x&lt;y\\)</p>'
        "<ul><li>six</li><li>seven</li></ul><pre><code>{ }</code></pre>"
    )


def test_a_single_paragraph_goes_without_its_element():
    assert html(text_of("a & b")) == "a &amp; b"


def test_a_list_keeps_its_first_number():
    assert html(parse("3. c\n4. d")) == '<ol start="3"><li>c</li><li>d</li></ol>'


def test_a_picture_refers_to_its_name_and_says_what_it_shows():
    assert html((Paragraph((Image("known", 'a "b"'),)),)) == '<img src="known.png" alt="a &quot;b&quot;">'


def test_a_picture_that_is_not_there_leaves_its_words():
    assert html((Paragraph((Image("other", "a > b"),)),)) == "a &gt; b"


def test_a_link_that_is_no_web_address_leaves_its_words():
    assert html((Paragraph((Link("javascript:alert(1)", (Str("x"),)),)),)) == "x"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_show_as_typed_and_do_nothing(words):
    shown = Shown(escape(words))
    assert shown.letters == re.sub("[\x00\x1f\ud800]", "\ufffd", words)
    assert not ACTIVE.search(escape(words))
    assert {tag for tag, _ in shown.elements} <= {"span"}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_inside_an_attribute(words):
    made = f'<i title="{attribute(words)}">'
    assert Shown(made).elements == [("i", {"title": re.sub("[\x00\x1f\ud800]", "\ufffd", words)})]
    assert not ACTIVE.search(made)


@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=4)), max_size=6).map("".join))
def test_no_words_at_all_can_act(words):
    shown = Shown(escape(words))
    assert "".join(shown.letters.split("\r")) == re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", "\ufffd", "".join(words.split("\r"))
    )
    assert not ACTIVE.search(escape(words))
    assert not ACTIVE.search(attribute(words))


@given(st.lists(st.one_of(st.sampled_from((*HOSTILE, "한", "é“")), st.text(max_size=4)), max_size=3).map("".join))
def test_words_that_seem_safe_at_a_glance_are_those_that_stay_as_they_are(words):
    at_a_glance = escape(words), attribute(words)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_UNSAFE", "_UNSAFE_IN_ATTRIBUTE"):
            patch.setattr(writer, name, bytes(range(256)))
        assert (escape(words), attribute(words)) == at_a_glance


@given(st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=6))
def test_words_cannot_act_across_the_seams_of_nodes(parts):
    nodes: tuple[Inline, ...] = tuple(Code(part) if index % 3 == 2 else Str(part) for index, part in enumerate(parts))
    assert not ACTIVE.search(html((Paragraph(nodes),)))


@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.sampled_from(["\\frac{a}{{b}}", "\\\\[2pt]", "x_{y_{z}}"]))))
def test_a_formula_cannot_end_a_cloze_or_itself(parts):
    made = formula("".join(parts), False)
    inner = made.removeprefix(r"\(").removesuffix(r"\)")
    assert not re.search(ACTIVE.pattern.replace(r"\[\[", r"\[\[type:"), inner, re.I)
    assert not re.search(r"(?<!\\)(\\\\)*\\$", inner)


def test_a_formula_reads_as_it_was_written():
    tex = r"\begin{pmatrix}a & b\\[2pt] \frac{1}{{x}}\end{pmatrix} < \text{[sound:a]}"
    assert Shown(formula(tex, True)).letters == rf"\[{tex}\]"


def test_braces_at_the_edges_of_a_deletion_stay_inside_it():
    gap = Gap(1, (Str("{x}"),), "")
    made = Html(lambda _: "", lambda gap, inner: f"{{{{c{gap.number}::{inner}}}}}").text((Paragraph((gap,)),))
    assert made == "{{c1::<span>{x}</span>}}"


def test_a_formula_may_stand_at_the_edge_of_a_deletion():
    gap = Gap(1, (Math("x^{2}", False),), "")
    assert html((Paragraph((gap,)),)) == r"\(x^{2}\)"
