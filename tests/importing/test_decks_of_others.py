"""Decks that deckmaker did not make: genanki's, current Anki's own exports, tables."""

from __future__ import annotations

import tempfile
from pathlib import Path

import genanki
import pytest
from anki.collection import DeckIdLimit, ExportAnkiPackageOptions

from deckmaker import importing
from deckmaker.model.document import Document
from deckmaker.model.questions import Cloze, Flashcard, ImageOcclusion, Question, ShortAnswer
from deckmaker.model.text import Image, leaves, plain
from tests.support import anki, compile_set, said
from tests.support.sets import picture

REVERSED = genanki.Model(
    1607392320, "Both ways", fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Unused"}],
    templates=[
        {"name": "1", "qfmt": "{{Front}}", "afmt": '{{FrontSide}}<hr id="answer">{{Back}}'},
        {"name": "2", "qfmt": "{{Back}}", "afmt": '{{FrontSide}}<hr id="answer">{{Front}}'},
    ],
)  # fmt: skip
COUNTRY = genanki.Model(
    1607392321, "Country", fields=[{"name": "Name"}, {"name": "Capital"}, {"name": "Flag"}, {"name": "Note"}],
    templates=[
        {"name": "Capital", "qfmt": "Capital of <b>{{Name}}</b>?", "afmt": "{{FrontSide}}<hr id=answer>{{Capital}}{{#Note}}<br>({{Note}}){{/Note}}"},
        {"name": "Flag", "qfmt": "{{#Flag}}Whose flag? {{Flag}}{{/Flag}}", "afmt": "{{FrontSide}}<hr id=answer>{{Name}}"},
    ],
)  # fmt: skip


def taken_over(name: str, data: bytes) -> tuple[Document, list[str]]:
    """The sound set that comes of a file, and what was not taken over."""
    deck, problems = importing.read(name, data)
    assert deck is not None, said(problems)
    made, problems = importing.as_set(deck)
    assert made is not None, said(problems)
    files = {path: data for path, data in made.files.items() if path != "set.yaml"}
    document, found = compile_set(made.files["set.yaml"].decode(), files=files)
    assert not [problem for problem in found if problem.is_error], said(found)
    return document, [problem.message for problem in problems]


def shown(question: Question) -> tuple[str, str]:
    """Both sides as letters."""
    match question.body:
        case Flashcard(back):
            return plain(question.stem), plain(back)
        case ShortAnswer(answer):
            return plain(question.stem), plain(answer)
        case Cloze(text):
            return plain(text), plain(question.feedback)
        case _:
            raise AssertionError(question.kind)


def packed(*notes: genanki.Note, media: dict[str, bytes] | None = None, deck: str = "Geography") -> bytes:
    """genanki's package of these notes."""
    made = genanki.Deck(2059400110, deck)
    for note in notes:
        made.add_note(note)
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (media or {}).items():
            (Path(folder) / name).write_bytes(data)
        package = genanki.Package(made, media_files=[str(Path(folder) / name) for name in media or {}])
        package.write_to_file(Path(folder) / "out.apkg")
        return (Path(folder) / "out.apkg").read_bytes()


def test_a_deck_of_genanki_comes_whole():
    package = packed(
        genanki.Note(genanki.BASIC_MODEL, ["Capital of <b>Peru</b>?", "Lima"], tags=["south", "a::b"]),
        genanki.Note(genanki.CLOZE_MODEL, ["{{c1::Quito::city}} lies in {{c2::Ecuador}}", "high up"]),
        genanki.Note(genanki.BASIC_TYPE_IN_THE_ANSWER_MODEL, ["Capital of Chile?", "Santiago"]),
        genanki.Note(genanki.BASIC_AND_REVERSED_CARD_MODEL, ["Bolivia", "Sucre"]),
    )
    document, lost = taken_over("geography.apkg", package)
    assert lost == []
    assert document.set.title == "Geography"
    assert [shown(question) for question in document.questions] == [
        ("Capital of Peru?", "Lima"),
        ("Quito lies in Ecuador", "high up"),
        ("Capital of Chile?", "Santiago"),
        ("Bolivia", "Sucre"),
    ]
    assert [question.kind.value for question in document.questions] == [
        "flashcard",
        "cloze",
        "short_answer",
        "flashcard",
    ]
    assert document.questions[0].tags == ("south", "a::b")
    assert document.questions[3].body.reversed  # type: ignore[union-attr]


