"""A set's own package, read back, is the set again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from deckmaker import importing
from deckmaker.model.document import Document
from deckmaker.model.questions import Choice, Essay, ImageOcclusion, Question
from deckmaker.model.text import Image, map_inlines, plain
from tests.support import build_set, check_set, compile_set
from tests.support.sets import ARTICLE, ATTRIBUTED, EVERY_TYPE, REGISTER, picture


def imported(package: bytes) -> tuple[Document, list[str]]:
    """The set that comes of a package, compiled, and what was said."""
    deck, problems = importing.read("set.apkg", package)
    assert deck is not None, problems
    made, problems = importing.as_set(deck)
    assert made is not None, problems
    files = {path: data for path, data in made.files.items() if path != "set.yaml"}
    document, _ = compile_set(made.files["set.yaml"].decode(), files=files)
    return document, [f"{problem.code.id} {problem.message}" for problem in problems]


def as_cards_show(question: Question, names: dict[str, str]) -> object:
    """What a package holds of a question: options in no order, pictures by their content."""
    body = question.body
    if isinstance(body, Choice):
        body = replace(body, options=tuple(sorted(body.options, key=lambda option: plain(option.text))))
    if isinstance(body, Essay):
        body = replace(body, lines=0)
    if isinstance(body, ImageOcclusion):
        body = replace(body, image=names[body.image])
    return (question.id, question.kind, pictures_named(body, names), question.stem, question.feedback, question.hint,
            question.tags, question.language, question.shuffle)  # fmt: skip


def pictures_named(body: object, names: dict[str, str]) -> object:
    back = getattr(body, "back", None)
    if back is None:
        return body
    return replace(
        body,
        back=map_inlines(back, lambda node: (replace(node, src=names[node.src]) if isinstance(node, Image) else node,)),
    )  # type: ignore[type-var]


def test_every_type_of_question_comes_back_as_it_was():
    checked = check_set(EVERY_TYPE, files={"tide.png": picture()})
    made, _ = build_set(checked, to=("anki",))
    document, said = imported(made["set.apkg"])
    assert said == []
    before = checked.document
    assert before is not None
    names = dict.fromkeys((*before.set.media, *document.set.media), "a picture")
    assert [as_cards_show(question, names) for question in document.questions] == [
        as_cards_show(question, names) for question in before.questions
    ]
    assert (document.set.uid, document.set.title) == (before.set.uid, before.set.title)
    assert set(document.set.media.values()) == set(before.set.media.values())


def test_a_package_of_the_set_that_was_read_back_has_the_same_notes():
    made, _ = build_set(check_set(EVERY_TYPE, files={"tide.png": picture()}), to=("anki",))
    deck, _ = importing.read("set.apkg", made["set.apkg"])
    assert deck is not None
    again, _ = importing.as_set(deck)
    assert again is not None
    files = {path: data for path, data in again.files.items() if path != "set.yaml"}
    rebuilt, _ = build_set(check_set(again.files["set.yaml"].decode(), files=files), to=("anki",))
    second, _ = importing.read("set.apkg", rebuilt["set.apkg"])
    assert second is not None
    ignored = ("Data", "Choices", "Answer")  # orders come from the order in which options were written
    shown = [
        [
            (note.guid, note.cards, note.deck, {k: v for k, v in note.fields.items() if k not in ignored})
            for note in each.notes
        ]
        for each in (deck, second)
    ]
    assert shown[0] == shown[1]


def test_of_a_set_about_claims_the_register_is_told_to_be_left_out():
    made, _ = build_set(check_set(ATTRIBUTED, article=ARTICLE), to=("anki",))
    document, said = imported(made["set.apkg"])
    assert [question.id for question in document.questions] == ["who", "both", "plain"]
    assert said == [
        "I101 not taken over: the claims that questions are about: no package holds the register in 2 notes"
    ]


GENERATED = (
    REGISTER
    + """
generate: [{family: who-said}]
"""
)


def test_questions_made_from_claims_become_questions_of_their_own_and_stay_the_same_notes():
    made, _ = build_set(check_set(GENERATED, article=ARTICLE), to=("anki",))
    document, said = imported(made["set.apkg"])
    assert [question.id for question in document.questions] == ["unmeasured-who-said"]
    assert "the claims that questions were made from: they are questions of their own here" in said[0]
    rebuilt, _ = build_set(check_set(yaml(made["set.apkg"])), to=("anki",))
    guids = []
    for package in (made["set.apkg"], rebuilt["set.apkg"]):
        deck, _ = importing.read("x.apkg", package)
        assert deck is not None
        guids.append({note.guid for note in deck.notes})
    assert guids[0] == guids[1]


DECKS = """
anki: {deck: "Sea::Tides", subdecks: "tag:part::"}
questions:
  - {id: a, stem: When is high water?, answer: at noon, tags: ["part::one::deep", mine]}
  - {id: b, stem: When is low water?, answer: at six, tags: ["part::two"]}
  - {id: c, stem: When is ebb?, answer: in between}
"""


def test_subdecks_and_tags_come_back():
    made, _ = build_set(check_set(DECKS), to=("anki",))
    document, said = imported(made["set.apkg"])
    assert said == []
    assert [question.tags for question in document.questions] == [
        ("deck::one::deep", "part::one::deep", "mine"),
        ("deck::two", "part::two"),
        (),
    ]
    again, _ = importing.read("x.apkg", made["set.apkg"])
    rebuilt, _ = build_set(check_set(yaml(made["set.apkg"])), to=("anki",))
    second, _ = importing.read("x.apkg", rebuilt["set.apkg"])
    assert again is not None
    assert second is not None
    assert [note.deck for note in second.notes] == [note.deck for note in again.notes]
    assert {note.deck for note in again.notes} == {"Sea::Tides::one::deep", "Sea::Tides::two", "Sea::Tides"}


def yaml(package: bytes) -> str:
    deck, _ = importing.read("set.apkg", package)
    assert deck is not None
    made, _ = importing.as_set(deck)
    assert made is not None
    return made.files["set.yaml"].decode()


@pytest.mark.parametrize(
    "answer",
    ["yes", "no", "null", "~", "1:30", "0x1F", "007", "1_000", "- x", "# x", "a: b", "'q'", "[x]", "{x}", "& y", "%"],
)
def test_words_that_yaml_takes_otherwise_come_back_as_they_are(answer):
    quoted = "'" + answer.replace("'", "''") + "'"
    made, _ = build_set(
        check_set(f"questions:\n  - {{id: a, type: flashcard, front: Which?, back: {quoted}}}\n"), to=("anki",)
    )
    document, _ = imported(made["set.apkg"])
    assert plain(document.questions[0].body.back) == answer  # type: ignore[union-attr]
