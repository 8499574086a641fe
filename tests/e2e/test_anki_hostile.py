"""Hostile words in every corner of a cloze, judged by Anki's own parser: as many cards as meant, every letter shown."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser
from itertools import product

import pytest
from msgspec.structs import replace

from deckmaker.model.document import Document
from deckmaker.model.questions import Choice, Cloze, Option, Question
from deckmaker.model.text import Code, Gap, Inline, Math, Paragraph, Str, Text, plain, text_of
from deckmaker.writers.anki import AnkiOptions, write
from tests.support import anki, sound_set

pytestmark = pytest.mark.anki

HOSTILE = (
    "{{c1::x}}", "{{c2::x::y}}", "{{Question}}", "{", "}", "{{", "}}", "}}}", ":", "::", ":::", "a::b", "[sound:a.mp3]",
    "[latex]x[/latex]", "[$]x[/$]", "[[type:Answer]]", r"\(x\)", "</div>", "<script>1</script>", "-->", "&#123;", "\\",
    "[anki:play:q:0]", "[anki:tts lang=en]x[/anki:tts]", "<%x%>", "{{#Answer}}x{{/Answer}}", "{{{c3::x}}}",
)  # fmt: skip


class Shown(HTMLParser):
    """The letters within the element of a class, scripts and styles left out."""

    def __init__(self, html: str, wanted: str) -> None:
        super().__init__()
        self.wanted, self.depth, self.letters = wanted, 0, ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if self.depth or self.wanted in (dict(attrs).get("class") or "").split():
            self.depth += tag not in ("br", "img")

    def handle_endtag(self, tag):
        self.depth -= bool(self.depth)

    def handle_data(self, data):
        if self.depth:
            self.letters += data


def document_of(bodies: list[Question]) -> Document:
    return replace(sound_set("questions:\n  - {id: a, type: cloze, text: '{{c1::a}}'}\n"), questions=tuple(bodies))


def cloze_of(*nodes: Inline) -> Cloze:
    return Cloze((Paragraph(nodes),))


def cases() -> list[Cloze]:
    made = [cloze_of(Gap(1, (Str(one + two),), ""), Str(" rest")) for one, two in product(HOSTILE, ("", "x", "}", ":"))]
    made += [cloze_of(Str(words), Gap(1, (Str("x"),), ""), Str(words)) for words in HOSTILE]
    made += [cloze_of(Gap(1, (Str("x"),), words), Str("y")) for words in HOSTILE]
    made += [cloze_of(Gap(1, (Code(words),), words), Code(words)) for words in HOSTILE]
    formulas = (r"\frac{a}{{b}}", "x::y", "{{c2::x}}")
    made += [cloze_of(Gap(1, (Math(tex, False),), "hint"), Str("y")) for tex in formulas]
    made += [cloze_of(Gap(1, (Str(words), Gap(2, (Str(words),), "")), ""), Str(words)) for words in HOSTILE]
    return made


def shown(text: Text) -> str:
    return unicodedata.normalize("NFC", plain(text))


def formulas_apart(words: str) -> str:
    return words.replace(r"\(", "").replace(r"\)", "")


def test_a_cloze_has_the_cards_that_are_meant_and_shows_every_letter():
    document = document_of([])
    (model,) = sound_set("questions:\n  - {id: a, type: cloze, text: '{{c1::a}}'}\n").questions
    bodies = cases()
    questions = tuple(replace(model, id=f"q{n}", body=body) for n, body in enumerate(bodies))
    times = {question.id: 1 for question in questions}
    files, _ = write(replace(document, questions=questions), AnkiOptions(times, 1))
    wrong: list[tuple[Cloze, object, str]] = []
    with anki.collection() as collection:
        anki.add(collection, files["set.apkg"])
        notes = anki.notes(collection)
        assert len(notes) == len(bodies)
        for question, body in zip(questions, bodies, strict=True):
            cards = notes[question.id].cards()
            sides = anki.sides(cards[0])
            back = Shown(sides.back, "dm-question").letters
            deleted = Shown(sides.back, "cloze").letters
            nested = any(isinstance(node, Gap) for node in inner(body))
            if len(cards) != 1 + nested or formulas_apart(back) != formulas_apart(shown(body.text)):
                wrong.append((body, len(cards), back))
            if formulas_apart(deleted) != formulas_apart(shown((Paragraph(inner(body)),))):
                wrong.append((body, "deleted", deleted))
            if cards[0].question_av_tags() or cards[0].answer_av_tags():
                wrong.append((body, "sound", back))
        assert not collection.get_empty_cards().notes
        assert anki.problems(collection) == ""
    assert wrong == []


def inner(body: Cloze) -> tuple[Inline, ...]:
    """What the first deletion deletes."""
    (paragraph,) = body.text
    assert isinstance(paragraph, Paragraph)
    return next(node.children for node in paragraph.children if isinstance(node, Gap))


def test_hostile_words_elsewhere_show_as_typed():
    document = document_of([])
    (model,) = sound_set("questions:\n  - {id: a, stem: x?, answer: b, distractors: [c]}\n").questions
    questions = tuple(
        replace(model, id=f"q{n}", stem=text_of(words), body=choice(words), hint=text_of(words))
        for n, words in enumerate(HOSTILE)
    )
    files, _ = write(replace(document, questions=questions), AnkiOptions({q.id: 1 for q in questions}, 1))
    with anki.collection() as collection:
        anki.add(collection, files["set.apkg"])
        for question in questions:
            (card,) = anki.notes(collection)[question.id].cards()
            sides = anki.sides(card)
            typed = plain(question.stem)
            assert Shown(sides.front, "dm-question").letters == typed
            assert Shown(sides.back, "dm-options").letters in (f"{typed}other", f"other{typed}")
            assert [*card.question_av_tags(), *card.answer_av_tags()] == []


def choice(words: str) -> Choice:
    return Choice((Option(text_of(words), True), Option(text_of("other"), False)), several=False)
