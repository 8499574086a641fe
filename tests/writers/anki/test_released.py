"""The note types that students have."""

from __future__ import annotations

import json
import re
from itertools import product

import pytest

from deckmaker.model.identity import digest
from deckmaker.writers.anki.released import CLOZE, NOTE_TYPES, OCCLUSION, QUESTION, NoteType, css, template_file

FIELDS = (
    "QID 1 Kind 2 Question 3 Choices 4 Answer 5 Accepted 6 Feedback 7 Hint 8 Speaker 9 Basis 10 Relay 11 Quote 12 "
    "Place 13 Source 14 Disclosure 15 Media 16 Lang 17 Data 18 Reverse 19 Typed 20 Spare2 21 Spare3 22"
)
OCCLUSION_FIELDS = "Occlusion 101 Image 102 Header 103 Back Extra 104 Comments 105 "


def shape(note_type) -> tuple[int, str, str]:
    fields = " ".join(f"{field.name} {field.number}" for field in note_type.fields)
    return note_type.id, fields, " ".join(f"{template.name} {template.number}" for template in note_type.templates)


def test_the_shapes_are_those_of_the_first_release():
    """Anki refuses to update notes whose type has another field or template: no change here, ever."""
    assert [shape(note_type) for note_type in (QUESTION, CLOZE, OCCLUSION)] == [
        (1402770301, FIELDS, "Question 201 Reverse 202"),
        (1402770302, FIELDS, "Cloze 201"),
        (1402770303, OCCLUSION_FIELDS + FIELDS, "Image Occlusion 201"),
    ]


def content_hash(note_type: NoteType) -> str:
    """The hash of all that a student's Anki would take over from the type; its time is not part of it."""
    shape = [
        note_type.id, note_type.name, note_type.is_cloze, note_type.stock_kind,
        [[field.name, field.number, field.tag] for field in note_type.fields],
        [[t.name, t.number, t.browser_front, t.browser_back] for t in note_type.templates],
    ]  # fmt: skip
    sides = [template_file(name) for template in note_type.templates for name in (template.front, template.back)]
    return digest(json.dumps(shape), css(note_type), *sides)[:16]


@pytest.mark.parametrize("note_type", NOTE_TYPES, ids=lambda note_type: note_type.name)
def test_changed_looks_come_with_a_later_time(note_type):
    """Raise `mod` to the present time, then put this hash beside it: students get looks only by a later time."""
    assert content_hash(note_type) == note_type.content


@pytest.mark.parametrize("note_type", NOTE_TYPES, ids=lambda note_type: note_type.name)
def test_a_front_always_has_a_field_that_is_always_filled(note_type):
    first = template_file(note_type.templates[0].front)
    assert re.search(r"\{\{(QID|Question|cloze:Question|cloze:Occlusion)\}\}", first)
    assert "{{FrontSide}}" not in "".join(template_file(template.back) for template in note_type.templates)


@pytest.mark.parametrize("note_type", NOTE_TYPES, ids=lambda note_type: note_type.name)
def test_templates_hold_fields_of_their_type_only(note_type):
    names = {field.name for field in note_type.fields}
    for template in note_type.templates:
        for side in (template_file(template.front), template_file(template.back)):
            used = {name.split(":")[-1] for name in re.findall(r"\{\{[#^/]?([^{}]+)\}\}", side)}
            assert used <= names
            assert "include" not in side


def colours(block: str) -> dict[str, tuple[float, ...]]:
    found = re.findall(r"--dm-([a-z-]+): #([0-9a-f]{6});", block)
    return {name: tuple(int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)) for name, value in found}


def luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "night"])
def test_words_stand_out_from_their_background(mode):
    """WCAG 2.2 AA asks for 4.5 to 1."""
    found = colours(css(QUESTION).split("color-scheme")[mode])
    letters = ("ink", "muted", "accent", "right", "wrong", "warn")
    grounds = ("page", "tint", "right-tint", "wrong-tint")
    pairs = {(a, b): round(contrast(found[a], found[b]), 2) for a, b in product(letters, grounds)}
    unused = {("warn", "right-tint"), ("warn", "wrong-tint"), ("wrong", "right-tint"), ("right", "wrong-tint")}
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < 4.5 and pair not in unused} == {}
