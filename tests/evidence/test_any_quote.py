"""What holds for every quotation, right or wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from deckmaker.evidence import split, verify
from deckmaker.evidence.reading import Reading
from deckmaker.evidence.shape import joined
from deckmaker.model.article import ArticleText
from deckmaker.model.claims import Quote, Verified
from deckmaker.model.document import QuestionSet
from deckmaker.model.words import occurrences
from deckmaker.source import SourceFile
from tests.support import compile_set
from tests.support.article import ARTICLE, PARAGRAPHS, with_claim
from tests.support.samples import sample

TEMPLATE = compile_set(with_claim("quote: made a pact\nparagraph: 2"), article=ARTICLE)[0].set


def quoting(quote: Quote) -> QuestionSet:
    return replace(TEMPLATE, claims={"c": replace(TEMPLATE.claims["c"], quote=quote)})


def verdict(quote: Quote) -> tuple[Verified, list[str]]:
    evidence, said = verify(quoting(quote), {})
    return evidence["c"], [problem.code.id for problem in said if problem.is_error]


@some.composite
def passages(draw: some.DrawFn) -> Quote:
    """One to eight words of the article as they stand there."""
    place = draw(some.sampled_from(sorted(PARAGRAPHS)))
    words = PARAGRAPHS[place].split(" ")
    first = draw(some.integers(0, len(words) - 1))
    count = draw(some.integers(1, 8))
    return replace(TEMPLATE.claims["c"].quote, exact=" ".join(words[first : first + count]), place=place)


@sample(150)
@given(passages())
def test_every_passage_of_whole_words_that_stands_once_is_verified(quote):
    known, said = verdict(quote)
    if "…" in quote.exact:
        assert said == ["E112"]
    elif ARTICLE.count(quote.exact) == 1:
        assert (known.by, said) == ("text", [])
    else:
        assert (known.by, said) == ("", ["E105"])


@sample(150)
@given(passages(), some.data())
def test_no_changed_passage_is_verified(quote, data):
    at = data.draw(some.integers(0, len(quote.exact) - 1))
    letter = data.draw(some.sampled_from(["", "x", " ", "\u00a0", "’", quote.exact[at].swapcase()]))
    changed = replace(quote, exact=quote.exact[:at] + letter + quote.exact[at + 1 :])
    known, said = verdict(changed)
    assert (known.by == "text") == (not said)
    if changed.exact not in ARTICLE:
        assert said


@sample(150)
@given(some.text(alphabet="aeto .…-’‘“\n\u00a0\u0301漢", max_size=12), some.sampled_from([*PARAGRAPHS, "9"]))
def test_any_words_get_a_verdict(exact, place):
    known, said = verdict(replace(TEMPLATE.claims["c"].quote, exact=exact, place=place))
    assert (known.by == "text") == (not said)


PIECES = (
    "ab",
    "a",
    "b",
    " ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "\n \n",
    "\r\r",
    "\x1c",
    "\u2028",
    "é",
    "\ufeff",
    ".",
    "ab ab ",
    "\U0001f600",
)


@sample(400)
@given(
    text=some.lists(some.sampled_from(PIECES), min_size=1, max_size=60).map("".join),
    part=some.lists(some.sampled_from(PIECES), min_size=1, max_size=8).map("".join),
    cut=some.tuples(some.integers(0, 60), some.integers(1, 12)),
)
def test_a_part_of_a_long_text_is_found_wherever_it_stands(text, part, cut):
    reading = Reading(ArticleText(SourceFile("article.txt", text), "", split(text)))
    for each in (part, text[cut[0] : sum(cut)]):
        if each.strip() and not list(joined(replace(TEMPLATE.claims["c"].quote, exact=each))):
            with pytest.MonkeyPatch.context() as patched:
                patched.setattr("deckmaker.evidence.reading._SHORT", 0)
                assert reading.hits(each) == list(occurrences(each, text))
