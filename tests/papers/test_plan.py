"""Quizzes → papers: what stands where, and what is said of picks that do not work out."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest

from deckmaker import papers
from deckmaker.model.answers import answer_words, letter
from deckmaker.model.document import Document
from deckmaker.model.papers import Item, Paper
from deckmaker.model.text import plain
from tests.support import compile_set, said, sound_set


def planned(yaml: str) -> tuple[Paper, ...]:
    made, problems = papers.plan(sound_set(yaml))
    assert not problems, said(problems)
    return made


def choices(count: int, options: int = 3, first: int = 0) -> str:
    """So many questions with so many options; the right one is "right <number>"."""
    wrong = ", ".join(f"wrong {place}" for place in range(1, options))
    return "".join(
        f"  - {{id: q{number}, stem: Right in case {number}?, answer: right {number}, distractors: [{wrong}]}}\n"
        for number in range(first, first + count)
    )


def ids(paper: Paper, version: int = 0) -> list[str]:
    return [item.question.id for item in paper.versions[version].items]


def orders(paper: Paper, version: int = 0) -> dict[str, tuple[int, ...]]:
    return {item.question.id: item.order for item in paper.versions[version].items}


def shown(item: Item) -> list[str]:
    return [plain(text) for text in item.shown]


QUIZ = """
quizzes:
  - id: check
    title: Check
    versions: 4
    seed: 7
    sections: [{pick: all}]
"""


def test_a_set_without_quizzes_gets_one_of_all_printable_questions_in_two_versions():
    (paper,) = planned("questions:\n" + choices(3) + "  - {id: card, front: a, back: b, where: anki}\n")
    assert (paper.id, paper.title, paper.layout.paper) == ("quiz", "A set", "a4")
    assert [version.name for version in paper.versions] == ["A", "B"]
    assert ids(paper) == ["q0", "q1", "q2"]


def test_a_set_with_nothing_to_print_gets_no_paper_and_no_word():
    assert planned("questions:\n  - {id: card, front: a, back: b, where: anki}\n") == ()


def test_the_first_version_keeps_the_order_written_and_others_shuffle_it():
    (paper,) = planned("questions:\n" + choices(12) + QUIZ)
    assert ids(paper) == [f"q{number}" for number in range(12)]
    assert {frozenset(ids(paper, version)) for version in range(4)} == {frozenset(ids(paper))}
    assert len({tuple(ids(paper, version)) for version in range(4)}) == 4


def test_questions_stay_in_their_section_and_a_section_may_keep_its_order():
    sections = "[{pick: {tag: a}, shuffle: false}, {pick: {tag: b}}]"
    (paper,) = planned(
        "questions:\n"
        + "".join(f"  - {{id: {tag}{number}, front: x, back: y, tags: {tag}}}\n" for tag in "ab" for number in range(6))
        + f"quizzes: [{{id: check, title: Check, versions: 3, sections: {sections}}}]\n"
    )
    for version in range(3):
        assert ids(paper, version)[:6] == ["a0", "a1", "a2", "a3", "a4", "a5"]
        assert set(ids(paper, version)[6:]) == {"b0", "b1", "b2", "b3", "b4", "b5"}


@pytest.mark.parametrize("options", [2, 3, 4, 5])
def test_every_letter_is_right_equally_often_give_or_take_one(options):
    (paper,) = planned("questions:\n" + choices(13, options) + QUIZ)
    for version in paper.versions:
        letters = Counter(item.key for item in version.items)
        counts = [letters[(letter(place),)] for place in range(options)]
        assert sum(counts) == 13
        assert max(counts) - min(counts) <= 1


def test_no_letter_is_right_more_than_three_times_running():
    (paper,) = planned("questions:\n" + choices(40) + QUIZ)
    for version in paper.versions:
        assert max(len(list(run)) for _, run in groupby(item.key for item in version.items)) <= 3


def test_the_key_names_the_letter_beside_the_right_option():
    (paper,) = planned("questions:\n" + choices(9, 4) + QUIZ)
    for version in paper.versions:
        for item in version.items:
            (right,) = item.key
            assert shown(item)[ord(right) - ord("A")] == answer_words(item.question)


def test_a_question_added_at_the_end_leaves_the_options_of_the_others_alone():
    (before,) = planned("questions:\n" + choices(8) + QUIZ)
    (after,) = planned("questions:\n" + choices(9) + QUIZ)
    for version in range(4):
        assert orders(before, version).items() < orders(after, version).items()


def test_another_seed_shuffles_in_another_way():
    (one,) = planned("questions:\n" + choices(8) + QUIZ)
    (other,) = planned("questions:\n" + choices(8) + QUIZ.replace("seed: 7", "seed: 8"))
    assert [orders(one, version) for version in range(4)] != [orders(other, version) for version in range(4)]


def test_pinned_options_keep_their_place():
    (paper,) = planned(
        """
questions:
  - id: pinned
    stem: Which is it?
    options: [{text: ebb, correct: true}, {text: flood}, {text: slack}, {text: none of these, pin: true}]
