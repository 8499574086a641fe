"""Word files as pages, by LibreOffice: what stays together, and where lines, points and pictures stand."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest

from deckmaker.writers.docx import DocxOptions, write
from tests.support import sound_set
from tests.support.office import as_pdf
from tests.support.paper import normal, printed
from tests.support.places import words_on
from tests.support.sets import picture

PAIRS = ", ".join(
    f"[that the {word} was said to be so by somebody, speaker {word}]" for word in ("wheel", "door", "roof")
)
MATCHING = "".join(
    f"  - {{id: m{n}, type: matching, stem: Who says it {n}?, pairs: [{PAIRS}]}}\n" for n in range(1, 13)
)
RULED = """
  - {id: short, type: essay, stem: Why at last?, lines: 9}
  - {id: long, type: essay, stem: Why at all?, lines: 60}
  - {id: card, front: A last one, back: b}
"""
PICTURED = """questions:
  - {id: shown, stem: "What does it show? ![a field](a.png)", answer: a field, distractors: [a house]}
  - {id: line, type: short_answer, stem: What is it?, answer: it}
"""
QUIZ = "quizzes: [{id: q, title: Quiz, instructions: Answer all., sections: [{title: One, pick: all}]}]\n"
POINT = 72 / 25.4


def in_word(yaml: str, folder: Path) -> dict[str, pypdfium2.PdfDocument]:
    """The paper, its key, and our own PDF of both."""
    (paper, *_), pdfs, problems = printed(sound_set(yaml, files={"a.png": picture()}))
    assert not problems
    words, _ = write(sound_set(yaml, files={"a.png": picture()}), DocxOptions((paper,)))
    files = {**as_pdf(words, folder), **pdfs}
    return {name: pypdfium2.PdfDocument(files[name]) for name in files if not name.endswith("json")}


def texts(document: pypdfium2.PdfDocument) -> list[str]:
    return [normal(page.get_textpage().get_text_range()) for page in document]


@pytest.fixture(scope="module")
def pictured(tmp_path_factory) -> dict[str, pypdfium2.PdfDocument]:
    return in_word(PICTURED + QUIZ, tmp_path_factory.mktemp("word"))


@pytest.fixture(scope="module")
def matched(tmp_path_factory) -> dict[str, pypdfium2.PdfDocument]:
    return in_word(f"questions:\n{MATCHING}{RULED}{QUIZ}", tmp_path_factory.mktemp("word"))


def test_matching_questions_one_after_another_fill_pages_and_none_is_split(matched):
    pages = texts(matched["q-A.docx"])
    assert [sum(f"Who says it {n}?" in page for n in range(1, 13)) for page in pages[:3]] == [6, 6, 0]
    for page in pages[:2]:
        assert page.count("Who says it") * 3 == page.count("was said to be so") == page.count(" speaker ")


def test_ruled_lines_stay_with_their_question_unless_no_page_holds_them(matched):
    pages = texts(matched["q-A.docx"])
    ruled = [page.count("_" * 40) for page in pages]
    at = next(number for number, page in enumerate(pages) if "Why at last?" in page)
    assert ruled[at] >= 9
    assert "Why at all?" in pages[at]
    assert sum(ruled) >= 9 + 60
    assert len(pages) <= at + 4


def test_points_stand_behind_the_words_of_a_stem_that_ends_with_a_picture(pictured):
    for name in ("q-A.docx", "q-A-key.docx"):
        found = words_on(pictured[name][0])
        (asked,) = [word for word in found if word.text.endswith("show?") or "it show?" in word.text]
        assert any("(1" in word.text and abs(word.bottom - asked.bottom) < 3 for word in found)


def test_a_picture_is_as_large_as_in_print_and_begins_where_the_words_do(pictured):
    for name in ("q-A", "q-A-key"):
        in_print, in_office = bounds(pictured[f"{name}.pdf"]), bounds(pictured[f"{name}.docx"])
        assert [in_office[2] - in_office[0], in_office[3] - in_office[1]] == pytest.approx(
            [in_print[2] - in_print[0], in_print[3] - in_print[1]], abs=1
        )
        left = min(word.left for word in words_on(pictured[f"{name}.docx"][0]) if word.text.startswith("What"))
        assert in_office[0] == pytest.approx(left, abs=1.5)


def bounds(document: pypdfium2.PdfDocument) -> tuple[float, ...]:
    """The edges of the first page's first picture."""
    return bounds_on(document[0])


def bounds_on(page: pypdfium2.PdfPage) -> tuple[float, ...]:
    """The first picture's edges: left, lower, right, upper."""
    pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)
    return tuple(next(iter(pictures)).get_bounds())


def test_lines_to_write_on_reach_the_margin(pictured):
    page = pictured["q-A.docx"][0]
    end = max(word.right for word in words_on(page) if word.text.startswith("_") and word.bottom < 600)
    assert end == pytest.approx(page.get_width() - 20 * POINT, abs=3)


def test_instructions_begin_at_the_margin_and_not_right_below_the_date(pictured):
    found = {word.text.split()[0]: word for word in words_on(pictured["q-A.docx"][0]) if word.text}
    assert found["Answer"].left == pytest.approx(found["Date"].left, abs=1)
    assert found["Date"].bottom - found["Answer"].bottom > 20


def test_further_lines_of_what_is_matched_begin_under_its_words_not_under_the_blank(matched):
    page = matched["q-A.docx"][0]
    blank = min(word.left for word in words_on(page) if word.text == "_____")
    under = {word.text.split()[0] for word in words_on(page) if abs(word.left - blank) < 3}
    assert under - {"_" * 42} == {"Who", "Write", "_____"}


LABELLED = """questions:
  - id: parts
    type: image_occlusion
    stem: Name the part
    image: a.png
    alt: a field
    regions: [{left: 0.1, top: 0.1, width: 0.8, height: 0.8, label: roof}]
"""


@pytest.mark.parametrize(("more", "size"), [("", 11), (", columns: 2", 11), (", profile: large", 18)])
def test_a_number_in_a_picture_is_as_high_as_a_figure_of_the_text(more, size, tmp_path):
    quiz = QUIZ.replace("title: Quiz", f"title: Quiz{more}")
    page = in_word(LABELLED + quiz, tmp_path)["q-A.docx"][0]
    left, bottom, right, top = (round(edge * 4) for edge in bounds_on(page))
    shown = page.render(scale=4).to_pil().convert("L")
    inside = shown.crop((left, shown.height - top, right, shown.height - bottom))
    wide, high = inside.width, inside.height
    middle = inside.crop((wide // 4, high // 4, wide * 3 // 4, high * 3 // 4)).point(lambda grey: 255 * (grey < 128))
    _, upper, _, lower = middle.getbbox()
    assert (lower - upper) / 4 == pytest.approx(size * 0.67, abs=size * 0.08)
