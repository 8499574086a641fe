"""Make the pictures of the README and of the pages in docs anew, from the sets in this repository, by the tool itself.

usage, in the folder of the README, after its line for the tests: .venv/bin/python -m docs.pictures.make
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from docs.pictures.cards import three_sides
from msgspec.structs import replace

from deckmaker import pipeline
from deckmaker.model.quizzes import Layout
from deckmaker.writers.print import PrintOptions, write
from tests.support import anki
from tests.support.browser import browser, card_picture

HERE = Path(__file__).parent
CARD = "no-target/who-said"
PAPER = "quick-check-A.pdf"
SECTION = "sources"
PICK = "document.querySelectorAll('.dm-option')[0].click()"


EVERY_TYPE = (
    "spring-tide", "what-pulls", "twice-a-day", "neap", "lunar-day", "bulges", "words", "half-day", "mill",
    "tidal-range", "names",
)  # fmt: skip
"""A question of each type in the set `tides`."""


def main() -> None:
    """Build both sets and take the pictures."""
    files, checked = _built("who-says-so")
    _card(files["who-says-so.apkg"])
    _page(files[PAPER], "quiz.png")
    _paper(checked, Layout("a4", ("normal",), 2), "print-columns.png")
    _paper(checked, Layout("a4", ("large",), 1), "print-large.png")
    _page(files["source-map.pdf"], "print-map.png", 1.2)
    _report(pipeline.report(checked, with_text=False)[0]["report.html"])
    _cards("claims", files["who-says-so.apkg"], (CARD,))
    _cards("", _built("tides")[0]["tides.apkg"], EVERY_TYPE)


def _built(name: str) -> tuple[dict[str, bytes], pipeline.Checked]:
    ((one, *_), _) = pipeline.find_sets([HERE.parents[1] / "decks" / name])
    checked = pipeline.check(one)
    return pipeline.outputs(checked, pipeline.advanced(checked, 0), pipeline.OUTPUTS)[0], checked


def _cards(name: str, package: bytes, ids: tuple[str, ...]) -> None:
    """A picture for each question, named as it is or by its type."""
    (HERE / "cards").mkdir(exist_ok=True)
    with anki.collection() as collection, browser() as page:
        anki.add(collection, package)
        page.put({path.name: path.read_bytes() for path in Path(collection.media.dir()).iterdir()})
        notes = anki.notes(collection)
        for id in ids:
            kind = name or notes[id]["Kind"]
            three_sides(page, anki.sides(notes[id].cards()[0]), HERE / "cards" / f"{kind}.png")


def _card(package: bytes) -> None:
    with anki.collection() as collection, browser() as page:
        anki.add(collection, package)
        note = anki.notes(collection)[CARD]
        card_picture(page, anki.sides(note.cards()[0]), HERE / "card.png", width=560, before=PICK)


def _page(paper: bytes, name: str, scale: float = 1.6) -> None:
    document = pypdfium2.PdfDocument(io.BytesIO(paper))
    document[0].render(scale=scale).to_pil().save(HERE / name, optimize=True)
    document.close()


def _paper(checked: pipeline.Checked, layout: Layout, name: str) -> None:
    """The first page of the longest paper in another layout."""
    assert checked.document
    longest = max(checked.papers, key=lambda paper: len(paper.versions[0].items))
    made, _ = write(checked.document, PrintOptions((replace(longest, layout=layout),)))
    _page(made[f"{longest.id}-A.pdf"], name, 1.2)


def _report(page_of_set: bytes) -> None:
    with browser() as page:
        page.size(1280, 640, zoom=1.5)
        page.open(page_of_set.decode())
        page.run("document.documentElement.style.scrollBehavior = 'auto'")
        page.run(f"document.getElementById('{SECTION}').scrollIntoView()")
        page.view(HERE / "report.png")


if __name__ == "__main__":
    main()
