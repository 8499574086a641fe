"""Make the README's pictures anew, from the sets in this repository, by the tool itself.

usage, in the folder of the README, after its line for the tests: .venv/bin/python -m docs.pictures.make
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2

from deckmaker import pipeline
from tests.support import anki
from tests.support.browser import browser, card_picture

HERE = Path(__file__).parent
CARD = "no-target/who-said"
PAPER = "quick-check-A.pdf"
SECTION = "sources"
PICK = "document.querySelectorAll('.dm-option')[0].click()"


def main() -> None:
    """Build who-says-so and take the three pictures."""
    ((one, *_), _) = pipeline.find_sets([HERE.parents[1] / "decks" / "who-says-so"])
    checked = pipeline.check(one)
    files, _ = pipeline.outputs(checked, pipeline.advanced(checked, 0), pipeline.OUTPUTS)
    _card(files["who-says-so.apkg"])
    _page(files[PAPER])
    _report(pipeline.report(checked, with_text=False)[0]["report.html"])


def _card(package: bytes) -> None:
    with anki.collection() as collection, browser() as page:
        anki.add(collection, package)
        note = anki.notes(collection)[CARD]
        card_picture(page, anki.sides(note.cards()[0]), HERE / "card.png", width=560, before=PICK)


def _page(paper: bytes) -> None:
    document = pypdfium2.PdfDocument(io.BytesIO(paper))
    document[0].render(scale=1.6).to_pil().save(HERE / "quiz.png", optimize=True)
    document.close()


def _report(page_of_set: bytes) -> None:
    with browser() as page:
        page.size(1280, 640, zoom=1.5)
        page.open(page_of_set.decode())
        page.run("document.documentElement.style.scrollBehavior = 'auto'")
        page.run(f"document.getElementById('{SECTION}').scrollIntoView()")
        page.view(HERE / "report.png")


if __name__ == "__main__":
    main()
