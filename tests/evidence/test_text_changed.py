from __future__ import annotations

import hashlib

import pytest

from deckmaker.diagnostics import Diagnostic
from tests.support import compile_set
from tests.support.article import ARTICLE, with_claim

CLAIMS = """\
  - {id: pact, claim: they agree, speaker: article, basis: none_given, quote: made a pact, paragraph: 2}
  - {id: box, claim: a box is open, speaker: article, basis: none_given, quote: released a box, paragraph: 3}
"""
SHA256 = hashlib.sha256(ARTICLE.encode()).hexdigest()


def problems(text: str | bytes, claims: str = CLAIMS, sha256: str = SHA256) -> list[Diagnostic]:
    """What is said of a set that was checked against the article and is given this text instead."""
    yaml = with_claim("quote: should join forces\nparagraph: 5") + claims
    _, said = compile_set(yaml.replace("text: article.txt", f"text: article.txt, sha256: {sha256}"), article=text)
    return [problem for problem in said if problem.code.id[0] in "AE"]


def test_the_text_that_was_checked_has_nothing_said_of_it():
    assert problems(ARTICLE) == []


def test_a_hash_in_capitals_is_the_same_hash():
    assert problems(ARTICLE, sha256=SHA256.upper()) == []


def test_another_text_is_refused_and_every_quote_tried():
    text = ARTICLE.replace("made a pact", "signed a treaty").replace("\n\nLast", "\n\nIt snowed.\n\nLast")
    (problem,) = problems(text)
    now = hashlib.sha256(text.encode()).hexdigest()
    assert problem.code.id == "A001"
    assert problem.is_error
    assert problem.message.endswith('/article.txt" is not the text that was checked')
    assert problem.note == "3 quotes do not stand in it"
    assert [(label.span.text, label.text) for label in problem.labels] == [
        ("5", "quote stands in paragraph 6, not in paragraph 5"),
        ("made a pact", "quote not found in paragraph 2"),
        ("3", "quote stands in paragraph 4, not in paragraph 3"),
    ]
    assert problem.hint == f"give the text that was checked, or correct the quotes and write sha256: {now}"


def test_another_text_in_which_all_quotes_stand_needs_its_hash_only():
    text = ARTICLE + "\nIt was over.\n"
    (problem,) = problems(text)
    assert (problem.code.id, problem.note, problem.labels) == ("A001", "all quotes still stand in it", ())
    assert problem.hint == f"write sha256: {hashlib.sha256(text.encode()).hexdigest()}"


def test_a_wholly_different_text_is_one_problem_that_lists_every_quote():
    (problem,) = problems("Another title\n\nSomething else.\n")
    assert (problem.code.id, len(problem.labels)) == ("A001", 3)


def test_what_is_wrong_without_the_text_too_is_said_beside_it():
    long = "{id: long, claim: x, speaker: article, basis: none_given, quote: a b c d e f g h i, paragraph: 3}"
    said = problems("Another title\n\nSomething else.\n", CLAIMS + f"  - {long}\n")
    assert [problem.code.id for problem in said] == ["A001", "E108"]


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE.replace("\n", "\r\n"),
        ARTICLE.replace("\n", "\r"),
        "\ufeff" + ARTICLE,
        ARTICLE.rstrip("\n"),
        ARTICLE.replace("\n", "\r\n").rstrip("\r\n"),
    ],
)
def test_other_line_ends_are_told_from_another_text_and_all_quotes_found(text):
    (problem,) = problems(text)
    assert problem.code.id == "A002"
    assert problem.message.endswith('/article.txt" differ from the text that was checked')
    now = hashlib.sha256(text.encode()).hexdigest()
    assert problem.hint == f"save the text with LF line ends, or write sha256: {now}"


@pytest.mark.parametrize(
    ("checked", "how"),
    [
        (ARTICLE.replace("\n", "\r\n"), "CRLF line ends"),
        ("\ufeff" + ARTICLE, "LF line ends and a byte order mark"),
        (ARTICLE.rstrip("\n"), "LF line ends, none at its end"),
    ],
)
def test_the_hint_says_how_the_text_was_saved_when_it_was_checked(checked, how):
    sha256 = hashlib.sha256(checked.encode()).hexdigest()
    (problem,) = problems(ARTICLE, sha256=sha256)
    assert problem.hint.startswith(f"save the text with {how}, or write")


def test_with_other_line_ends_a_wrong_quote_is_said_as_ever():
    wrong = CLAIMS.replace("made a pact", "made the pact")
    assert [problem.code.id for problem in problems(ARTICLE.replace("\n", "\r\n"), wrong)] == ["A002", "E104"]


def test_a_text_that_is_not_utf_8_is_refused():
    _, said = compile_set(with_claim("quote: made a pact\nparagraph: 2"), article=b"Title\n\nThe mayor\x92s dock.\n")
    assert [problem.code.id for problem in said] == ["Y003"]
