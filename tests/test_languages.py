"""The files of languages: complete, alike, marked where nobody checked them, and used on papers and in questions."""

from __future__ import annotations

import re
from decimal import Decimal

import pypdfium2
import pytest
from msgspec.structs import fields

from deckmaker.generators.wording import Wording
from deckmaker.languages import table, tag_of, tags
from deckmaker.model import labels
from deckmaker.model.text import plain
from deckmaker.writers.sheets.words import PLURALS, words_of
from tests.support import compile_set
from tests.support.paper import normal, printed
from tests.support.sets import REGISTER

ASKED = ("en", "fr", "de", "es", "pt", "ar", "fa", "he")
PLACES = re.compile(r"\{\w+\}")
FAMILIES = "who-said", "basis", "attribution-cloze", "document-or-not", "match", "misattributed", "hedge", "relayed"


def test_there_are_eight_languages_and_those_that_no_speaker_checked_say_so():
    assert set(ASKED) <= set(tags())
    assert [tag for tag in tags() if table(tag)["checked_by"]] == ["en"]


def test_the_english_labels_that_need_no_file_are_those_of_the_file():
    assert table("en")["labels"] == labels._ENGLISH


@pytest.mark.parametrize("tag", tags())
def test_a_language_has_every_word_and_every_word_has_its_places(tag):
    english, other = table("en"), table(tag)
    for section in ("labels", "paper", "questions"):
        assert other[section].keys() == english[section].keys(), section
        for name, words in english[section].items():
            assert set(PLACES.findall(words)) == set(PLACES.findall(other[section][name])), (section, name)
            assert other[section][name].strip()
            assert words.count("**") == other[section][name].count("**"), (section, name)
    assert set(english["questions"]) == {field.name for field in fields(Wording)}
    assert other["counted"].keys() == english["counted"].keys()
    for forms in other["counted"].values():
        used = {PLURALS[other["plural"]](Decimal(count)) for count in range(200)} | {
            PLURALS[other["plural"]](Decimal("0.5"))
        }
        assert used <= forms.keys()


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ["0 points", "1 point", "2 points", "0.5 points"]),
        ("fr", ["0 point", "1 point", "2 points", "0.5 point"]),
        ("de", ["0 Punkte", "1 Punkt", "2 Punkte", "0.5 Punkte"]),
        ("ar", ["0 درجة", "درجة واحدة", "درجتان", "0.5 درجة"]),
        ("he", ["0 נקודות", "נקודה אחת", "2 נקודות", "0.5 נקודות"]),
    ],
)
def test_numbers_take_the_form_that_the_language_has_for_them(tag, said):
    assert [words_of(tag).points(Decimal(count)) for count in ("0", "1", "2", "0.5")] == said
    assert words_of("ar").points(Decimal(5)) == "5 درجات"
    assert words_of("ar").points(Decimal(15)) == "15 درجة"


def test_a_region_does_not_matter_and_a_language_without_a_file_has_english_papers_and_says_so():
    assert tag_of("pt_BR") == "pt"
    assert words_of("pt-BR")["name"] == "Nome"
    document, problems = compile_set("language: nl\nquestions: [{id: q, stem: Wat is het?, answer: dit}]\n")
    assert [problem.code.id for problem in problems if problem.code.id == "P011"]
    assert "Name" in text_of(printed(document)[1]["quiz-A.pdf"])


@pytest.mark.parametrize("tag", [tag for tag in tags() if tag != "en"])
def test_every_family_asks_in_the_language_without_a_word_of_english(tag):
    rules = "".join(f"  - {{family: {family}, claims: all}}\n" for family in FAMILIES)
    document, problems = compile_set(f"language: {tag}\n{REGISTER}generate:\n{rules}")
    assert not [problem for problem in problems if problem.is_error]
    made = [question for question in document.questions if question.family]
    assert len({question.family for question in made}) >= 5
    for question in made:
        stem = plain(question.stem)
        assert not PLACES.search(stem), stem
        assert not re.search(r"\b(the article|who says|according|points to|paragraph|no source)\b", stem), stem
        assert "article itself" not in plain(question.feedback)


@pytest.mark.parametrize("tag", ASKED)
def test_papers_and_keys_are_labelled_in_the_language(tag):
    words = words_of(tag)
    document, _ = compile_set(f"language: {tag}\n{REGISTER}generate: [{{family: who-said, claims: all}}]\n")
    _, files, problems = printed(document)
    assert not [problem for problem in problems if problem.is_error]
    for page in ("quiz-A.pdf", "quiz-A-key.pdf"):
        assert files[page].startswith(b"%PDF")
    if tag not in ("ar", "fa", "he"):  # letters of these come back in another order
        text = text_of(files["quiz-A.pdf"])
        assert words["name"] in text
        assert words["version"] in text
        assert words.points(Decimal(1)) in text
        assert words["reason"] in text_of(files["quiz-A-key.pdf"])


def text_of(pdf: bytes) -> str:
    return normal(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))
