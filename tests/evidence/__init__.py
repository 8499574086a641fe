"""What tests of evidence share: one claim about the synthetic article, and what is said about its quotation."""

from __future__ import annotations

from inspect import cleandoc

from deckmaker.diagnostics import Diagnostic
from tests.support import compile_set
from tests.support.article import ARTICLE, with_claim


def problems(lines: str, article: str | bytes | None = ARTICLE) -> list[Diagnostic]:
    """What evidence has to say about a claim with these lines."""
    _, said = compile_set(with_claim(lines), article=article)
    unrelated = [problem for problem in said if problem.is_error and problem.code.id[0] not in "AE"]
    assert not unrelated, unrelated
    return [problem for problem in said if problem.code.id[0] in "AE" and problem.code.name != "text-not-found"]


def codes(lines: str, article: str | bytes | None = ARTICLE) -> list[str]:
    return [problem.code.id for problem in problems(lines, article)]


def says(lines: str, expected: str) -> None:
    """Asserts that just this is said: code, what is pointed at, message; note; hint."""
    (problem,) = problems(lines)
    said = f"{problem.code.id} at {problem.span.text}: {problem.message}\n{problem.note}\n{problem.hint}"
    assert said == cleandoc(expected)
