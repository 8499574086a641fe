"""The choice card in a real browser, as desktop and phones show it, with storage and where storage throws."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver.common.keys import Keys

from tests.support import anki, build_set, check_set
from tests.support.browser import NO_STORAGE, Browser, browser, classes, desktop_page, phone_page
from tests.support.sets import EVERY_TYPE, picture

pytestmark = [pytest.mark.anki, pytest.mark.chromium]

OPTIONS = "return Array.from(document.querySelectorAll('.dm-options > li .dm-text')).map(e => e.firstChild.textContent)"
MARKED = """
return Array.from(document.querySelectorAll(".dm-options > li")).map(function (item) {
  return [item.querySelector(".dm-text").firstChild.textContent, item.hasAttribute("data-picked"),
    Array.from(item.querySelectorAll(".dm-mark")).map(mark => mark.textContent)];
});
"""
ROUNDS = 10


class Client:
    """Shows sides of cards as one of Anki's clients does."""

    def __init__(self, browser: Browser, sides: dict[str, anki.Sides], phone: bool) -> None:
        self.browser, self.sides, self.phone = browser, sides, phone
        if not phone:
            browser.open(desktop_page(sides["single"].css))

    def show(self, html: str, css: str) -> list[str]:
        """The options that stand there, top to bottom."""
        if self.phone:
            self.browser.open(phone_page(html, css))
        else:
            self.browser.run("show(arguments[0], arguments[1])", html, classes(False))
        options: list[str] = self.browser.run(OPTIONS)
        return options

    def front(self, id: str) -> list[str]:
        return self.show(self.sides[id].front, self.sides[id].css)

    def back(self, id: str) -> list[str]:
        return self.show(self.sides[id].back, self.sides[id].css)

    def pick(self, *places: int) -> None:
        for place in places:
            self.browser.run(f"document.querySelectorAll('.dm-option')[{place}].click()")

    def picked(self) -> list[str]:
        return [words for words, picked, _ in self.browser.run(MARKED) if picked]


@pytest.fixture(scope="module")
def sides() -> dict[str, anki.Sides]:
    package = build_set(check_set(EVERY_TYPE, files={"tide.png": picture()}), to=("anki",))[0]["set.apkg"]
    with anki.collection() as collection:
        anki.add(collection, package)
        return {id: anki.sides(note.cards()[0]) for id, note in anki.notes(collection).items()}


@pytest.fixture(scope="module")
def typed_sides() -> dict[str, anki.Sides]:
    """The same, after a student typed something that is nearly right."""
    package = build_set(check_set(EVERY_TYPE, files={"tide.png": picture()}), to=("anki",))[0]["set.apkg"]
    with anki.collection() as collection:
        anki.add(collection, package)
        return {id: anki.sides(note.cards()[0], "the mood") for id, note in anki.notes(collection).items()}


@pytest.fixture(scope="module")
def with_storage() -> Iterator[Browser]:
    with browser() as made:
        yield made


@pytest.fixture(scope="module")
def without_storage() -> Iterator[Browser]:
    with browser(NO_STORAGE) as made:
        yield made


@pytest.fixture(params=["desktop", "phone"])
def client(request, sides, with_storage) -> Iterator[Client]:
    yield Client(with_storage, sides, request.param == "phone")
    assert with_storage.errors() == []


@pytest.fixture(params=["desktop", "phone"])
def bare_client(request, sides, without_storage) -> Iterator[Client]:
    yield Client(without_storage, sides, request.param == "phone")
    assert without_storage.errors() == []


def test_the_back_has_the_order_of_the_front_and_keeps_the_pick(client):
    orders = set()
    for round in range(ROUNDS):
        front = client.front("single")
        client.pick(round % 4)
        assert client.back("single") == front
        assert client.picked() == [front[round % 4]]
        orders.add(tuple(front))
    assert len(orders) > 1


def test_options_show_what_their_author_typed(client):
    assert sorted(client.front("single")) == sorted(
        ["\"yes\" & 'no' <b>bold</b> ", "مرحبا بالعالم 🙂", "👩‍🔬 and \\(x^2 < y\\)", "None of them"]
    )
    assert client.browser.run("return document.querySelectorAll('.dm-text b').length") == 0


def test_a_pinned_option_keeps_its_place(client):
    assert {client.front("single")[-1] for _ in range(ROUNDS)} == {"None of them"}


def test_true_and_false_never_change_places(client):
    assert {tuple(client.front("truth")) for _ in range(ROUNDS)} == {("True", "False")}


def test_a_single_choice_has_one_pick_and_it_can_be_taken_back(client):
    front = client.front("single")
    client.pick(0, 2)
    assert client.picked() == [front[2]]
    client.pick(2)
    assert client.picked() == []
    client.back("single")
    assert client.picked() == []


def test_of_several_answers_each_is_picked_by_itself(client):
    front = client.front("several")
    client.pick(0, 1, 3, 1)
    assert client.picked() == [front[0], front[3]]
    assert client.back("several") == front
    assert client.picked() == [front[0], front[3]]


