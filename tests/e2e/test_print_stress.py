"""Every paper size, profile and number of columns, with what fits badly: nothing leaves its page, column or line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from deckmaker import papers, pipeline
from deckmaker.model.document import Document
from deckmaker.model.quizzes import Layout
from deckmaker.writers.print import PrintOptions, write
from tests.support import sound_set
from tests.support.glyphs import glyphs, overlaps
from tests.support.sets import picture

ROOT = Path(__file__).parents[2]
WORDS = "The harbour master wrote down at what hour the water turned and how high it stood on that day. "
LONG = WORDS * 11
UNBROKEN = "GATTACA" * 14
STRESS = f"""
questions:
  - {{id: long, stem: "{LONG}Which day was it?", answer: Monday, distractors: [Tuesday, Friday]}}
  - id: twelve
    stem: Which of these twelve?
    answer: "{WORDS}"
    distractors: [{", ".join(f"choice of {n} things {'that goes on for a while ' * (n % 4)}" for n in range(11))}]
  - {{id: unbroken, stem: "Which gene is {UNBROKEN}?", answer: "{UNBROKEN}", distractors: [none, "x{UNBROKEN}"]}}
  - {{id: tall, stem: "![a tall picture](tall.png) What is it?", answer: a tower, distractors: [a bridge]}}
  - {{id: wide, stem: "![a wide picture](wide.png) What is it?", answer: a bridge, distractors: [a tower]}}
  - {{id: sum, stem: "What is $\\\\frac{{a_1 + a_2 + a_3 + a_4}}{{b_1 + b_2}} = \\\\sqrt{{x^2 + y^2}}$?", answer: "$c$", distractors: ["$\\\\frac{{1}}{{2}}$"]}}
  - {{id: words, type: matching, stem: Match., pairs: [["{WORDS}", out], [ebb, "{WORDS}Twice."], [Industrialisierungsprozess, Donaudampfschifffahrtsgesellschaft]], extra: ["{WORDS}Never."]}}
  - {{id: steps, type: ordering, stem: Order., items: ["{WORDS}", then this, "and, {WORDS}", at last]}}
  - {{id: digits, type: numeric, stem: How many?, answer: "1234567890.25", unit: kilometres per hour}}
  - {{id: gaps, type: cloze, text: "{WORDS}{{{{c1::one}}}} and {{{{c2::two}}}} and {{{{c3::three}}}} and {{{{c4::four}}}} {WORDS}"}}
  - {{id: code, stem: "Run `a_very_long_name_of_a_function_that_nobody_would_ever_write(with, many, arguments)` now?", answer: "`{UNBROKEN}`", distractors: [no]}}
  - {{id: link, stem: "See [this page](https://example.org/{"path/" * 30}).", answer: seen, distractors: [unseen]}}
  - {{id: essay, type: essay, stem: "{WORDS}Why?", lines: 12}}
  - id: parts
    type: image_occlusion
    image: wide.png
    alt: a coast
    stem: Name the parts.
    regions: [{", ".join(f"{{left: {n / 10}, top: 0.1, width: 0.08, height: 0.5, label: part {n}}}" for n in range(9))}]
  - {{id: listed, stem: "Read:\\n\\n- first, {WORDS}\\n- second\\n\\nThen say.", type: short_answer, answer: it}}
quizzes:
  - id: stress
    title: A title that is much longer than titles of quizzes have any business to be, over two lines at least
    instructions: "{WORDS * 2}"
    minutes: 90
    versions: 2
    sections:
      - {{title: "A section with a heading that is long enough to need a second line in a column", instructions: "{WORDS}", passage: "{WORDS * 6}", pick: [long, twelve, unbroken, tall, wide, sum]}}
      - {{title: More, extra_credit: true, pick: all}}
