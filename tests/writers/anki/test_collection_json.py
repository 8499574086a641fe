"""Note types and decks are in the JSON that genanki gives them, key for key in the same order."""

from __future__ import annotations

import json

import genanki
import pytest

from deckmaker.writers.anki.collection_json import BASIC, basic_json, deck_json, model_json
from deckmaker.writers.anki.released import NOTE_TYPES, css, template_file


class Model(genanki.Model):
    _req = ()


@pytest.mark.parametrize("note_type", NOTE_TYPES, ids=lambda note_type: note_type.name)
def test_note_types_are_those_of_genanki(note_type):
    fields = [
        {
            "name": field.name,
            "id": note_type.id * 1000 + field.number,
            **({} if field.tag is None else {"tag": field.tag, "preventDeletion": field.tag < 4}),
        }
        for field in note_type.fields
    ]
    templates = [
        {
            "name": template.name,
            "id": note_type.id * 1000 + template.number,
            "qfmt": template_file(template.front),
            "afmt": template_file(template.back),
            "bqfmt": template.browser_front,
            "bafmt": template.browser_back,
        }
        for template in note_type.templates
    ]
    kind = Model.CLOZE if note_type.is_cloze else Model.FRONT_BACK
    theirs = Model(note_type.id, note_type.name, fields, templates, css(note_type), kind).to_json(note_type.mod, None)
    if note_type.stock_kind is not None:
        theirs["originalStockKind"] = note_type.stock_kind
    assert json.dumps(model_json(note_type)) == json.dumps(theirs)


def test_the_basic_note_type_is_that_of_genanki():
    assert genanki.BASIC_MODEL.model_id == BASIC
    assert json.dumps(basic_json(7)) == json.dumps(genanki.BASIC_MODEL.to_json(0, 7))


def test_decks_are_those_of_genanki():
    deck = genanki.Deck(5, "Tides::Spring", "<p>of a set</p>")
    assert json.dumps(deck_json(5, "Tides::Spring", "<p>of a set</p>", 9)) == json.dumps({**deck.to_json(), "conf": 9})