def test_ids_are_the_same_in_every_import_and_survive_an_edit():
    first = packed(genanki.Note(genanki.BASIC_MODEL, ["one", "two"], guid="abc"))
    edited = packed(genanki.Note(genanki.BASIC_MODEL, ["one!", "two"], guid="abc"))
    one, other, again = (taken_over("a.apkg", package)[0] for package in (first, edited, first))
    assert one.questions[0].id == other.questions[0].id
    assert one.set.uid == other.set.uid == again.set.uid


def test_cards_that_ask_different_things_become_questions_of_their_own():
    package = packed(
        genanki.Note(COUNTRY, ["Peru", "Lima", '<img src="peru.png">', "by the sea"]),
        genanki.Note(COUNTRY, ["Chile", "Santiago", "", ""]),
        media={"peru.png": picture()},
    )
    document, lost = taken_over("a.apkg", package)
    assert [shown(question) for question in document.questions] == [
        ("Capital of Peru?", "Lima (by the sea)"),
        ("Whose flag? peru.png", "Peru"),
        ("Capital of Chile?", "Santiago"),
    ]
    assert document.set.media == {"media/peru.png": picture()}
    assert lost == [
        "not taken over: pictures without a description, which have their file's name instead "
        f'in "{document.questions[0].id}"'
    ]


def test_a_picture_whose_name_is_percent_encoded_is_found():
    package = packed(
        genanki.Note(COUNTRY, ["Peru", "Lima", '<img src="my%20map.png" alt="m">', ""]), media={"my map.png": picture()}
    )
    document, lost = taken_over("a.apkg", package)
    assert (list(document.set.media), lost) == (["media/my-map.png"], [])


def test_what_cannot_be_taken_over_is_listed_once_a_kind():
    package = packed(
        genanki.Note(REVERSED, ["a [sound:a.mp3]", "b<sub>2</sub>", "hidden words"]),
        genanki.Note(REVERSED, ["c", 'd<img src="gone.png">', ""]),
        genanki.Note(REVERSED, ["<table><tr><td>e</td></tr></table>", "<script>x</script>f", "more"]),
    )
    _, lost = taken_over("a.apkg", package)
    assert [words.removeprefix("not taken over: ").split(" in ")[0] for words in lost] == [
        "pictures and sounds that the file does not hold, or of an unknown kind",
        "raised and lowered letters",
        "scripts, forms and films",
        "tables, whose cells stand",
        'the field "Unused" of "Both ways", which no card shows',
    ]


def exported(*, legacy: bool, colpkg: bool = False) -> bytes:
    """What current Anki exports of a collection with its stock note types, two decks, a picture and a review."""
    with anki.collection() as collection, tempfile.TemporaryDirectory() as folder:
        name = collection.media.write_data("peru.png", picture())
        add = {
            "Basic": ["Capital of Peru?", f'Lima <img src="{name}" alt="a map">'],
            "Basic (and reversed card)": ["Bolivia", "Sucre"],
            "Basic (optional reversed card)": ["Ecuador", "Quito", "y"],
            "Basic (type in the answer)": ["Capital of Chile?", "Santiago"],
            "Cloze": ["{{c1::Asunción::city}} is the capital of {{c2::Paraguay}}", "inland"],
            "Image Occlusion": [
                "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:oi=1}}<br>"
                "{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.1:width=.2:height=.2:oi=1}}<br>",
                f'<img src="{name}">', "Which lake?", "In the Andes", "",
            ],
        }  # fmt: skip
        for number, (type, fields) in enumerate(add.items()):
            note = collection.new_note(collection.models.by_name(type))
            note.fields = fields
            note.tags = ["south"]
            collection.add_note(note, collection.decks.id(f"World::America::{'South' if number else 'All of it'}"))
        collection.decks.select(collection.decks.id("World"))
        collection.sched.answerCard(collection.sched.getCard(), 3)
        path = str(Path(folder) / ("out.colpkg" if colpkg else "out.apkg"))
        if colpkg:
            collection.export_collection_package(path, include_media=True, legacy=legacy)
            collection.reopen()
        else:
            options = ExportAnkiPackageOptions(
                with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
            )
            collection.export_anki_package(
                out_path=path, options=options, limit=DeckIdLimit(collection.decks.id("World"))
            )
        return Path(path).read_bytes()


