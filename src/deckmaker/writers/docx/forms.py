"""Where and how an answer is given, one function for each form of `sheets.items`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from deckmaker.writers.docx.matching import SHORT, hanging, matching
from deckmaker.writers.docx.texts import BLANK, Page, run

Form = Mapping[str, Any]


def set_form(page: Page, form: Form) -> None:
    """The form below its question."""
    _FORMS[form["kind"]](page, form)


def _choice(page: Page, form: Form) -> None:
    for _, nodes in form["options"]:
        page.blocks(nodes, "Option Text", page.paragraph("Option"))


def _true_false(page: Page, form: Form) -> None:
    run(page.paragraph("Answer Line"), "\u2003\u2003".join(f"○ {option}" for option in form["options"]))


def _line(page: Page, form: Form) -> None:
    paragraph = _ruled(page)
    run(paragraph, f"{page.words['answer']} ")
    paragraph.add_run().add_tab()
    for _ in range(form["lines"] - 1):
        _ruled(page).add_run().add_tab()


def _ruled(page: Page) -> Paragraph:
    paragraph = page.paragraph("Answer Line")
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(page.room.indent + page.room.width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    return paragraph


def _number(page: Page, form: Form) -> None:
    run(page.paragraph("Answer Line"), f"{page.words['answer']} {BLANK} {form['unit']}".rstrip())


def _cloze(page: Page, form: Form) -> None:
    page.blocks(form["text"], "Question Text")


def _ordering(page: Page, form: Form) -> None:
    for nodes in form["items"]:
        hanging(page, "To Fill", SHORT, nodes)


def _lines(page: Page, form: Form) -> None:
    for _ in range(form["count"]):
        _ruled(page).add_run().add_tab()


def _picture(page: Page, form: Form) -> None:
    page.picture(page.pictures[form["image"]], form["alt"], page.paragraph("Question Text"), page.room.width)
    for number in range(1, form["count"] + 1):
        paragraph = _ruled(page)
        run(paragraph, f"{number} ", bold=True)
        paragraph.add_run().add_tab()


_FORMS: Mapping[str, Callable[[Page, Form], None]] = {
    "choice": _choice,
    "true-false": _true_false,
    "line": _line,
    "number": _number,
    "cloze": _cloze,
    "matching": matching,
    "ordering": _ordering,
    "lines": _lines,
    "picture": _picture,
}
