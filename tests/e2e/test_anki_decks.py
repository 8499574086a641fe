"""Real Anki takes every set that is shipped: as many notes and cards as the document says."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker import pipeline
from deckmaker.model.questions import ANKI, Cloze, Flashcard, ImageOcclusion, Question
from deckmaker.model.text import Gap, leaves
from tests.support import anki, build_set

pytestmark = pytest.mark.anki

DECKS = Path(__file__).parents[2] / "decks"


def cards_of(question: Question) -> int:
    match question.body:
        case Cloze(text):
            return len({node.number for node in leaves(text) if isinstance(node, Gap)})
        case ImageOcclusion(regions=regions):
            return len(regions)
        case Flashcard(reversed=True):
            return 2
        case _:
            return 1


@pytest.mark.parametrize("name", sorted(path.name for path in DECKS.iterdir() if path.is_dir()))
def test_a_shipped_set_arrives_whole_and_a_second_import_changes_nothing(name):
    (found,), _ = pipeline.find_sets([DECKS / name])
    checked = pipeline.check(found)
    files, _ = build_set(checked, to=("anki",))
    assert checked.document
    asked = [question for question in checked.document.questions if ANKI in question.where]
    with anki.collection() as collection:
        log = anki.add(collection, files[f"{name}.apkg"])
        assert len(log.new) == len(asked)
        assert collection.card_count() == sum(map(cards_of, asked))
        assert not collection.get_empty_cards().notes
        assert anki.problems(collection) == ""
        for note in anki.notes(collection).values():
            for card in note.cards():
                sides = anki.sides(card)
                assert "{{" not in sides.front + sides.back
        again = anki.add(collection, files[f"{name}.apkg"])
        assert [*again.new, *again.updated, *again.conflicting] == []
