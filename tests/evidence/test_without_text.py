"""What is known of quotations where the article's text is not at hand: what the lock holds."""

from __future__ import annotations

import pytest

from deckmaker import pipeline
from deckmaker.evidence import quote_hash, uncovered, verify
from deckmaker.lock import advance, dump
from deckmaker.model.claims import Verified
from deckmaker.model.document import Document
from tests.support import check_set, compile_set
from tests.support.article import ARTICLE, with_claim

LINES = """
quote: has paid for fresh paint
paragraph: 1
cue: arguing
"""
FULL = LINES + "prefix: that it\nsuffix: .\nhedge: claimed\nbooster: protect\n"


def locked(lines: str = LINES, yaml: str = "") -> tuple[Document, str]:
    """The set of a claim that was verified by its text, and its lock."""
    checked = check_set(yaml or with_claim(lines), article=ARTICLE)
    assert checked.document is not None
    assert not [problem for problem in checked.problems if problem.is_error], checked.problems
    return checked.document, dump(advance(checked.lock, checked.document, checked.choices, 1))


def known(lines: str, lock: str) -> Verified:
    document, _ = compile_set(with_claim(lines), lock=lock)
    return document.evidence["c"]


def test_a_quote_that_the_lock_covers_is_verified_against_the_text_of_then():
    document, lock = locked()
    then = document.evidence["c"]
    assert then.by == "text"
    assert known(LINES, lock) == Verified("lock", then.sha256, then.seal)


def test_a_quote_that_the_lock_does_not_cover_is_not_verified():
    _, lock = locked("quote: made a pact\nparagraph: 2")
    assert known(LINES, lock) == Verified("", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("has paid for fresh paint", "paid for fresh paint"),
        ("paragraph: 1", "paragraph: 2"),
        ("cue: arguing", "cue: claimed"),
        ("cue: arguing\n", ""),
        ("prefix: that it", "prefix: it"),
        ("suffix: .", "suffix: . However"),
        ("hedge: claimed", "hedge: claims"),
        ("booster: protect", "booster: surely"),
    ],
)
def test_an_edit_of_anything_that_was_verified_uncovers_the_claim(old, new):
    assert old in FULL
    _, lock = locked(FULL)
    assert known(FULL, lock).by == "lock"
    assert known(FULL.replace(old, new), lock) == Verified("", "")


@pytest.mark.parametrize("more", ["polarity: negative", "tags: [a]", "claim: other words", "near: []", "core: true"])
def test_an_edit_of_anything_else_does_not(more):
    _, lock = locked()
    assert known(LINES + more, lock).by == "lock"


def test_another_sha256_in_the_set_uncovers_its_claims():
    document, lock = locked()
    right = with_claim(LINES).replace(
        "text: article.txt", f"text: article.txt, sha256: {document.evidence['c'].sha256}"
    )
    wrong = with_claim(LINES).replace("text: article.txt", f"text: article.txt, sha256: {'0' * 64}")
    for yaml, by in ((right, "lock"), (wrong, "")):
        again, _ = compile_set(yaml, lock=lock)
        assert again.evidence["c"].by == by


def test_the_text_decides_over_the_lock_where_it_is_at_hand():
    _, lock = locked()
    document, said = compile_set(with_claim(LINES), article="Title\n\nAnother text.\n", lock=lock)
    assert document.evidence["c"] == Verified("", "")
    assert "E104" in [problem.code.id for problem in said]


def test_of_several_things_that_a_merged_lock_keeps_for_a_claim_one_suffices():
    document, _ = locked()
    claim = document.set.claims["c"]
    seal = document.evidence["c"].seal
    other = quote_hash("0" * 64, claim)
    bare, _ = compile_set(with_claim(LINES))
    assert verify(bare.set, {"c": f"{other[:-1]}x {seal}"})[0]["c"].by == "lock"
    assert verify(bare.set, {"c": f"{other[:-1]}x"})[0]["c"].by == ""


def test_an_uncovered_quote_is_said_only_when_asked_for():
    checked = check_set(with_claim(LINES))
    assert "E101" not in [problem.code.id for problem in checked.problems]
    (problem,) = [problem for problem in pipeline.strict(checked).problems if problem.code.id == "E101"]
    assert problem.is_error
    assert problem.span.text == "has paid for fresh paint"
    assert problem.message == "quote was not checked against the article's text"
    assert problem.hint == "give the text with --text"


def test_a_covered_quote_and_one_that_its_text_refuses_are_not_called_uncovered():
    document, lock = locked()
    assert uncovered(document.set, document.evidence) == []
    later, _ = compile_set(with_claim(LINES), lock=lock)
    assert uncovered(later.set, later.evidence) == []
    refused, said = compile_set(with_claim(LINES), article="Title\n\nAnother text.\n")
    assert [problem.code.id for problem in said if problem.is_error] == ["E104"]
    assert uncovered(refused.set, refused.evidence) == []


def test_a_quote_out_of_shape_is_never_covered():
    lines = "quote: a b c d e f g h i\nparagraph: 1"
    document, _ = compile_set(with_claim(lines))
    seal = quote_hash("0" * 64, document.set.claims["c"])
    evidence, said = verify(document.set, {"c": seal})
    assert evidence["c"].by == ""
    assert [problem.code.id for problem in said] == ["E108"]
