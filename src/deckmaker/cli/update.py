"""Edits made in Anki, shown beside the set and written into its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from deckmaker import exchange, importing, pipeline
from deckmaker.cli.own_files import change, contents
from deckmaker.cli.telling import has_errors
from deckmaker.cli.terminal import say
from deckmaker.cli.turns import turn
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.pipeline import Checked
from deckmaker.readers.files import SetFiles


def update(deck: importing.Foreign, target: Path, *, apply: bool, only: Sequence[str]) -> list[Diagnostic]:
    """Show what the deck changes in the set, and change it where told to."""
    found, problems = pipeline.find_sets((target,))
    if len(found) > 1:
        raise click.UsageError(f"--update changes one set, and there are {len(found)}: name one of them.")
    for files in found:
        with turn(files.folder):
            return _update(deck, files, apply=apply, only=only)
    return problems


def _update(deck: importing.Foreign, own: SetFiles, *, apply: bool, only: Sequence[str]) -> list[Diagnostic]:
    read = contents(own)
    checked = pipeline.check(own, None, read)
    if not checked.is_sound:
        return [problem for problem in checked.problems if problem.is_error]
    known = {question.id for question in checked.document.questions} if checked.document else set()
    if unknown := [id for id in only if id not in known]:
        raise click.UsageError(f'there is no question "{unknown[0]}" in this set.')
    made, problems = exchange.changes_in(checked, deck)
    if only:
        made.changes = [change for change in made.changes if change.question in only]
    _show(importing.difference(made, _places(checked)))
    problems += _by_hand(checked, made)
    chosen = [change for change in made.changes if not change.is_stale or change.question in only]
    taken = exchange.taken_over(checked, read, chosen)
    problems += [_not_made(checked, change, why) for change, why in taken.left]
    stale = len(made.changes) - len(chosen)
    also = f"; {stale} left, since the set has changed since: name the question with --question" if stale else ""
    count = len(chosen) - len(taken.left)
    if not apply:
        _show(_count(made, count, "to take over", ("; --apply does it" if count else "") + also))
        return problems
    problems += change(read, taken.files) if count else []
    if not has_errors(problems):
        _show(_count(made, count, "taken over", also))
    return problems


def _show(words: str) -> None:
    if words:
        say(*words.split("\n"))


def _count(made: importing.Edits, count: int, done: str, also: str) -> str:
    parts = [
        f"{count} change{'' if count == 1 else 's'} {done}",
        f"{made.same} note{'' if made.same == 1 else 's'} as {'it is' if made.same == 1 else 'they are'} here",
    ]
    parts += [f"{made.older} of another version, edited by nobody"] if made.older else []
    parts += [f"{len(made.strange)} not in this set"] if made.strange else []
    return ", ".join(parts) + also


def _places(checked: Checked) -> Mapping[str, str]:
    assert checked.document is not None
    spans = {question.id: question.span for question in checked.document.questions}
    return {id: f"{span.file.name}:{span.file.position(span.start)[0]}" for id, span in spans.items()}


def _by_hand(checked: Checked, made: importing.Edits) -> list[Diagnostic]:
    assert checked.document is not None
    spans = {question.id: question.span for question in checked.document.questions}
    return [
        diagnose("I102", spans[id], f'"{id}" was changed in Anki and is not taken over: {why}')
        for id, why in made.by_hand
    ]


def _not_made(checked: Checked, change: importing.Change, why: str) -> Diagnostic:
    assert checked.document is not None
    spans = {question.id: question.span for question in checked.document.questions}
    hint = f"change it by hand\n{change.new}"
    message = f'"{change.question}" was changed in Anki and is not taken over: {why}'
    return diagnose("I102", spans[change.question], message, hint=hint)
