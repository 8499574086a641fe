"""After an edit, a build makes what one of the whole set makes, to the byte, whether or not it took the short way."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker.cli import main, rebuild
from tests.support.article import ARTICLE, with_claim
from tests.support.samples import LONG

CLAIM = "\nquote: to be trusted\nparagraph: 8\ncue: demonstrates\npolarity: negative\nspeaker: rask\nvia: [box]\n"
QUESTIONS = """\
questions:

  - id: first-arch
    stem: Which arch of the bridge at Ormburn was built before all others?
    answer: the eastern one
    distractors: [the western one, the middle one]
    feedback: >-
      It is the eastern one,
      as its stones show.
  # a remark between two questions
  - id: keeper
    stem: What is the keeper of the tolls called?
    answer: a pontage master
    accept: [pontager]
    tags: [bridge, topic::tolls]
  - {id: year, stem: In which year was the toll ended?, answer: 1874, type: numeric, tolerance: 1}
  - id: gap
    text: "The bridge has {{c1::seven}} arches and {{c2::two}} towers."
  - id: card
    type: flashcard
    front: the *Kelder* stone
    back: a mark of high water
    reversed: true
  - id: said
    type: flashcard
    front: Who says that it is so, in the article?
    back: Emil Rask
    claim: c
  - id: true-one
    stem: In the text, the bridge is the oldest one of the county.
    answer: true
"""
WORDS = (
    "arch",
    "stone",
    "Ormburn",
    "é",
    "歴史",
    "{{c1::x}}",
    "**bold**",
    "x_y",
    "“quoted”",
    "a: b",
    "# 3",
    "'",
    '"',
    "&x",
    "$a$",
    "![p](p.png)",
)


def head() -> str:
    return "deckmaker: 1\nuid: 5b1f09ad\ntitle: Bridge\nquote_budget: 60\n" + with_claim(CLAIM)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "decks" / "bridge"
    made.mkdir(parents=True)
    before, claims, after = head().partition("claims:\n")
    (made / "set.yaml").write_text(before, "utf-8")
    (made / "claims.yaml").write_text(f"# the register\n{claims}{after}", "utf-8")
    (made / "article.txt").write_text(ARTICLE, "utf-8")
    (made / "questions.yaml").write_text(QUESTIONS, "utf-8")
    return made


def build(*more: str):
    return CliRunner().invoke(main, ["build", "decks/bridge", "--to", "anki", "--no-lint", *more])


def edits(text: str, random: random.Random) -> str:
    """A word here or there changed, taken out or put in; sometimes a whole line."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(lines))
        words = re.split(r"(?<=[\w.,?]) ", lines[at])
        place = random.randrange(len(words))
        match random.randrange(8):
            case 0 | 1 | 2:
                words[place] = random.choice(WORDS)
            case 3:
                words.insert(place, random.choice(WORDS))
            case 4:
                words[place] += random.choice(WORDS)
            case 5:
                words = [] if random.random() < 0.3 else words[:place] or words
            case 6:
                lines.insert(at, random.choice(lines))
            case _:
                words[place] = re.sub(r"\w", "x", words[place], count=1)
        lines[at] = " ".join(words)
    return "\n".join(lines)


def compared(folder: Path, text: str, name: str = "questions.yaml") -> bool:
    """Whether the short way was taken to what the whole set makes; both must make the same. name: of the file edited."""
    typed = (folder / name).read_text("utf-8")
    output, lock = Path("build/bridge/bridge.apkg"), folder / "deck.lock"
    before = {path: path.read_bytes() for path in (output, lock)}
    kept = {path: path.read_bytes() for path in Path("build").rglob("*") if path.is_file()}
    (folder / name).write_text(text, "utf-8")
    taken: list[bool] = []
    original = rebuild.after_an_edit

    def watched(*words):
        done = original(*words)
        taken.append(done is not None)
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuild, "after_an_edit", watched)
        patch.setattr("time.time", lambda: 1_900_000_000.0)
        quick = build()
        made = {path: path.read_bytes() for path in (output, lock)}
        for path, data in before.items():
            path.write_bytes(data)
        shutil.rmtree("build")
        whole = build()
        assert (quick.exit_code, quick.stderr) == (whole.exit_code, whole.stderr), text
        if quick.exit_code == 0:
            assert quick.output == whole.output, text
            assert made == {path: path.read_bytes() for path in (output, lock)}, text
    shutil.rmtree("build", ignore_errors=True)
    for path, data in {**kept, **before}.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / name).write_text(typed, "utf-8")
    return taken[0]


