"""Cards as they look: on a phone, with letters twice the size, by night, read from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from deckmaker.model.questions import Kind
from tests.support import anki, build_set, check_set
from tests.support.browser import Browser, browser, card_picture, phone_page
from tests.support.sets import ARTICLE, ATTRIBUTED, EVERY_TYPE, picture

pytestmark = [pytest.mark.anki, pytest.mark.chromium]

CLIPPED = """
return Array.from(document.querySelectorAll(".dm, .dm *")).filter(function (each) {
  return each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline" && each.clientWidth;
}).map(each => each.className || each.tagName);
"""
OCCLUDING = """
window.anki = {imageOcclusion: {setup: function () {
  var box = document.getElementById("image-occlusion-container");
  var canvas = document.getElementById("image-occlusion-canvas");
  box.style.position = "relative";
  canvas.style.cssText = "position: absolute; inset: 0; width: 100%; height: 100%";
}}};
"""
"""What Anki's own script does to the layout of an occluded picture: a canvas over it."""
SCREEN = "return [document.documentElement.scrollWidth, innerWidth]"


@pytest.fixture(scope="module")
def cards() -> dict[str, anki.Sides]:
    """Every card of two sets, by question id."""
    pictured: dict[str, Any] = {"files": {"tide.png": picture()}}
    sets: tuple[tuple[str, dict[str, Any]], ...] = ((ATTRIBUTED, {"article": ARTICLE}), (EVERY_TYPE, pictured))
    found: dict[str, anki.Sides] = {}
    for yaml, more in sets:
        package = build_set(check_set(yaml, **more), to=("anki",))[0]["set.apkg"]
        with anki.collection() as collection:
            anki.add(collection, package)
            for id, note in anki.notes(collection).items():
                found |= {f"{id}-{number}": anki.sides(card) for number, card in enumerate(note.cards())}
    return found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser(OCCLUDING) as made:
        made.put({"tide-ea813755.png": picture()})
        yield made


@pytest.mark.parametrize("night", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "text"), [(320, 100), (320, 200), (640, 100), (1200, 100), (1200, 200)])
def test_nothing_is_clipped_or_hangs_over(cards, chromium, width, text, night):
    chromium.size(width)
    wrong = {}
    for id, sides in cards.items():
        for side in (sides.front, sides.back):
            chromium.open(phone_page(side, f"{sides.css}\nhtml {{ font-size: {text}% }}", night))
            needed, there = chromium.run(SCREEN)
            clipped = chromium.run(CLIPPED)
            if needed > there or clipped:
                wrong[id] = (needed, clipped)
    assert wrong == {}


@pytest.mark.parametrize("marks", ["card nightMode", "card night_mode", "card nightMode night_mode"])
def test_night_is_dark_by_either_of_ankis_marks(cards, chromium, marks):
    sides = cards["who-0"]
    chromium.open(phone_page(sides.back, sides.css).replace('class="card card1"', f'class="{marks}"'))
    page, ink = chromium.run("const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]")
    assert (page, ink) == ("rgb(28, 31, 36)", "rgb(236, 238, 242)")


def test_every_type_of_question_is_among_the_cards(cards):
    kinds = {found[1] for sides in cards.values() if (found := re.search('data-kind="(\\w+)"', sides.front))}
    assert kinds == {kind.value for kind in Kind}


def test_a_front_gives_nothing_away(cards, chromium):
    sides = cards["who-0"]
    chromium.open(phone_page(sides.front, sides.css))
    seen = chromium.run("return document.body.innerText")
    assert seen.splitlines()[0] == "Harbour Works"
    for words in ("right answer", "indicate", "paragraph", "disclosure", "made-up", "points to"):
        assert words not in seen


def test_feedback_on_an_option_waits_for_the_back(cards, chromium):
    chromium.open(phone_page(cards["single-0"].front, cards["single-0"].css))
    assert "As planned" not in chromium.run("return document.body.innerText")
    chromium.open(phone_page(cards["single-0"].back, cards["single-0"].css))
    assert "As planned" in chromium.run("return document.body.innerText")


def test_the_answer_comes_first_then_who_says_so(cards, chromium):
    chromium.open(phone_page(cards["both-0"].back, cards["both-0"].css))
    tops = chromium.run(
        "return ['.dm-question', '#answer', '.dm-attribution', '.dm-about']"
        ".map(name => document.querySelector(name).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    sizes = chromium.run(
        "return ['.dm-answer', '.dm-speaker strong', '.dm-question', '.dm-about p']"
        ".map(name => parseFloat(getComputedStyle(document.querySelector(name)).fontSize))"
    )
    assert sizes == sorted(sizes, reverse=True)


def test_arabic_runs_from_right_to_left(cards, chromium):
    chromium.open(phone_page(cards["arabic-0"].front, cards["arabic-0"].css))
    assert chromium.run("return getComputedStyle(document.querySelector('.dm')).direction") == "rtl"
    assert chromium.run("return document.querySelector('.dm').lang") == "ar"


def test_options_are_large_enough_to_touch(cards, chromium):
    """WCAG 2.2 asks for 24 CSS pixels, 44 is what phone makers advise."""
    chromium.size(360)
    chromium.open(phone_page(cards["truth-0"].front, cards["truth-0"].css))
    heights = chromium.run("return Array.from(document.querySelectorAll('.dm-option')).map(e => e.offsetHeight)")
    assert min(heights) >= 44


def test_a_picture_of_a_card_can_be_taken(cards, chromium, tmp_path):
    path = tmp_path / "card.png"
    click = "document.querySelector('.dm-option').click()"
    card_picture(chromium, cards["who-0"], path, night=True, width=360, before=click)
    assert path.read_bytes().startswith(b"\x89PNG")
    assert chromium.run("return document.querySelectorAll('[data-picked]').length") == 1
