"""What rules about wording pass over because a cheap condition says that they have nothing to say: they had not.

Texts are made of words that the rules look for; where the condition does not hold, the rule itself must find nothing.
"""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmaker.checks.item import Item
from deckmaker.checks.wording import (
    attribution,
    cards,
    clutter,
    completion,
    cues,
    forms,
    giveaway,
    jokes,
    kinds,
    openness,
    overlap,
    reading,
    references,
    stems,
)
from deckmaker.checks.wording import patterns as parts
from deckmaker.checks.wording.opposites import ANTONYMS
from deckmaker.checks.wording.stem_words import LOOSE_TASKS
from deckmaker.model.numbers import quantity
from deckmaker.model.pieces import folded, pieces
from deckmaker.model.questions import Choice, Kind, Option
from deckmaker.model.text import text_of
from tests.support import sound_set
from tests.support.samples import sample

CHOICE = sound_set("questions:\n  - {id: q, stem: Which is it?, answer: a, distractors: [b, c]}\n")
PLAIN = ("the", "a", "of", "red", "red", "Bronze", "in", "and", "lead", "it", "is", "town", "at", "to", "by", "x's", "İn",
         "ſo", "Straße", "non-aligned", "’tis", "stones.", "The")  # fmt: skip


def texts(words: tuple[str, ...], most: int = 5, least: int = 1) -> st.SearchStrategy[str]:
    """Rows of them, with plain words between or without."""
    rows = [st.lists(st.sampled_from(each), min_size=least, max_size=most) for each in (words, words + PLAIN)]
    return st.one_of(rows).map(" ".join)


def items(
    words: tuple[str, ...], stem: tuple[str, ...] = ("Which", "one?"), most: int = 5, most_asked: int = 8
) -> st.SearchStrategy[Item]:
    """Choices between texts of such words, the first of them right."""
    return st.builds(item, texts(stem, most_asked), st.lists(texts(words, most), min_size=3, max_size=4))


def item(stem: str, options: list[str]) -> Item:
    question = CHOICE.questions[0]
    assert isinstance(question.body, Choice)
    told = tuple(Option(text_of(words), correct=at == 0) for at, words in enumerate(options))
    return Item(replace(question, stem=text_of(stem), body=replace(question.body, options=told)), CHOICE)


FIGURES = (
    "1878",
    "1787",
    "5",
    "km",
    "two",
    "c. 1900",
    "half",
    "twice",
    "1/2",
    "%",
    "more than",
    "–",
    "2 pm",
    "in May",
    "٣",
    "X",
)
OVERLAPPING = (
    *("fast", "quick", "that", "which", "was", "some", "bird", "sparrow", "birds", "fever", "high", "temperature"),
    *("Europe", "France", "molar", "first", "metal", "iron", "very"),
    *FIGURES[:6],
)


@sample(300)
@given(items(OVERLAPPING))
def test_options_that_overlap(item):
    if not overlap._may_overlap(item):
        assert not any(overlap._overlap(one, other) for one, other in combinations(references.own_texts(item), 2))


@sample(300)
@given(
    texts(
        ("article", "ARTICLES", "text-book", "texts", "paſſage", "paßage", "Source", "context", "authors'", "pıece"), 3
    )
)
def test_words_that_an_article_is_called_by(text):
    assert attribution._names_article(text) == bool(attribution._ARTICLE.search(text))


SPOKEN = (
    "red",
    "Well-known",
    "o'clock",
    "it's",
    "-",
    "--",
    "'tis",
    "x-",
    "a'-b",
    "ſo",
    "İs",
    "b’s",
    "Straße",
    "_",
    "1,5",
    "e\nf",
)


@sample(300)
@given(st.lists(texts(SPOKEN), min_size=2, max_size=4))
def test_words_of_options_and_stem(options):
    made = item(options[0], options)
    assert made.stem_words == reading.tokens(options[0])
    assert made.option_words == tuple(map(reading.tokens, options))
    for option in options:
        assert list(reading.tokens(option)) == [
            word.casefold() for word in re.findall(r"\w+(?:['’‑-]\w+)*", option.replace("’", "'"))
        ]


