"""The article's own words: V001 in texts of ours, V002 in all outputs together, V003 put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import compile_set, said
from tests.support.samples import sample

PARAGRAPHS = (
    "early in spring the keepers of the dam opened three gates and let cold water run down to the empty basin below",
    "no fish came back that year, though the river-keepers’ own counts suggest a slow return of trout and eel",
    "later a storm tore the weir apart; nobody repaired it, and reeds have filled the co-op pond ever since",
)
ARTICLE = "Old report\n\n" + "".join(f"{words[0].upper()}{words[1:]}.\n\n" for words in PARAGRAPHS)

REGISTER = """\
article: {title: Old report, text: article.txt, disclosure: An invented report.}
quote_budget: 90
sources:
  lind: {name: Eva Lind, kind: person}
  club: {name: the anglers, kind: organisation}
"""
CLAIMS = """\
claims:
  - id: gates
    claim: the flow was set free
    speaker: lind
    basis: on_record
    quote: opened three gates
    paragraph: 1
"""


def problems(yaml: str, article: str | None = ARTICLE, register: str = REGISTER, claims: str = CLAIMS) -> list[str]:
    """What the rules about the article's words say about a set on the dam."""
    _, found = compile_set(register + claims + yaml, article=article)
    return [line for line in said(found) if line[0] == "V"]


def copied(yaml: str, article: str | None = ARTICLE, claims: str = CLAIMS) -> list[str]:
    """What V001 says about it."""
    return [line for line in problems(yaml, article, claims=claims) if line.startswith("V001")]


def asked(field: str, type: str = "short_answer", claim: str = "gates") -> str:
    """A question about the claim with this one more line."""
    given = {
        "short_answer": {"stem": "Who says so?", "answer": "the club"},
        "essay": {"stem": "Why?"},
        "flashcard": {"front": "Who?", "back": "the club"},
        "cloze": {"text": '"It was {{c1::her}}."'},
        "single_choice": {"stem": "Who?", "answer": "she", "distractors": "[he, they]"},
        "ordering": {"stem": "In which order?", "items": "[one, two]"},
        "matching": {"stem": "Which?", "pairs": "[[one, a], [two, b]]"},
    }[type]
    lines = {**given, **dict([field.split(": ", 1)])}
    head = f"questions:\n  - id: q\n    type: {type}\n" + (f"    claim: {claim}\n" if claim else "")
    return head + "".join(f"    {key}: {value}\n" for key, value in lines.items())


def test_five_words_in_a_row_of_the_article_are_told_where_they_stand():
    _, found = compile_set(
        REGISTER + CLAIMS + asked("stem: Who says that cold water run down to the town?"), article=ARTICLE
    )
    (one,) = (problem for problem in found if problem.code.id == "V001")
    assert one.message == '"cold water run down to the" is word for word the article\'s'
    assert one.note == "6 words in a row as in paragraph 1"
    assert one.span.text == "cold water run down to the"
    assert one.hint == "say it in your own words, or quote at most 8 words in quotation marks"


def test_four_words_are_nobodys():
    assert copied(asked("stem: Who says that cold water run down fast?")) == []


@pytest.mark.parametrize("words", [
    "COLD WATER RUN DOWN TO",
    "cold\u00a0water run\u202fdown to",
    "cold **water** run *down* to",
    "the river-keepers' own counts suggest a",
    "the river keepers’ own counts suggest a",
    "the river\u2011keepers‘ own counts suggest a",
    "apart, nobody repaired it — and reeds",
    "have filled the co op pond",
])  # fmt: skip
def test_case_typography_and_hyphens_make_no_words_of_ones_own(words):
    assert len(copied(asked(f'stem: "Who says {words}?"'))) == 1


@pytest.mark.parametrize("quoted", [
    "“three gates and let cold water run down”",
    "‘three gates and let cold water run down’",
    "‘the river-keepers’ own counts suggest a slow’",
    "'three gates and let cold water run down'",
    "«three gates and let cold water run down»",
])  # fmt: skip
def test_a_fragment_of_eight_words_in_quotation_marks_is_a_quotation(quoted):
    assert copied(asked(f"stem: Who says {quoted}?")) == []


def test_nine_words_are_no_fragment_even_in_quotation_marks():
    assert len(copied(asked("stem: Who says “three gates and let cold water run down to”?"))) == 1


