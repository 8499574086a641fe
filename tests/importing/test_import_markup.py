"""What an import writes is read back as what it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.importing.html import Converter
from deckmaker.importing.markup import typed
from deckmaker.model.text import Paragraph
from deckmaker.readers.markup import parse
from deckmaker.writers.html import Html
from tests.support.samples import sample

PIECES = st.sampled_from([
    "word", "two words", " *so* ", " **so** ", "`code`", "`` a ` b ``", "[here](https://a.example)", "$x^2$", "$$y$$", "5", "$5",
    "{{c1::gap}}", "{{c2::a gap::with a hint}}", "![tide](tide.png)", "\\*", "\\", "_", "*", "x*", "[sound:a.mp3]", "\\\\(x\\\\)", "[$]x[/$]", "<b>", "<https://a.example>", "&amp;", "&",
    "1.", "- ", "+", "!", "[", "]", "(x)", "::", "{", "}", "a_b_c", "a\N{NO-BREAK SPACE}b", "مرحبا", "🙂",
])  # fmt: skip
LINES = st.lists(PIECES, min_size=1, max_size=6).map("".join)
BLOCKS = st.lists(
    st.one_of(LINES, LINES.map("- {}\n- two".format), LINES.map("1. {}\n2. two".format), st.just("```\nx = 1\n```")),
    min_size=1,
    max_size=4,
).map("\n\n".join)


@sample(300)
@given(source=BLOCKS, cloze=st.booleans())
def test_what_is_written_for_a_text_is_read_as_that_text(source, cloze):
    text = parse(source, cloze=cloze)
    assert parse(typed(text), cloze=cloze) == tuple(block for block in text if block != Paragraph(()))


@pytest.mark.parametrize("source", ["*_word_*", "**__word__**", "_**so**_", "**a**_b_", "*a _b_ c*", "*a*\\_b_"])
def test_emphasis_in_emphasis_stays(source):
    assert parse(typed(parse(source))) == parse(source)


@sample(300)
@given(source=BLOCKS)
def test_what_a_card_shows_is_read_back_as_the_text_it_came_from(source):
    html = Html(lambda name: name)
    lost: list[str] = []
    back = Converter(lambda name: name, lost.append).text(html.text(parse(source)))
    as_browsers_show = [re.sub(" +", " ", shown) for shown in (html.text(back), html.text(parse(typed(parse(source)))))]
    assert (as_browsers_show[0], lost) == (as_browsers_show[1], [])


READ = [
    ("<b>a</b><i>b</i> and x<b>(y)</b>z", "**a**_b_ and x(y)z"),
    ("<b>one <i>two</i> three</b>", "**one *two* three**"),
    ("<b>bold</b> and <i>so</i>", "**bold** and *so*"),
    ("one<br>two", "one\\\ntwo"),
    ("<div>one</div><div>two</div>", "one\n\ntwo"),
    ("<div><br></div>x<div><br></div>", "x"),
    ("a&nbsp;b &lt;c&gt; &amp;amp;", "a\N{NO-BREAK SPACE}b <c> \\&amp;"),
    ("<ul><li>a</li><li><b>b</b></li></ul>", "- a\n- **b**"),
    (r"\(x^2\) and [$]y[/$]", "$x^2$ and $y$"),
    (r"\[\frac{1}{2}\]", r"$$\frac{1}{2}$$"),
    ("it costs $5 or $6", r"it costs \$5 or \$6"),
    ("{{c1::<b>Paris</b>::city}} is {{c2::big}}", "{{c1::**Paris**::city}} is {{c2::big}}"),
    ("{{c1::all of {{c2::it}}}}", "{{c1::all of {{c2::it}}}}"),
    ("<b> spaced </b>x", "**spaced** x"),
    ("x<script>alert(1)</script>y", "xy"),
    ("<a href='javascript:x'>here</a> <a href='https://a.example'>there</a>", "here [there](<https://a.example>)"),
    ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
    ("1. First<br>- second", "1\\. First\\\n\\- second"),
    ("[latex]$x^2$[/latex]", "$x^2$"),
    ("<ul>a<li>b</li></ul>", "- a\n- b"),
    ("<b>unclosed", "**unclosed**"),
    ("</div></b>stray", "stray"),
    ("<!-- comment -->x", "x"),
    ("", ""),
]


@pytest.mark.parametrize(("html", "expected"), READ)
def test_html_becomes_what_an_author_would_type(html, expected):
    text = Converter(lambda name: name, lambda _what: None).text(html)
    assert typed(text) == expected
    if expected and "\n" in expected:
        assert parse(expected, cloze="{{c" in expected) == text


LOST = [
    ("x<sub>2</sub>", "raised and lowered letters"),
    ('<span style="color: red">x</span>', "underlining, colours and fonts"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "tables, whose cells stand in lines of their own"),
    ('<img src="a.png">', "pictures without a description, which have their file's name instead"),
    ('<a href="ftp://a.example">x</a>', "links that do not lead into the web, whose words stay"),
    ("<script>1</script>", "scripts, forms and films"),
]


@pytest.mark.parametrize(("html", "what"), LOST)
def test_what_a_text_cannot_hold_is_told(html, what):
    lost: list[str] = []
    Converter(lambda name: name, lost.append).text(html)
    assert lost == [what]


def test_html_as_deep_as_anybody_likes_is_read():
    text = Converter(lambda name: name, lambda _what: None).text("<div>" * 10_000 + "x")
    assert typed(text) == "x"
