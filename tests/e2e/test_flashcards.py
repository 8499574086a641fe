"""Flashcards on paper: each back lies behind its front, whichever way the printer turns the sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pdfua
import pypdfium2
import pytest
from click.testing import CliRunner

from deckmaker import papers
from deckmaker.cli import main
from deckmaker.writers.print.cards import FlashcardOptions, write
from tests.support import said, sound_set
from tests.support.paper import normal
from tests.support.sets import ARTICLE, ATTRIBUTED, picture

BANK = "questions:\n" + "".join(
    f"  - {{id: q{n}, stem: Asked {n}?, answer: told {n}, distractors: [wrong, bad]}}\n" for n in range(1, 12)
)
Place = tuple[int, int, int]
"""Sheet, row and column."""


def cards(yaml: str, flip: str = "long", **files: bytes) -> bytes:
    document = sound_set(yaml, files={name.replace("__", "."): data for name, data in files.items()})
    made, problems = write(document, FlashcardOptions(papers.cards(document), flip))
    assert not problems, said(problems)
    return made["flashcards.pdf"]


def words_at(pdf: bytes, pattern: str, down: int = 4) -> tuple[dict[str, Place], dict[str, Place]]:
    """Where words that fit a pattern stand on fronts and on backs, in a grid of two columns."""
    document = pypdfium2.PdfDocument(pdf)
    sides: tuple[dict[str, Place], dict[str, Place]] = ({}, {})
    for number, page in enumerate(document):
        width, height = page.get_size()
        text = page.get_textpage()
        for found in re.finditer(pattern, text.get_text_range()):
            left, bottom, _, _ = text.get_charbox(found.start())
            place = (number // 2, int((height - bottom) // (height / down)), int(left // (width / 2)))
            sides[number % 2][found[1]] = place
    document.close()
    return sides


@pytest.mark.parametrize("flip", ["long", "short"])
def test_each_back_lies_behind_its_front(flip):
    fronts, backs = words_at(cards(BANK, flip), r"(?:Asked|told) (\d+)")
    asked, _ = words_at(cards(BANK, flip), r"Asked (\d+)")
    assert len(asked) == 11
    for number, (sheet, row, column) in asked.items():
        turned = (sheet, row, 1 - column) if flip == "long" else (sheet, 3 - row, column)
        assert backs[number] == turned
    assert fronts.keys() == backs.keys()


def test_a_front_tells_no_answer_and_a_back_gives_it_with_its_letter():
    pdf = cards(BANK)
    document = pypdfium2.PdfDocument(pdf)
    texts = [normal(page.get_textpage().get_text_range()) for page in document]
    for number in range(1, 12):
        front = next(text for text in texts[::2] if f"Asked {number}?" in text)
        letter = re.search(rf"(\w) told {number}\b", front.partition(f"Asked {number}?")[2])
        assert letter
        back = texts[texts.index(front) + 1]
        assert f"{letter[1]} told {number}" in back


def test_what_is_about_the_article_names_its_source_on_the_back_and_what_is_for_paper_alone_is_no_card():
    document = sound_set(ATTRIBUTED, article=ARTICLE)
    made, problems = write(document, FlashcardOptions(papers.cards(document)))
    assert not problems
    backs = pypdfium2.PdfDocument(made["flashcards.pdf"])[1].get_textpage().get_text_range()
    assert "speaker:" in backs
    assert "basis:" in backs
    only_paper = sound_set("questions:\n  - {id: q, stem: On paper?, answer: yes, where: [print], distractors: [no]}\n")
    assert write(only_paper, FlashcardOptions(papers.cards(only_paper))) == ({}, [])


def test_a_checker_of_accessibility_finds_no_fault(tmp_path):
    path = tmp_path / "cards.pdf"
    path.write_bytes(cards(BANK))
    assert not pdfua.validate(str(path)).findings


def test_long_cards_get_more_room_and_what_no_card_holds_is_refused_by_name():
    long = "questions:\n  - {id: long, front: '" + "many words " * 120 + "', back: few}\n"
    document = pypdfium2.PdfDocument(cards(long))
    assert "many words" in document[0].get_textpage().get_text_range()
    endless = sound_set("questions:\n  - {id: endless, front: '" + "many words " * 900 + "', back: few}\n")
    made, problems = write(endless, FlashcardOptions(papers.cards(endless)))
    assert not made
    assert [problem.message for problem in problems] == ['"endless" is too long for a flashcard']


def test_every_type_makes_a_card():
    regions = "regions: [{left: 0.1, top: 0.1, width: 0.3, height: 0.3, label: upper part}]"
    yaml = f"""questions:
  - {{id: t, stem: It holds., answer: true}}
  - {{id: m, type: matching, stem: Match, pairs: [[ebb, falls], [flood, rises]], extra: [freezes]}}
  - {{id: o, type: ordering, stem: Order, items: [first, second]}}
  - {{id: g, type: cloze, text: "The {{{{c1::moon}}}} makes the {{{{c2::tide}}}} rise."}}
  - {{id: h, type: image_occlusion, stem: Name it, image: a.png, alt: a field, {regions}}}
  - {{id: e, type: essay, stem: Explain, rubric: One point}}
"""
    document = pypdfium2.PdfDocument(cards(yaml, a__png=picture()))
    front, back = (normal(page.get_textpage().get_text_range()) for page in document)
    for words in ("It holds.", "Match", "freezes", "second", "(1)", "Name it", "Explain"):
        assert words in front
    for words in ("moon", "upper part", "One point"):
        assert words not in front
        assert words in back


def test_the_command_makes_them_when_asked_and_leaves_other_outputs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tides.yaml").write_text(f"deckmaker: 1\nuid: 7e57da7a\ntitle: T\n{BANK}", "utf-8")
    for arguments in (["build", "tides.yaml"], ["build", "tides.yaml", "--to", "flashcards", "--flip", "short"]):
        assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
    names = {path.name for path in Path("build/tides").iterdir()}
    assert {"flashcards.pdf", "tides.apkg", "quiz-A.pdf"} <= names
    assert CliRunner().invoke(main, ["build", "tides.yaml"], catch_exceptions=False).exit_code == 0
    assert "flashcards.pdf" in {path.name for path in Path("build/tides").iterdir()}
