"""What a teacher sees who leafs through the papers: columns, pictures, strips and cards, by where words stand."""

from __future__ import annotations

import pypdfium2

from tests.support import said, sound_set
from tests.support.paper import printed
from tests.support.places import words_on
from tests.support.sets import picture


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


def test_sentences_matched_with_short_names_across_the_page_stand_beside_them():
    found = words_on(made(WHO + QUIZ.format(""))["q-A.pdf"][0])
    sentences = [word for word in found if word.text.startswith("that the")]
    names = [word for word in found if word.text in ("Anna", "Karel")]
    assert len(names) == len(sentences) == 2
    assert all(name.left > sentence.right for name in names for sentence in sentences)
