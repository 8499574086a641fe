"""What fuzzing found, each once, in words."""

from __future__ import annotations

import json
import re

import pytest

from deckmaker import importing, papers
from deckmaker.diagnostics import diagnose
from deckmaker.diagnostics.render import render
from deckmaker.importing.foreign import CardTemplate, Foreign, Note, NoteType
from deckmaker.model.numbers import quantity
from deckmaker.source import NOWHERE, SourceFile
from deckmaker.writers.print import PrintOptions, write
from tests.fuzz.targets import OWN_FIELDS, PART, TARGETS, own_deck
from tests.support import check_set, compile_set, said, sound_set
from tests.support.article import ARTICLE, with_claim


def own(**fields: str) -> bytes:
    """A note that says it is ours, with these fields."""
    return PART.join(fields.get(name, "").encode() for name in OWN_FIELDS)


def test_a_claim_whose_paragraph_lacks_its_space_is_told():
    found = check_set(with_claim("quote: made a pact\nparagraph:2"), article=ARTICLE).problems
    assert [line for line in said(found) if line.startswith("Y")] == ["Y113 17:15 a space is missing after the colon"]


@pytest.mark.parametrize("between", ["\n", "\r\n", "\r", " \n\n "])
def test_users_words_in_a_message_stay_on_its_line(between):
    assert diagnose("E109", NOWHERE, f'hedge "may{between}be" not found').message == 'hedge "may be" not found'


def test_a_control_character_in_a_formula_is_no_bar_to_a_word_file():
    TARGETS["text"].run(b"a$x\x05y$")


@pytest.mark.parametrize("choices", ["", '<ol class="dm-options"><li data-ok="2">x</li></ol>'])
def test_a_package_of_ours_with_a_choice_that_has_no_key_is_read(choices):
    TARGETS["own"].run(own(Kind="single_choice", Question="Which?", Choices=choices))


@pytest.mark.parametrize("rect", ["left=x:top=0", "left", "left=1=2:top=0", ""])
def test_a_package_of_ours_with_a_hidden_part_that_is_nowhere_is_read(rect):
    marks = f"{{{{c1::image-occlusion:rect:{rect}:oi=1}}}}"
    TARGETS["own"].run(own(Kind="image_occlusion", Occlusion=marks, Image='<img src="a.png" alt="b">'))


@pytest.mark.parametrize("language", ["\n", "english, please", "e", "..", "en-\x1f"])
def test_a_package_of_ours_with_a_language_that_is_none_becomes_a_set(language):
    TARGETS["own"].run(own(Kind="flashcard", Question="a", Answer="b", Lang=language))


@pytest.mark.parametrize(
    "qid", ["7e57da7a/", "7e57da7a/../../x", "7e57da7a/a b\nc", "/x", "7e57\n/x", "7e57da7a/" + "x" * 5000]
)
def test_a_package_of_ours_with_ids_that_are_none_becomes_a_set(qid):
    deck = own_deck(own(Kind="flashcard", Question="a", Answer="b", QID=qid))
    made, _ = importing.as_set(deck)
    assert made is not None
    document, problems = compile_set(made.files["set.yaml"].decode())
    assert not [problem for problem in problems if problem.is_error], said(problems)
    assert len(document.questions) == 1


@pytest.mark.parametrize("words", ["a\0b", "a\ufeffb"])
def test_characters_that_no_pdf_may_hold_are_refused_by_name(words):
    document = sound_set(
        f"questions:\n  - {{id: q, stem: {json.dumps(words)}, answer: a, type: short_answer}}\n"
        "quizzes:\n  - {id: p, title: P, sections: [{pick: [q]}]}\n"
    )
    planned, _ = papers.plan(document)
    files, problems = write(document, PrintOptions(planned))
    assert (files, {problem.code.id for problem in problems}) == ({}, {"X002"}), said(problems)


def test_a_row_of_currency_signs_is_no_number_and_is_told_so_at_once():
    """It took longer than anybody waits: each sign more doubled the time."""
    assert quantity("$" * 5000 + "x") is None
    assert quantity("about  $ ~ 5 km") == quantity("about $5 km")


def test_of_a_line_without_end_the_words_around_the_place_are_shown():
    file = SourceFile("set.yaml", "x" * 3_000_000 + " wrong " + "y" * 3_000_000)
    said = render([diagnose("T001", file.span(3_000_001, 3_000_006), "this is wrong")])
    (line,) = [line for line in said.splitlines() if "wrong" in line and "|" in line]
    assert len(line) < 130
    (carets,) = [each for each in said.splitlines() if "^" in each]
    assert line[carets.index("^") : carets.rindex("^") + 1] == "wrong"


def test_of_words_without_end_a_message_and_a_hint_have_the_beginning():
    found = diagnose("T001", NOWHERE, "a" * 100_000, hint="b" * 100_000)
    assert (len(found.message), len(found.hint)) == (2001, 2001)


@pytest.mark.parametrize("opening", ["[", "![", "{{c1::", "[["])
def test_opening_marks_by_the_thousand_are_refused_before_they_are_looked_for(opening):
    document = f"questions:\n  - {{id: q, type: flashcard, front: {json.dumps('a ' + opening * 30_000)}, back: b}}\n"
    assert "T003" in [problem.code.id for problem in check_set(document).problems]


def test_a_row_of_many_columns_is_refused_and_one_of_many_paragraphs_read():
    deck, problems = importing.read("a.csv", b"9," * 12_000 + b"\n")
    assert (deck, [problem.code.id for problem in problems]) == (None, ["I001"])
    TARGETS["foreign"].run(PART.join((b"{{Front}}", b"{{Back}}", b"<p>a</p>" * 12_000, b"x")))


@pytest.mark.parametrize("run", ["…", ".", "!?", "'a ", '"'])
def test_a_quotation_among_signs_without_end_gets_a_verdict(run):
    article = f"A title\n\nhe said {run * 300_000} words here {run * 300_000}."
    TARGETS["evidence"].run(PART.join((article.encode(), b"words here", b"1", b"", b"", b"", b"said")))


@pytest.mark.parametrize(
    ("cards", "ids"),
    [((-5,), []), ((9,), []), ((0, 0, 0), ["note"]), ((-1, 7, 1), ["note"]), ((1, 0), ["note", "note-2"])],
)
def test_cards_that_the_note_type_does_not_have_are_none(cards, ids):
    sides = (CardTemplate("{{Front}}?", "{{Back}}"), CardTemplate("{{type:Back}} {{Front}}", "{{Back}}!"))
    type = NoteType("Basic", False, ("Front", "Back"), sides)
    deck = Foreign("a.apkg", (Note("guid", type, {"Front": "a", "Back": "b"}, (), "Deck", cards),))
    made, _ = importing.as_set(deck)
    document = compile_set(made.files["set.yaml"].decode())[0] if made else None
    found = [question.id for question in document.questions] if document else []
    assert [re.sub("note-[0-9a-f]{8}", "note", id) for id in found] == ids
