"""What is printed, read back from the PDFs: each question its own words, each key the paper's own letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from deckmaker import pipeline
from deckmaker.model.answers import answer_words
from deckmaker.model.document import Document
from deckmaker.model.papers import Item, Paper, PaperSection, Version
from deckmaker.model.questions import (
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Matching,
    Numeric,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from deckmaker.model.text import Gap, Paragraph, leaves, plain, plain_inlines
from tests.support import said, sound_set
from tests.support.paper import keys, normal, printed, read_back, whole_text
from tests.support.sets import ARTICLE, ATTRIBUTED, picture

ROOT = Path(__file__).parents[2]

SEA = """
deckmaker: 1
uid: 5ea5ea00
title: The sea
questions:
  - id: spring
    stem: When does a *spring tide* happen?
    answer: at new and full moon
    distractors: [at half moon, in spring, "whenever the moon is near, be it new or old"]
    feedback: The sun helps the moon then.
    hint: Think of the sun.
  - id: bodies
    type: multiple_answer
    stem: Which of these **pull** on the sea?
    answers: [the moon, the sun]
    distractors: [the wind, "the `core` of the earth"]
  - {id: twice, type: true_false, stem: Most coasts have two high tides a day., answer: true}
  - {id: neap, type: short_answer, stem: What is a tide at half moon called?, answer: neap tide, accept: [neap]}
  - {id: day, type: numeric, stem: How long is a lunar day?, answer: 24.8, tolerance: 0.1, unit: hours}
  - {id: gaps, text: "The sea {{c1::rises}} at flood, {{c2::falls::a verb}} at ebb, and {{c1::rests}} at slack."}
  - {id: gap, text: "Water that runs out is the {{c1::ebb}}.", stem: Name it.}
  - id: words
    type: matching
    stem: What does each word mean?
    pairs: [[ebb, the sea goes out], [flood, the sea comes in], [slack, the sea stands still]]
    extra: [the sea freezes]
  - {id: phases, type: ordering, stem: Begin with new moon., items: [new moon, first quarter, full moon, last quarter]}
  - {id: why, type: essay, stem: Why two a day?, lines: 30, points: 4, rubric: Bulges, answer: Because of two bulges.}
  - {id: range, front: tidal range, back: high water less low water}
  - id: labels
    type: image_occlusion
    image: bay.png
    alt: a bay
    stem: What is what?
    regions:
      - {left: 0.1, top: 0.1, width: 0.2, height: 0.2, label: Headland}
      - {left: 0.6, top: 0.5, width: 0.2, height: 0.2, label: Sandbar}
  - id: listed
    stem: "Read both.\\n\\n- the first\\n- the second\\n\\nWhich is right?"
    answer: the first
    distractors: [the second, both lines]
    shuffle: false
    points: 0.5
quizzes:
  - id: sea
    title: The sea & its tides
    instructions: Answer **all** of it.
    versions: 3
    sections:
      - {title: Choose, instructions: One circle or every square., pick: [spring, bodies, twice, listed]}
      - {title: Write, pick: all}
"""


def asked(item: Item) -> str:
    """What must stand at a question's number: its own words and these fixed marks, nothing else."""
    body = item.question.body
    stem = plain(item.question.stem)
    points = f"({item.points.normalize():f} {'point' if item.points == 1 else 'points'})"
    if isinstance(body, Cloze):
        several = sum(isinstance(node, Gap) for node in leaves(body.text)) > 1
        task = "Fill in the blanks." if several else "Fill in the blank."
        return f"{f'{stem} {points} {task}' if stem else f'{task} {points}'} {with_blanks(body, several)}"
    return f"{stem} {points} {form(item)}"


def form(item: Item) -> str:
    """What must stand below the stem and the points."""
    lettered = " ".join(f"{mark} {plain(text)}" for mark, text in zip("ABCDEFGH", item.shown, strict=False))
    match item.question.body:
        case Choice(several=several):
            return f"{'Choose all that apply.' if several else ''} {lettered}"
        case TrueFalse():
            return "True False"
        case ShortAnswer() | Flashcard():
            return "Answer:"
        case Numeric(unit=unit):
            return f"Answer: {unit}"
        case Matching(pairs=pairs):
            task = "Write the letter of its match in each blank. Use each letter once at most."
            return f"{task} {' '.join(plain(left) for left, _ in pairs)} {lettered}"
        case Ordering():
            return f"Number them in their order, beginning with 1. {' '.join(map(plain, item.shown))}"
        case ImageOcclusion(regions=regions):
            numbers = " ".join(str(number) for number, _ in enumerate(regions, 1))
            return f"Write what stands under each number. {numbers} {numbers}"
        case _:
            assert isinstance(item.question.body, Essay)
            return ""


