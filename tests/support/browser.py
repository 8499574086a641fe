"""A real browser that shows cards as Anki's clients do, and takes pictures of them."""

from __future__ import annotations

import base64
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from tests.support import anki

NO_STORAGE = """
Object.defineProperty(window, "sessionStorage", {get() { throw new DOMException("denied", "SecurityError"); }});
"""

# What Anki's reviewer does with a side on the desktop (ts/reviewer/index.ts): one page, each script made anew.
DESKTOP = """
function _typeAnsPress() {}
function show(html, classes) {
  document.body.className = classes;
  var qa = document.getElementById("qa");
  qa.innerHTML = html;
  Array.from(qa.getElementsByTagName("script")).forEach(function (old) {
    var made = document.createElement("script");
    Array.from(old.attributes).forEach(function (each) { made.setAttribute(each.name, each.value); });
    made.appendChild(document.createTextNode(old.innerHTML));
    old.parentNode.replaceChild(made, old);
  });
}
"""


@dataclass
class Browser:
    """Chromium, without a window.

    driver: selenium's. folder: where its pages lie. address: where they are served.
    """

    driver: webdriver.Chrome
    folder: Path
    address: str
    pages: int = field(default=0)

    def size(self, width: int, height: int = 800, zoom: float = 1) -> None:
        """The page's width and height in CSS pixels; zoom sharpens pictures."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": zoom, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def before_pages(self, script: str) -> None:
        """Runs a script at the start of every page from now on."""
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})

    def put(self, files: Mapping[str, bytes]) -> None:
        """Lays files beside the pages."""
        for name, data in files.items():
            (self.folder / name).write_bytes(data)

    def open(self, html: str) -> None:
        """Opens a page of its own."""
        self.pages += 1
        name = f"page{self.pages}.html"
        (self.folder / name).write_text(html, "utf-8")
        self.driver.get(f"{self.address}/{name}")

    def run(self, script: str, *values: Any) -> Any:
        """What the script returns."""
        return self.driver.execute_script(script, *values)

    def errors(self) -> list[str]:
        """What the console complained about since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def picture(self, path: Path) -> None:
        """A picture of the whole page."""
        size = self.run("return [innerWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}
        wanted = {"captureBeyondViewport": True, "clip": clip}
        data = self.driver.execute_cdp_cmd("Page.captureScreenshot", wanted)["data"]
        path.write_bytes(base64.b64decode(data))

    def view(self, path: Path) -> None:
        """A picture of what is seen now."""
        path.write_bytes(self.driver.get_screenshot_as_png())


class _Pages(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder at an address of its own. Clients serve cards from one origin; pages of files share no storage."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(folder))) as server:
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def browser(scripts: str = "") -> Iterator[Browser]:
    """Debian's Chromium. Where there is none the test is skipped, and fails in CI.

    scripts: run at the start of every page.
    """
    program, service = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not service:
        reason = "needs chromium and chromedriver on the PATH"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    # Chromium leaves things behind where it puts its own temporary files, and may still be at it when it is told to quit.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, served(Path(folder)) as address:
        driver = webdriver.Chrome(options, Service(service, env={**os.environ, "TMPDIR": folder}))
        try:
            made = Browser(driver, Path(folder), address)
            if scripts:
                made.before_pages(scripts)
            yield made
        finally:
            driver.quit()


def phone_page(html: str, css: str, night: bool = False) -> str:
    """A side as a phone shows it: a page of its own."""
    night_root = ' class="night-mode"' if night else ""
    return (
        f'<!doctype html><html{night_root}><head><meta charset="utf-8"><style>{css}</style>'
        f'<script>function _typeAnsPress() {{}}</script></head><body class="{classes(night)}"><div id="qa">{html}</div></body></html>'
    )


def desktop_page(css: str) -> str:
    """The desktop reviewer's page, before a card is in it; `show(html, classes)` puts one there."""
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><style>{css}</style><script>{DESKTOP}</script></head>'
        '<body><div id="qa"></div></body></html>'
    )


def classes(night: bool) -> str:
    """What Anki's clients write on the body."""
    return "card card1 nightMode night_mode" if night else "card card1"


def card_picture(
    browser: Browser, sides: anki.Sides, path: Path, *, side: str = "back", night: bool = False, width: int = 640,
    text: int = 100, before: str = "",
) -> None:  # fmt: skip
    """A picture of a card's side, at twice the pixels.

    side: "front" or "back". night: in night mode. width: of the page, 360 for a phone. text: the text's size in per
    cent. before: a script run on the front first, such as a click on an option, which the back then remembers.
    """
    zoomed = f"{sides.css}\nhtml {{ font-size: {text}% }}"
    browser.size(width, 400, zoom=2)
    browser.open(phone_page(sides.front, zoomed, night))
    if before:
        browser.run(before)
    if side == "back":
        browser.open(phone_page(sides.back, zoomed, night))
    browser.picture(path)
