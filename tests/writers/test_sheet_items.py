"""What a question's line of what to do says on paper."""

from __future__ import annotations

from msgspec.structs import replace

from deckmaker import papers
from deckmaker.writers.sheets.sheets import sheets
from tests.support import check_set

PAIRS = """
questions:
  - {id: pairs, stem: What does it do?, pairs: [[ebb, falling], [flood, rising]], extra: [resting]}
"""


def note(family: str) -> str:
    """The line of what to do of that question, made by that family."""
    document = check_set(PAIRS).document
    assert document is not None
    (question,) = document.questions
    (paper,), _ = papers.plan(replace(document, questions=(replace(question, family=family),)))
    (item,) = next(iter(sheets(paper)))[0].data["sections"][0]["items"]
    return str(item["note"])


def test_how_often_a_name_fits_is_said_once():
    """The stem of a generated one says it: "Use each name at most once; one is left over."."""
    assert note("") == "Write the letter of its match in each blank. Use each letter once at most."
    assert note("match") == "Write the letter of its match in each blank."