def test_the_back_says_which_is_right_and_which_was_chosen(client):
    front = client.front("several")
    client.pick(front.index("three"), front.index("two"))
    client.back("several")
    assert {words: marks for words, _, marks in client.browser.run(MARKED)} == {
        "two": ["right answer", "your choice"],
        "three": ["your choice"],
        "four": ["right answer"],
        "five": [],
    }


def test_one_card_never_takes_over_the_pick_of_another(client):
    client.front("single")
    client.pick(1)
    client.front("several")
    client.back("several")
    assert client.picked() == []


def test_a_back_without_its_front_shows_the_written_order(client):
    written = ["two", "four", "three", "five"]
    client.browser.open("<p>")
    client.browser.run("sessionStorage.clear()")
    if not client.phone:
        client.browser.open(desktop_page(client.sides["single"].css))
    assert sorted(client.back("several")) == sorted(written)
    assert client.back("several") == client.back("several")
    assert client.picked() == []


def test_what_does_not_fit_in_storage_is_not_believed(client):
    key = "dm:e7e27e57/several"
    for stored in ("{", "null", "[]", '{"o":[0,1],"p":[0]}', '{"o":[0,0,1,2],"p":[]}', '{"o":5}', '{"o":[0,1,2,3]}'):
        client.front("several")
        client.browser.run("sessionStorage.setItem(arguments[0], arguments[1])", key, stored)
        assert len(client.back("several")) == 4


def test_where_storage_throws_the_order_is_the_same_on_both_sides(bare_client):
    orders = {tuple(bare_client.front("single")) for _ in range(3)}
    for place in range(3):
        front = bare_client.front("single")
        bare_client.pick(place)
        assert bare_client.back("single") == front
        assert bare_client.picked() == ([] if bare_client.phone else [front[place]])
        orders.add(tuple(front))
    assert len(orders) == 1


def choose_by_keys(client: Client) -> list[str]:
    """The second option, by Tab and Space alone."""
    front = client.front("single")
    page = client.browser.driver.switch_to
    client.browser.run("document.body.tabIndex = -1; document.body.focus()")
    page.active_element.send_keys(Keys.TAB)
    page.active_element.send_keys(Keys.TAB)
    page.active_element.send_keys(Keys.SPACE)
    assert client.picked() == [front[1]]
    assert client.browser.run("return document.activeElement.getAttribute('aria-pressed')") == "true"
    return front


def test_options_are_reached_and_chosen_by_keyboard(client):
    front = choose_by_keys(client)
    assert client.back("single") == front
    assert client.picked() == [front[1]]


def test_options_are_reached_and_chosen_by_keyboard_where_storage_throws(bare_client):
    front = choose_by_keys(bare_client)
    assert bare_client.back("single") == front
    assert bare_client.picked() == ([] if bare_client.phone else [front[1]])


def opened_by(client: Client, press: str) -> bool:
    client.front("single")
    hint = "document.querySelector('.dm-hint summary')"
    assert client.browser.run("return document.querySelector('.dm-hint').open") is False
    if press == "click":
        client.browser.run(f"{hint}.click()")
    else:
        client.browser.run(f"{hint}.focus()")
        client.browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    opened: bool = client.browser.run("return document.querySelector('.dm-hint').open")
    return opened


@pytest.mark.parametrize("press", ["click", "key"])
def test_a_hint_is_folded_and_opens(client, press):
    assert opened_by(client, press)


@pytest.mark.parametrize("press", ["click", "key"])
def test_a_hint_opens_where_storage_throws(bare_client, press):
    assert opened_by(bare_client, press)


def test_an_answer_is_typed_and_held_against_the_right_one(sides, typed_sides, with_storage):
    with_storage.open(phone_page(sides["short"].front, sides["short"].css))
    with_storage.run("document.getElementById('typeans').focus()")
    with_storage.driver.switch_to.active_element.send_keys("the moon")
    assert with_storage.run("return document.getElementById('typeans').value") == "the moon"
    with_storage.open(phone_page(typed_sides["short"].back, sides["short"].css))
    assert with_storage.run("return document.querySelector('code#typeans').innerText").startswith("the mood")
    with_storage.open(phone_page(sides["short"].back, sides["short"].css))  # who typed nothing sees the answer once
    seen = with_storage.run("return document.body.innerText")
    assert seen.count("the moon") == 1


def test_without_scripts_options_are_listed_and_the_right_one_is_marked_on_the_back_only(sides, with_storage):
    look = """
    return Array.from(document.querySelectorAll(".dm-options > li")).map(function (item) {
      return [item.dataset.ok, getComputedStyle(item).borderColor];
    });
    """
    colours = {}
    for side in ("front", "back"):
        html = getattr(sides["single"], side).replace("<script>", "<template>").replace("</script>", "</template>")
        with_storage.open(phone_page(html, sides["single"].css))
        seen = with_storage.run(look)
        colours[side] = {ok: {colour for each, colour in seen if each == ok} for ok in "01"}
    assert colours["front"]["0"] == colours["front"]["1"]
    assert not colours["back"]["0"] & colours["back"]["1"]


def test_other_types_run_no_script_that_fails(client):
    for id in client.sides:
        client.front(id)
        client.back(id)
    assert [error for error in client.browser.errors() if "tide-" not in error] == []