def test_a_quotation_that_is_not_verbatim_is_no_fragment():
    assert len(copied(asked("stem: Who says “gates and let cold water fall”?"))) == 1


def test_words_around_a_fragment_are_counted_without_it():
    assert copied(asked("stem: Who says and let cold “water run” down to?")) == []
    assert len(copied(asked("stem: Who says “three gates” and let cold water run?"))) == 1


def test_names_of_sources_do_not_count():
    yaml = asked("stem: What did the keepers of the dam open?")
    assert len(copied(yaml)) == 1
    named = REGISTER.replace("organisation}", "organisation, aliases: [keepers of the dam]}")
    assert problems(yaml, register=named) == []
    longer = asked("stem: What when the keepers of the dam opened three gates and let?")
    assert len(problems(longer, register=named)) == 1


def test_a_sequence_of_words_with_capitals_on_both_sides_is_a_name():
    article = "The dam\n\nIt was opened by the Upper Valley Water and Fish Board of the North Shore, people say.\n"
    claims = CLAIMS.replace("opened three gates", "It was opened")
    assert copied(asked("stem: What did the Fish Board of the North Shore do?"), article, claims=claims) == []
    assert len(copied(asked("stem: WHAT OF IT WAS OPENED BY THE UPPER?"), article, claims=claims)) == 1


def test_a_question_without_a_claim_may_say_what_it_likes():
    assert copied(asked("stem: Why did cold water run down to the town?", claim="")) == []


def test_nothing_is_said_where_the_text_is_not_there():
    assert copied(asked("stem: Why did cold water run down to the town?"), article=None) == []


def test_what_a_question_allows_it_may_copy():
    allowed = "    allow: {words-of-the-article: the wording is what is asked}\n"
    assert copied(asked("stem: Which verb stands in cold water run down to?") + allowed) == []


def test_a_generated_question_says_no_second_time_what_its_claim_said():
    claims = CLAIMS.replace("the flow was set free", "it let cold water run down")
    assert copied("generate: [{family: who-said, claims: all, options: 2}]\n", claims=claims) == [
        'V001 11:15 "let cold water run down" is word for word the article\'s'
    ]


FIELDS = [
    ("stem", "short_answer"), ("answer", "short_answer"), ("accept", "short_answer"), ("feedback", "short_answer"),
    ("hint", "short_answer"), ("rubric", "essay"), ("answer", "essay"), ("front", "flashcard"), ("back", "flashcard"),
    ("text", "cloze"), ("answer", "single_choice"), ("distractors", "single_choice"), ("options", "single_choice"),
    ("feedback of an option", "single_choice"), ("items", "ordering"), ("pairs", "matching"), ("extra", "matching"),
]  # fmt: skip
FORMS = {
    "accept": '[one, "{}"]',
    "distractors": '[he, "{}"]',
    "options": '[{{text: she, correct: true}}, "{}"]',
    "feedback of an option": '[{{text: she, correct: true, feedback: "{}"}}, he]',
    "items": '[one, "{}"]',
    "pairs": '[[one, a], [two, "{}"]]',
    "extra": '["{}"]',
    "text": '"{{{{c1::She}}}} says {}"',
}


def planted(field: str, type: str, words: str) -> str:
    value = FORMS.get(field, '"{}"').format(words)
    key = "options" if field.endswith("option") else field
    yaml = asked(f"{key}: {value}", type)
    return yaml.replace("    answer: she\n    distractors: [he, they]\n", "") if key == "options" else yaml


@st.composite
def runs(draw, least: int, most: int) -> str:
    words = draw(st.sampled_from(PARAGRAPHS)).split()
    length = draw(st.integers(least, most))
    first = draw(st.integers(0, len(words) - length))
    return " ".join(words[first : first + length])


@pytest.mark.parametrize(("field", "type"), FIELDS)
@sample(12)
@given(run=runs(5, 12), before=st.sampled_from(["", "They say that ", "So "]), change=st.sampled_from([str, str.upper]))
def test_any_run_planted_in_any_field_of_a_question_is_found(field, type, run, before, change):
    assert copied(planted(field, type, f"{before}{change(run)} and more"))