KINDS = (
    *("because", "due", "owing", "order", "after", "when", "London", "king", "King's", "Mary", "1912", "20", "in 1912"),
    *("novel", "century", "two", "process", "climate", "colonisation", "party", "gas", "since", "year"),
)
CLASSES = ("process", "climate", "colonisation", "parties", "gas", "organ", "virus")


@sample(300)
@given(st.one_of(items(KINDS, ("what", "meant by", "refers", "bees?")), items(CLASSES, ("known for",), most=1)))
def test_options_of_other_kinds(item):
    own = references.own_texts(item)
    if not kinds._may_be_mixed(item):
        assert kinds.odd_one(own) == ""
    if not kinds._asks_what(item):
        assert not kinds._WHAT_IS.search(item.stem) or kinds._odd_class(own) == ""


SPEAKING = (
    *("both", "either", "A", "B,", "1", "ii", "or", "with", "&", ",", "none of the above", "all of these", "together"),
    *("option", "answers", "first two", "only", "as well as", "plus", "."),
)


@sample(300)
@given(items(SPEAKING, most=4))
def test_options_that_say_something_of_their_own(item):
    speaks = (references.says_all, references.says_none, references.names_options)
    own = [option for option in item.options if not any(each(option) for each in speaks)]
    assert references.own_texts(item) == tuple(
        option for option in own if not references.combines(option, item.options)
    )


@sample(300)
@given(st.lists(texts(SPEAKING, 3), min_size=2, max_size=4), st.data())
def test_options_that_join_others(options, data):
    joined = data.draw(st.sampled_from((" and ", ", ", " & ", " as well as ", " with also ", " x "))).join(options[:2])
    for option in (joined, f"both {joined}.", *options):
        every = (*options, option)
        others = {references._bare(other) for other in every if other != option}
        split = references._JOINED.split(references._AROUND.sub("", option.strip().rstrip(".")))
        combined = len(split) >= 2 and others.issuperset(map(references._bare, split))
        assert references.combines(option, every) == combined
        assert not combined or option not in references.own_texts(item("Which?", list(every)))


@sample(300)
@given(items(FIGURES))
def test_options_that_are_numbers(item):
    assert item.numbers == tuple(map(quantity, item.options))
    assert references.own_numbers(item) == tuple(map(quantity, references.own_texts(item)))


ROOTS = (
    "build",
    "built",
    "builders",
    "insectivore",
    "insect",
    "weighs",
    "height",
    "dog's",
    "42",
    "men",
    "manned",
    "steel",
)


@sample(300)
@given(texts(ROOTS), texts(ROOTS, 3))
def test_words_that_sound_in_question_and_key(asked, told):
    if not cues._may_sound(reading.tokens(reading.unquoted(asked)), reading.tokens(told)):
        sounds = cues._Sounds(reading.content(reading.unquoted(asked)))
        assert not any(sounds.echo(word) for word in reading.content(told))


@sample(300)
@given(texts(ROOTS, 3), texts((*ROOTS, "ıss", "issue", "___")))
def test_words_of_the_answer_that_stand_in_the_prompt(answer, prompt):
    for wanted in giveaway._sought(answer):
        if not giveaway._may_echo(wanted, pieces(prompt)):
            assert not any(giveaway._same_root(word, wanted) for word in giveaway._shown(prompt))


@sample(300)
@given(texts(("___", "b_n_n_", "K __", "a __", "5", "__", "t___", "x_", "_ _", "İ", "!"), 6))
def test_letters_beside_blanks(prompt):
    if "_" in prompt and not giveaway._is_begun(pieces(prompt) - giveaway._NOT_BEGUN):
        assert not giveaway._is_spelled(prompt, ("banana", "kite"))
        assert not giveaway._FIRST_LETTER.search(prompt)


