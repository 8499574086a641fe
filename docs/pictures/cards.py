"""Pictures of a card of every type, as a phone shows it: front, back, and the back by night."""

from __future__ import annotations

import html
from pathlib import Path

from tests.support import anki
from tests.support.browser import Browser, phone_page

WIDTH = 360
GAP = 16

DRAWN = """<script>
window.anki = {imageOcclusion: {setup: function () {
  var box = document.getElementById("image-occlusion-container");
  box.style.position = "relative";
  document.getElementById("image-occlusion-canvas").style.display = "none";
  document.querySelectorAll("[data-shape=rect]").forEach(function (shape) {
    var drawn = document.createElement("div"), data = shape.dataset, active = shape.className === "cloze";
    drawn.style.cssText = "position:absolute;border:1px solid #212121;background:" + (active ? "#ff8e8e" : "#ffeba2");
    ["left", "top", "width", "height"].forEach(function (side) { drawn.style[side] = 100 * data[side] + "%"; });
    if (!shape.className.includes("highlight")) box.appendChild(drawn);
  });
}}};
</script>"""
"""What Anki's own script draws over an occluded picture, in short."""

PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: {gap}px; display: flex; gap: {gap}px; align-items: flex-start; background: #8b919c; }}
iframe {{ width: {width}px; border: 0; border-radius: 12px; }}
</style>{frames}"""


def three_sides(browser: Browser, sides: anki.Sides, path: Path) -> None:
    """Front, back, and back by night in one picture, at twice the pixels."""
    pages = [
        phone_page(sides.front, sides.css),
        phone_page(sides.back, sides.css),
        phone_page(sides.back, sides.css, True),
    ]
    frames = "".join(f'<iframe srcdoc="{html.escape(DRAWN + page)}"></iframe>' for page in pages)
    browser.size(3 * WIDTH + 4 * GAP, 400, zoom=2)
    browser.open(PAGE.format(gap=GAP, width=WIDTH, frames=frames))
    browser.run(
        "document.querySelectorAll('iframe').forEach(function (frame) {"
        "  var page = frame.contentDocument;"
        "  if (page.querySelector('.dm-front .dm-option')) page.querySelectorAll('.dm-option')[0].click();"
        "});"
    )
    browser.run(  # the backs again, now that an option was chosen
        "Array.from(document.querySelectorAll('iframe')).slice(1).forEach(function (frame) {"
        "  frame.srcdoc = frame.srcdoc;"
        "});"
    )
    browser.driver.execute_async_script("setTimeout(arguments[0], 400)")
    browser.run(
        "document.querySelectorAll('iframe').forEach(function (frame) {"
        "  frame.style.height = frame.contentDocument.documentElement.scrollHeight + 'px';"
        "});"
    )
    browser.picture(path)
