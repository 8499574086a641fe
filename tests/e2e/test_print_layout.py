"""What a teacher sees who leafs through the papers: columns, pictures, strips and cards, by where words stand."""

from __future__ import annotations

import pypdfium2
import pytest

from deckmaker import papers
from deckmaker.writers.print.cards import FlashcardOptions, write
from tests.support import said, sound_set
from tests.support.paper import printed
from tests.support.places import Letter, letters_on, words_on
from tests.support.sets import ARTICLE, REGISTER, picture


def made(yaml: str) -> dict[str, pypdfium2.PdfDocument]:
    """The PDFs of a set, by their names."""
    _, files, problems = printed(sound_set(yaml, files={"a.png": picture()}))
    assert not problems, said(problems)
    return {name: pypdfium2.PdfDocument(data) for name, data in files.items() if name.endswith(".pdf")}


WHO = """questions:
  - id: who
    type: matching
    stem: Who says it?
    pairs: [[that the words above the entrance remain, Anna], [that the mill stops working, Karel]]
"""
QUIZ = "quizzes: [{{id: q, title: Mill{}, sections: [{{title: One, pick: all}}]}}]\n"


def test_sentences_matched_with_short_names_in_two_columns_stand_above_the_names_in_full_lines():
    found = words_on(made(WHO + QUIZ.format(", columns: 2"))["q-A.pdf"][0])
    sentence = next(word for word in found if word.text.startswith("that the words"))
    assert sentence.text.startswith("that the words above")
    names = [word for word in found if word.text in ("Anna", "Karel")]
    assert len(names) == 2
    assert all(name.top < sentence.bottom for name in names)


def test_in_two_columns_the_first_heading_stands_apart_from_the_rule_above():
    page = made(WHO + QUIZ.format(", columns: 2"))["q-A.pdf"][0]
    heading = next(word for word in words_on(page) if word.text == "One")
    rules = [one.get_bounds() for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=5)]
    across = min(bottom for left, bottom, right, _ in rules if right - left > 400)
    assert across - heading.top > 10


def test_sentences_matched_with_short_names_across_the_page_stand_beside_them():
    found = words_on(made(WHO + QUIZ.format(""))["q-A.pdf"][0])
    sentences = [word for word in found if word.text.startswith("that the")]
    names = [word for word in found if word.text in ("Anna", "Karel")]
    assert len(names) == len(sentences) == 2
    assert all(name.left > sentence.right for name in names for sentence in sentences)


LABELLED = """questions:
  - id: parts
    type: image_occlusion
    stem: Name the parts
    image: a.png
    alt: a field
    regions: [{left: 0.1, top: 0.1, width: 0.2, height: 0.3, label: roof},
              {left: 0.6, top: 0.5, width: 0.3, height: 0.4, label: door}]
"""


def cards(yaml: str, **files: bytes) -> pypdfium2.PdfDocument:
    """The flashcards of a set."""
    document = sound_set(yaml, files={"a.png": picture(), **files})
    made, problems = write(document, FlashcardOptions(papers.cards(document)))
    assert not problems, said(problems)
    return pypdfium2.PdfDocument(made["flashcards.pdf"])


def one_and_two(page: pypdfium2.PdfPage) -> list[Letter]:
    """The numbers in the first picture on a page."""
    picture = next(iter(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)))
    left, bottom, right, top = picture.get_bounds()
    return [one for one in letters_on(page) if left < one.left < right and bottom < one.base < top]


@pytest.mark.parametrize(
    ("more", "size"), [("", 12), (", columns: 2", 12), (", profile: large", 18), (", profile: dyslexia", 14)]
)
def test_numbers_in_a_picture_are_as_large_as_the_papers_words_and_of_their_typeface(more, size):
    found = one_and_two(made(LABELLED + QUIZ.format(more))["q-A.pdf"][0])
    assert [one.text for one in found] == ["1", "2"]
    assert {(one.font, one.size) for one in found} == {("AtkinsonHyperlegible-Bold", size)}


def test_numbers_in_a_picture_on_a_card_are_as_large_as_its_words():
    page = cards(LABELLED)[0]
    asked = next(one for one in letters_on(page) if one.text == "N")
    assert asked.size > 10
    assert [(one.text, one.size) for one in one_and_two(page)] == [("1", asked.size), ("2", asked.size)]


LONG = "a longer one that a card holds in no less than two lines"


def test_the_letter_of_an_option_on_a_card_stands_on_its_first_line_and_options_stand_apart():
    yaml = f"questions:\n  - {{id: q, stem: Which?, answer: {LONG}, distractors: [{LONG}r, {LONG}st]}}\n"
    found = letters_on(cards(yaml)[0])
    letters = [one for one in found if one.text in "ABC" and one.font.endswith("Bold")]
    lines = sorted({round(one.base, 1) for one in found if one.size == letters[0].size}, reverse=True)[1:]
    assert [one.text for one in letters] == ["A", "B", "C"]
    assert [round(one.base, 1) for one in letters] == lines[::2]
    within, between = lines[0] - lines[1], lines[1] - lines[2]
    assert between > within * 1.2


def test_a_picture_on_a_card_gets_smaller_before_its_words_do():
    options = "answer: a mill wheel, distractors: [a clock, a bridge, a boat, a sail]"
    yaml = f"questions:\n  - {{id: q, stem: 'What is it? ![a thing](a.png)', {options}}}\n"
    tall = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'><rect width='300' height='300'/></svg>"
    page = cards(yaml.replace("a.png", "a.svg"), **{"a.svg": tall.encode()})[0]
    asked = next(one for one in letters_on(page) if one.text == "W")
    assert asked.size > 11
    *_, shown = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=5)
    assert 40 < shown.get_bounds()[3] - shown.get_bounds()[1] < 80


