"""Note types and decks in the JSON of a collection, as genanki writes it: a test holds one against the other.

genanki is not asked, since it loads asyncio, a YAML parser and more: a seventh of the time of a build of thirty
questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from deckmaker.writers.anki.released import NoteType, css, template_file

_LATEX_PRE = (
    "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n"
    "\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n"
)
_LATEX_POST = "\\end{document}"
_FIELD = {"font": "Liberation Sans", "media": [], "rtl": False, "size": 20, "sticky": False}
_TEMPLATE = {"bafmt": "", "bqfmt": "", "bfont": "", "bsize": 0, "did": None}
"""What fields and templates have where they say nothing else."""

BASIC = 1_559_383_000
"""The id of `basic_json`'s note type."""


def model_json(note_type: NoteType) -> dict[str, Any]:
    """A note type of ours, with what genanki has no parameter for: fixed ids, and a time of the type's own."""
    fields = [{"name": f.name, "id": note_type.id * 1000 + f.number, **_stock(f.tag)} for f in note_type.fields]
    templates = [
        {"name": t.name, "id": note_type.id * 1000 + t.number, "qfmt": template_file(t.front),
         "afmt": template_file(t.back), "bqfmt": t.browser_front, "bafmt": t.browser_back}
        for t in note_type.templates
    ]  # fmt: skip
    made = _json(note_type.id, note_type.name, fields, templates, css(note_type))
    # genanki would render each template once a field to find out "req"; Anki works it out again on import
    made.update(type=int(note_type.is_cloze), mod=note_type.mod)
    return made if note_type.stock_kind is None else {**made, "originalStockKind": note_type.stock_kind}


def _stock(tag: int | None) -> dict[str, Any]:
    return {} if tag is None else {"tag": tag, "preventDeletion": tag < 4}


def basic_json(deck: int) -> dict[str, Any]:
    """genanki's own note type of a front and a back, of that deck."""
    fields = [{"name": name, "font": "Arial"} for name in ("Front", "Back")]
    card = {"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"}
    style = (
        ".card {\n font-family: arial;\n font-size: 20px;\n text-align: center;\n"
        " color: black;\n background-color: white;\n}\n"
    )
    return {**_json(BASIC, "Basic (genanki)", fields, [card], style), "did": deck, "req": [[0, "all", [0]]]}


def _json(
    id: int, name: str, fields: Sequence[Mapping[str, Any]], templates: Sequence[Mapping[str, Any]], style: str
) -> dict[str, Any]:
    return {
        "css": style,
        "did": None,
        "flds": _numbered(fields, _FIELD),
        "id": str(id),
        "latexPost": _LATEX_POST,
        "latexPre": _LATEX_PRE,
        "latexsvg": False,
        "mod": 0,
        "name": name,
        "req": (),
        "sortf": 0,
        "tags": [],
        "tmpls": _numbered(templates, _TEMPLATE),
        "type": 0,
        "usn": -1,
        "vers": [],
    }


def _numbered(parts: Sequence[Mapping[str, Any]], default: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Fields or templates with their places and, behind what they say themselves, all else that they have."""
    return [
        {**part, "ord": place, **{key: default[key] for key in default if key not in part}}
        for place, part in enumerate(parts)
    ]


def deck_json(id: int, name: str, description: str, preset: int) -> dict[str, Any]:
    """A deck. description: HTML; preset: the id of its options."""
    return {
        "collapsed": False,
        "conf": preset,
        "desc": description,
        "dyn": 0,
        "extendNew": 0,
        "extendRev": 50,
        "id": id,
        "lrnToday": [163, 2],
        "mod": 1_425_278_051,
        "name": name,
        "newToday": [163, 2],
        "revToday": [163, 0],
        "timeToday": [163, 23598],
        "usn": -1,
    }