def first(folder: Path) -> None:
    assert build().exit_code == 0
    assert build().exit_code == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the eastern one\n    distractors", "the northern one\n    distractors"),
        ("as its stones show", "as all of its stones show"),
        ("  # a remark between two questions", "  # another remark"),
        ("[pontager]", "[pontager, toller]"),
        ("{{c1::seven}}", "{{c1::eight}}"),
        ("topic::tolls", "topic::bridges"),
        ("*Kelder*", "**Kelder**"),
    ],
)
def test_an_edit_of_words_takes_the_short_way(folder, old, new):
    first(folder)
    assert old in QUESTIONS
    assert compared(folder, QUESTIONS.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: keeper", "id: keeper-2"),
        ("{{c2::two}}", "two"),
        ("Emil Rask\n    claim", "E. Rask\n    claim"),
        ("What is the keeper of the tolls called?", "which arch of the bridge at Ormburn, was built before all others"),
        ("    reversed: true\n", ""),
        ("    claim: c\n", ""),
        ("    accept: [pontager]", "    accept: [pontager]\n    where: print"),
        ("    accept: [pontager]", "    accept: [pontager]\n    was: [older]"),
        ("answer: a pontage master", "answer: &name a pontage master"),
        ("Who says that", "Who says “to be trusted”, and that"),
        ("answer: a pontage master", 'answer: "a pontage master'),
        ("  - id: gap", "  - {id: more, stem: What else?, answer: this}\n  - id: gap"),
        ("questions:\n", "title: Again\nquestions:\n"),
        ("answer: true\n", "answer: true\nlicense: CC0\n"),
        ("stem: What is the keeper of the tolls called?\n", ""),
        ("answer: a pontage master", "answer: [a, b]"),
        ("id: first-arch", "id: keeper"),
        ("id: keeper", "id: first-arch"),
    ],
)
def test_what_is_more_than_that_takes_the_whole_way(folder, old, new):
    first(folder)
    assert old in QUESTIONS
    assert not compared(folder, QUESTIONS.replace(old, new))


def swapped(text: str, one: str, other: str) -> str:
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def test_another_order_takes_the_whole_way(folder):
    first(folder)
    assert not compared(folder, swapped(QUESTIONS, "id: first-arch", "id: keeper"))
    *head, truth = QUESTIONS.split("  - id: ")
    *more, card, said = head
    assert not compared(folder, "  - id: ".join([*more, said, card, truth]))


HEAD = """\
deckmaker: 1
uid: 5b1f09ad
title: Bridge
authors: [Ada]
license: CC-BY
language: en
description: About a bridge.
anki: {deck: Bridge, speak: false}
article: {title: The bridge, disclosure: One report; not checked.}
sources:
  rask: {name: Emil Rask, kind: person}
claims:
  - {id: c, claim: the bridge is old, speaker: rask, basis: on_record, quote: q, paragraph: 1}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Bridge", "title: The bridge"),
        ("[Ada]", "[Ada, Bo]"),
        ("CC-BY", "CC0"),
        ("language: en", "language: es"),
        ("About a bridge", "About bridges"),
        ("speak: false", "speak: true"),
        ("deck: Bridge", "deck: Bridges"),
        ("not checked", "as it stands"),
        ("Emil Rask", "E. Rask"),
        ("is old", "is new"),
        ("uid: 5b1f09ad", "uid: 5b1f09ae"),
    ],
)
def test_an_edit_of_what_stands_above_the_questions_takes_the_whole_way(folder, old, new):
    (folder / "questions.yaml").unlink()
    (folder / "claims.yaml").unlink()
    (folder / "set.yaml").write_text(HEAD + QUESTIONS, "utf-8")
    first(folder)
    assert old in HEAD
    both = HEAD.replace(old, new) + QUESTIONS.replace("eastern", "northern")
    assert not compared(folder, both, "set.yaml")


@pytest.mark.parametrize("typed", [" &x", " &-x", "\t&x"])
def test_a_text_that_another_question_takes_over_takes_the_whole_way(folder, typed):
    name = typed.strip()[1:]
    named = f"- id: one\n    stem: What?\n    answer:{typed} a stone\n    hint: *{name}\n  - id: two\n    stem: And?\n    answer: *{name}\n"
    (folder / "questions.yaml").write_text(f"questions:\n  {named}", "utf-8")
    first(folder)
    assert not compared(folder, f"questions:\n  {named}".replace("stone", "brick"))


def test_a_note_whose_pieces_are_damaged_costs_time_and_nothing_else(folder):
    first(folder)
    (note,) = Path("build/.deckmaker").iterdir()
    seal, words, rest = note.read_text("utf-8").split("\n")
    for damaged in (rest[:-9], rest.replace('"items"', '"pieces"'), "[]", ""):
        note.write_text(f"{seal}\n{words}\n{damaged}", "utf-8")
        assert not compared(folder, QUESTIONS.replace("eastern", "northern"))


def test_any_edit_makes_what_the_whole_set_makes(folder):
    first(folder)
    chance = random.Random(6)
    taken = [compared(folder, edits(QUESTIONS, chance)) for _ in range(1500 if LONG else 60)]
    assert sum(taken) > len(taken) // 10


def test_edits_one_after_another_make_what_a_clean_build_makes(folder):
    first(folder)
    for number in range(4):
        (folder / "questions.yaml").write_text(QUESTIONS.replace("eastern", f"eastern {number}"), "utf-8")
        assert build().exit_code == 0
    deck, lock = Path("build/bridge/bridge.apkg").read_bytes(), (folder / "deck.lock").read_bytes()
    assert build("--locked", "-o", "anew").exit_code == 0
    assert Path("anew/bridge/bridge.apkg").read_bytes() == deck
    assert (folder / "deck.lock").read_bytes() == lock
