"""The Anki writer: a checked document → one .apkg file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.decks import deck_of
from deckmaker.model.document import Document
from deckmaker.model.questions import ANKI, Question
from deckmaker.writers.anki.bodies import BODIES
from deckmaker.writers.anki.decks import SECTION, description
from deckmaker.writers.anki.media import Pictures
from deckmaker.writers.anki.notes import Notes
from deckmaker.writers.anki.package import Package, pack


@dataclass(frozen=True, slots=True)
class AnkiOptions:
    """What the writer needs to know beside the document.

    times: when each question's note last changed, in seconds since 1970, by question id; from the lock. Every question
        that goes to Anki has one.
    render: the number of the rendering, from the lock.
    """

    times: Mapping[str, int]
    render: int


def write(document: Document, options: AnkiOptions) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """The set's package as {"<name>.apkg": bytes}; nothing when no question goes to Anki.

    Raises KeyError for a question without a time.
    """
    asked = [question for question in document.questions if ANKI in question.where]
    problems = [*_refused(asked), *_subdecks(document)]
    possible = [question for question in asked if question.kind in BODIES]
    if not possible:
        return {}, problems
    pictures = Pictures(document.set.media)
    make = Notes(document, pictures.name, options.render).note
    notes = [
        make(question, deck=deck_of(question, document.set), due=due, mod=options.times[question.id])
        for due, question in enumerate(possible, 1)
    ]
    own = document.set
    package = Package(own.uid, own.title, notes, description(document), own.anki.new_per_day, pictures.files)
    return {f"{own.name}.apkg": pack(package)}, problems


def _refused(questions: list[Question]) -> Iterator[Diagnostic]:
    """Questions of a type that there is no card for."""
    for question in questions:
        if question.kind not in BODIES:
            hint = "take anki out of its where, or leave the question out"
            yield diagnose("X001", question.place_of("type"), f'no Anki card for type "{question.kind}" yet', hint=hint)


def _subdecks(document: Document) -> Iterator[Diagnostic]:
    """Subdecks by section, which are not made yet."""
    if document.set.anki.subdecks == SECTION:
        hint = 'write "subdecks: none", or "subdecks: tag:<prefix>" with such tags on the questions'
        yield diagnose("X004", document.set.place_of("anki.subdecks"), 'no Anki subdecks by "section" yet', hint=hint)
