"""A card template and a note's fields → a side's HTML, as Anki renders it, without scripts and special fields."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_SILENT = ("tts", "type")
"""Filters whose field is heard or typed, never shown."""
_SPECIAL = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"})


def rendered(template: str, fields: Mapping[str, str], card: int) -> str:
    """The side. A deletion stands as it was typed. Sections that are not closed end with the template.

    card: its number from 0; `{{#c1}}` sections show on their card.
    """
    out: list[str] = []
    shown = [True]
    start = 0
    words = _COMMENT.sub("", template)
    for tag in _TAG.finditer(words):
        if shown[-1]:
            out.append(words[start : tag.start()])
        start = tag.end()
        mark, name = tag[1].strip()[:1], tag[1].strip()
        if mark in ("#", "^"):
            is_filled = _is_filled(fields, name[1:].strip(), card)
            shown.append(shown[-1] and is_filled is (mark == "#"))
        elif mark == "/":
            del shown[max(1, len(shown) - 1) :]
        elif shown[-1]:
            out.append(_value(fields, name))
    out.append(words[start:] if shown[-1] else "")
    return "".join(out)


def _is_filled(fields: Mapping[str, str], name: str, card: int) -> bool:
    if name not in fields and re.fullmatch(r"c\d+", name):
        return name == f"c{card + 1}"
    return bool(re.sub(r"<(?!img|audio|video)[^>]*>|&nbsp;|\s", "", fields.get(name, "")))


def _value(fields: Mapping[str, str], name: str) -> str:
    *filters, field = (part.strip() for part in name.split(":"))
    if field in _SPECIAL and field not in fields:
        return ""
    if any(each.split(" ")[0] in _SILENT for each in filters):
        return ""
    return fields.get(field, "")


def typed_field(template: str) -> str:
    """The field that a student types on a card of this template, "" for none."""
    found = re.search(r"\{\{(?:[^{}]*:)?type:(?:nc:|cloze:)?([^{}:]+)\}\}", template)
    return found[1].strip() if found else ""


def fields_shown(template: str) -> set[str]:
    """Names of the fields that a template shows somehow."""
    return {tag[1].strip().lstrip("#^/").split(":")[-1].strip() for tag in _TAG.finditer(template)}
