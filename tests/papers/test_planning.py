"""Quizzes as a teacher plans them: pools, strata, passages, extra credit, natural orders, what never stands together."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from deckmaker import papers
from deckmaker.model.answers import answer_words
from deckmaker.model.papers import Paper
from deckmaker.model.text import plain
from tests.support import compile_set, said, sound_set
from tests.support.sets import picture

TAGS = "abc"


def bank(each: int) -> str:
    """So many questions for each of three tags."""
    return "questions:\n" + "".join(
        f"  - {{id: {tag}{number}, stem: 'Question {tag}{number}?', answer: '{tag}{number} it is', "
        f"distractors: [other, neither], tags: 'topic::{tag}'}}\n"
        for tag in TAGS
        for number in range(each)
    )


def quiz(*sections: str, more: str = "versions: 4") -> str:
    return f"quizzes: [{{id: check, title: Check, {more}, sections: [{', '.join(sections)}]}}]\n"


def planned(yaml: str) -> Paper:
    made, problems = papers.plan(sound_set(yaml))
    assert not problems, said(problems)
    return made[0]


def ids(paper: Paper, version: int = 0) -> list[str]:
    return [item.question.id for item in paper.versions[version].items]


def test_a_pool_is_drawn_evenly_over_the_tags_below_a_prefix():
    for count in (3, 6, 7, 12):
        paper = planned(bank(8) + quiz(f"{{pick: {{count: {count}, by: 'tag:topic'}}}}"))
        drawn = Counter(id[0] for id in ids(paper))
        assert sum(drawn.values()) == count
        assert max(drawn[tag] for tag in TAGS) - min(drawn[tag] for tag in TAGS) <= 1


def test_what_a_pool_cannot_be_drawn_over_is_told_with_what_it_can():
    _, problems = compile_set(bank(1) + quiz("{pick: {count: 1, by: bases}}"))
    errors = [problem.message for problem in problems if problem.is_error]
    assert errors == ['"bases" is not one of: basis, speaker, family, type, tag, tag:<prefix>']


def test_all_versions_share_a_pool_unless_each_draws_its_own():
    shared = planned(bank(8) + quiz("{pick: {count: 6}}"))
    assert len({frozenset(ids(shared, version)) for version in range(4)}) == 1
    own = planned(bank(8) + quiz("{pick: {count: 6, by: tag, anew: true}}"))
    assert len({frozenset(ids(own, version)) for version in range(4)}) == 4
    for version in range(4):
        assert Counter(id[0] for id in ids(own, version)) == {"a": 2, "b": 2, "c": 2}


def test_a_question_added_at_the_end_leaves_the_order_of_the_others_alone_in_every_version():
    for count in range(4, 14):
        before, after = (planned(bank(count) + more + quiz("{pick: all}")) for more in ("", EXTRA))
        for version in range(4):
            assert [id for id in ids(after, version) if id != "extra"] == ids(before, version)
            orders = {item.question.id: item.order for item in before.versions[version].items}
            assert orders.items() <= {item.question.id: item.order for item in after.versions[version].items}.items()


EXTRA = "  - {id: extra, stem: One more?, answer: it is, distractors: [other, neither]}\n"


def test_extra_credit_comes_on_top_and_the_total_is_checked():
    sections = ("{pick: {tag: 'topic::a'}, points: 2}", "{pick: {tag: 'topic::b'}, extra_credit: true}")
    paper = planned(bank(3) + quiz(*sections, more="total: 6, minutes: 40"))
    version = paper.versions[0]
    assert (version.points, version.extra_points, paper.minutes) == (Decimal(6), Decimal(3), 40)
    _, problems = papers.plan(compile_set(bank(3) + quiz(*sections, more="total: 9"))[0])
    assert [problem.message for problem in problems] == ["the points of version A add up to 6, not to 9"]


def test_questions_stay_below_their_passage():
    passage = "{passage: 'Read of the harbour.', pick: [b1, b0]}"
    paper = planned(bank(3) + quiz("{pick: {tag: 'topic::a'}}", passage))
    for version in paper.versions:
        assert [plain(section.passage) for section in version.sections] == ["", "Read of the harbour."]
        assert {item.question.id for item in version.sections[1].items} == {"b0", "b1"}


def test_a_passage_may_be_a_picture_which_is_found_or_missed_like_any_other():
    yaml = bank(1) + quiz("{passage: '![the harbour](harbour.png)', pick: all}", more="versions: 1")
    (paper,), _ = papers.plan(compile_set(yaml, files={"harbour.png": picture()})[0])
    assert list(paper.media) == ["harbour.png"]
    assert "M001" in [problem.code.id for problem in compile_set(yaml)[1]]


@pytest.mark.parametrize(
    ("options", "order"),
    [
        ("['30', '4', '17']", ["4", "17", "30"]),
        ("[in May 2011, in April 1998, in June 2003]", ["in April 1998", "in June 2003", "in May 2011"]),
        ("[2 km, 300 m, 40 m]", ["40 m", "300 m", "2 km"]),
        ("['No', 'Yes']", ["Yes", "No"]),
        ("['False', 'True']", ["True", "False"]),
        ("[twelve, three, seven]", ["three", "seven", "twelve"]),
    ],
)
def test_numbers_dates_and_yes_or_no_stand_in_their_natural_order(options, order):
    first, *rest = options[1:-1].split(", ")
    yaml = f"questions:\n  - {{id: q, stem: Which?, answer: {first}, distractors: [{', '.join(rest)}]}}\n"
    paper = planned(yaml + quiz("{pick: all}"))
    for version in paper.versions:
        assert [plain(text) for text in version.items[0].shown] == order


def test_a_pinned_option_stays_last_below_numbers_in_order():
    options = "[{text: '9'}, {text: '3', correct: true}, {text: none of these, pin: true}]"
    paper = planned(f"questions:\n  - {{id: q, stem: How many?, options: {options}}}\n" + quiz("{pick: all}"))
    assert [plain(text) for text in paper.versions[1].items[0].shown] == ["3", "9", "none of these"]


REGISTER = """
article: {title: A harbour, disclosure: One article.}
sources: {pohl: {name: Edda Pohl, kind: person}, map: {name: the old map, kind: document}}
claims:
  - {id: wall, claim: the wall is old, speaker: pohl, basis: map, quote: the wall is old, paragraph: 1}
  - {id: boats, claim: boats are few, speaker: pohl, basis: on_record, quote: boats are few, paragraph: 2}