@pytest.mark.parametrize(("field", "type"), FIELDS)
@sample(8)
@given(run=runs(1, 8), marks=st.sampled_from(["“”", "‘’", "«»", "''"]))
def test_no_fragment_of_eight_words_in_quotation_marks_is_ever_told(field, type, run, marks):
    assert copied(planted(field, type, f"It says {marks[0]}{run}{marks[1]} there")) == []


@pytest.mark.parametrize("yaml", [
    "description: And let cold water run down.\n",
    "quizzes: [{id: z, title: Z, instructions: Let cold water run down., sections: [{pick: [q]}]}]\n",
    "quizzes: [{id: z, title: Z, sections: [{title: let cold water run down, pick: [q]}]}]\n",
    "quizzes: [{id: z, title: Z, sections: [{instructions: let cold water run down, pick: [q]}]}]\n",
])  # fmt: skip
def test_what_a_set_and_its_quizzes_say_of_themselves_is_in_own_words_too(yaml):
    assert len(copied(yaml + asked("hint: None"))) == 1


# V002

LONG = CLAIMS.replace("opened three gates", "opened three gates and let cold water run")


def budget(percent: str, yaml: str, claims: str = LONG) -> list[str]:
    return problems(yaml, register=REGISTER.replace("quote_budget: 90", f"quote_budget: {percent}"), claims=claims)


def test_more_quoted_than_the_budget_is_an_error_with_the_longest_fragments():
    register = REGISTER.replace("quote_budget: 90", "quote_budget: 12.5")
    _, found = compile_set(register + LONG + asked("hint: A “weir” too."), article=ARTICLE)
    (one,) = (problem for problem in found if problem.code.id == "V002")
    assert one.message == "9 of the article's 62 words are quoted: 14.6 %, and the budget is 12.5 %"
    assert one.span.text == "12.5"
    assert [(label.span.text, label.text) for label in one.labels] == [
        ("opened three gates and let cold water run", "8 words"), ("A “weir” too.", "1 word"),
    ]  # fmt: skip


def test_as_much_as_the_budget_is_in_it():
    assert budget("14.6", asked("hint: A “weir” too.")) == []


def test_a_fragment_counts_once_and_a_part_of_another_not_at_all():
    again = asked("hint: “let cold water run”, and again “let cold water run”.")
    assert budget("13", again) == []
    assert len(budget("12.9", again)) == 1


def test_a_claim_that_nothing_is_asked_about_is_not_quoted():
    assert budget("1", "") == []


def test_words_in_quotation_marks_that_the_article_has_not_are_no_quotation():
    assert budget("13", asked("hint: A “wholly other” thing.")) == []


# V003

TWO = """\
claims:
  - id: gates
    claim: the flow was set free
    speaker: lind
    basis: on_record
    quote: the dam opened three gates
    paragraph: 1
  - id: run
    claim: it went to the hollow
    speaker: lind
    basis: on_record
    quote: {}
    paragraph: 1
"""


def joins(quote: str, yaml: str = "") -> list[str]:
    yaml = yaml or asked("hint: None").replace("claim: gates", "claim: [gates, run]")
    return problems(yaml, claims=TWO.format(quote))


def test_fragments_that_follow_one_another_to_more_than_eight_words_are_told():
    assert joins("and let cold water run") == ["V003 20:12 2 fragments join to 10 words of one sentence of the article"]


def test_fragments_that_overlap_are_told():
    assert len(joins("three gates and let cold water")) == 1


def test_fragments_with_a_word_between_or_of_eight_words_together_are_not():
    assert joins("let cold water run") == []
    assert joins("and let cold") == []


def test_a_fragment_typed_in_a_question_joins_too():
    yaml = asked("hint: She says “and let cold water run”.").replace("claim: gates", "claim: [gates, run]")
    assert len(joins("empty basin", yaml)) == 1


def test_a_claim_that_nothing_is_asked_about_joins_nothing():
    assert joins("and let cold water run", asked("hint: None")) == []


def test_fragments_of_two_sentences_do_not_join():
    article = "The dam\n\nThe dam opened three gates. And let cold water run, they said of the dam.\n"
    claims = TWO.format("And let cold water run").replace("the dam opened", "The dam opened")
    yaml = asked("hint: None").replace("claim: gates", "claim: [gates, run]")
    assert problems(yaml, article, claims=claims) == []
