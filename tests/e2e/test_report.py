"""The report in real Chromium: from the disk as reviewers open it, by keyboard, on a phone, by night, on paper."""

from __future__ import annotations

import base64
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pypdfium2
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from deckmaker import pipeline
from tests.support import check_set
from tests.support.browser import Browser, browser
from tests.support.report import ARTICLE, REVIEWED, report
from tests.support.sets import EVERY_TYPE, picture

pytestmark = pytest.mark.chromium

ROOT = Path(__file__).parents[2]
AXE = """
const [done] = [arguments[arguments.length - 1]];
axe.run(document, {resultTypes: ["violations"]}).then(
  found => done(found.violations.map(each => [each.impact, each.id, each.nodes[0].html.slice(0, 200)])),
  error => done([["critical", String(error), ""]]));
"""
FOCUSABLE = "a[href], button, input, select, summary, [tabindex='0']"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as made:
        yield made


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Reports by name: of a small set, of every type, and of the sets in this repository."""
    small = check_set(REVIEWED, article=ARTICLE, files={"chart.png": picture()})
    every = check_set(EVERY_TYPE, files={"tide.png": picture()})
    sets, _ = pipeline.find_sets([ROOT / "decks"])
    ours = {files.name: report(pipeline.check(files)) for files in sets}
    return {"small": report(small), "every": report(every), **ours}


def opened(chromium: Browser, html: str, *, width: int = 1280, scheme: str = "light") -> None:
    """The page opened as a file, as reviewers do."""
    chromium.size(width, 900)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    chromium.put({"report.html": html.encode()})
    chromium.driver.get("about:blank")
    chromium.driver.get((chromium.folder / "report.html").as_uri())


def press(chromium: Browser, *keys: str) -> None:
    for key in keys:
        ActionChains(chromium.driver).send_keys(key).perform()


def shown(chromium: Browser, list_: str) -> list[str]:
    found: list[str] = chromium.run(
        "return Array.from(document.querySelectorAll(`#${arguments[0]} > .item:not([hidden])`)).map(each => each.id)",
        list_,
    )
    return found


@pytest.mark.parametrize("name", ["small", "every", "who-says-so", "tides"])
def test_the_console_is_silent_and_nothing_is_asked_for(pages, chromium, name):
    chromium.errors()
    opened(chromium, pages[name])
    asked = chromium.run("return performance.getEntriesByType('resource').map(each => each.name)")
    assert [address for address in asked if not address.startswith("data:")] == []
    assert chromium.errors() == []
    assert chromium.run("return document.getElementById('search').offsetHeight") > 0  # the script ran


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["small", "every", "who-says-so"])
def test_axe_finds_nothing_serious(pages, chromium, name, scheme):
    opened(chromium, pages[name], scheme=scheme)
    chromium.run("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    chromium.run((files("axe_core_python") / "axe.min.js").read_text("utf-8"))
    chromium.driver.set_script_timeout(120)
    found = chromium.driver.execute_async_script(AXE)
    assert [each for each in found if each[0] in ("serious", "critical")] == []


@pytest.mark.parametrize(("width", "text"), [(320, 100), (360, 100), (360, 200), (1280, 200)])
@pytest.mark.parametrize("name", ["small", "every", "who-says-so"])
def test_the_page_never_scrolls_sideways(pages, chromium, name, width, text):
    opened(chromium, pages[name].replace("<style>", f"<style>html {{ font-size: {text}% }}", 1), width=width)
    chromium.run("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert chromium.run("return document.documentElement.scrollWidth") <= width


def test_the_first_key_leads_past_the_navigation(pages, chromium):
    opened(chromium, pages["small"])
    press(chromium, Keys.TAB)
    assert chromium.run("return document.activeElement.textContent") == "Skip to the report"
    press(chromium, Keys.ENTER)
    assert chromium.run("return document.activeElement.id") == "report"


def test_tab_reaches_everything_that_can_be_used_once_and_shows_where_it_is(pages, chromium):
    opened(chromium, pages["small"])
    wanted = chromium.run(
        f"""return Array.from(document.querySelectorAll("{FOCUSABLE}"))
        .filter(each => each.offsetParent !== null || each.className === "skip")
        .map((each, at) => each.dataset.stop = String(at + 1))"""
    )
    reached = []
    for _ in wanted:
        press(chromium, Keys.TAB)
        stop, outline = chromium.run(
            "const at = document.activeElement; return [at.dataset.stop, getComputedStyle(at).outlineStyle]"
        )
        reached.append(stop)
        assert outline != "none"
    assert sorted(reached, key=int) == wanted


def test_search_narrows_every_list_and_tells_how_much_is_left(pages, chromium):
    opened(chromium, pages["small"])
    chromium.run("document.getElementById('search').focus()")
    press(chromium, *"BOATS")
    assert shown(chromium, "register") == ["claim-deep"]
    assert shown(chromium, "questions-list") == []
    assert "Register: 1" in chromium.run("return document.getElementById('found').textContent")
    press(chromium, *[Keys.BACKSPACE] * 5)
    assert len(shown(chromium, "register")) == 4


def test_a_filter_narrows_its_list_alone_by_keyboard(pages, chromium):
    opened(chromium, pages["small"])
    chromium.run("document.getElementById('register-speaker').focus()")
    press(chromium, *"Tom")
    assert shown(chromium, "register") == ["claim-deep"]
    assert chromium.run("return document.getElementById('register-shown').textContent") == "1 of 4"
    assert len(shown(chromium, "questions-list")) == 4


def test_a_link_leads_to_what_a_filter_hides(pages, chromium):
    opened(chromium, pages["small"])
    chromium.run("document.getElementById('search').value = 'stone'")
    chromium.run("document.getElementById('search').dispatchEvent(new Event('input'))")
    assert shown(chromium, "register") == []
    chromium.run("location.hash = '#claim-deep'")
    chromium.run("return new Promise(requestAnimationFrame)")
    assert "claim-deep" in shown(chromium, "register")


def test_a_column_sorts_up_then_down_then_as_written(pages, chromium):
    opened(chromium, pages["small"])
    written = shown(chromium, "register")
    seen = []
    chromium.run("document.querySelectorAll('#matrix th button')[1].focus()")
    for _ in range(3):
        press(chromium, Keys.ENTER)
        sort = chromium.run("return document.activeElement.parentElement.getAttribute('aria-sort')")
        seen.append((sort, shown(chromium, "register")))
    up = ["claim-lower-tide", "claim-unmeasured", "claim-wall-holds", "claim-deep"]
    assert seen == [("ascending", up), ("descending", up[::-1]), (None, written)]


def test_without_its_script_the_page_is_complete(pages, chromium):
    html = pages["small"]
    start = html.index("<script>")
    opened(chromium, html[:start] + html[html.index("</script>") :])
    seen = chromium.run("return document.body.innerText")
    for words in ("Ida Marsh", "What does the article point to", "core, not asked", "relays the surveys in 1 claim"):
        assert words in seen
    assert "all 4" not in seen
    assert not chromium.run("return document.getElementById('search').offsetHeight")


def test_dark_is_dark(pages, chromium):
    opened(chromium, pages["small"], scheme="dark")
    assert chromium.run("return getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 28)"


def test_on_paper_every_claim_and_question_stands_and_nothing_to_press(pages, chromium):
    opened(chromium, pages["who-says-so"])
    made = chromium.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    document = pypdfium2.PdfDocument(io.BytesIO(base64.b64decode(made["data"])))
    texts = [page.get_textpage().get_text_range() for page in document]
    sizes = [page.get_size() for page in document]
    document.close()
    words = "".join("".join(texts).split())
    sets, _ = pipeline.find_sets([ROOT / "decks" / "who-says-so"])
    checked = pipeline.check(sets[0])
    assert checked.document is not None
    for id in (*checked.document.set.claims, *(question.id for question in checked.document.questions)):
        assert id in words
    assert "Search" not in words
    assert all(texts)
    assert [text for text, (width, height) in zip(texts, sizes, strict=True) if width > height]  # the register, across
    across = [text for text, (width, height) in zip(texts, sizes, strict=True) if width > height]
    assert all("Speaker" in text for text in across)  # headings on each of its pages


def test_two_reports_are_the_same_bytes_whatever_the_folder_hash_seed_and_zone(tmp_path):
    made = []
    for name, folder, seed, zone in (
        ("one", ROOT, "1", "Pacific/Kiritimati"),
        ("two", tmp_path, "4242", "America/Caracas"),
    ):
        output = tmp_path / f"{name}.html"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        decks = os.path.relpath(ROOT / "decks" / "who-says-so", folder)
        command = [sys.executable, "-m", "deckmaker", "report", decks, "-o", str(output)]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        made.append(output.read_bytes())
    assert made[0] == made[1]