"""
        + QUIZ
    )
    assert all(shown(version.items[0])[3] == "none of these" for version in paper.versions)
    assert len({version.items[0].order for version in paper.versions}) > 1


def test_a_pinned_right_answer_keeps_its_place():
    (paper,) = planned(
        "questions:\n  - {id: pinned, stem: Which?, options: [one, two, {text: none, correct: true, pin: true}]}\n"
        + QUIZ
    )
    assert {version.items[0].key for version in paper.versions} == {("C",)}


def test_options_that_may_not_be_shuffled_stand_as_written():
    (paper,) = planned(
        "questions:\n  - {id: years, stem: When?, options: ['1', {text: '2', correct: true}, '3'], shuffle: false}\n"
        + QUIZ
    )
    assert {version.items[0].order for version in paper.versions} == {(0, 1, 2)}


def test_things_to_order_never_stand_in_their_right_order():
    two = "questions:\n  - {id: two, type: ordering, stem: Order, items: [first, second], shuffle: false}\n" + QUIZ
    assert {version.items[0].order for version in planned(two)[0].versions} == {(1, 0)}


def test_the_key_of_an_ordering_is_the_number_beside_each_thing():
    (paper,) = planned("questions:\n  - {id: o, type: ordering, stem: Order, items: [one, two, three, four]}\n" + QUIZ)
    numbers = {"one": "1", "two": "2", "three": "3", "four": "4"}
    for version in paper.versions:
        (item,) = version.items
        assert [numbers[words] for words in shown(item)] == list(item.key)


def test_the_key_of_a_matching_is_the_letter_for_each_left_side():
    pairs = "pairs: [[ebb, falls], [flood, rises], [slack, stands]], extra: [freezes]"
    (paper,) = planned(f"questions:\n  - {{id: m, type: matching, stem: Match, {pairs}}}\n" + QUIZ)
    for version in paper.versions:
        (item,) = version.items
        assert [shown(item)[ord(mark) - ord("A")] for mark in item.key] == ["falls", "rises", "stands"]
        assert set(shown(item)) == {"falls", "rises", "stands", "freezes"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("right 3", "right indeed"),
        ("wrong 1", "wrong after all"),
        ("Right in case 2?", "Right in case two?"),
        ("id: q1,", "id: first,"),
        ("seed: 7", "seed: 8"),
        ("title: Check", "title: Check\n    instructions: Think"),
    ],
)
def test_the_code_changes_with_items_options_order_and_answers_only(old, new):
    yaml = "questions:\n" + choices(6) + QUIZ
    (one,), (other,) = planned(yaml), planned(yaml.replace(old, new))
    same = old.startswith("title")
    assert [a.code == b.code for a, b in zip(one.versions, other.versions, strict=True)] == [same] * 4


def test_versions_have_codes_of_their_own_without_look_alikes():
    (paper,) = planned("questions:\n" + choices(2) + QUIZ)
    codes = [version.code for version in paper.versions]
    assert len(set(codes)) == 4
    assert all(len(code) == 6 and not set(code) & set("01ILOSAEU") for code in codes)


def test_points_come_from_the_section_then_the_question_then_are_one():
    (paper,) = planned(
        """
questions:
  - {id: one, front: a, back: b}
  - {id: two, front: c, back: d, points: 2.5}
  - {id: three, front: e, back: f, points: 2}
quizzes:
  - {id: check, title: Check, sections: [{pick: [one, two]}, {pick: three, points: 3}]}