def with_blanks(body: Cloze, numbered: bool) -> str:
    """The text with nothing where a deletion stood but its number and its hint."""
    (paragraph,) = body.text
    assert isinstance(paragraph, Paragraph)
    words = ""
    number = 0
    for node in paragraph.children:
        if isinstance(node, Gap):
            number += 1
            words += (f"({number}) " if numbered else "") + (f" ({node.hint})" if node.hint else "")
        else:
            words += plain_inlines((node,))
    return words


def following(version: Version, item: Item) -> str:
    """What may stand after a question besides: the next section's title and instructions, or the end."""
    starts: dict[int, PaperSection] = {section.items[0].number: section for section in version.sections}
    if section := starts.get(item.number + 1):
        return f"{section.title} {plain(section.instructions)}"
    if item.number == len(version.items):
        count, points = len(version.items), f"{version.points.normalize():f}"
        return f"End of the paper · {count} question{'s' * (count != 1)} · {points} point{'s' * (points != '1')}"
    return ""


def squeezed(words: str) -> str:
    """Without spaces, of which a PDF keeps none where a line ends or a blank stands, and without bullets."""
    return normal(words).replace(" ", "").replace("•", "")


def shipped(name: str) -> Document:
    (found,), _ = pipeline.find_sets([ROOT / "decks" / name])
    document = pipeline.check(found).document
    assert document is not None
    return document


SETS: dict[str, Callable[[], Document]] = {
    "every type": lambda: sound_set(SEA, files={"bay.png": picture()}),
    "with claims": lambda: sound_set(ATTRIBUTED),
    "who-says-so": lambda: shipped("who-says-so"),
}


@cache
def made(name: str) -> tuple[tuple[Paper, ...], dict[str, bytes]]:
    planned, files, problems = printed(SETS[name]())
    assert not problems, said(problems)
    return planned, files


@pytest.mark.parametrize("name", SETS)
def test_between_two_numbers_stands_the_question_and_nothing_else(name):
    planned, files = made(name)
    for paper in planned:
        for sheet in read_back(paper, files):
            for item in sheet.version.items:
                expected = f"{asked(item)} {following(sheet.version, item)}"
                assert squeezed(sheet.parts[item.number]) == squeezed(expected)


@pytest.mark.parametrize("name", SETS)
def test_the_letter_beside_the_right_answer_is_the_letter_on_the_key(name):
    planned, files = made(name)
    seen = 0
    for paper in planned:
        key = keys(paper, files)
        for sheet in read_back(paper, files):
            for item in sheet.version.items:
                body = item.question.body
                if not isinstance(body, Choice):
                    continue
                right = [normal(plain(option.text)) for option in body.options if option.correct]
                on_key = key[sheet.version.name][1][item.number]
                for words in right:
                    (mark,) = [letter for letter in "ABCDEF" if f" {letter} {words} " in f"{sheet.parts[item.number]} "]
                    assert f"→ {mark} {words}" in on_key
                    seen += 1
                assert on_key.count("→") == len(right)
    assert seen


def test_every_other_answer_stands_on_the_key_as_on_the_paper():
    (paper,), files = made("every type")
    key = keys(paper, files)
    for sheet in read_back(paper, files):
        _, answers = key[sheet.version.name]
        numbers = {item.question.id: item.number for item in sheet.version.items}

        def answer(id: str, numbers: dict[str, int] = numbers, answers: dict[int, str] = answers) -> str:
            return answers[numbers[id]]

        assert "→ True" in answer("twice")
        assert "→ neap tide Also accepted: neap" in answer("neap")
        assert "→ 24.8 ± 0.1 hours" in answer("day")
        assert "→ (1) rises → (2) falls → (3) rests" in answer("gaps")
        assert "Model answer: Because of two bulges. Rubric: Bulges" in answer("why")
        assert "(4 points)" in answer("why")
        assert "→ high water less low water" in answer("range")
        assert "→ 1 Headland → 2 Sandbar" in answer("labels")
        assert "Feedback: The sun helps the moon then. Hint, if asked: Think of the sun." in answer("spring")
        for left, right in (("ebb", "the sea goes out"), ("slack", "the sea stands still")):
            (mark,) = [letter for letter in "ABCD" if f" {letter} {right}" in sheet.parts[numbers["words"]]]
            assert f"→ {mark} {left} — {right}" in answer("words")
        for number, thing in enumerate(("new moon", "first quarter", "full moon", "last quarter"), 1):
            assert f"→ {number} {thing}" in answer("phases")


