"""Page, styles and numbering of a Word file: what a teacher changes once to change it everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor
from msgspec import Struct

_SIZES = {"a4": (210.0, 297.0), "us-letter": (215.9, 279.4)}
"""Width and height in millimetres."""
_RIGHT_TO_LEFT = ("ar", "fa", "he")
BETWEEN = 1.1
"""What is left white between two columns, in cm."""
HANGING: Mapping[str, float] = {"To Fill": 3.3, "Lettered": 1.6}
"""Styles of lines whose words stand in from the blank or letter before them, and how far, in widths of an em."""
_POINTS = 72 / 2.54
"""In a cm."""
_LINE = 1.25
"""A line's height over its type's, at single pitch: no typeface of offices has more."""


class Look(Struct, frozen=True):
    """A profile's measures: type in points, line pitch as a factor; in cm margins, how high a picture gets at most, and
    how far question texts stand in from their numbers."""

    size: float
    pitch: float
    margin: float
    tallest: float
    indent: float = 0.9


LOOKS: Mapping[str, Look] = {
    "normal": Look(11, 1.15, 2.0, 8.5),
    "large": Look(18, 1.25, 2.54, 11, 1.4),
    "dyslexia": Look(14, 1.5, 2.4, 9.5, 1.1),
    "key": Look(10.5, 1.1, 2.0, 4),
}


def dress(document: Document, data: Mapping[str, Any]) -> None:
    """Give the document its page, styles and numbering."""
    look = LOOKS[data["profile"]]
    _page(document, data["paper"], look)
    normal = document.styles["Normal"]
    _type(normal, look.size)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = look.pitch
    _language(normal, data["lang"])
    for name, size in (("Title", 1.6), ("Heading 1", 1.3), ("Heading 2", 1.2)):
        _heading(document, name, look.size * size)
    _style(document, "Question", before=look.size, keep_next=True, indent=look.indent, hanging=look.indent)
    _style(document, "Question Text", before=2, keep_next=True, indent=look.indent)
    _style(document, "Option", before=3, indent=look.indent + 0.8, hanging=0.8)
    _style(document, "Option Text", keep_next=True, indent=look.indent + 0.8)
    _style(document, "What To Do", keep_next=True, indent=look.indent).font.italic = True
    _style(document, "Answer Line", before=look.size, indent=look.indent)
    for name, wide in HANGING.items():
        hanging = em(data, wide)
        _style(document, name, before=3, indent=look.indent + hanging, hanging=hanging)
    _style(document, "Instructions", before=look.size)
    _style(document, "Passage", before=4, after=6, indent=0.4)
    _type(_style(document, "Small Print", before=3), max(look.size * 0.85, 9))
    _style(document, "Answer", before=2, indent=look.indent).font.bold = True
    _style(document, "Remark", before=1, indent=look.indent)
    number(document, look.indent)


def _page(document: Document, paper: str, look: Look) -> None:
    section = document.sections[0]
    width, height = _SIZES[paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(look.margin)


def text_width(data: Mapping[str, Any]) -> float:
    """The width between the margins in cm."""
    return _SIZES[data["paper"]][0] / 10 - 2 * LOOKS[data["profile"]].margin


def column_width(data: Mapping[str, Any]) -> float:
    """The width of a line in cm."""
    columns: int = data["columns"]
    return (text_width(data) - BETWEEN * (columns - 1)) / columns


def em(data: Mapping[str, Any], times: float) -> float:
    """So many widths of an em, in cm."""
    return times * LOOKS[data["profile"]].size / _POINTS


def page_lines(data: Mapping[str, Any]) -> float:
    """How many lines of plain words a page holds at least."""
    look = LOOKS[data["profile"]]
    high: float = (_SIZES[data["paper"]][1] / 10 - 2 * look.margin) * _POINTS
    return high / (look.size * look.pitch * _LINE)


def _heading(document: Document, name: str, size: float) -> None:
    style = document.styles[name]
    _type(style, size)
    style.font.bold = style.font.cs_bold = True
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(size * 0.7), Pt(size * 0.3)
    style.paragraph_format.keep_with_next = True
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for border in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _style(
    document: Document,
    name: str,
    before: float = 0,
    after: float = 0,
    keep_next: bool = False,
    indent: float = 0,
    hanging: float = 0,
) -> Any:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.keep_with_next, form.keep_together = keep_next, True
    form.left_indent, form.first_line_indent = Cm(indent), Cm(-hanging)
    return style


def _language(style: Any, language: str) -> None:
    """Words are spell-checked in it, and lines run its way."""
    properties = style.element.get_or_add_rPr()
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), language)
    tag.set(qn("w:bidi"), language)
    properties.insert_element_before(tag, "w:eastAsianLayout", "w:specVanish", "w:oMath")
    if language in _RIGHT_TO_LEFT:
        properties.insert_element_before(OxmlElement("w:rtl"), "w:cs", "w:em", "w:lang")
        style.element.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
    "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""Elements that must stand behind `w:bidi` (ECMA-376, part 1, 17.3.1.26)."""


def _type(style: Any, size: float) -> None:
    """The typeface and its size in points, of scripts that Word counts as complex too."""
    style.font.name, style.font.size = "Arial", Pt(size)
    properties = style.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:cs"), "Arial")
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(round(size * 2)))
    properties.find(qn("w:sz")).addnext(complex_size)


def number(document: Document, indent: float) -> None:
    """Questions are numbered through, options by letters that begin anew after each question: Word's own lists."""
    root = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
        + _level(0, "decimal", "%1.", "Question", indent, indent)
        + _level(1, "upperLetter", "%2", "Option", indent + 0.8, 0.8)
        + "</w:abstractNum>"
    )
    first = root.find(qn("w:num"))
    root.insert(list(root).index(first) if first is not None else len(root), abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, name in enumerate(("Question", "Option")):
        properties = document.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = 90


def _level(level: int, form: str, words: str, style: str, indent: float, hanging: float) -> str:
    left, hang = round(indent * 567), round(hanging * 567)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>'
    )
