"""Rules about a whole paper."""

from __future__ import annotations

from tests.checks.wording.saying import REGISTER
from tests.support import compile_set, said


def told(yaml):
    return [(problem.code.id, problem.message) for problem in compile_set(yaml)[1] if problem.code.id in PAPERS]


PAPERS = ("P002", "P003", "P004", "P007")


def choices(count, more=""):
    names = ("oak", "elm", "ash", "yew", "fir", "bay", "box")
    options = "options: [{{text: tree {0}, correct: true}}, {{text: bush {0}}}, {{text: herb {0}}}]"
    return "questions:\n" + "".join(
        f"  - {{id: {name}, stem: Which plant is tall and {name * 2}?, {options.format(name)}{more}}}\n"
        for name in names[:count]
    )


def statements(*answers):
    words = ("ebb", "flood", "slack", "neap", "spring", "bore", "surge", "swell")
    rows = (
        f"  - {{id: {word}, type: true_false, stem: The {word} is {word * 2}., answer: {answer}}}\n"
        for word, answer in zip(words, answers, strict=False)
    )
    return "questions:\n" + "".join(rows)


def short(*rows):
    return "questions:\n" + "".join(
        f"  - {{id: {id}, type: short_answer, stem: '{stem}', answer: {answer}}}\n" for id, stem, answer in rows
    )


def test_keys_kept_under_one_letter_are_told():
    assert told(choices(6, ", shuffle: false")) == [("P002", "version A: A is right in 6 of 6 choices of 3")]
    assert told(choices(6)) == []


def test_four_keys_in_a_row_are_told():
    assert told(choices(4, ", shuffle: false")) == [("P002", "version A: A is right 4 times in a row")]
    assert told(choices(3, ", shuffle: false")) == []


def test_one_answer_to_most_questions_of_a_kind_is_told():
    rows = [(f"q{n}", f"What is wet, large and {word}?", "the sea" if n < 4 else f"{word} thing")
            for n, word in enumerate(("salty", "blue", "deep", "cold", "grey", "warm"))]  # fmt: skip
    assert told(short(*rows)) == [("P003", '"the sea" is the answer to 4 of 6 short answer questions')]
    assert told(short(*rows[1:])) == []  # five show no base rate
    half = [(id, stem, "the lake" if id == "q0" else answer) for id, stem, answer in rows]
    assert told(short(*half)) == []


def test_a_stem_that_holds_another_answer_is_told():
    called = ("called", "What is the small tide at half moon called?", "neap tide")
    tells = ("bodies", "Which two bodies make the neap tide at half moon?", "sun and moon")
    other = ("bridge", "Which bridge was closed by a neap tide in March?", "the old one")
    assert told(short(called, tells)) == [("P004", '"bodies" tells the answer of "called" on the same paper')]
    assert told(short(called, other)) == []


def test_a_basis_question_that_names_the_speaker_tells_who_said_it():
    who = "  - {id: who, stem: 'In the article, who says that the wall is strong enough for a century?', "
    who += "answer: the town council, distractors: [Ana Reyes, the article itself], claim: wall, axis: speaker}\n"
    basis = "  - {id: basis, type: short_answer, stem: 'What does the article say that %s on the wall?', "
    basis += "answer: the harbour survey, claim: wall, axis: basis}\n"
    names = basis % "the town council relies"
    names_not = basis % "the statement rests"
    papers = "quizzes: [{id: q, title: Q, sections: [{pick: [who, basis]}]}]\n" + f"{REGISTER}questions:\n{who}"
    assert told(papers + names) == [("P004", '"basis" tells the answer of "who" on the same paper')]
    assert told(papers + names_not) == []


def test_questions_of_two_papers_do_not_tell_each_other():
    yaml = short(
        ("called", "What is the small tide at half moon called?", "neap tide"),
        ("bodies", "Which two bodies make the neap tide at half moon?", "sun and moon"),
    )
    two = "quizzes:\n  - {id: one, title: One, sections: [{pick: [called]}]}\n  - {id: two, title: Two, sections: [{pick: [bodies]}]}\n"
    assert told(yaml + two) == []


def test_statements_that_are_mostly_true_or_mostly_false_are_told():
    assert told(statements("true", "true", "true", "false")) == [("P007", "3 of 4 statements are true")]
    assert told(statements("false", "false", "false", "true")) == [("P007", "1 of 4 statements are true")]
    assert told(statements("true", "false", "true", "false", "true")) == []
    assert told(statements("true", "true", "true")) == []


def test_four_true_statements_in_a_row_are_told():
    run = statements("true", "true", "true", "true", "false", "false", "false", "false")
    assert told(run) == [("P007", "version A: 4 true statements in a row")]


def test_what_a_paper_gets_wrong_stands_at_its_quiz():
    yaml = (
        choices(4, ", shuffle: false")
        + "quizzes:\n  - id: trees\n    title: Trees\n    versions: 1\n    sections: [{pick: {type: single_choice}}]\n"
    )
    assert [line for line in said(compile_set(yaml)[1]) if line.startswith("P002")] == [
        "P002 10:9 version A: A is right 4 times in a row"
    ]
