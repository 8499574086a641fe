"""A set and somebody's collection: what a push sends there, what an edited package brings back.

Beside the pipeline, since neither is an output of the set alone.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from deckmaker import importing, pipeline, push
from deckmaker.diagnostics import Diagnostic
from deckmaker.lock import Lock
from deckmaker.model.identity import qid
from deckmaker.pipeline import Checked
from deckmaker.readers.files import shown
from deckmaker.readers.markup import parse
from deckmaker.writers import anki


def to_push(checked: Checked, locked: Lock) -> tuple[push.Asked, Mapping[str, bytes], list[Diagnostic]]:
    """The set's notes as a running Anki should have them, the media that they need by name, and what cannot be."""
    assert checked.document is not None
    made, problems = anki.prepare(checked.document, pipeline.anki_options(checked, locked))
    own = checked.document.set
    notes = [
        push.Wanted(
            question.id,
            question.span,
            push.WantedType(note.note_type.id, note.note_type.name, tuple(f.name for f in note.note_type.fields)),
            note.named,
            note.tags,
            note.deck,
            note.mod,
        )
        for question, note in made.notes
    ]
    retired = frozenset(qid(own.uid, id) for id in locked.retired)
    return push.Asked(own.title, own.span, anki.own_tag(own.name), notes, retired), made.files, problems


def changes_in(checked: Checked, deck: importing.Foreign) -> tuple[importing.Edits, list[Diagnostic]]:
    """What somebody changed in Anki in the set's notes, as a package of theirs has them."""
    assert checked.document is not None
    current, problems = _as_it_is(checked)
    return importing.edits(deck, checked.document.set.uid, current), problems


class Taken(Struct, frozen=True):
    """What taking changes over comes to.

    files: the set's files with the changes, by path; those that stay as they are may be left out.
    left: the changes that are not in them, each with the reason.
    """

    files: dict[Path, bytes]
    left: list[tuple[importing.Change, str]]


def taken_over(checked: Checked, read: Mapping[Path, bytes], changes: Sequence[importing.Change]) -> Taken:
    """The set's files with as many of the changes as can be made: the set must be sound, and say what they want.

    read: what the files held when they were checked.
    """
    if not changes:
        return Taken({}, [])
    files, left = _with_changes(checked, read, changes)
    after = pipeline.check(checked.files, None, files)
    errors = [problem for problem in after.problems if problem.is_error]
    if errors:
        return _in_parts(checked, read, changes, errors[0].message)
    left += _not_there(after, [change for change in changes if change not in left])
    if left and len(left) < len(changes):
        fit = taken_over(checked, read, [change for change in changes if change not in left])
        return Taken(fit.files, [*((change, _no_place(change)) for change in left), *fit.left])
    return Taken({} if left else files, [(change, _no_place(change)) for change in left])


def _in_parts(checked: Checked, read: Mapping[Path, bytes], changes: Sequence[importing.Change], error: str) -> Taken:
    """Changes that break the set when made together: those that do not by themselves."""
    questions = list(dict.fromkeys(change.question for change in changes))
    if len(questions) < 2:
        return Taken({}, [(change, f"the set could not be built with it: {error}") for change in changes])
    half = frozenset(questions[: len(questions) // 2])
    parts = [[change for change in changes if (change.question in half) is first] for first in (True, False)]
    left = [pair for part in parts for pair in taken_over(checked, read, part).left]
    gone = [change for change, _ in left]
    fit = [change for change in changes if change not in gone]
    if len(fit) == len(changes):  # each half does by itself
        return Taken({}, [(change, f"the set could not be built with it: {error}") for change in changes])
    made = taken_over(checked, read, fit)
    return Taken(made.files, [*left, *made.left])


def _no_place(change: importing.Change) -> str:
    return f'its "{change.path[0]}" has no one place in the file'


def _not_there(checked: Checked, changes: Iterable[importing.Change]) -> list[importing.Change]:
    """Those of the changes that this state of the set does not have."""
    by_question = {known.question: known for known in _as_it_is(checked)[0].values()}
    return [
        change
        for change in changes
        if change.question not in by_question or not importing.holds(by_question[change.question], change)
    ]


def _as_it_is(checked: Checked) -> tuple[dict[str, importing.Current], list[Diagnostic]]:
    assert checked.document is not None
    locked = pipeline.advanced(checked, checked.lock.latest + 1)
    made, problems = anki.prepare(checked.document, pipeline.anki_options(checked, locked))
    current = {
        question.first_id: importing.Current(question.id, note.named, note.tags, note.mod, made.paths)
        for question, note in made.notes
    }
    return current, problems


def _with_changes(
    checked: Checked, read: Mapping[Path, bytes], changes: Iterable[importing.Change]
) -> tuple[dict[Path, bytes], list[importing.Change]]:
    """The set's files with these changes made, by path, and the changes that there is no one place for.

    read: what the files held when they were checked.
    """
    assert checked.document is not None
    questions = {question.id: question for question in checked.document.questions}
    by_file: dict[str, list[tuple[importing.Change, importing.Place]]] = {}
    for change in changes:
        question = questions[change.question]
        keys = {key: (span.start, span.end) for key, span in question.spans.items() if span.file is question.span.file}
        place = importing.Place(question.place_of("id").start, keys)
        by_file.setdefault(question.span.file.name, []).append((change, place))
    files, left = {}, []
    for path in checked.files.files:
        if own := by_file.get(shown(path)):
            data = read[path]
            mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
            words, not_made = importing.edited(
                data.decode("utf-8-sig"), own, lambda words: importing.typed(parse(words))
            )
            files[path] = mark + words.encode()
            left += not_made
    return files, left