def test_what_is_matched_on_a_card_stands_in_rows():
    yaml = "questions:\n  - {id: m, type: matching, stem: Match, pairs: [[p, x], [q, y], [r, z]], extra: [w]}\n"
    rows: dict[float, str] = {}
    for one in letters_on(cards(yaml)[0]):
        rows[round(one.base, 1)] = rows.get(round(one.base, 1), "") + one.text
    (first, *_) = (row for row in rows.values() if row.startswith("p"))
    assert first.startswith("pA")
    assert [row[0] for row in rows.values() if row[0] in "pqrD"] == ["p", "q", "r", "D"]


def test_a_card_tells_on_its_back_what_is_said_about_the_options_under_their_letters():
    yaml = """questions:
  - id: q
    stem: Which?
    feedback: The Aske it is.
    shuffle: false
    options: [{text: the Aske, correct: true, feedback: It flows there.}, {text: the Elbe, feedback: Far away.}]
"""
    front, back = (" ".join(page.get_textpage().get_text_range().split()) for page in cards(yaml))
    assert "The Aske it is. A It flows there. B Far away." in back
    assert "flows" not in front


TWO_PARTS = """questions:
  - {id: river, stem: Which river?, answer: the Aske, distractors: [the Elbe, the Oder]}
  - {id: gaps, text: "The {{c1::heritage office}} wrote on {{c2::3 March 2023}}."}
  - {id: card, front: on record, back: said by somebody}
  - {id: long, text: "It {{c1::says far more than any short line could ever hold}}."}
  - {id: why, type: essay, stem: Why?, lines: 3}
"""


def test_an_answer_on_a_strip_stands_on_one_line_with_the_number_of_its_question():
    files = made(TWO_PARTS + QUIZ.format(""))
    asked = {one.text: one.base for one in letters_on(files["q-A.pdf"][0]) if one.left < 65 and one.text.isdigit()}
    told = {one.text: one.base for one in letters_on(files["q-strips.pdf"][0]) if one.left < 10 and one.text.isdigit()}
    assert set(told) == set("12345")
    assert told == pytest.approx({number: asked[number] for number in told}, abs=0.5)


def test_no_words_on_a_sheet_of_strips_stand_on_a_line_to_cut_along():
    many = "".join(f"  - {{id: q{n}, stem: Why {n}?, type: essay, lines: 20}}\n" for n in range(6))
    page = made(TWO_PARTS + many + QUIZ.format(""))["q-strips.pdf"][0]
    lines = [one.get_bounds() for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=5)]
    assert lines
    for word in words_on(page):
        for _, bottom, right, _ in lines:
            assert word.top < bottom or not word.left < right < word.right, word


def test_each_strip_of_a_page_in_two_columns_says_which_column_it_is_for():
    many = "".join(f"  - {{id: q{n}, stem: Why {n}?, type: essay, lines: 9}}\n" for n in range(4))
    strips = made(f"questions:\n{many}" + QUIZ.format(", columns: 2"))["q-strips.pdf"][0]
    found = [word for word in words_on(strips) if word.text.startswith("Column")]
    assert [word.text for word in found] == ["Column 1", "Column 2"]
    assert found[0].left < 100 < found[1].left
    one = made(TWO_PARTS + QUIZ.format(""))["q-strips.pdf"][0]
    assert "Column" not in one.get_textpage().get_text_range()


def test_short_answers_of_every_kind_stand_in_the_line_for_quick_marking_and_on_the_strip():
    files = made(TWO_PARTS + QUIZ.format(""))
    key, strip = (files[f"q-{name}.pdf"][0].get_textpage().get_text_range() for name in ("A-key", "strips"))
    for text in (key, strip):
        words = " ".join(text.replace("\u00a0", " ").split())
        assert "2 (1) heritage office · (2) 3 March 2023 3 said by somebody 4" in words
        assert "5 –" in words
    assert "4 – 5 –" in " ".join(key.replace("\u00a0", " ").split())


def map_of(speakers: int) -> pypdfium2.PdfPage:
    """The map of sources of a set in which so many people say something, every second one on a letter's word."""
    names = [f"s{number}" for number in range(speakers)]
    people = "".join(f"  {name}: {{name: Speaker {name} Longname, kind: person}}\n" for name in names)
    claims = "".join(
        f"  - {{id: c{number}, claim: the case {number} is clear, speaker: {name}, paragraph: 1,\n"
        f"     basis: {'surveys' if number % 2 else 'on_record'}, quote: the new wall will hold}}\n"
        for number, name in enumerate(names)
    )
    head, _, rest = REGISTER.partition("sources:\n")
    yaml = f"{head}sources:\n{people}{rest.partition('claims:')[0]}claims:\n{claims}"
    question = "questions:\n  - {id: q, front: a, back: b}\n"
    _, files, problems = printed(sound_set(yaml + question, article=ARTICLE))
    assert not problems, said(problems)
    return pypdfium2.PdfDocument(files["source-map.pdf"])[0]


@pytest.mark.parametrize("speakers", [2, 12, 16])
def test_the_map_of_sources_is_set_in_legible_type_across_the_whole_page(speakers):
    page = map_of(speakers)
    named = [one for one in letters_on(page) if one.font.endswith("Bold") and one.base < page.get_height() - 100]
    assert min(one.size for one in named) >= 10
    boxes = [one.get_bounds() for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=5)]
    wide = max(right for *_, right, _ in boxes) - min(left for left, *_ in boxes)
    assert wide > 0.8 * (page.get_width() - 40 * 72 / 25.4)
