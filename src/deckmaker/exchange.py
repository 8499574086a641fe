"""A set and somebody's collection: what a push sends there, what an edited package brings back.

Beside the pipeline, since neither is an output of the set alone.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from pathlib import Path

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


def not_there(checked: Checked, changes: Iterable[importing.Change]) -> list[importing.Change]:
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
        question.first_id: importing.Current(question.id, note.named, note.tags, note.mod)
        for question, note in made.notes
    }
    return current, problems


def with_changes(
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
