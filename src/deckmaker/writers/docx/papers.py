"""A sheet → a Word document: head, sections, questions, or a key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from deckmaker.model.papers import Paper
from deckmaker.writers.docx.covers import numbered
from deckmaker.writers.docx.forms import set_form
from deckmaker.writers.docx.keeping import keep
from deckmaker.writers.docx.letters import clean
from deckmaker.writers.docx.styles import BETWEEN, LOOKS, column_width, dress, em, page_lines, text_width
from deckmaker.writers.docx.texts import Page, Room, field, run
from deckmaker.writers.sheets.sheets import Sheet

Data = Mapping[str, Any]


def word_file(paper: Paper, sheet: Sheet) -> Document:
    """The sheet as a Word document."""
    data = sheet.data
    document: Document = docx.Document()
    dress(document, data)
    document.core_properties.title = clean(data["heading"])
    document.core_properties.language = data["lang"]
    width = text_width(data)
    look = LOOKS[data["profile"]]
    room = Room(column_width(data) - look.indent, look.indent, look.tallest, em(data, 1), page_lines(data))
    hidden = {name: numbered(paper.media[path], regions, room) for name, (path, regions) in sheet.covered.items()}
    page = Page(document, {**paper.media, **hidden}, data["words"], room)
    _footer(document, data)
    if data["kind"] == "paper":
        _paper(page, data, width)
    else:
        _key(page, data)
    return document


def _footer(document: Document, data: Data) -> None:
    words = data["words"]
    paragraph = document.sections[0].footer.paragraphs[0]
    before, _, rest = words["page"].partition("{page}")
    between, _, after = rest.partition("{pages}")
    run(paragraph, before)
    field(paragraph, "PAGE")
    run(paragraph, between)
    field(paragraph, "NUMPAGES")
    parts = [data["title"]]
    parts += [words["key"]] if data["kind"] == "key" else []
    parts += [f"{words['version']} {data['version']}", data["code"]]
    run(paragraph, f"{after} · " + " · ".join(filter(None, [*parts, data["issue"]])))


def _paper(page: Page, data: Data, width: float) -> None:
    words = data["words"]
    page.document.add_paragraph(clean(data["title"]), style="Title")
    which = page.paragraph("Normal")
    run(which, f"{words['version']} {data['version']}", bold=True)
    run(which, f"\u2003{words['code']} {data['code']}" + (f"\u2003{data['issue']}" if data["issue"] else ""))
    _fields(page, [words["name"], words["class"]], "", width)
    _fields(page, [words["date"], words["score"]], f"/ {data['total']}", width)
    page.blocks(data["instructions"], "Instructions")
    run(page.paragraph("Small Print"), data["summary"])
    _about(page, data)
    if data["columns"] > 1:
        _columns(page.document, data["columns"])
    for section in data["sections"]:
        _section(page, section)
    if data["columns"] > 1:
        _columns(page.document, 1)
    run(page.paragraph("Small Print"), f"{words['end']} · {data['summary']}")


def _fields(page: Page, labels: list[str], end: str, width: float) -> None:
    """Labels with a line to write on behind each: tab stops with a leader, as Word makes them."""
    paragraph = page.paragraph("Answer Line")
    paragraph.paragraph_format.left_indent = Cm(0)
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(width * 0.58), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    stops.add_tab_stop(Cm(width - (1.4 if end else 0)), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    for label in labels:
        run(paragraph, f"{label} ", bold=True)
        paragraph.add_run().add_tab()
        run(paragraph, " ")
    run(paragraph, end)


def _about(page: Page, data: Data) -> None:
    for article in data["about"]:
        paragraph = page.paragraph("Small Print")
        run(paragraph, f"{data['words']['about']}:", bold=True)
        given = f", {article['given']}" if article["given"] else ""
        run(paragraph, f" “{article['title']}”{given}. {article['disclosure']}")
    for note in data["notes"]:
        run(page.paragraph("Small Print"), note)


def _columns(document: Document, count: int) -> None:
    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        section._sectPr.append(columns)
    columns.set(qn("w:num"), str(count))
    columns.set(qn("w:space"), str(round(BETWEEN * 567)))


def _section(page: Page, section: Data) -> None:
    extra = f" ({section['extra']})" if section["extra"] else ""
    if section["title"] or extra:
        page.document.add_paragraph(clean(f"{section['title']}{extra}".strip()), style="Heading 1")
    page.blocks(section["instructions"], "Question Text")
    if section["passage"]:
        run(page.paragraph("Passage"), page.words["passage"], bold=True)
        page.blocks(section["passage"], "Passage")
    for item in section["items"]:
        _question(page, item)


def _question(page: Page, item: Data) -> None:
    parts = page.document.element.body
    before = len(parts)
    _stem(page, item, item["note"] if not item["stem"] else "")
    if item["stem"] and item["note"]:
        run(page.paragraph("What To Do"), item["note"])
    set_form(page, item["form"])
    keep([part for part in parts[before - 1 :] if part.tag != qn("w:sectPr")], item["length"] <= page.room.lines)


def _stem(page: Page, item: Data, instead: str = "") -> Paragraph:
    """The numbered paragraph, with the stem or what stands for it, and the points behind its last word."""
    paragraph = page.paragraph("Question")
    if instead:
        run(paragraph, instead, italic=True)
    last = page.blocks(item["stem"], "Question Text", paragraph) or page.paragraph("Question Text")
    if item["points"]:
        points = item["points"].replace(" ", "\u00a0")
        run(last, f" ({points})")
    return paragraph


def _key(page: Page, data: Data) -> None:
    words = data["words"]
    page.document.add_paragraph(clean(data["heading"]), style="Title")
    run(page.paragraph("Normal"), words["keep"] + (f" {data['issue']}." if data["issue"] else ""), bold=True)
    _about(page, data)
    heading = f"{words['version']} {data['version']} · {words['code']} {data['code']}"
    page.document.add_paragraph(heading, style="Heading 1")
    run(page.paragraph("Small Print"), data["summary"])
    grid = page.paragraph("Normal")
    run(grid, f"{words['answers']}: ", bold=True)
    for number, answer in data["grid"]:
        run(grid, f"{number}\u00a0")
        run(grid, answer, bold=True)
        run(grid, "   ")
    for item in data["items"]:
        _answer(page, item)


def _answer(page: Page, item: Data) -> None:
    _stem(page, item)
    for mark, nodes in item["answers"]:
        first = page.paragraph("Answer")
        run(first, f"→ {mark} " if mark else "→ ")
        page.blocks(nodes, "Answer", first)
    for label, nodes in item["lines"]:
        first = page.paragraph("Remark")
        run(first, f"{label}: ")
        page.blocks(nodes, "Remark", first)