"""
LAYOUTS = [
    *(Layout(paper, ("normal",), columns) for paper, columns in product(("a4", "letter"), (1, 2))),
    *(Layout(paper, (profile,), 1) for paper, profile in product(("a4", "letter"), ("large", "dyslexia"))),
]
MARGINS = {"normal": 56, "large": 72, "dyslexia": 68}
"""Of each profile at its sides, in points; see template/settings.typ."""
NAMES = [f"{layout.paper}-{layout.profiles[0]}-{layout.columns}" for layout in LAYOUTS]


def stretched(width: int, height: int) -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.open(io.BytesIO(picture())).resize((width, height)).save(made, "PNG")
    return made.getvalue()


@cache
def documents() -> dict[str, Document]:
    pictures = {"tall.png": stretched(60, 900), "wide.png": stretched(1800, 90)}
    (files,), _ = pipeline.find_sets([ROOT / "decks" / "who-says-so"])
    article = pipeline.check(files).document
    assert article
    return {"stress": sound_set(STRESS, files=pictures), "article": article}


@cache
def files(name: str, layout: Layout) -> dict[str, bytes]:
    planned, _ = papers.plan(documents()[name])
    most = max(planned, key=lambda paper: len(paper.versions[0].items))
    made, problems = write(documents()[name], PrintOptions((replace(most, layout=layout),)))
    assert not problems, problems
    return dict(made)


CASES = [(name, layout) for name in ("stress", "article") for layout in LAYOUTS]
CASE_NAMES = [f"{set}-{layout}" for set in ("stress", "article") for layout in NAMES]


def students(name: str, layout: Layout) -> Iterator[tuple[str, pypdfium2.PdfDocument]]:
    for file, data in files(name, layout).items():
        if file.endswith(".pdf") and not file.startswith(("source-map", "reading")) and "strips" not in file:
            yield file, pypdfium2.PdfDocument(data)


@pytest.mark.parametrize(("name", "layout"), CASES, ids=CASE_NAMES)
def test_every_letter_stands_within_the_margins_and_within_its_column(name, layout):
    for file, document in students(name, layout):
        teachers = any(kind in file for kind in ("key", "overview", "erratum"))
        margin = (56 if teachers else MARGINS[layout.profiles[0]]) - 2
        for number, page in enumerate(document):
            width, height = page.get_size()
            for glyph in glyphs(page):
                where = (file, number + 1, glyph)
                assert margin <= glyph.left, where
                assert glyph.right <= width - margin, where
                assert glyph.bottom >= 14, where
                assert glyph.top <= height - 40, where
            if layout.columns == 2 and not teachers and number:
                foot = 60
                gutter = (width / 2 - 14, width / 2 + 14)
                crossing = [
                    glyph
                    for glyph in glyphs(page)
                    if glyph.bottom > foot and glyph.left < gutter[1] and glyph.right > gutter[0]
                ]
                assert not crossing, (file, number + 1, crossing[:5])


@pytest.mark.parametrize(("name", "layout"), CASES, ids=CASE_NAMES)
def test_no_letter_lies_on_another(name, layout):
    for file, document in students(name, layout):
        assert not list(overlaps(document)), file


@pytest.mark.parametrize(("name", "layout"), CASES, ids=CASE_NAMES)
def test_no_heading_stands_at_the_foot_of_a_page(name, layout):
    for file, document in students(name, layout):
        for number, page in enumerate(document):
            text = page.get_textpage()
            sizes = [
                (text.get_charbox(index)[1], pypdfium2.raw.FPDFText_GetFontSize(text, index))
                for index in range(text.count_chars())
                if text.get_text_range(index, 1).strip() and text.get_charbox(index)[1] > 62
            ]
            body = sorted(size for _, size in sizes)[len(sizes) // 2]
            assert min(sizes)[1] < 1.15 * body, (file, number + 1)


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_no_page_but_the_last_is_nearly_empty(layout):
    for file, document in students("article", layout):
        for number, page in enumerate(list(document)[:-1]):
            lowest = min(glyph.bottom for glyph in glyphs(page) if glyph.bottom > 62)
            assert "key" in file or lowest < page.get_size()[1] * 0.75, (file, number + 1)


@pytest.mark.parametrize(("name", "layout"), CASES, ids=CASE_NAMES)
def test_a_checker_of_accessibility_finds_no_fault(name, layout, tmp_path):
    for file, data in files(name, layout).items():
        if file.endswith(".pdf"):
            (tmp_path / file).write_bytes(data)
            assert not pdfua.validate(str(tmp_path / file)).findings, file


@pytest.mark.parametrize(("name", "layout"), CASES, ids=CASE_NAMES)
def test_machines_read_in_the_order_in_which_eyes_do(name, layout):
    """Each page's marked content stands in the tag tree as it was painted: line by line, down the columns."""
    for file, data in files(name, layout).items():
        if not file.endswith(".pdf") or file.startswith(("source-map", "reading")) or "strips" in file:
            continue
        with pikepdf.open(io.BytesIO(data)) as document:
            pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
            tree = [(pages[page], mark) for page, mark in marks(document.Root.StructTreeRoot, None)]
            for number, page in enumerate(document.pages):
                tagged = [mark for at, mark in tree if at == number]
                assert [mark for mark in painted_marks(page) if mark in set(tagged)] == tagged, (file, number + 1)


def marks(node: Any, page: Any) -> Iterator[tuple[Any, int]]:
    """Page and number of each piece of marked content, in the order of the tree."""
    page = node.get("/Pg", page)
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield page.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.get("/Pg", page).objgen, int(kid.MCID)
        elif "/S" in kid:
            yield from marks(kid, page)


def painted_marks(page: pikepdf.Page) -> Iterator[int]:
    for instruction in pikepdf.parse_content_stream(page):
        named = instruction.operands[1] if str(instruction.operator) == "BDC" else None
        if isinstance(named, pikepdf.Dictionary) and "/MCID" in named:
            yield int(named.MCID)
