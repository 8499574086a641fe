"""Printed pages as things to hand out: nothing clipped, nothing split, nothing given away, readable by machines too."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise
from typing import Any

import pdfua
import pikepdf
import pypdfium2
import pytest

from deckmaker.model.papers import Paper
from deckmaker.model.text import plain
from tests.support import said, sound_set
from tests.support.paper import normal, pages, printed, read_back, whole_text
from tests.support.sets import ARTICLE, ATTRIBUTED, picture

LONG = "that goes on for a while, as options in real quizzes do now and then when nobody cuts them"
MANY = "".join(
    f"""
  - id: q{number}
    stem: Which of these is right in case {number}, and why would a reader of the text think so at all?
    answer: right {number}
    distractors: [wrong {number}, an option {LONG}, neither]
"""
    for number in range(30)
)
KINDS = """
  - {id: twice, type: true_false, stem: Two high tides a day., answer: true}
  - {id: neap, type: short_answer, stem: What is a tide at half moon called?, answer: neap tide}
  - {id: day, type: numeric, stem: How long is a lunar day?, answer: 24.8, unit: hours}
  - {id: gaps, text: "The sea {{c1::rises}} at flood and {{c2::falls}} at ebb."}
  - {id: words, type: matching, stem: Match., pairs: [[ebb, out], [flood, in], [Industrialisierungsprozess, slack]]}
  - {id: phases, type: ordering, stem: Order., items: [new moon, first quarter, full moon]}
  - {id: why, type: essay, stem: Why?, lines: 45}
  - {id: shown, type: short_answer, stem: "What is this? ![a bay](bay.png)", answer: a bay}
  - {id: formula, type: short_answer, stem: "What is $\\\\frac{a}{b}$?", answer: "$c$"}
  - id: labels
    type: image_occlusion
    image: bay.png
    alt: a bay
    stem: Label.
    regions: [{left: 0.1, top: 0.1, width: 0.2, height: 0.2, label: Headland}]
  - id: overlong
    stem: Which gene?
    answer: GATTACAGATTACAGATTACAGATTACAGATTACAGATTACAGATTACAGATTACAGATTACAGATTACAGATTACAGATTACAGATTACA
    distractors: [none, all]
"""
LOOKS = [("a4", "normal"), ("letter", "normal"), ("a4", "large"), ("letter", "large"), ("a4", "dyslexia")]
SIZES = {"a4": (595, 842), "letter": (612, 792)}


@cache
def made(paper: str, profile: str) -> tuple[Paper, dict[str, bytes]]:
    quiz = f"quizzes: [{{id: q, title: Tides, versions: 2, paper: {paper}, profile: {profile}, sections: [{{pick: all}}]}}]"
    document = sound_set(f"questions:{MANY}{KINDS}\n{quiz}\n", files={"bay.png": picture()})
    (planned,), files, problems = printed(document)
    assert not problems, said(problems)
    return planned, files


@pytest.mark.parametrize(("paper", "profile"), LOOKS)
def test_no_letter_stands_outside_the_margins(paper, profile):
    _, files = made(paper, profile)
    margin = 45
    for name in ("q-A.pdf", "q-B.pdf", "q-A-key.pdf"):
        document = pypdfium2.PdfDocument(files[name])
        for page in document:
            assert [round(side) for side in page.get_size()] == list(SIZES[paper])
            width, height = page.get_size()
            text = page.get_textpage()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                if text.get_text_range(index, 1).strip():
                    assert left >= margin, name
                    assert right <= width - margin, name
                    assert bottom >= 24, name
                    assert top <= height - 40, name


@pytest.mark.parametrize(("paper", "profile"), LOOKS)
def test_a_question_stands_on_one_page_with_all_its_options(paper, profile):
    planned, files = made(paper, profile)
    for version in planned.versions:
        texts = pages(files[f"q-{version.name}.pdf"])
        for item in (item for item in version.items if item.shown):
            start = f"{item.number}. {normal(plain(item.question.stem))}"
            (page,) = [text for text in texts if f" {start}" in f" {text}"]
            own = page[page.index(start) :].partition(f" {item.number + 1}. ")[0]
            assert all(normal(plain(option)).replace(" ", "") in own.replace(" ", "") for option in item.shown)


def test_only_what_is_longer_than_a_page_goes_over_pages():
    document = sound_set(
        "questions:\n  - {id: why, type: essay, stem: Why?, lines: 60}\n  - {id: c, front: a, back: b}\n"
    )
    _, files, _ = printed(document)
    texts = pages(files["quiz-A.pdf"])
    assert len(texts) == 3
    assert "1. Why?" in texts[0]
    assert "2. a" in texts[2]


@pytest.mark.parametrize(("profile", "size"), [("normal", 12), ("dyslexia", 14), ("large", 18)])
def test_options_are_as_large_as_the_profile_says(profile, size):
    _, files = made("a4", profile)
    document = pypdfium2.PdfDocument(files["q-A.pdf"])
    text = document[0].get_textpage()
    start = text.get_text_range().index("right 0")
    sizes = {round(pypdfium2.raw.FPDFText_GetFontSize(text, index), 1) for index in range(start, start + 5)}
    assert sizes == {float(size)}


@pytest.mark.parametrize(("paper", "profile"), LOOKS[:3])
def test_an_independent_checker_finds_no_fault_with_the_accessibility(paper, profile, tmp_path):
    _, files = made(paper, profile)
    for name in ("q-A.pdf", "q-A-key.pdf"):
        (tmp_path / name).write_bytes(files[name])
        report = pdfua.validate(str(tmp_path / name))
        assert not report.findings
        # This rule of pdfua fails by itself on tagged text; the test below does its work.
        assert {outcome.rule_id for outcome in report.outcomes if outcome.skipped_reason} <= {"UA-14-001"}


def roles(pdf: bytes) -> list[str]:
    """The roles of the structure tree in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(_roles(document.Root.StructTreeRoot))


