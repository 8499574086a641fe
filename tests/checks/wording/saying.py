"""What is said about one question."""

from __future__ import annotations

from textwrap import indent

from tests.support import compile_set, said

REGISTER = """\
article: {title: Council sells the old harbour, disclosure: A made-up report.}
sources:
  reyes:   {name: Ana Reyes, kind: person}
  council: {name: the town council, kind: organisation, aliases: [the council]}
  survey:  {name: the harbour survey, kind: document}
claims:
  - {id: jobs, claim: people will find work at the new harbour, speaker: reyes, basis: on_record, quote: q, paragraph: 1}
  - {id: wall, claim: the wall is strong enough for a century, speaker: council, basis: survey, quote: q, paragraph: 2}
"""

ABC = "\n    answer: aa\n    distractors: [bb, cc]"


def codes(question: str, head: str = "") -> list[str]:
    """The codes of rules about wording that speak about the question with these fields."""
    lines = indent(question.replace("\n    ", "\n"), "    ").lstrip()
    _, problems = compile_set(f"{head}questions:\n  - id: it\n    {lines}\n")
    assert not [line for line in said(problems) if line[0] in "YSRQ"], said(problems)
    return [problem.code.id for problem in problems if problem.code.id[0] == "W"]


def short(stem: str, answer: str) -> str:
    return f"type: short_answer\n    stem: '{stem}'\n    answer: '{answer}'"


def stems(question: str) -> list[str]:
    """The codes of stem rules about the question."""
    return [code for code in codes(question) if code.startswith("W1")]


def choice(stem: str) -> list[str]:
    return stems(f"stem: {stem!r}{ABC}")


def truth(stem: str) -> list[str]:
    return stems(f"type: true_false\n    stem: {stem!r}\n    answer: true")
