"""order-of-events: in which order the article dates what it reports."""

from __future__ import annotations

import pytest

from deckmaker.generators import Generated, generate
from deckmaker.generators.dates import time_of
from deckmaker.model.questions import Ordering
from deckmaker.model.text import Str, Strong, leaves, plain
from tests.generators import SOURCES, Asked, ask, ask_in_many
from tests.support import compile_set

FIRE = "{id: fire, claim: the pier burned, speaker: pilot, basis: on_record, quote: q, paragraph: 2, event_time: %s}"
PIER = "{id: pier, claim: the pier opened, speaker: article, basis: none_given, quote: q, paragraph: 4, event_time: %s}"
WALL = "{id: wall, claim: the wall rose, speaker: mayor, basis: on_record, quote: q, paragraph: 7, event_time: %s, hedge: may}"
SHIP = "{id: ship, claim: a ship sank, speaker: mayor, basis: on_record, quote: q, paragraph: 8%s}"


def town(*claims: str, rule: str = "claims: [fire]") -> str:
    return (
        "claims:\n"
        + "".join(f"  - {claim}\n" for claim in claims)
        + f"generate: [{{family: order-of-events, {rule}}}]\n"
    )


def items(asked: Asked, id: str = "fire/order-of-events") -> list[str]:
    body = asked.questions[id].body
    assert isinstance(body, Ordering)
    return [plain(item) for item in body.items]


def test_events_stand_in_the_order_of_their_dates_and_keep_their_hedges():
    asked = ask(town(FIRE % "in 2003", PIER % "August 1998", WALL % '"2011-03-05"'))
    question = asked.questions["fire/order-of-events"]
    assert items(asked) == ["that the pier opened", "that the pier burned", "that, in guarded words, the wall rose"]
    assert plain(question.stem) == (
        "Put the events that the article reports here in the order in which it dates them, the earliest first."
    )
    assert Strong((Str("the earliest first"),)) in leaves(question.stem)
    assert plain(question.feedback) == (
        "The dates, in the right order: August 1998 (paragraph 4); in 2003 (paragraph 2); "
        "2011-03-05 (paragraph 7; the word used: “may”)."
    )
    assert question.claims[0] == "fire"
    assert {*question.claims} == {"fire", "pier", "wall"}
    assert (question.axis, question.level, question.where) == ("time", "discriminate", ("anki", "print"))


def test_what_the_article_puts_later_needs_no_date():
    asked = ask(town(FIRE % "2003, before: [ship]", SHIP % ", before: [wall]", WALL % "last week"))
    assert items(asked) == ["that the pier burned", "that a ship sank", "that, in guarded words, the wall rose"]
    assert plain(asked.questions["fire/order-of-events"].feedback) == (
        "The dates, in the right order: 2003 (paragraph 2); no date of its own (paragraph 8); "
        "last week (paragraph 7; the word used: “may”)."
    )


MORE = (
    "{id: a, claim: a tram ran, speaker: mayor, basis: on_record, quote: q, paragraph: 1, event_time: 1950}",
    "{id: b, claim: a lamp shone, speaker: mayor, basis: on_record, quote: q, paragraph: 1, event_time: 1960}",
    "{id: c, claim: a bell rang, speaker: mayor, basis: on_record, quote: q, paragraph: 1, event_time: 1970}",
    "{id: d, claim: a dog swam, speaker: mayor, basis: on_record, quote: q, paragraph: 1, event_time: 1980}",
    "{id: e, claim: a cat sang, speaker: mayor, basis: on_record, quote: q, paragraph: 1, event_time: 1990}",
)


@pytest.mark.parametrize(
    ("options", "count"), [("", 4), (", options: 3", 3), (", options: 5", 5), (", options: 6", 5), (", options: 2", 3)]
)
def test_there_are_four_events_unless_the_rule_says_three_or_five(options, count):
    for asked in ask_in_many(town(FIRE % "2003", *MORE, rule=f"claims: [fire]{options}")):
        assert len(items(asked)) == count


def test_no_event_stands_in_two_questions():
    asked = ask(town(FIRE % "2003", PIER % "1998", *MORE, rule="claims: all, options: 3"))
    claims = [id for question in asked.questions.values() for id in question.claims]
    assert len(asked.questions) == 2
    assert len({*claims}) == len(claims) == 6
    reasons = [*asked.refusals.values()]
    assert {reason for reason in reasons if reason.startswith("its claim")} == {
        f'its claim stands in "{id}"' for id in asked.questions
    }
    assert len(reasons) == 5


