from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deckmaker.evidence import load, split
from tests.support.article import ARTICLE, PARAGRAPHS
from tests.support.samples import sample


def places(text: str) -> dict[str, str]:
    return {block.place: text[block.start : block.end] for block in split(text)}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_an_article_has_a_title_headings_and_numbered_paragraphs_whatever_its_line_ends(line_end):
    assert places(ARTICLE.replace("\n", line_end)) == PARAGRAPHS


@pytest.mark.parametrize("end", [".", "!", "?", "…", ".”", ".’", '."', ".)", "?»", "。", "؟", ".[1]", ".”[12]", ".*"])
def test_a_line_that_ends_a_sentence_is_a_paragraph(end):
    assert list(places(f"Title\n\nThe ferry is gone{end}\n")) == ["title", "1"]


@pytest.mark.parametrize("line", ["The ferry papers", "Ferry 01", "What they said:", "“The box”", "Dock (old)", "1998"])
def test_a_line_that_ends_no_sentence_is_a_heading(line):
    assert list(places(f"Title\n\n{line}\n")) == ["title", "heading-1"]


def test_lines_without_a_blank_one_between_them_are_one_paragraph():
    assert places("Title\n\nThe ferry\nis gone\n \t\u00a0\nIt sank.") == {
        "title": "Title",
        "1": "The ferry\nis gone",
        "2": "It sank.",
    }


def test_white_space_and_a_byte_order_mark_belong_to_no_block():
    assert places("\ufeff\n\n  Title  \n\n\n\n\tThe ferry sank. \n\n") == {"title": "Title", "1": "The ferry sank."}


@pytest.mark.parametrize("text", ["", "\n", " \r\n\r\n", "\ufeff"])
def test_an_empty_text_has_no_blocks(text):
    assert split(text) == ()


@sample(200)
@given(some.text(alphabet="aB. \n\r\t…”\u00a0\ufeff", max_size=40))
def test_every_letter_is_in_one_block_and_no_block_has_a_blank_line(text):
    blocks = split(text)
    letters = [at for at, char in enumerate(text) if char.isalpha()]
    assert letters == [at for block in blocks for at in range(block.start, block.end) if text[at].isalpha()]
    for block in blocks:
        assert "\n\n" not in text[block.start : block.end].replace("\r\n", "\n").replace("\r", "\n")
        assert text[block.start : block.end] == text[block.start : block.end].strip()


def test_a_text_is_kept_as_it_is_with_the_hash_of_its_bytes():
    article, problems = load("article.txt", b"\xef\xbb\xbfTitle\r\n")
    assert article
    assert not problems
    assert article.file.text == "\ufeffTitle\r\n"
    assert article.sha256 == "6686dbdd51454bc684595d8e275730516201b4cca6f4a38dbc14b0e8e2b0634b"


def test_a_text_that_is_not_utf_8_is_refused_where_it_stops_being_it():
    article, (problem,) = load("article.txt", "Title\n\nThe mayor’s café".encode() + b"\x92s dock.")
    assert article is None
    assert problem.code.id == "Y003"
    assert problem.span.file.position(problem.span.start) == (3, 17)