@pytest.mark.anki
@pytest.mark.parametrize("legacy", [False, True], ids=["current", "legacy"])
@pytest.mark.parametrize("colpkg", [False, True], ids=["apkg", "colpkg"])
def test_what_current_anki_exports_comes_whole(legacy, colpkg):
    document, lost = taken_over("out.colpkg" if colpkg else "out.apkg", exported(legacy=legacy, colpkg=colpkg))
    assert document.set.title == "America"
    assert document.set.anki.deck == "World::America"
    *texts, hidden = document.questions
    assert [shown(question) for question in texts] == [
        ("Capital of Peru?", "Lima a map"),
        ("Bolivia", "Sucre"),
        ("Ecuador", "Quito"),
        ("Capital of Chile?", "Santiago"),
        ("Asunción is the capital of Paraguay", "inland"),
    ]
    assert texts[0].tags == ("deck::All-of-it", "south")
    assert texts[1].tags == ("deck::South", "south")
    assert [node.src for node in leaves(texts[0].body.back) if isinstance(node, Image)] == ["media/peru.png"]  # type: ignore[union-attr]
    assert document.set.media == {"media/peru.png": picture()}
    assert isinstance(hidden.body, ImageOcclusion)
    assert [(r.left, r.top, r.width, r.height) for r in hidden.body.regions] == [
        (0.1, 0.1, 0.2, 0.2),
        (0.5, 0.5, 0.2, 0.2),
    ]
    assert (plain(hidden.stem), plain(hidden.feedback)) == ("Which lake?", "In the Andes")
    assert [words.removeprefix("not taken over: ").split(" in ")[0] for words in lost] == [
        "hidden shapes that are no rectangles, and became ones",
        "labels of hidden parts, which had none",
        "pictures without a description, which have their file's name instead",
    ]


TABLES = [
    ("a.csv", "front,back,tags\nCapital of Peru?,Lima,south a::b\n\"one, two\",three,\n",
     [("Capital of Peru?", "Lima"), ("one, two", "three")], ("south", "a::b")),
    ("a.txt", "Capital of Peru?\tLima\n", [("Capital of Peru?", "Lima")], ()),
    ("a.csv", "Capital of Peru?;Lima\n", [("Capital of Peru?", "Lima")], ()),
    ("a.txt", "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
     "abc\tBasic\tWorld\t<b>Peru</b>?\tLima\tsouth\n", [("Peru?", "Lima")], ("south",)),
    ("a.txt", "#html:false\n#tags:all\na < b\tc\n", [("a < b", "c")], ("all",)),
    ("a.csv", "{{c1::Lima}} is big,indeed\n", [("Lima is big", "indeed")], ()),
    ("a.csv", "q,a,b,c\n\"two\nlines\",x,y,z\n", [("q", "a b c"), ("two lines", "x y z")], ()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "expected", "tags"), TABLES)
def test_a_table_has_a_question_in_each_row(name, words, expected, tags):
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        document, lost = taken_over(name, words.encode(encoding))
        assert ([shown(question) for question in document.questions], lost) == (expected, [])
        assert document.questions[0].tags == tags


@pytest.mark.anki
def test_what_anki_exports_as_text_comes_whole():
    with anki.collection() as collection, tempfile.TemporaryDirectory() as folder:
        note = collection.new_note(collection.models.by_name("Basic"))
        note.fields, note.tags = ['a "quoted" <b>word</b>\tand tab', "one\ntwo"], ["south", "a::b"]
        collection.add_note(note, collection.decks.id("World"))
        path = str(Path(folder) / "out.txt")
        collection.export_note_csv(out_path=path, limit=None, with_html=True, with_tags=True, with_deck=True, with_notetype=True, with_guid=True)  # fmt: skip
        document, lost = taken_over("out.txt", Path(path).read_bytes())
    assert (document.set.title, lost) == ("World", [])
    assert [shown(question) for question in document.questions] == [('a "quoted" word and tab', "one two")]
    assert set(document.questions[0].tags) == {"south", "a::b"}