def test_events_of_one_time_do_not_stand_together_even_where_others_have_to_be_looked_for():
    for asked in ask_in_many(
        town(
            FIRE % "2003",
            PIER % "1998",
            "{id: a, claim: a tram ran, speaker: mayor, basis: on_record, quote: q, paragraph: 1, event_time: 1998-05}",
            "{id: b, claim: a lamp shone, speaker: mayor, basis: on_record, quote: q, paragraph: 1, event_time: 1998-07}",
        )
    ):
        assert items(asked) == ["that a tram ran", "that a lamp shone", "that the pier burned"]


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("after 9/11", 'its date, "after 9/11", does not say exactly when it was'),
        ("in the early 2000s", 'its date, "in the early 2000s", does not say exactly when it was'),
        ("last week", 'its date, "last week", does not say exactly when it was'),
        ("2003, kind: counterfactual", 'it is marked "counterfactual", and so tells of no event'),
        ("2003, quiz: careful, note: Two readings.", 'the claim is marked "careful": Two readings'),
    ],
)
def test_what_has_no_certain_date_is_refused(date, reason):
    asked = ask(town(FIRE % date, *MORE))
    assert asked.refusals == {"fire/order-of-events": reason}


def test_what_has_no_date_is_refused():
    asked = ask(town(SHIP % "", *MORE, rule="claims: [ship]"))
    assert asked.refusals == {"ship/order-of-events": "the register gives no date for what it tells of"}


def test_a_year_in_the_words_gives_the_place_away():
    asked = ask(town((FIRE % "2003").replace("the pier burned", "the 1890 pier burned"), *MORE))
    assert asked.refusals == {"fire/order-of-events": 'its words hold the year "1890", which gives its place away'}


@pytest.mark.parametrize(
    "other",
    [
        PIER % "2003",
        PIER % "May 2003",
        PIER % "last week",
        PIER % "1998, same_as: [fire]",
        PIER % "1998, quiz: careful, note: N",
        PIER % "1998, kind: recommendation",
        PIER % "1998, before: [fire], article: b",
        PIER % "2011, before: [fire]",
        (PIER % "1998").replace("the pier opened", "the 1998 pier opened"),
        (PIER % "1998").replace("the pier opened", "The pier burned"),
    ],
)
def test_events_that_cannot_be_told_apart_from_it_do_not_count(other):
    asked = ask(town(FIRE % "2003", other, WALL % "2011") + "articles: {b: {title: A second report, disclosure: D}}\n")
    assert asked.refusals == {
        "fire/order-of-events": (
            "there are no 2 other events that can all be told apart in time from it and from one another"
        )
    }


def test_what_an_author_wants_in_it_stands_in_it_and_what_cannot_is_told():
    edit = "edit: {fire/order-of-events: {distractors: [c, wall]}}\n"
    asked = ask(town(FIRE % "2003", WALL % "2011", *MORE) + edit)
    assert items(asked) == ["that a bell rang", "that the pier burned", "that, in guarded words, the wall rose"]
    asked = ask(town(FIRE % "2003", WALL % "May 2003", *MORE) + edit)
    assert asked.problems == [
        'G003 22:44 "wall" cannot stand beside the right answer: it cannot be told apart from it in time, '
        "or says the same"
    ]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1998", "1998-01-01", "1998-12-31"),
        ("in 2011", "2011-01-01", "2011-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("1998-08-07", "1998-08-07", "1998-08-07"),
        ("August 1998", "1998-08-01", "1998-08-31"),
        ("in Sept. 1998", "1998-09-01", "1998-09-30"),
        ("7 August 1998", "1998-08-07", "1998-08-07"),
        ("on August 7th, 1998", "1998-08-07", "1998-08-07"),
    ],
)
def test_dates_that_say_when(words, first, last):
    found = time_of(words)
    assert found is not None
    assert [day.isoformat() for day in found] == [first, last]


@pytest.mark.parametrize(
    "words",
    [
        "", "after 9/11", "early 2000s", "the 1990s", "in the early 2000s", "last week", "more than two decades ago",
        "after 1998", "by 2011", "since 1998", "around 1998", "98", "1998-13", "1998-02-30", "1998-2", "Brumaire 1998",
        "1998 or 1999", "1998-1999", "August", "7 August", "3011",
    ],
)  # fmt: skip
def test_words_that_do_not_say_exactly_when(words):
    assert time_of(words) is None


def test_an_event_more_does_not_come_into_a_question_that_was_there_before():
    def made(*claims: str, before: Generated | None = None) -> Generated:
        document, _ = compile_set(f"deckmaker: 1\nuid: 7e57da7a\ntitle: A town\n{SOURCES}{town(*claims)}")
        return generate(document.set, before.choices if before else {})[0]

    before = made(FIRE % "2003", *MORE[:2])
    assert len(before.choices["fire/order-of-events"]) == 2
    assert made(FIRE % "2003", *MORE, before=before).choices == before.choices
    assert len(made(FIRE % "2003", *MORE).choices["fire/order-of-events"]) == 3