@pytest.mark.parametrize("name", SETS)
def test_paper_and_key_carry_the_same_code_and_no_two_versions_do(name):
    planned, files = made(name)
    for paper in planned:
        key = keys(paper, files)
        for sheet in read_back(paper, files):
            head = sheet.parts[0]
            assert f"Version {sheet.version.name} Code {sheet.version.code}" in head
            assert key[sheet.version.name][0] == sheet.version.code
        assert len({code for code, _ in key.values()}) == len(paper.versions)


def test_the_key_gives_the_reason_and_says_when_nobody_verified_the_fragment():
    expected = "speaker: Ida Marsh · basis: the surveys · hedged: “indicate” · “surveys indicate a lower”"
    unverified = "paragraph 1, fragment not verified"
    for article, state in ((None, unverified), (ARTICLE, "words found in paragraph 1")):
        (paper,), files, _ = printed(sound_set(ATTRIBUTED, article=article))
        _, answers = keys(paper, files)["A"]
        numbers = {item.question.id: item.number for item in paper.versions[0].items}
        assert f"Reason: {expected} ({state})" in answers[numbers["who"]]
        assert "Reason (lower-tide): " in answers[numbers["both"]]
        assert "Reason" not in answers[numbers["plain"]]
        note = "The quotations behind this quiz were not checked against the article's text."
        for sheet in read_back(paper, files):
            assert (note in sheet.parts[0]) is (state == unverified)


def test_the_disclosure_stands_on_every_first_page_and_on_the_key():
    disclosure = "About one made-up article; the questions ask what it says."
    (paper,), files, _ = printed(sound_set(ATTRIBUTED))
    for sheet in read_back(paper, files):
        assert f"“Harbour Works Will Move the Tide”, A. Writer. {disclosure}" in sheet.parts[0]
    assert disclosure in whole_text(files["quiz-A-key.pdf"])


def test_right_to_left_options_stand_beside_their_letters():
    document = sound_set(
        "questions:\n  - {id: sea, language: he, stem: 'מה צבע הים?', answer: כחול, distractors: [אדום, ירוק]}\n"
    )
    (paper,), files, problems = printed(document)
    assert not problems
    for version in paper.versions:
        text = whole_text(files[f"quiz-{version.name}.pdf"])
        (item,) = version.items
        for mark, option in zip("ABC", map(plain, item.shown), strict=True):
            assert f"{option} {mark}" in text
        assert answer_words(item.question) == "כחול"


def test_formulas_are_set_with_all_their_signs():
    document = sound_set(
        r"""
questions:
  - id: formula
    type: short_answer
    stem: 'Solve $\frac{a}{b} + \sqrt{c} = \sum_{i=1}^{n} d_i$ for $\alpha \le 12{,}5$ in $\text{words}$.'
    answer: x
"""
    )
    (paper,), files, problems = printed(document)
    assert not problems
    for sheet in read_back(paper, files):
        letters = "Solve ab+√c=∑i=1ndi for α≤12,5 in words. (1 point) Answer:" + following(
            sheet.version, sheet.version.items[0]
        )
        assert sorted(squeezed(sheet.parts[1])) == sorted(squeezed(letters))


def test_what_looks_like_code_stands_on_paper_as_it_was_typed():
    hostile = '#read("x") #strong[x] @ref <label> \\\\ // comment -- ... = heading {{ }} $5'
    document = sound_set(f"questions:\n  - id: code\n    type: short_answer\n    stem: '{hostile}'\n    answer: x\n")
    (paper,), files, problems = printed(document)
    assert not problems
    (item,) = paper.versions[0].items
    for sheet in read_back(paper, files):
        assert sheet.parts[1].startswith(normal(plain(item.question.stem)))
