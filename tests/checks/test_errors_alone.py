"""Without lint, the errors that rules find are those that they find among all that they say."""

from __future__ import annotations

import random

import pytest

from deckmaker import checks
from deckmaker.checks.quoting import quote_budget, taken_words
from deckmaker.checks.unsound import unsound_wording
from deckmaker.checks.wording import wording
from tests.support import check_set
from tests.support.article import ARTICLE, with_claim
from tests.support.samples import LONG

OPTIONS = (
    "all of the above", "None of the above", "all the following", "both A and B", "A and C", "1 and 2", "I, II and III", "only B",
    "the first and the second", "both", "either of the preceding", "b", "a pontage master", "a toller", "the above two",
    "option A", "answers 1 and 2 only", "neither 1 nor 2", "(a) and (b)", "two of these", "a combination of the above", "none",
    "the last two", "the former and the latter", "A, B", "a & b", "Statement one", "more than one of them", "ii and iv are correct",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(400 if LONG else 40))
def test_options_that_speak_of_options(seed):
    chance = random.Random(seed)
    lines = ["questions:"]
    for number in range(30):
        options = chance.sample(OPTIONS, chance.randint(2, 5))
        lines += [f"  - id: q{number}", f"    stem: Which of them is it, in the year {number}?", "    options:"]
        lines += [
            f"      - {{text: {words!r}, correct: {str(index == 0).lower()}}}" for index, words in enumerate(options)
        ]
        lines += ["    shuffle: false"] * chance.randint(0, 1)
    document = check_set("\n".join(lines) + "\n").document
    assert document is not None
    found = [problem for problem in wording(document) if problem.is_error]
    assert list(unsound_wording(document)) == found
    assert seed or {problem.code.id for problem in found} == {"Q009", "Q010"}


CLAIM = "\nquote: to be trusted\nparagraph: 8\ncue: demonstrates\npolarity: negative\n"
QUESTION = "questions:\n  - {id: q, front: Who says %s so?, back: the article, claim: c}\n"


@pytest.mark.parametrize("budget", ["0", "0.5", "1", "5", "50"])
@pytest.mark.parametrize(
    "words", ["that it is", "“the yard has fed the crew for years”", "that it isn’t", "'the toll fell by'"]
)
def test_words_quoted(budget, words):
    yaml = f"quote_budget: {budget}\n" + with_claim(CLAIM) + QUESTION % words
    checked = check_set(yaml, article=ARTICLE)
    assert checked.document is not None
    found = [problem for problem in taken_words(checked.document) if problem.code.id == "V002"]
    assert list(quote_budget(checked.document)) == found


def test_no_lint_says_no_warning_of_rules():
    line = "  - {id: q, stem: Which is not it?, answer: a, distractors: [b, none of the above]}\n"
    document = check_set(f"questions:\n{line}").document
    assert document is not None
    alone = checks.check(document, lint=False)[1]
    assert [problem.code.id for problem in alone] == ["Q010"]
    assert {problem.is_error for problem in checks.check(document)[1]} == {True, False}