def _roles(node: Any) -> Any:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                yield str(kid.S)
            yield from _roles(kid)


def test_headings_never_skip_a_level_and_options_are_lists():
    _, files = made("a4", "normal")
    for name in ("q-A.pdf", "q-A-key.pdf"):
        levels = [int(role[2]) for role in roles(files[name]) if role in ("/H1", "/H2", "/H3", "/H4")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
    found = roles(files["q-A.pdf"])
    assert found.count("/LI") == found.count("/LBody") > 30 * 4
    assert found.count("/Formula") == 1
    assert found.count("/Figure") >= 1


ANSWERED = """
questions:
  - {{id: one, stem: Which?, shuffle: false, options: [{{text: a, correct: {0}}}, {{text: b, correct: {1}}}],
     feedback: Because {2}}}
  - {{id: two, type: multiple_answer, stem: Which all?, shuffle: false,
     options: [{{text: a, correct: {0}}}, {{text: b, correct: {1}, feedback: No {2}}}]}}
  - {{id: three, type: true_false, stem: Is it?, answer: {0}, hint: "{2}"}}
  - {{id: four, type: short_answer, stem: What?, answer: "{2}", accept: ["{2}s"]}}
  - {{id: five, type: numeric, stem: How many?, answer: {3}, unit: m}}
  - {{id: six, text: "The {{{{c1::{2}}}}} is it and {{{{c2::{2}{2}}}}} too."}}
  - {{id: seven, type: essay, stem: Why?, rubric: "{2}", answer: "{2}"}}
  - {{id: eight, front: Front, back: "{2}"}}
  - {{id: nine, type: image_occlusion, image: bay.png, alt: a bay, stem: Label.,
     regions: [{{left: 0.1, top: 0.1, width: 0.2, height: 0.2, label: "{2}"}}]}}
"""


def everything(pdf: bytes, code: str) -> tuple[str, dict[str, str], list[str]]:
    """Text, metadata and every string and stream of a PDF, the code taken out."""
    document = pypdfium2.PdfDocument(pdf)
    text = whole_text(pdf).replace(code, "CODE")
    strings = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for made_of in opened.objects:
            strings.append(str(made_of.unparse()) if not isinstance(made_of, pikepdf.Stream) else "")
            if isinstance(made_of, pikepdf.Stream) and made_of.get("/Type") == "/Metadata":
                strings.append(made_of.read_bytes().decode("utf-8", "replace"))
    return text, document.get_metadata_dict(), strings


def test_a_student_copy_is_the_same_whatever_the_answers_are():
    one = ANSWERED.format("true", "false", "zebra", "12")
    other = ANSWERED.format("false", "true", "giraffe", "7890")
    bay = {"bay.png": picture()}
    (paper,), files, problems = printed(sound_set(one, files=bay))
    (turned,), turned_files, _ = printed(sound_set(other, files=bay))
    assert not problems
    for version, again in zip(paper.versions, turned.versions, strict=True):
        name = f"quiz-{version.name}.pdf"
        text, metadata, strings = everything(files[name], version.code)
        assert (text, metadata) == everything(turned_files[name], again.code)[:2]
        assert not [string for string in (text, *metadata.values(), *strings) if "zebra" in string.casefold()]
        assert files[name] != files["quiz-A-key.pdf"]
    assert "zebra" in whole_text(files["quiz-A-key.pdf"])


def test_reasons_and_feedback_stand_on_the_key_alone():
    (paper,), files, _ = printed(sound_set(ATTRIBUTED, article=ARTICLE))
    for sheet in read_back(paper, files):
        for words in ("surveys indicate a lower", "points to the surveys", "Reason", "speaker:", "basis:"):
            assert words not in sheet.text
            assert words in whole_text(files["quiz-A-key.pdf"])


def test_the_version_and_its_code_stand_on_every_page_of_its_key():
    planned, files = made("a4", "normal")
    for version in planned.versions:
        document = pypdfium2.PdfDocument(files[f"q-{version.name}-key.pdf"])
        for page in document:
            assert f"Version {version.name} · {version.code}" in normal(page.get_textpage().get_text_range())


def test_a_note_in_small_print_when_some_quotations_were_not_verified():
    lost = ATTRIBUTED.replace("quote: the new wall will hold", "quote: words that are nowhere")
    from tests.support import compile_set

    document, _ = compile_set(lost, article=ARTICLE)
    (paper,), files, _ = printed(document)
    note = "Some of the quotations behind this quiz were not checked against the article's text."
    assert all(note in sheet.parts[0] for sheet in read_back(paper, files))
