"""The tables of the pages in docs, out of the declarations."""

from __future__ import annotations

import re

from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.pages import page
from deckmaker.generators import EVERY_FAMILY_REFUSES, FAMILIES, Family
from deckmaker.importing import archive, html
from deckmaker.languages import tags
from deckmaker.model import file_names
from deckmaker.model.questions import PLACES
from deckmaker.readers import bounds, events, fields, files, markup, media, nodes, roster, shapes, vector
from deckmaker.readers.fields import NEEDED, Key, Shape
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
    if name == "bounds":
        return _bounds()
    if name.startswith("attacks_"):
        return _attacks(name)
    if name.startswith("codes_"):
        return _codes(name.removeprefix("codes_"))
    shape: type[Shape] = getattr(shapes, name)
    rows: list[tuple[str, ...]] = [
        (_key(name, field.default is NEEDED), _says(field)) for name, field in shape.spelt().items()
    ]
    return _rows(("key", "what it is"), rows)


_MOST_WORDS = 8
"""Of a key, that a table names; types of questions have a table of their own."""


def _says(field: Key) -> str:
    """What a key is, and which words it takes."""
    kind = field.kind.of[0] if field.kind.name == "many" else field.kind
    if kind.name != "one_of" or len(kind.of) > _MOST_WORDS:
        return field.says
    *others, last = [f"`{word}`" for word in kind.of]
    both = ", or both" if kind is not field.kind else ""
    return f"{', '.join(others)} or {last}{both}: {field.says}"


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


def _attacks(name: str) -> str:
    from tests.hostile.attacks import TABLES

    rows: list[tuple[str, ...]] = [(one.what, one.outcome, " ".join(map(_test, one.names))) for one in TABLES[name]]
    return _rows(("attack", "outcome", "test"), rows)


def _test(name: str) -> str:
    """A test by its file and its case, or by its own name."""
    path, _, test = name.partition("::")
    test, _, case = test.removesuffix("]").partition("[")
    file = path.rpartition("/")[2].removeprefix("test_").removesuffix(".py")
    return f"`{file}[{case}]`" if case else f"`{file}::{test.removeprefix('test_')}`"


def _bounds() -> str:
    mb = 1 << 20
    rows: list[tuple[str, ...]] = [
        ("a file of the set, an article's text, a lock", f"{files.MOST_BYTES // mb} MB", "Y010"),
        ("files of a set; all together", f"{files.MOST_FILES:,}; {files.MOST_IN_ALL // mb:,} MB", "Y012"),
        ("questions and claims of a set", f"{bounds.MOST_QUESTIONS:,}", "Y012"),
        ("lists and keys in each other", f"{events.MOST_DEPTH}", "Y121"),
        ("values that aliases repeat", f"{nodes.MOST_ALIASED:,} more than the file has", "Y116"),
        ("options, pairs, things to order, hidden parts", f"{fields.MOST_PARTS}", "S017"),
        (
            "letters of a text; a name or title; an id",
            f"{fields.MOST_LETTERS:,}; {fields.MOST_OF_A_LINE:,}; {fields.MOST_OF_AN_ID}",
            "T004",
        ),
        (
            "emphasis, links, deletions, lists in each other; parts of a formula",
            f"{markup.MOST_NESTED}; {markup.MOST_IN_FORMULA}",
            "T003",
        ),
        ("opening brackets, or deletions, of a text", f"{markup.MOST_BRACKETS:,}", "T003"),
        ("a picture's pixels", f"{media.MOST_PIXELS:,}", "M007"),
        (
            "a picture or sound; all of a set",
            f"{media.MOST_BYTES // mb} MB; {media.MOST_BYTES_IN_ALL // mb:,} MB",
            "M007",
        ),
        ("shapes that an SVG draws", f"{vector.MOST_SHAPES:,}", "M008"),
        ("a set's name, where every system is to have it", f"{file_names.MOST_BYTES_OF_A_NAME} bytes", "O005"),
        ("a quiz's id, after which files are called", f"{file_names.MOST_BYTES_OF_A_NAME} bytes", "O006"),
        (
            "a package's parts; what one of them unpacks to",
            f"{archive.MOST_MEMBERS:,}; {archive.MOST_RATIO} times the package, {archive.ALWAYS_FINE // mb} MB in any case, {archive.MOST_BYTES // mb:,} MB at most",
            "I002",
        ),
        ("letters of a field that an import reads", f"{html.MOST_LETTERS:,}", "I101"),
        ("a class list; its names", f"{roster.MOST_BYTES // 1_000_000} MB; {roster.MOST_ROWS:,}", "B001"),
    ]
    return _rows(("of", "at most", "code"), [(what, most, f"`{code}`") for what, most, code in rows])


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