@sample(300)
@given(texts(("a--", "b-.", "c.-", "d - - -", "e…", "f..", "g–", "h", "i-j", ".", "-", "K-"), 6))
def test_signs_behind_a_first_letter(prompt):
    if not any(map(prompt.__contains__, giveaway._DOTTED)):
        assert not giveaway._FIRST_LETTER.search(prompt)


@sample(300)
@given(texts(("stems", "zinc", "with", "plus", "but", ";", "x/y", "salt & oil", "+", "→", "a–b", "no - yes", ","), 5))
def test_elements_of_options(option):
    if not parts._may_have_elements(option, reading.tokens(option)):
        assert len(parts._elements(option)) < 2


OPPOSED = (*(word.replace("-", " ") for pair in sorted(map(sorted, ANTONYMS))[::6] for word in pair), "possible",
           "impossible", "not", "symmetric", "asymmetric", "don't", "non-polar", "polar", "takes up", "gives off")  # fmt: skip
TURNED = ("not", "never", "is", "rises", "falls", "impossible", "possible", "up")


@sample(300)
@given(st.one_of(items(OPPOSED, most=2), items(TURNED, most=2)))
def test_options_that_are_opposites(item):
    if not parts._may_oppose(item):
        assert not any(parts._opposed(one, other) for one, other in combinations(item.options, 2))


FUNNY = ("of course", ", of course", ", right?", "breakdance", "breaKdance", "😀", "☹", "Łódź", "(yawn)", "my", "pizza", "dude",
         "!!", ":)", "the pub", "goes", "falls asleep", "bored", "beyoncé", "yoda")  # fmt: skip


@sample(300)
@given(items(FUNNY))
def test_options_that_are_jokes(item):
    if not jokes._may_be_funny(item.joined, item.option_pieces):
        assert not any(jokes._is_joke(option, "") for option in item.options)
    for option in item.options:
        assert jokes._may_be_funny(option, pieces(option)) or not jokes._is_joke(option, "")


SHAPES = (
    "in order to",
    "by",
    "only",
    "they",
    "heating",
    "stands",
    "needs",
    "causes",
    "because",
    "usually",
    "rises",
    "if",
    "i",
)


@sample(300)
@given(items(SHAPES))
@example(item("Which?", ["the tall wall stands under attack", "the old red wall falls", "the wall"]))
@example(item("Which?", ["in order to win", "the wall", "the town"]))
def test_options_in_different_forms(item):
    if not forms._may_be_shaped(item):
        assert not forms._uneven_phrases(references.own_texts(item))


VERBS = (
    "Which",
    "what",
    "Who",
    "is",
    "are",
    "was",
    "called",
    "the",
    "has.",
    "were",
    "Is it so?",
    "an",
    "___",
    ":",
    "wİs",
)


@sample(300)
@given(items(("x",), VERBS))
def test_stems_that_show_one_or_many(item):
    if not cues._may_show_number(item):
        asked = cues._asked(item)
        assert not cues._PLURAL_LEAD.search(asked)
        assert not cues._SINGULAR_LEAD.search(asked)


LONG = (
    "which",
    "that",
    "who",
    "if",
    "internationally",
    "constitutional",
    "x y z",
    "“which”",
    "that.",
    "Where so many things",
)


@sample(300)
@given(texts(LONG, 35, least=18))
@example(" ".join(["constitutional"] * 9 + ["is"] * 12))
def test_sentences_that_nest(stem):
    if not clutter._may_be_nested(item(stem, ["a", "b"])):
        assert not any(map(clutter._is_nested, reading.sentences(stem)))


DRESSED = ("the", "old,", "Bern,", "which", "where", "famous", "love", "town", "!", "is", "it?", "Ah.", "you", "a so-called",
           "Who", "the world-famous", "one of the most,", "As one of the best,")  # fmt: skip


@sample(300)
@given(texts(DRESSED, 8), st.sampled_from((Kind.SINGLE_CHOICE, Kind.TRUE_FALSE)))
def test_stems_that_have_no_word_too_many(stem, kind):
    made = item(stem, ["a", "b"])
    made.kind = kind
    if not clutter._may_be_needless(made):
        assert clutter._needless(made) == ""


