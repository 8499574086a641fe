"""The tables of the pages in docs, out of the declarations."""

from __future__ import annotations

import re

from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.pages import page
from deckmaker.generators import EVERY_FAMILY_REFUSES, FAMILIES, Family
from deckmaker.languages import tags
from deckmaker.model.questions import PLACES
from deckmaker.readers import shapes
from deckmaker.readers.fields import NEEDED, Shape
from deckmaker.readers.shapes import COMMON_KEYS, QUESTION_KEYS
from deckmaker.writers.sheets import tex_names
from deckmaker.writers.sheets.words import words_of


def table(name: str) -> str:
    """The Markdown table called `name`: a shape's keys, the question types, something of the families, or codes."""
    if name == "types":
        return _types()
    if name in _OF_FAMILIES:
        return _OF_FAMILIES[name]()
    if name == "formulas":
        return _formulas()
    if name == "paper_languages":
        return _languages()
    if name.startswith("updates_"):
        return _updates(name)
    if name.startswith("codes_"):
        return _codes(name.removeprefix("codes_"))
    shape: type[Shape] = getattr(shapes, name)
    rows: list[tuple[str, ...]] = [
        (_key(name, field.default is NEEDED), field.says) for name, field in shape.spelt().items()
    ]
    return _rows(("key", "what it is"), rows)


def _key(name: str, required: bool) -> str:
    return f"**`{name}`**" if required else f"`{name}`"


def _types() -> str:
    rows: list[tuple[str, ...]] = [
        (f"`{kind}`", ", ".join(f"`{key}`" for key in sorted(needs)), ", ".join(f"`{key}`" for key in sorted(may)))
        for kind, (needs, may) in QUESTION_KEYS.items()
    ]
    common = ", ".join(f"`{key}`" for key in sorted(COMMON_KEYS))
    return _rows(("type", "must have", "may have"), rows) + f"\n\nAll may have: {common}."


def _families() -> str:
    rows: list[tuple[str, ...]] = [
        (f"`{family.name}`", family.asks, family.level, _goes_to(family)) for family in FAMILIES.values()
    ]
    return _rows(("family", "asks", "level", "goes to"), rows)


def _goes_to(family: Family) -> str:
    own = " and ".join(family.where)
    if family.where == PLACES:
        return own
    return f"{own} only" if family.may == family.where else f"{own}, where nothing else is said"


def _distractors() -> str:
    rows: list[tuple[str, ...]] = [(f"`{family.name}`", family.distractors) for family in FAMILIES.values()]
    return _rows(("family", "what stands beside the right answer"), rows)


def _refusals() -> str:
    rows: list[tuple[str, ...]] = [
        ("all", "; ".join(EVERY_FAMILY_REFUSES)),
        *((f"`{family.name}`", "; ".join(family.refuses)) for family in FAMILIES.values()),
    ]
    return _rows(("family", "does not ask where"), rows)


def _codes(letter: str) -> str:
    rows: list[tuple[str, ...]] = [
        (f"`{code.id}`", f"`{code.name}`", code.severity.value, _first_sentence(page(code.id)))
        for code in CODES.values()
        if code.id.startswith(letter)
    ]
    return _rows(("code", "name", "weighs", "what its page says first"), rows)


def _updates(name: str) -> str:
    from tests.e2e.updates import TABLES  # which loads Anki

    head = {"updates_author": "what you change", "updates_student": "the student", "updates_lock": "the lock"}[name]
    return _rows((head, "what happens"), [(row.change, row.happens) for row in TABLES[name]])


def _first_sentence(text: str) -> str:
    prose = " ".join(text.split("\n\n")[1].split())
    return re.split(r"(?<=[.!?]) (?=[A-Z])", prose, maxsplit=1)[0]


_OF_FAMILIES = {"families": _families, "distractors": _distractors, "refusals": _refusals}
"""The tables made from the table of families."""


def _formulas() -> str:
    rows: list[tuple[str, ...]] = [
        (what, " ".join(f"`\\{name}`" for name in names if name.isalpha()))
        for what, names in (
            ("symbols", tex_names.SYMBOLS),
            ("big operators", tex_names.BIG),
            ("functions", sorted(tex_names.FUNCTIONS | tex_names.LIMITS)),
            ("accents and lines", [*tex_names.ACCENTS, *sorted(tex_names.LINES)]),
            ("letters", tex_names.STYLES),
            ("words", tex_names.TEXTS),
            ("spaces", tex_names.SPACES),
        )
    ]
    environments = " ".join(f"`{name}`" for name in [*tex_names.MATRICES, "cases", "aligned"])
    return _rows(("what", "names"), [*rows, ("between `\\begin{…}` and `\\end{…}`", environments)])


def _languages() -> str:
    made = [words_of(tag) for tag in tags()]
    rows: list[tuple[str, ...]] = [
        (f"`{one.tag}`", one.language, one.checked_by or "**not checked by a speaker yet**") for one in made
    ]
    return _rows(("`language`", "", "read by"), rows)


def _rows(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
