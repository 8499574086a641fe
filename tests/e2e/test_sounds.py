"""Recordings and voices, as Anki plays them."""

from __future__ import annotations

import pytest

from deckmaker import importing
from tests.support import anki, build_set, check_set, said

pytestmark = pytest.mark.anki

CALL = b"ID3\x04" + bytes(60)
BIRDS = """
anki: {speak: true}
questions:
  - {id: call, type: short_answer, stem: "Whose call is this? ![a rising call](calls/curlew.mp3)", answer: a curlew, where: anki}
  - {id: german, type: flashcard, front: Wer ruft hier?, back: ein Brachvogel, language: de-AT}
  - {id: typed, type: flashcard, front: "What does [sound:curlew.mp3] mean?", back: "[anki:tts lang=en_US]x[/anki:tts]"}
"""


def test_a_recording_is_packed_and_played_and_a_stem_is_read_aloud():
    made, _ = build_set(check_set(BIRDS, files={"calls/curlew.mp3": CALL}), to=("anki",))
    with anki.collection() as collection:
        anki.add(collection, made["set.apkg"])
        notes = anki.notes(collection)
        played = notes["call"].cards()[0].question_av_tags()
        (sound,) = [tag for tag in played if hasattr(tag, "filename")]
        assert collection.media.have(sound.filename)
        assert sound.filename.startswith("curlew-")
        spoken = {
            id: [(tag.field_text, tag.lang) for tag in note.cards()[0].question_av_tags() if hasattr(tag, "field_text")]
            for id, note in notes.items()
        }
        assert spoken == {
            "call": [("Whose call is this? a rising call", "en_US")],
            "german": [("Wer ruft hier?", "de_AT")],
            "typed": [("What does (sound:curlew.mp3) mean?", "en_US")],
        }
        assert collection.media.check().missing == []


def test_what_an_author_types_that_looks_like_a_sound_is_letters():
    made, _ = build_set(
        check_set(BIRDS.replace("speak: true", "speak: false"), files={"calls/curlew.mp3": CALL}), to=("anki",)
    )
    with anki.collection() as collection:
        anki.add(collection, made["set.apkg"])
        card = anki.notes(collection)["typed"].cards()[0]
        assert (card.question_av_tags(), card.answer_av_tags()) == ([], [])


def test_a_recording_comes_back_from_a_package():
    made, _ = build_set(check_set(BIRDS, files={"calls/curlew.mp3": CALL}), to=("anki",))
    deck, _ = importing.read("set.apkg", made["set.apkg"])
    assert deck is not None
    again, problems = importing.as_set(deck)
    assert again is not None
    assert again.files["media/curlew.mp3"] == CALL
    assert "](media/curlew.mp3)" in again.files["set.yaml"].decode()
    assert "sounds without a description" in " ".join(problem.message for problem in problems)


WRONG = [
    ("![a call](gone.mp3)", 'M001 4:50 there is no sound "gone.mp3"'),
    ("![](curlew.mp3)", 'M002 4:42 the sound "curlew.mp3" has no words for those who cannot hear it'),
    ("![a call](false.mp3)", 'M004 4:50 "false.mp3" is no sound of a known kind'),
]


@pytest.mark.parametrize(("stem", "expected"), WRONG)
def test_a_recording_that_cannot_be_had_is_told(stem, expected):
    yaml = f'questions:\n  - {{id: a, type: flashcard, front: "{stem} Whose call?", back: a curlew, where: anki}}\n'
    checked = check_set(yaml, files={"curlew.mp3": CALL, "false.mp3": b"text"})
    errors = [problem for problem in checked.problems if problem.is_error]
    assert [line.split(" ", 2)[0::2] for line in said(errors)] == [expected.split(" ", 2)[0::2]]


def test_on_paper_a_recording_is_refused():
    yaml = """
questions:
  - {id: a, type: short_answer, stem: "Whose call? ![a call](curlew.mp3)", answer: a curlew}
quizzes:
  - {id: q, title: Birds, sections: [{pick: all}]}
"""
    checked = check_set(yaml, files={"curlew.mp3": CALL})
    with pytest.raises(AssertionError, match=r'the sound "curlew\.mp3" cannot be printed'):
        build_set(checked)
