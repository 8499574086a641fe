"""Where and how an answer is given, one function for each form of `sheets.items`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from deckmaker.writers.docx.texts import BLANK, Page, run

Form = Mapping[str, Any]
_SHORT = "_" * 5


def set_form(page: Page, form: Form) -> None:
    """The form below its question; it stays on the question's page, but for ruled lines."""
    _FORMS[form["kind"]](page, form)


def _choice(page: Page, form: Form) -> None:
    for place, (_, nodes) in enumerate(form["options"], 1):
        paragraph = page.paragraph("Option")
        paragraph.paragraph_format.keep_with_next = place < len(form["options"])
        page.blocks(nodes, "Option Text", paragraph)


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
    stops.add_tab_stop(Cm(page.width), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    return paragraph


def _number(page: Page, form: Form) -> None:
    run(page.paragraph("Answer Line"), f"{page.words['answer']} {BLANK} {form['unit']}".rstrip())


def _cloze(page: Page, form: Form) -> None:
    page.blocks(form["text"], "Question Text")


def _matching(page: Page, form: Form) -> None:
    """Two columns side by side: the one table that a paper has."""
    left, right = page.document.add_table(1, 2).rows[0].cells
    _column(page, left, [(f"{_SHORT} ", nodes) for nodes in form["left"]])
    _column(page, right, [(f"{mark} ", nodes) for mark, nodes in form["right"]])


def _column(page: Page, cell: Any, entries: Sequence[tuple[str, Sequence[Any]]]) -> None:
    """The entries one below another; pictures and lists in a cell go where the words do."""
    inside = replace(page, cell=cell, width=page.width / 2 - 0.5)
    for place, (mark, nodes) in enumerate(entries):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.style = "Cell"
        run(paragraph, mark, bold=True)
        inside.blocks(nodes, "Cell", paragraph)


def _ordering(page: Page, form: Form) -> None:
    for place, nodes in enumerate(form["items"], 1):
        paragraph = page.paragraph("Question Text")
        paragraph.paragraph_format.keep_with_next = place < len(form["items"])
        run(paragraph, f"{_SHORT} ")
        page.blocks(nodes, "Question Text", paragraph)


def _lines(page: Page, form: Form) -> None:
    for _ in range(form["count"]):
        _ruled(page).add_run().add_tab()


def _picture(page: Page, form: Form) -> None:
    page.picture(page.pictures[form["image"]], form["alt"], page.paragraph("Question Text"), page.width)
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
    "matching": _matching,
    "ordering": _ordering,
    "lines": _lines,
    "picture": _picture,
}
