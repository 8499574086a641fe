"""The fixed words on papers and keys. English; one table, so that a test can state them and a language replace them."""

from __future__ import annotations

from decimal import Decimal

WORDS: dict[str, str] = {
    "lang": "en",
    "name": "Name",
    "class": "Class",
    "date": "Date",
    "score": "Score",
    "version": "Version",
    "code": "Code",
    "page": "Page",
    "of": "of",
    "about": "About the article",
    "end": "End of the paper",
    "key": "Answer key",
    "keep": "For the teacher: do not hand out.",
    "answers": "Answers",
    "answer": "Answer:",
    "picture": "picture",
    "formula": "formula",
}
"""Words that the template sets."""

TRUE, FALSE = "True", "False"

ALL_THAT_APPLY = "Choose all that apply."
FILL_ONE = "Fill in the blank."
FILL_ALL = "Fill in the blanks."
MATCH = "Write the letter of its match in each blank. Use each letter once at most."
ORDER = "Number them in their order, beginning with 1."
LABEL = "Write what stands under each number."

NOT_VERIFIED = "The quotations behind this quiz were not checked against the article's text."
SOME_NOT_VERIFIED = "Some of the quotations behind this quiz were not checked against the article's text."


def number(value: Decimal) -> str:
    """A number without needless zeros: "1", "0.5"."""
    return f"{value.normalize():f}"


def points(value: Decimal) -> str:
    """ "1 point", "2.5 points"."""
    return f"{number(value)} point" if value == 1 else f"{number(value)} points"


def questions(count: int) -> str:
    """ "1 question", "12 questions"."""
    return "1 question" if count == 1 else f"{count} questions"