@sample(300)
@given(texts(("on", "upon", "completion of", "the", "payment", "of", "instance of", "nature", "it is", "that", "were", "to be",
              "accomplishes a", "performing of"), 6))  # fmt: skip
def test_stems_without_turns_of_the_learned(stem):
    if not clutter._may_be_learned(item(stem, ["a", "b"])):
        assert not clutter._LEARNED.search(stem)


UNFOCUSED = (*LOOSE_TASKS[::4], "which of these", "which of the following best describes", "what is best described by",
             "which of these statements about", "which claim is", "is true", "holds", "best describes", "concerning", "about:", "one of the claims",
             "that", "statement", "which is it?", "linked,", "is:")  # fmt: skip


@sample(300)
@given(texts(UNFOCUSED, 6, least=3))
@example("Which of the following describes the old red brick town?")
@example("Which of the following statements about the old red town is true?")
def test_stems_that_set_no_task(stem):
    if stem.strip() and not stems._may_be_unfocused(item(stem, ["a", "b"])):
        assert not stems._sets_no_task(stem.strip(), reading.lead_in(stem.strip()))


@pytest.mark.parametrize("task", LOOSE_TASKS)
def test_openings_that_set_no_task(task):
    assert any(sign in word for sign in stems._IN_LOOSE_TASKS for word in folded(task).split())


LISTED = ("1.", "2)", "3.\u00a0", "4.\t", "and", "OR", ",", ";", "•", "1,000", "x/y", "->", "→", "–", "\n", "then", "|")


@sample(300)
@given(texts(LISTED, 6))
def test_backs_that_are_lists(back):
    back = back.strip().rstrip(".")
    if not cards._may_be_list(back):
        assert len(cards._BETWEEN.split(back)) < cards.MEMBERS


@sample(300)
@given(texts(("and it", "and then they", "And", "and\u00a0he", "and then", "he", "ſhe", "and she"), 6))
def test_clauses_that_say_more(clause):
    assert "and " in clause or not cards._ALSO.findall(clause)


@sample(300)
@given(st.one_of(texts(("verb", "Verbs", "auxiliary", "grammar", "translated", "correct form", "form", "gates", "keywordſ")),
                 st.from_regex(completion._ABOUT_WORDS.pattern), st.text()))  # fmt: skip
def test_stems_about_words(text):
    assert completion.is_about_words(text) == bool(completion._ABOUT_WORDS.search(text))


ENDED = (
    *(
        "was",
        "born",
        "founded",
        "there",
        "by accident",
        "because of",
        "in order to",
        "as a result of",
        "such as",
        "took place",
    ),
    *(
        "for example",
        "can be",
        "the",
        "known for",
        "depends on",
        "broke out",
        "first",
        "helps us",
        "must always",
        "were newly",
    ),
)


@sample(300)
@given(texts(ENDED, 16))
def test_open_ends_stand_at_the_end(before):
    end = openness._end_of(before)
    for pattern, *_ in openness._OPEN_ENDS:
        if pattern not in openness._OPEN_WHOLES:
            assert bool(pattern.search(before, end)) == bool(pattern.search(before))


@pytest.mark.parametrize(
    ("number", "pattern"), [*enumerate(each[0] for each in openness._OPEN_ENDS), (-1, openness._IN)]
)
def test_what_open_ends_end_with(number, pattern):
    compiled = re.compile(pattern.pattern, re.IGNORECASE)

    @sample(100)
    @given(st.one_of(st.from_regex(compiled), texts(ENDED, 8)))
    def ends_so(text):
        before = text.strip()
        told = openness._RUN.findall(folded(before))
        if compiled.search(before):
            assert number != 0 or openness._may_be_event(told)
            assert number != -1 or openness._may_be_in(told)
            assert (
                number < 1
                or not told
                or not openness._OPEN_ENDS[number][2]
                or told[-1] in openness._OPEN_ENDS[number][2]
            )

    ends_so()
