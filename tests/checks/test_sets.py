"""Rules about all questions of a set."""

from __future__ import annotations

import sys

from deckmaker.checks.sets import sets
from tests.checks.wording.saying import REGISTER
from tests.support import compile_set


def codes(yaml):
    return [problem.code.id for problem in compile_set(yaml)[1] if problem.code.id[0] == "P"]


def cards(*sides):
    rows = (
        f"  - {{id: c{n}, type: flashcard, front: '{front}', back: '{back}'}}\n"
        for n, (front, back) in enumerate(sides)
    )
    return "questions:\n" + "".join(rows)


def choices(count, longest):
    row = "  - {{id: q{n}, stem: 'Which sign has number {n}?', answer: '{key}', distractors: [sign x{n}, sign y{n}]}}\n"
    keys = (f"the sign z{n}" if n < longest else f"z{n}" for n in range(count))
    return "questions:\n" + "".join(row.format(n=n, key=key) for n, key in enumerate(keys))


def asked(*rows, head=REGISTER):
    row = "  - {{id: q{n}, type: short_answer, stem: 'In the article, {stem}?', answer: {answer}, claim: {claim}, where: {where}}}\n"
    written = (row.format(n=n, stem=s, answer=a, claim=c, where=w) for n, (s, a, c, w) in enumerate(rows))
    return f"{head}questions:\n{''.join(written)}"


def test_a_key_that_is_the_longest_too_often_is_told():
    assert "P001" in codes(choices(10, longest=6))
    assert "P001" not in codes(choices(10, longest=5))  # a third by chance, and a fifth more


def test_fewer_than_eight_choices_show_no_habit():
    assert "P001" not in codes(choices(7, longest=7))


def test_cards_that_look_alike_and_have_other_answers_are_told():
    peace = "Which treaty ended the {} war of Sweden against Denmark and Norway in the north?"
    assert codes(cards((peace.format("first"), "Roskilde"), (peace.format("second"), "Copenhagen"))) == ["P005"]
    assert codes(cards((peace.format("first"), "Roskilde"), (peace.format("second"), "Roskilde"))) == []


def test_a_word_that_matters_sets_short_cards_apart():
    words = ("iron", "zinc", "gold", "lead", "neon")
    stems = [
        (f"What is the atomic number of {word} in the periodic table?", number) for number, word in enumerate(words)
    ]
    assert codes(cards(*stems)) == []


def test_choices_that_do_not_show_each_others_key_are_not_alike():
    row = "  - {{id: {id}, stem: Which of these is a prime number?, answer: '{key}', distractors: {others}}}\n"
    apart = row.format(id="a", key=7, others="['4', '8']") + row.format(id="b", key=11, others="['6', '9']")
    mixed = "  - {id: a, stem: Which of these is it?, answer: seven, distractors: [four, eight]}\n"
    mixed += "  - {id: b, stem: Which of these is it?, answer: four, distractors: [seven, nine]}\n"
    assert codes(f"questions:\n{apart}") == []
    assert codes(f"questions:\n{mixed}") == ["P005"]


def test_one_topic_on_many_cards_without_words_of_their_own_is_told():
    text = "the new {} wall is strong enough"
    near = "article: {title: Harbour, disclosure: Made up.}\nsources:\n" + "".join(
        f"  s{n}: {{name: Person {'ABCD'[n]}, kind: person}}\n" for n in range(4)
    )
    words = ("sea", "town", "harbour", "quay")
    claims = "claims:\n" + "".join(
        f"  - {{id: c{n}, claim: {text.format(word)}, speaker: s{n}, basis: on_record, quote: q, paragraph: 1"
        f"{', near: [c0]' if n else ''}}}\n"
        for n, word in enumerate(words)
    )
    rows = [("who says that the new wall is strong", f"Person {'ABCD'[n]}", f"c{n}", "[anki]") for n in range(4)]
    assert "P005" in codes(asked(*rows, head=near + claims))
    far = claims.replace(", near: [c0]", "")
    own = [(f"who says that {text.format(word * 2)} for {word} folk", f"Person {'ABCD'[n]}", f"c{n}", "[anki]")
           for n, word in enumerate(words)]  # fmt: skip
    assert "P005" not in codes(asked(*own, head=near + far))


def test_too_few_cards_that_ask_for_a_source_are_told():
    source = ("who says that people will find work", "Ana Reyes", "jobs", "[anki]")
    content = [(f"what does the council say of the {part} wall", f"stone{part}", "wall", "[anki]")
               for part in ("upper", "lower", "outer", "inner")]  # fmt: skip
    rests = (
        "on which document does the town council rest the strength of the wall",
        "the harbour survey",
        "wall",
        "[anki]",
    )
    assert "P006" in codes(asked(source, rests, *content))
    assert "P006" not in codes(asked(source, rests, rests, *content[:3]))
    assert "P006" not in codes(asked(source, *content[:3]))


def four_times(*wheres):
    stems = ("who says that people will find work", "whose word is it that people will find work",
             "which person is quoted on work at the harbour", "who speaks of work at the new harbour")  # fmt: skip
    return asked(*((stem, "Ana Reyes", "jobs", where) for stem, where in zip(stems, wheres, strict=True)))


def test_a_claim_asked_more_than_three_times_on_cards_or_on_one_paper_is_told():
    assert codes(four_times("[anki]", "[anki]", "[anki]", "[anki]")).count("P008") == 1
    assert codes(four_times("[print]", "[print]", "[print]", "[print]")).count("P008") == 1
    assert "P008" not in codes(four_times("[anki]", "[anki]", "[print]", "[print]"))


def test_four_questions_about_a_claim_on_two_papers_are_not_told():
    sections = "quizzes:\n  - {id: a, title: A, sections: [{pick: [q0, q1]}]}\n"
    sections += "  - {id: b, title: B, sections: [{pick: [q2, q3]}]}\n"
    assert "P008" not in codes(four_times("[print]", "[print]", "[print]", "[print]") + sections)


def test_a_core_claim_that_nothing_asks_is_told():
    head = REGISTER.replace("paragraph: 1}", "paragraph: 1, core: true}")
    wall = ("who says that the wall is strong enough", "the town council", "wall", "[anki]")
    jobs = ("who says that people will find work", "Ana Reyes", "jobs", "[anki]")
    assert codes(asked(wall, head=head)) == ["P009"]
    assert codes(asked(jobs, head=head)) == []
    careful = head.replace("core: true", "core: true, quiz: avoid, note: a reason")
    assert codes(asked(wall, head=careful)) == []


def instructions(work):
    """How many of Python's instructions it takes: the same on every machine, however busy."""
    count = 0

    def look(frame, event, _):
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_cards_are_not_all_held_against_each_other():
    def work(count):
        sides = [(f"Which word number {n} of list {n % 7} is it in the book of words?", f"w{n}") for n in range(count)]
        document, _ = compile_set(cards(*sides))
        return instructions(lambda: list(sets(document)))

    work(10)  # what is done once
    assert work(500) < 30 * work(50)  # 56 times as much where all are
