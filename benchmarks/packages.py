"""The Anki writer against plain genanki, on equal notes: CPU seconds and bytes, and their ratios.

usage: .venv/bin/python benchmarks/packages.py [NOTES [RUNS]]

Both start from the same questions, read already: ours writes the document, genanki's script makes a note from the same
fields and tags and writes its file, as its README shows. In turn, medians of several runs.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

import genanki

from deckmaker.writers.anki import AnkiOptions, write
from deckmaker.writers.anki.notes import Note, Notes
from deckmaker.writers.anki.released import NoteType, css, template_file
from tests.support import sound_set

HEAD = "deckmaker: 1\nuid: 0bec4a11\ntitle: A bank\nquestions:\n"
KINDS = (
    "stem: What is the number {n} of the list?, answer: item {n}, distractors: [item {n}a, item {n}b, item {n}c]",
    "type: flashcard, front: number {n} of the list, back: item {n}",
    "text: 'In the list, number {n} is {{{{c1::item {n}}}}}.'",
)


def main(count: int = 10_000, runs: int = 5) -> None:
    """Print a line for each, and the ratios."""
    lines = (f"  - {{id: q{n}, {KINDS[n % len(KINDS)].format(n=n)}}}\n" for n in range(count))
    document = sound_set(HEAD + "".join(lines))
    options = AnkiOptions({question.id: 1_700_000_000 for question in document.questions}, 1)
    make = Notes(document, str, 1).note
    notes = [make(question, deck="A bank", due=1, mod=1) for question in document.questions]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plain.apkg"
        ours, plain = [], []
        for _ in range(runs):
            ours.append(_seconds(lambda: write(document, options)))
            plain.append(_seconds(lambda: _plain(notes, path)))
        size = len(write(document, options)[0]["set.apkg"])
        other = path.stat().st_size
    print(f"{count} notes, {runs} runs in turn, medians of CPU seconds")
    print(f"deckmaker: {median(ours):.2f} s, {size / 1e6:.2f} MB")
    print(f"genanki:   {median(plain):.2f} s, {other / 1e6:.2f} MB")
    print(f"ratio:     {median(ours) / median(plain):.2f} of the time, {size / other:.2f} of the bytes")


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _plain(notes: list[Note], path: Path) -> None:
    """The script that people write by hand."""
    models: dict[int, genanki.Model] = {}
    deck = genanki.Deck(1_234_567_890, "A bank")
    for note in notes:
        model = models.setdefault(note.note_type.id, _model(note.note_type))
        deck.add_note(genanki.Note(model, list(note.fields), guid=note.identity, tags=list(note.tags)))
    genanki.Package(deck).write_to_file(str(path))


def _model(kind: NoteType) -> genanki.Model:
    templates = [
        {"name": each.name, "qfmt": template_file(each.front), "afmt": template_file(each.back)}
        for each in kind.templates
    ]
    fields = [{"name": each.name} for each in kind.fields]
    model_type = genanki.Model.CLOZE if kind.is_cloze else genanki.Model.FRONT_BACK
    return genanki.Model(kind.id, kind.name, fields, templates, css(kind), model_type=model_type)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
