"""What is passed over, or looked up the quick way, because most questions have nothing to say: the same comes out."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmaker.checks.fronts import front_letters
from deckmaker.checks.keys.phrases import AXIS_LETTERS, AXIS_PHRASES
from deckmaker.checks.quoting import budget, fragments
from deckmaker.checks.unsound import unsound_wording
from deckmaker.checks.wording import reading, wording
from deckmaker.model import pieces, sentences, words
from deckmaker.model.answers import gaps
from deckmaker.model.document import Document
from deckmaker.model.questions import Choice, Option, TrueFalse
from deckmaker.model.text import Emph, Gap, Listing, Paragraph, Str, Strong, leaves, text_of
from tests.support import sound_set
from tests.support.samples import LONG

CHOICE = "questions:\n  - {id: q, stem: Which is it?, answer: a, distractors: [b, c]}\n"
TRUTH = "questions:\n  - {id: q, stem: It is so., answer: true}\n"
quickly = settings(
    max_examples=5000 if LONG else 300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def truth() -> Document:
    return sound_set(TRUTH)


@pytest.fixture(scope="module")
def choice() -> Document:
    return sound_set(CHOICE)


@quickly
@given(words=st.text())
def test_letters_of_a_front(truth, words):
    question = replace(truth.questions[0], stem=text_of(words))
    assert isinstance(question.body, TrueFalse)
    assert front_letters(question) == re.sub(r"[\W_]+", "", words.casefold())


@pytest.mark.parametrize(("axis", "phrase"), [(axis, one) for axis, every in AXIS_PHRASES.items() for one in every])
def test_what_names_an_axis_has_letters_of_it(axis, phrase):
    @settings(max_examples=50, deadline=None, derandomize=True, database=None)
    @given(st.from_regex(phrase))
    def has_letters(words):
        assert any(letters in words for letters in AXIS_LETTERS[axis])

    has_letters()


SPEAKING = (
    "a", "B", "c,", "1", "٣", "ii", "vii", "İ", "ı", "and", "&", "or", "only", "both", "Both of the", "none of the", "all of",
    "the above", "above", "first two", "the last two", "option", "answers", "not", "is correct", ".", "tin", "of", "the", ";", "two",
)  # fmt: skip


@settings(max_examples=20000 if LONG else 300, deadline=None)
@given(
    options=st.lists(st.lists(st.sampled_from(SPEAKING), min_size=1, max_size=4).map(" ".join), min_size=2, max_size=5)
)
def test_options_that_speak_of_options(choice, options):
    question = choice.questions[0]
    assert isinstance(question.body, Choice)
    told = tuple(Option(text_of(words), correct=at == 0) for at, words in enumerate(options))
    document = Document(choice.set, (replace(question, body=replace(question.body, options=told)),), (), {})
    assert list(unsound_wording(document)) == [problem for problem in wording(document) if problem.is_error]


@quickly
@given(
    st.sampled_from(("", "a", "approx", "Approx", "longish", "longer,", "U.S", "5 m", "e.g", "Kapitän", "“Dr", "Sept")),
    st.text(max_size=9),
)
def test_a_long_word_before_a_stop_is_no_abbreviation(word, before):
    tail = f"{before} {word}."[-12:]
    is_short = bool(sentences._INITIALS.search(tail) or sentences._ABBREVIATION.search(tail))
    is_long = len(tail) > sentences._LONG and tail[-sentences._LONG - 1 : -1].isalpha()
    assert not (is_short and is_long)


@quickly
@given(
    st.lists(
        st.sampled_from(("It is so", ".", "?", " ", "!", "…", "”", "e.g.", "。", "And", "U.S.", "x")), max_size=8
    ).map("".join)
)
def test_a_text_without_marks_is_one_sentence(text):
    every = [said for start, end in sentences.sentences(text) if (said := text[start:end].strip())]
    assert reading.sentences(text) == tuple(every)


INLINES = st.recursive(
    st.sampled_from((Str("a"), Str("b"))),
    lambda inner: st.lists(inner, max_size=3).map(tuple).flatmap(
        lambda nodes: st.sampled_from((Emph(nodes), Strong(nodes), Gap(1, nodes, "")))
    ),
    max_leaves=8,
)  # fmt: skip


@quickly
@given(st.lists(INLINES, max_size=4), st.lists(INLINES, max_size=3))
def test_gaps_of_a_cloze(words, listed):
    text = (Paragraph(tuple(words)), Listing(((Paragraph(tuple(listed)),),), None))
    inside = [id(node) for gap in leaves(text) if isinstance(gap, Gap) for node in leaves((Paragraph(gap.children),))]
    assert gaps(text) == tuple(node for node in leaves(text) if isinstance(node, Gap) and id(node) not in inside)


@quickly
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(("a", "_", "b_", "٣", "字字", "e\u0301", "–", "\n\n", "x-y", "'")), max_size=8).map(
            " ".join
        ),
    )
)
def test_an_article_has_so_many_words_at_least(text):
    assert budget._fewest(text) <= words.count(text)


@quickly
@given(st.text(max_size=3))
def test_marks_of_a_quotation(text):
    assert fragments.has_marks(text) or not list(fragments._quoted(text))


@quickly
@given(st.text(alphabet="ab'-_ 1,\nZ", max_size=12))
def test_words_of_ascii_texts(text):
    assert pieces.runs(text) == re.findall(r"\w+", text.lower())
    assert pieces.runs_by_line(text) == [re.findall(r"\w+", line.lower()) for line in text.split("\n")]
    joined = pieces.joined_runs(text)
    assert joined is None or joined == re.findall(r"\w+(?:['-]\w+)*", text.lower())
