"""What the print writer hands over, and what it says where paper cannot hold something."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from deckmaker.model.answers import letter, parts
from deckmaker.model.text import plain
from deckmaker.writers.pictures import packed
from tests.support import compile_set, said, sound_set
from tests.support.paper import printed, whole_text
from tests.support.sets import ATTRIBUTED, picture

ROOT = Path(__file__).parents[3]
CHOICE = "  - {id: c, stem: Which?, answer: this, distractors: [that, neither]}\n"
SHEETS = ("-A-key.pdf", "-A.pdf", "-overview.pdf", "-strips.pdf", ".manifest.json")


def problems_of(yaml: str, **files: bytes) -> list[str]:
    document, _ = compile_set(yaml, files={name.replace("__", "."): data for name, data in files.items()})
    _, made, problems = printed(document)
    assert bool(made) is not bool(problems)
    return said(problems)


def test_a_quiz_makes_a_pdf_for_each_version_a_key_and_a_manifest():
    quiz = "quizzes: [{id: check, title: Check, versions: 3, sections: [{pick: all}]}]\n"
    _, files, problems = printed(sound_set(f"questions:\n{CHOICE}{quiz}"))
    assert not problems
    papers = [f"check-{version}.pdf" for version in "ABC"]
    keys = [f"check-{version}-key.pdf" for version in "ABC"]
    assert list(files) == [*papers, *keys, "check-overview.pdf", "check-strips.pdf", "check.manifest.json"]
    assert all(data.startswith(b"%PDF-1.7") for name, data in files.items() if name.endswith(".pdf"))


def test_the_manifest_maps_every_mark_back_to_the_set():
    yaml = (
        "questions:\n"
        + CHOICE
        + "  - {id: m, type: matching, stem: Match, pairs: [[a, one], [b, two]], extra: [three], points: 2}\n"
        + "  - {id: o, type: ordering, stem: Order, items: [first, second, third]}\n"
        + "  - {id: s, type: short_answer, stem: What?, answer: it}\n"
    )
    document = sound_set(yaml)
    (paper,), files, _ = printed(document)
    manifest = json.loads(files["quiz.manifest.json"])
    assert (manifest["format"], manifest["set"], manifest["quiz"], manifest["seed"]) == (2, "7e57da7a", "quiz", "1")
    assert manifest["tool"].startswith("deckmaker ")
    assert manifest["files"] == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name.endswith(".pdf")
    }
    questions = {question.id: question for question in document.questions}
    for version, described in zip(paper.versions, manifest["versions"], strict=True):
        assert (described["code"], described["content"]) == (version.code, version.content)
        assert described["file"] in manifest["files"]
        for item in described["items"]:
            assert item["qid"] == f"7e57da7a/{item['id']}"
            assert sorted(item["order"]) == list(range(len(parts(questions[item["id"]]))))
            assert item["letters"] == [letter(place) for place in range(len(item["order"]))]
        by_id = {item["id"]: item for item in described["items"]}
        assert by_id["c"]["order"][ord(by_id["c"]["key"][0]) - ord("A")] == 0
        assert [by_id["m"]["order"][ord(mark) - ord("A")] for mark in by_id["m"]["key"]] == [0, 1]
        assert [str(index + 1) for index in by_id["o"]["order"]] == by_id["o"]["key"]
        assert (by_id["s"]["order"], by_id["s"]["key"], by_id["m"]["points"]) == ([], [], "2")


def test_characters_without_a_glyph_are_named_with_their_question():
    yaml = (
        "questions:\n"
        "  - {id: one, stem: 'What does 漢字 mean?', answer: letters, distractors: [a, b], feedback: '漢 is old'}\n"
        "  - {id: two, stem: 'Smile 😀?', answer: 'yes', distractors: ['no', maybe]}\n"
        "  - {id: fine, stem: 'Ἀθῆναι, Москва, Tiếng Việt, עברית, العربية, हिन्दी ✓ → ½?', answer: a, distractors: [b, c]}\n"
    )
    assert problems_of(yaml)[:2] == [
        'X002 5:10 no font has "漢" (U+6F22), "字" (U+5B57) of question "one"',
        'X002 6:10 no font has "😀" (U+1F600) of question "two"',
    ]
    assert not [line for line in problems_of(yaml) if "fine" in line]


def test_characters_without_a_glyph_in_titles_are_told_too():
    quiz = "quizzes: [{id: check, title: 漢, sections: [{title: 字, pick: all}]}]\n"
    assert problems_of(f"questions:\n{CHOICE}{quiz}")[0] == (
        'X002 6:16 no font has "漢" (U+6F22), "字" (U+5B57) of the titles and instructions of quiz "check"'
    )


def test_a_formula_that_paper_cannot_show_is_named_once():
    yaml = "questions:\n  - {id: f, type: short_answer, stem: 'What is $\\ce{H2O}$?', answer: water}\n"
    assert problems_of(yaml) == ['X001 5:10 the formula "\\ce{H2O}" uses "\\ce", which paper cannot show']


SHOWN = "questions:\n  - {id: p, type: short_answer, stem: 'What is ![this](pic.EXT)?', answer: it}\n"


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        ("png", b"\x89PNG\r\n\x1a\nbroken"),
        ("png", picture()[:60]),
        ("jpg", b"\xff\xd8\xff\xe0broken"),
        ("gif", b"GIF89a\1\0\1\0broken"),
        ("webp", b"RIFF\0\0\0\0WEBPbroken"),
    ],
)
def test_a_picture_that_cannot_be_read_is_named(ending, data):
    assert problems_of(SHOWN.replace("EXT", ending), **{f"pic__{ending}": data}) == [
        f'X003 5:10 the picture "pic.{ending}" of question "p" cannot be read'
    ]


def test_a_drawing_that_cannot_be_read_is_named():
    assert problems_of(SHOWN.replace("EXT", "svg"), pic__svg=b"<svg><path d='M0 0'/></svg>") == [
        'X003 5:10 the picture "pic.svg" of question "p" cannot be read'
    ]


def test_what_a_picture_hides_is_gone_from_the_file():
    """Whoever takes the picture out of the PDF finds nothing below the boxes, whatever it was drawn with."""
    regions = "regions: [{left: 0.5, top: 0, width: 0.5, height: 1, label: secret}]"
    yaml = (
        f"questions:\n  - {{id: i, type: image_occlusion, image: pic.svg, alt: a drawing, stem: Label., {regions}}}\n"
    )
    size = 'xmlns="http://www.w3.org/2000/svg" width="200" height="100"'
    drawing = f'<svg {size}><rect width="200" height="100" fill="red"/><text x="120" y="50">secret</text></svg>'
    _, files, problems = printed(sound_set(yaml, files={"pic.svg": drawing.encode()}))
    assert not problems
    assert "secret" not in whole_text(files["quiz-A.pdf"])
    with pikepdf.open(io.BytesIO(files["quiz-A.pdf"])) as pdf:
        pictures = [pikepdf.PdfImage(raw).as_pil_image() for page in pdf.pages for raw in images_of(page)]
    assert pictures
    for shown in pictures:
        width, height = shown.size
        assert shown.convert("RGB").getpixel((width // 4, height // 2)) == (255, 0, 0)
        colours = shown.convert("RGB").crop((width * 5 // 8, 10, width - 10, height // 3)).getcolors()
        assert colours == [(colours[0][0], (255, 255, 255))]


def images_of(page: pikepdf.Page) -> list[pikepdf.Object]:
    """Every picture on a page, those within drawings too."""
    found = []
    waiting = [page.obj]
    while waiting:
        for thing in waiting.pop().get("/Resources", {}).get("/XObject", {}).values():
            if thing.get("/Subtype") == "/Image":
                found.append(thing)
            else:
                waiting.append(thing)
    return found


def test_one_paper_that_fails_leaves_the_others():
    quizzes = (
        "quizzes:\n  - {id: good, title: Good, sections: [{pick: [c]}]}\n"
        "  - {id: bad, title: Bad, sections: [{pick: [e]}]}\n"
    )
    _, files, problems = printed(sound_set(f"questions:\n{CHOICE}  - {{id: e, front: 漢, back: x}}\n{quizzes}"))
    assert sorted(files) == [f"good{end}" for end in SHEETS]
    assert [problem.code.id for problem in problems] == ["X002"]


def test_photos_that_may_have_to_be_turned_keep_what_the_camera_says():
    photo = b"\xff\xd8\xff\xe1\x00\x10Exif\0\0" + b"\0" * 100
    assert packed(photo) == list(photo)
    assert isinstance(packed(picture()), str)


def test_a_font_of_the_users_own_is_tried_after_the_shipped_ones(tmp_path):
    from deckmaker import papers
    from deckmaker.writers.print import PrintOptions, write

    document = sound_set(f"questions:\n{CHOICE}")
    planned, _ = papers.plan(document)
    plain_files, _ = write(document, PrintOptions(planned))
    with_folder, problems = write(document, PrintOptions(planned, (str(tmp_path),)))
    assert not problems
    assert with_folder == plain_files


PRINT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from tests.support import sound_set
from tests.support.paper import printed
from tests.support.sets import ATTRIBUTED, picture
extra = "  - {id: p, type: short_answer, stem: 'What is $x^2$ ![this](pic.png)?', answer: it}\\n"
_, files, problems = printed(sound_set(ATTRIBUTED + extra, files={"pic.png": picture()}))
assert not problems
for name, data in files.items():
    print(name, hashlib.sha256(data).hexdigest())
"""


def test_the_bytes_are_the_same_in_any_process(tmp_path):
    told = []
    for seed, zone, folder in (("1", "Pacific/Kiritimati", ROOT), ("77", "America/Caracas", tmp_path)):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "SOURCE_DATE_EPOCH": seed}
        command = [sys.executable, "-c", PRINT, str(ROOT)]
        told.append(subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True).stdout)
    assert told[0] == told[1]
    assert told[0].count(b"\n") == 9


def test_writing_twice_in_one_process_gives_the_same_bytes():
    document = sound_set(ATTRIBUTED)
    assert printed(document)[1] == printed(document)[1]


def test_a_key_of_every_version_lists_the_letters_for_quick_marking():
    (paper,), files, _ = printed(sound_set(f"questions:\n{CHOICE}"))
    (item,) = paper.versions[0].items
    assert f"Answers: 1 {item.key[0]} " in whole_text(files["quiz-A-key.pdf"])
    assert plain(item.shown[ord(item.key[0]) - ord("A")]) == "this"
