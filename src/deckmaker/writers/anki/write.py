"""The Anki writer: a checked document → one .apkg file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.decks import deck_of
from deckmaker.model.document import Document
from deckmaker.model.questions import ANKI, Question
from deckmaker.writers.anki.bodies import BODIES
from deckmaker.writers.anki.database import Content, Standing, database, stored
from deckmaker.writers.anki.database import with_others as with_others_in
from deckmaker.writers.anki.decks import description
from deckmaker.writers.anki.media import Pictures
from deckmaker.writers.anki.notes import Note, Notes
from deckmaker.writers.anki.package import databases_of, pack, pack_for_older


class AnkiOptions(Struct, frozen=True):
    """What the writer needs to know beside the document.

    times: when each question's note last changed, in seconds since 1970, by question id; from the lock. Every question
        that goes to Anki has one.
    render: the number of the rendering, from the lock.
    for_older: whether the package is for Anki before 2.1.50 as well.
    """

    times: Mapping[str, int]
    render: int
    for_older: bool = False


class Prepared(Struct, frozen=True):
    """A set on its way to Anki.

    notes: each question's note, in the order in which they are learnt.
    files: the media that the notes refer to, by name.
    paths: where in the set each of these stands, by name.
    """

    notes: Sequence[tuple[Question, Note]]
    files: Mapping[str, bytes]
    paths: Mapping[str, str]


def write(document: Document, options: AnkiOptions) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """The set's package as {"<name>.apkg": bytes}; nothing when no question goes to Anki.

    Raises KeyError for a question without a time.
    """
    try:
        files = _written(document, options, in_file=len(document.questions) > LARGE)
    except (OSError, sqlite3.Error):
        files = _written(document, options, in_file=False)
    return files, list(_refused(document))


LARGE = 20_000
"""Questions of a set whose database had better not be in memory; where there is no room for a file, it is."""


def _written(document: Document, options: AnkiOptions, *, in_file: bool) -> dict[str, bytes]:
    pictures = Pictures(document.set.media)
    notes = (note for _, note in _notes(document, options, pictures))
    first = next(notes, None)
    if first is None:
        return {}
    own = document.set
    content = Content(own.uid, own.title, chain([first], notes), description(document), own.anki.new_per_day)
    with database(content, in_file=in_file) as made:  # notes name their files as they are made: now all are known
        packed = (pack_for_older if options.for_older else pack)(made, pictures.files)
    return {f"{own.name}.apkg": packed}


def with_others(
    package: bytes, notes: Sequence[Note], like: Callable[[Mapping[str, str], Mapping[str, str]], bool]
) -> bytes | None:
    """A package of ours with these notes in place of those of the same identity: the same bytes as one made anew.

    like: whether a note with these fields may take the place of one with those, by their names. None where one may not,
    where more than words, tags and times differ, or where the package has media. Raises what broken files raise.
    """
    old = databases_of(package)
    if old is None:
        return None

    def fits(note: Note, standing: Standing) -> bool:
        names = [field.name for field in note.note_type.fields]
        return like(note.named, dict(zip(names, standing.fields, strict=True)))

    made = with_others_in(old[0], notes, fits)
    return None if made is None else pack(stored(made), {}, old[1])


def prepare(document: Document, options: AnkiOptions) -> tuple[Prepared, list[Diagnostic]]:
    """What goes into the set's package, and what cannot. Raises KeyError for a question without a time."""
    pictures = Pictures(document.set.media)
    notes = list(_notes(document, options, pictures))
    return Prepared(notes, pictures.files, pictures.paths), list(_refused(document))


def _notes(document: Document, options: AnkiOptions, pictures: Pictures) -> Iterator[tuple[Question, Note]]:
    """Each question's note, one at a time; the pictures that they show are known once all are made."""
    make = Notes(document, pictures.name, options.render).note
    possible = (question for question in _asked(document) if question.kind in BODIES)
    for due, question in enumerate(possible, 1):
        yield question, make(question, deck=deck_of(question, document.set), due=due, mod=options.times[question.id])


def _asked(document: Document) -> Iterator[Question]:
    return (question for question in document.questions if ANKI in question.where)


def _refused(document: Document) -> Iterator[Diagnostic]:
    """Questions of a type that there is no card for."""
    for question in _asked(document):
        if question.kind not in BODIES:
            hint = "take anki out of its where, or leave the question out"
            yield diagnose("X001", question.place_of("type"), f'no Anki card for type "{question.kind}" yet', hint=hint)