"""
TELLING = """\
questions:
  - {id: who, claim: wall, axis: speaker, stem: "In the article, who says the wall is old?", answer: Edda Pohl}
  - {id: on-what, claim: wall, axis: basis, stem: "In the article, what does Edda Pohl point to?", answer: the old map}
"""


def test_two_questions_that_tell_each_others_answers_are_never_drawn_together():
    for pick in ("all", "{count: 2}", "{count: 2, by: basis}"):
        document, _ = compile_set(REGISTER + TELLING + quiz(f"{{pick: {pick}}}"))
        (paper,), problems = papers.plan(document)
        assert all(len(version.items) == 1 for version in paper.versions)
        assert [problem.code.id for problem in problems] == ["R015" if pick == "all" else "R010"]


def test_questions_are_picked_by_the_basis_and_the_speaker_of_their_claim():
    document, _ = compile_set(REGISTER + TELLING + quiz("{pick: {basis: map, speaker: pohl, count: 1}}"))
    assert len(papers.plan(document)[0][0].versions[0].items) == 1
    document, _ = compile_set(REGISTER + TELLING + quiz("{pick: {basis: on_recrd}}"))
    _, problems = papers.plan(document)
    assert problems[0].message == "no question fits this pick"


@pytest.mark.parametrize("count", [0, 2, 3, 4, 5])
def test_whether_a_document_is_the_evidence_is_asked_in_balanced_sets(count):
    claims = "".join(
        f"  - {{id: c{n}, claim: thing {n} happened, speaker: pohl, basis: {'map' if n % 3 else 'on_record'}, "
        f"quote: thing {n} happened, paragraph: {n}}}\n"
        for n in range(3, 12)
    )
    pick = f"{{family: document-or-not{f', count: {count}' if count else ''}}}"
    generate = "generate: [{family: document-or-not, claims: all}]\n"
    document, _ = compile_set(REGISTER + claims + generate + quiz(f"{{pick: {pick}}}"))
    (paper,), _ = papers.plan(document)
    answers = [answer_words(item.question) for item in paper.versions[0].items]
    assert answers
    assert abs(answers.count("true") - answers.count("false")) <= 1