"""
    )
    assert [str(item.points) for item in paper.versions[0].items] == ["1", "2.5", "3"]
    assert str(paper.versions[0].points) == "6.5"


def register(*speakers: str) -> str:
    """Questions with so many right answers, the last of them on a core claim."""
    names = "".join(f"  {name}: {{name: {name.title()}, kind: person}}\n" for name in ("amy", "bob", "cy"))
    claims = "".join(
        f"  - {{id: c{number}, claim: thing {number:02} is so, speaker: {name}, basis: on_record,"
        f" quote: thing {number:02}, paragraph: 1, core: {str(number == len(speakers) - 1).lower()}}}\n"
        for number, name in enumerate(speakers)
    )
    questions = "".join(
        f"  - {{id: q{number}, type: short_answer, stem: Who says that thing {number:02} is so?,"
        f" answer: {name.title()}, claim: c{number}, tags: who}}\n"
        for number, name in enumerate(speakers)
    )
    head = "article: {title: Things, text: article.txt, disclosure: One article.}\nquote_budget: 100\n"
    return f"{head}sources:\n{names}claims:\n{claims}questions:\n{questions}"


def register_set(count: int, *speakers: str) -> Document:
    pick = f"quizzes: [{{id: check, title: Check, sections: [{{pick: {{tag: who, count: {count}}}}}]}}]\n"
    things = " and ".join(f"thing {number:02}" for number in range(len(speakers)))
    return sound_set(register(*speakers) + pick, article=f"Things\n\nHere are {things}.\n")


def test_a_counted_pick_takes_core_claims_first_and_no_answer_more_than_half_the_time():
    speakers = [*["amy"] * 12, *["bob"] * 3, *["cy"] * 2]
    (paper,), problems = papers.plan(register_set(8, *speakers))
    assert not problems
    answers = Counter(answer_words(item.question) for item in paper.versions[0].items)
    assert sum(answers.values()) == 8
    assert max(answers.values()) == 4
    assert "q16" in ids(paper)


def test_a_counted_pick_is_filled_where_one_answer_must_dominate():
    (paper,), problems = papers.plan(register_set(4, *["amy"] * 6, "bob"))
    assert not problems
    assert Counter(answer_words(item.question) for item in paper.versions[0].items) == {"Amy": 3, "Bob": 1}


def test_a_section_that_takes_what_fits_leaves_what_another_names():
    (paper,) = planned(
        "questions:\n"
        + choices(3)
        + "quizzes: [{id: check, title: Check, sections: [{title: Rest, pick: all}, {title: Last, pick: [q0]}]}]\n"
    )
    assert [(part.title, [item.question.id for item in part.items]) for part in paper.versions[0].sections] == [
        ("Rest", ["q1", "q2"]),
        ("Last", ["q0"]),
    ]


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ("[{pick: [q0, q7]}]", 'R003 9:60 there is no question "q7"'),
        ("[{pick: [q0]}, {pick: [q1, q0]}]", 'R012 9:74 question "q0" is picked twice in this quiz'),
        ("[{pick: [q0, q0]}]", 'R012 9:60 question "q0" is picked twice in this quiz'),
        ("[{pick: [q0, card]}]", 'R013 9:60 question "card" is not for print'),
        ("[{pick: {tag: nowhere}}, {pick: all}]", "R010 9:55 no question fits this pick"),
        ("[{pick: {type: single_choice, count: 9}}]", "R010 9:55 only 3 of 9 questions fit this pick"),
    ],
)
def test_picks_that_do_not_work_out_are_told(sections, expected):
    document, _ = compile_set(
        "questions:\n"
        + choices(3)
        + "  - {id: card, front: a, back: b, where: anki}\n"
        + f"quizzes: [{{id: check, title: Check, sections: {sections}}}]\n"
    )
    _, problems = papers.plan(document)
    assert said(problems) == [expected]


def test_quizzes_whose_ids_differ_in_capitals_alone_are_refused():
    quiz = "{{id: {}, title: Check, sections: [{{pick: all}}]}}"
    document, _ = compile_set(
        "questions:\n" + choices(1) + f"quizzes: [{quiz.format('check')}, {quiz.format('Check')}]\n"
    )
    _, problems = papers.plan(document)
    assert [problem.code.id for problem in problems] == ["O002"]


def test_a_question_that_was_refused_is_told_with_the_reason():
    document, _ = compile_set(
        register("amy")
        + "generate: [{family: who-said, claims: [c0]}]\n"
        + "quizzes: [{id: check, title: Check, sections: [{pick: [c0/who-said, q0]}]}]\n",
        article="Things\n\nHere is thing 00.\n",
    )
    (refusal,) = document.refusals
    _, problems = papers.plan(document)
    assert [(problem.code.id, problem.message) for problem in problems] == [
        ("R003", f'question "c0/who-said" was not made: {refusal.reason}')
    ]


NEIGHBOURS = """
article: {title: Fees, disclosure: One report.}
sources:
  mayor: {name: Ada Lund, kind: person}
  pilot: {name: Bo Reis, kind: person}
  keeper: {name: Cleo Moss, kind: person}
  survey: {name: the harbour survey, kind: document}
  census: {name: the town census, kind: document}
claims:
  - {id: fee, claim: the fee goes up, speaker: mayor, basis: survey, quote: q, paragraph: 1}
  - {id: toll, claim: the toll stays, speaker: pilot, basis: census, quote: q, paragraph: 1}
  - {id: light, claim: the light goes out, speaker: keeper, basis: survey, quote: q, paragraph: 1}
  - {id: mole, claim: the mole is safe, speaker: keeper, basis: census, quote: q, paragraph: 1}
generate:
  - {family: who-said, claims: [fee, toll, light]}
  - {family: basis, claims: [fee, toll], options: 2}
quizzes:
  - id: quiz
    title: Fees
    sections: [{pick: {count: 5}}]
"""


def test_a_counted_pick_takes_no_two_questions_that_tell_each_others_answers():
    document, _ = compile_set(NEIGHBOURS)
    assert {question.id for question in document.questions} >= {"fee/who-said", "fee/basis"}
    (paper,), problems = papers.plan(document)
    taken = {item.question.id for item in paper.versions[0].items}
    assert len(taken & {"fee/who-said", "fee/basis"}) == 1
    assert [problem.code.id for problem in problems] == ["R010"]


def test_a_section_that_fits_all_leaves_out_what_a_named_question_tells():
    document, _ = compile_set(NEIGHBOURS.replace("[{pick: {count: 5}}]", "[{pick: [fee/basis]}, {pick: {count: 1}}]"))
    (paper,), _ = papers.plan(document)
    assert "fee/who-said" not in {item.question.id for item in paper.versions[0].items}
