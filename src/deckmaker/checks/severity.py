"""How much rules weigh in a set: its `lint:` raises, lowers or turns off warnings and advice, never errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from deckmaker.diagnostics import CODES, Diagnostic, Severity, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.model.document import QuestionSet
from deckmaker.source import Span

OFF = "off"
"""What `lint:` says of a rule that is not to speak."""

SEVERITIES = {code.name: code.severity for code in CODES.values()}
"""How much each rule weighs where a set does not say, by its name."""


def weigh(set: QuestionSet, problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The problems as much as the set wants them to weigh, and R011 for names in `lint:` that it may not use."""
    wishes = {name: wish for name, wish in set.lint.items() if SEVERITIES.get(name, Severity.ERROR) != Severity.ERROR}
    weighed = [_weighed(problem, wishes) for problem in problems if wishes.get(problem.code.name) != OFF]
    return [*weighed, *_unknown(set)]


def _weighed(problem: Diagnostic, wishes: Mapping[str, str]) -> Diagnostic:
    wish = wishes.get(problem.code.name)
    return replace(problem, code=replace(problem.code, severity=Severity(wish))) if wish else problem


def _unknown(set: QuestionSet) -> Iterator[Diagnostic]:
    for name in set.lint:
        if SEVERITIES.get(name, Severity.ERROR) is Severity.ERROR:
            yield unusable(name, _place(set, name), "weighs the same in every set")


def unusable(name: str, place: Span, why: str) -> Diagnostic:
    """R011 for a name that is an error's, or nothing's; `why` says of errors what cannot be done to them."""
    if name in SEVERITIES:
        message, hint = f'"{name}" is an error and {why}', "mend what it is about"
    else:
        message = f'there is no warning "{name}"'
        known = [name for name, severity in SEVERITIES.items() if severity is not Severity.ERROR]
        hint = did_you_mean(name, known) or "take the name from the page that `deckmaker explain` shows"
    return diagnose("R011", place, message, hint=hint)


def _place(set: QuestionSet, name: str) -> Span:
    """Where `lint:` names it: before what it says of it."""
    said = set.place_of(f"lint.{name}")
    at = said.file.text.rfind(name, 0, said.start)
    return said.file.span(at, at + len(name)) if at >= 0 else said
