"""Word files: what LibreOffice shows is what the PDFs show, letter by letter; nothing in them gives a key away."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from deckmaker.model.document import Document
from deckmaker.model.papers import Paper
from deckmaker.writers.docx import DocxOptions, write
from tests.support import sound_set
from tests.support.marks import VERSIONS, bank, marks_on_key, marks_on_paper, right
from tests.support.office import as_pdf, text
from tests.support.paper import by_number, normal, printed, whole_text
from tests.support.sets import ARTICLE, ATTRIBUTED, picture

ROOT = Path(__file__).parents[2]
TYPES = r"""
questions:
  - {id: one, stem: "Which is **it**?", answer: "*this* one", distractors: [that, "`code` here"], hint: Look., feedback: So.}
  - {id: some, stem: Which are even?, answers: [two, four], distractors: [three, five]}
  - {id: truth, stem: The moon pulls the sea., answer: true}
  - {id: long, stem: "Read.\n\n- first\n- second\n\nThen say.", type: short_answer, answer: "a very long answer that needs more than one line of a page to be written down by hand in full"}
  - {id: formula, stem: "What is $x^2$?", answer: a square, distractors: [a cube]}
  - {id: number, type: numeric, stem: How fast?, answer: 9.81, tolerance: 0.05, unit: m/s²}
  - {id: gaps, type: cloze, stem: Fill in, text: "The {{c1::moon::what}} makes the {{c2::tide}} rise."}
  - {id: pairs, type: matching, stem: What makes what?, pairs: [[tide, moon], [weather, sun]], extra: [wind]}
  - {id: order, type: ordering, stem: From small to large, items: [ant, cat, horse]}
  - {id: essay, type: essay, stem: Why?, lines: 3, rubric: One point.}
  - {id: card, front: spring tide, back: the greatest range}
  - {id: pic, stem: "![a field](a.png) What is it?", answer: a field, distractors: [a house]}
"""
QUIZ = (
    "quizzes: [{{id: q, title: Quiz, versions: 2, minutes: 40{more}, sections: [{{title: One, instructions: Do this., "
)
QUIZ += "passage: A passage to read., pick: all}}]}}]\n"


def both(document: Document, folder: Path) -> tuple[Paper, dict[str, bytes], dict[str, bytes], dict[str, bytes]]:
    """The paper, its PDFs, its Word files, and those as LibreOffice prints them."""
    (paper, *_), pdfs, problems = printed(document)
    assert not problems
    words, said = write(document, DocxOptions((paper,)))
    assert not said
    return paper, pdfs, dict(words), as_pdf(words, folder)


def letters_alone(words: str) -> str:
    """Without what stands for a line or a mark, and without spaces, which formulas have elsewhere."""
    return "".join(normal(words).replace("_", "").replace("○", "").split())


@pytest.mark.parametrize("more", ["", ", columns: 2", ", profile: large, paper: letter", ", profile: dyslexia"])
def test_a_word_file_converted_by_libreoffice_has_the_words_of_our_pdf_in_their_order(more, tmp_path):
    document = sound_set(TYPES + QUIZ.format(more=more), files={"a.png": picture()})
    _, pdfs, words, converted = both(document, tmp_path)
    for name in words:
        ours = whole_text(pdfs[name.replace(".docx", ".pdf")])
        assert letters_alone(text(converted[name])) == letters_alone(ours), name


def test_attribution_questions_and_their_reasons_stand_in_word_as_in_the_pdf(tmp_path):
    _, pdfs, words, converted = both(sound_set(ATTRIBUTED, article=ARTICLE), tmp_path)
    for name in words:
        ours = whole_text(pdfs[name.replace(".docx", ".pdf")])
        assert letters_alone(text(converted[name])) == letters_alone(ours), name


def test_the_letter_beside_the_right_answer_is_the_letter_on_the_key_in_every_version(tmp_path):
    paper, _, _, converted = both(sound_set(bank(), files={"a.png": picture()}), tmp_path)
    assert len(paper.versions) == VERSIONS
    for version in paper.versions:
        key = text(converted[f"big-{version.name}-key.docx"])
        own = key.partition(f"Version {version.name} · Code {version.code}")[2]
        said = by_number(own, len(version.items))
        shown = by_number(
            text(converted[f"big-{version.name}.docx"]).partition("End of the paper")[0], len(version.items)
        )
        for item in version.items:
            marks = marks_on_paper(item, shown[item.number])
            assert marks_on_key(item, said[item.number]) == [marks[words] for words in right(item)], item.question.id


@pytest.fixture(scope="module")
def student_file() -> bytes:
    document = sound_set(TYPES + QUIZ.format(more=""), files={"a.png": picture()})
    (paper, *_), _, _ = printed(document)
    return write(document, DocxOptions((paper,)))[0]["q-A.docx"]


def test_no_part_of_a_students_file_gives_an_answer_away(student_file):
    with zipfile.ZipFile(io.BytesIO(student_file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "comment" in name or "custom" in name or "embed" in name]
    for name, data in parts.items():
        for secret in (b"very long answer", b"9.81", b"greatest range", b"One point.", b"Look.", b"So.", b"correct"):
            assert secret not in data, (name, secret)
    body = parts["word/document.xml"]
    for hidden in (b"w:vanish", b"w:txbxContent", b"w:del ", b"w:ins ", b"w:comment"):
        assert hidden not in body
    properties = docx.Document(io.BytesIO(student_file)).core_properties
    assert (properties.author, properties.comments, properties.keywords, properties.subject) == ("", "", "", "")
    assert properties.title == "Quiz · Version A"


def test_questions_and_options_are_words_own_lists_and_stay_together(student_file):
    document = docx.Document(io.BytesIO(student_file))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles.count("Question") == 12
    assert styles.count("Option") == 3 + 4 + 2 + 2
    assert all(document.styles[name].paragraph_format.keep_with_next for name in ("Question", "Heading 1"))
    for name in ("Question", "Option"):
        assert document.styles[name].element.pPr.numPr is not None
    assert len(document.tables) == 1


def test_pictures_keep_their_alternative_text(student_file):
    document = docx.Document(io.BytesIO(student_file))
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == ["a field"]


def test_the_same_papers_are_the_same_bytes():
    document = sound_set(TYPES + QUIZ.format(more=""), files={"a.png": picture()})
    (paper, *_), _, _ = printed(document)
    assert write(document, DocxOptions((paper,))) == write(document, DocxOptions((paper,)))


def test_letters_that_xml_cannot_hold_and_markup_stand_as_they_were_typed(tmp_path):
    yaml = "questions:\n  - {id: q, stem: 'Is <b>& co</b> #read(\"x\") {{a}} $5 or % here?', answer: '<w:t>', distractors: [']]>']}\n"
    _, pdfs, words, converted = both(sound_set(yaml), tmp_path)
    assert 'Is <b>& co</b> #read("x") {{a}} $5 or % here?' in text(converted["quiz-A.docx"])
    assert words
    assert pdfs
