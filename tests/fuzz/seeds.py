"""Inputs to begin with, made of the repository's own sets, pages and tests; and words that parsers trip over."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import cache
from io import BytesIO
from pathlib import Path

import genanki
import yaml
from msgspec.structs import replace

from deckmaker import importing, issued, lock
from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.pages import page, parse
from deckmaker.importing import archive
from tests.fuzz.targets import OWN_FIELDS, PART
from tests.support import build_set, check_set
from tests.support.article import ARTICLE as HARBOUR
from tests.support.article import PARAGRAPHS
from tests.support.sets import ARTICLE, ATTRIBUTED, EVERY_TYPE, REGISTER, picture

ROOT = Path(__file__).parent.parent.parent

TOKENS = (
    "{{", "}}", "{{c1::", "{{c2::x::y}}", "::", "[sound:a.mp3]", "[latex]", "[/latex]", "[$]", "[/$]", "\\(", "\\)", "\\[", "$", "$$",
    "\\frac{a}{b}", "\\left(", "\\begin{matrix}", "\\end{matrix}", "\\text{", "**", "*", "_", "`", "```\n", "![a](b.png)", "[a](",
    "](https://a.example)", "<script>", "</div>", "<!--", "-->", "<![CDATA[", "&amp;", "&#0;", "&#xD800;", "<br>", "<ul><li>",
    "<img src=x alt=y>", "<hr id=answer>", "<gap n=1>", "\n- ", "\n1. ", "\n\n", "  - ", ": ", " #", "- {id: ", "!!python/object:os.system ",
    "&a", "*a", "<<: ", "|\n", ">-\n", "? ", "%YAML", "---\n", "...\n", "'", '"', "\\", "\t", "\r\n", "\x00", "\x1b[31m", "\x1f", "\x85",
    "\u2028", "\u202e", "\u200b", "\ufeff", "\ufdd0", "\u0301", "\ud55c", "\U0001f600", "\xe9", "9" * 20, "1e999", "-1", "0.1", "nan",
    "#separator:tab\n", "#columns:a,b\n", "#tags column:2\n", "=cmd|'/c calc'!A0", "../", "C:\\", "~", "null", "true", "questions:", "claims:",
    "paragraph: ", "heading-1", "title", "\u2026", "\u201c", "\u2019", "al-", "{{#Front}}", "{{/Front}}", "{{cloze:Front}}", "{{type:Back}}",
    "\n=====\n",
)  # fmt: skip
"""Words that some parser acts upon."""


def seeds(target: str) -> tuple[bytes, ...]:
    """Inputs of a target to begin with."""
    return tuple(dict.fromkeys(_SEEDS[target]()))


@cache
def _yaml_files() -> tuple[bytes, ...]:
    """Every set of the repository, every YAML block of its documentation, and of every code's page."""
    found = [path.read_bytes() for path in sorted((ROOT / "decks").rglob("*.yaml"))]
    for path in sorted((ROOT / "docs").glob("*.md")):
        found += [
            block.encode() for block in re.findall(r"^```yaml[^\n]*\n(.*?)^```$", path.read_text("utf-8"), re.S | re.M)
        ]
    for code in CODES:
        found += [block.data for block in parse(page(code)).files if block.name.endswith(".yaml")]
    return tuple(data for data in (*found, EVERY_TYPE.encode(), ATTRIBUTED.encode()) if len(data) < 30_000)


def _readers() -> Iterator[bytes]:
    yield from _yaml_files()


def _lists() -> Iterator[bytes]:
    """Lists whose items are laid out alike: each three times."""
    for data in _yaml_files():
        items = re.findall(rb"^  - (?:.*\n)(?:    .*\n)*", data, re.M)
        yield from (b"title: T\nquestions:\n" + item * 3 for item in items if len(item) < 900)


def _whole() -> Iterator[bytes]:
    yield ATTRIBUTED.encode() + PART + ARTICLE.encode()
    yield REGISTER.encode() + PART + ARTICLE.encode()
    yield EVERY_TYPE.encode()
    for code in CODES:
        files = {block.name: block.data for block in parse(page(code)).files if block.role in ("bad", "both")}
        sets = [data for name, data in files.items() if name.endswith(".yaml")]
        texts = [data for name, data in files.items() if name.endswith(".txt")]
        if sets and len(sets[0]) < 30_000:
            yield sets[0] + PART + (texts[0] if texts else b"")


def _texts() -> Iterator[bytes]:
    for words in dict.fromkeys(words for data in _yaml_files() for words in _scalars(data)):
        yield (b"z" if "{{c" in words else b"a") + words.encode("utf-8", "replace")
    yield from (b"z" + token.encode() for token in TOKENS)


def _scalars(data: bytes) -> Iterator[str]:
    try:
        nodes = list(yaml.compose_all(data.decode("utf-8", "replace"), Loader=yaml.BaseLoader))
    except yaml.YAMLError:
        return
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.ScalarNode) and len(node.value) > 12:
            yield node.value
        elif isinstance(node, yaml.CollectionNode):
            nodes += [part for one in node.value for part in (one if isinstance(one, tuple) else (one,))]


def _quotations() -> Iterator[bytes]:
    for place, block in PARAGRAPHS.items():
        words = block.split(" ")
        for first in range(0, len(words), 5):
            exact = " ".join(words[first : first + 4])
            before, after = " ".join(words[max(0, first - 2) : first]), " ".join(words[first + 4 : first + 6])
            yield PART.join(part.encode() for part in (HARBOUR, exact, place, before, after, "may", "said"))


@cache
def package() -> bytes:
    """A package of every type of question."""
    made, _ = build_set(check_set(EVERY_TYPE, files={"tide.png": picture()}), to=("anki",))
    return made["set.apkg"]


def _packages() -> Iterator[bytes]:
    small, _ = build_set(
        check_set("questions:\n  - {id: a, type: flashcard, front: Which?, back: this}\n"), to=("anki",)
    )
    yield small["set.apkg"]
    yield package()
    yield _older()


def _older() -> bytes:
    """A package as Anki wrote them before 2022, note types and decks in JSON."""
    deck = genanki.Deck(2059400110, "World::America")
    deck.add_note(genanki.Note(genanki.BASIC_MODEL, ["Capital of <b>Peru</b>?", "Lima"], tags=["south"]))
    deck.add_note(genanki.Note(genanki.CLOZE_MODEL, ["{{c1::Quito::city}} is in {{c2::Ecuador}}", "high up"]))
    deck.add_note(genanki.Note(genanki.BASIC_AND_REVERSED_CARD_MODEL, ["Bolivia", "Sucre"]))
    out = BytesIO()
    genanki.Package(deck).write_to_file(out)
    return out.getvalue()


def _databases() -> Iterator[bytes]:
    for made in _packages():
        yield archive.opened("a.apkg", made).database + PART + b'{"0": "a.png"}'


def _collections() -> Iterator[bytes]:
    """Databases of current Anki's layout, with note types and decks in tables."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_LAYOUT)
        yield bytes(connection.serialize()) + PART + b"\x0a\x07\x0a\x05a.png"
    yield from _databases()


_LAYOUT = """
CREATE TABLE col (id integer primary key, models text, decks text);
CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);
CREATE TABLE cards (id integer primary key, nid integer, did integer, odid integer, ord integer, due integer, type integer);
CREATE TABLE notetypes (id integer primary key, name text, config blob);
CREATE TABLE fields (ntid integer, ord integer, name text);
CREATE TABLE templates (ntid integer, ord integer, config blob);
CREATE TABLE decks (id integer primary key, name text);
INSERT INTO col VALUES (1, '', '');
INSERT INTO notetypes VALUES (5, 'Basic', x''), (6, 'Cloze', x'0801');
INSERT INTO fields VALUES (5, 0, 'Front'), (5, 1, 'Back'), (6, 0, 'Text');
INSERT INTO templates VALUES (5, 0, x'0a097b7b46726f6e747d7d12087b7b4261636b7d7d'), (6, 0, x'0a0e7b7b636c6f7a653a546578747d7d');
INSERT INTO decks VALUES (1, 'A' || char(31) || 'B');
INSERT INTO notes VALUES (1, 'g', 5, ' t ', 'Which <b>x</b>?' || char(31) || 'this<br>one <img src=a.png>'), (2, 'h', 6, '', '{{c1::Quito::city}} is {{c2::so}}');
INSERT INTO cards VALUES (1, 1, 1, 0, 0, 1, 0), (2, 2, 1, 0, 0, 2, 0), (3, 2, 1, 0, 1, 2, 0);
"""


def _tables() -> Iterator[bytes]:
    yield b'\0front,back\nWhich?,this\n"a, b","c\nd"\n'
    yield b"\1a\tb\nc\td\te f\n"
    yield b"\2#separator:tab\n#html:true\n#notetype column:1\n#deck column:2\n#tags column:5\nBasic\tA::B\tWhich <b>x</b>?\tthis\tt u\n"
    yield "\0{{c1::Quito::city}} is {{c2::so}};ä\n=cmd|'/c calc'!A0;@x\n".encode()
    yield b"\2#columns:Front,Back\n#separator:,\nx,y\n"


def _own() -> Iterator[bytes]:
    deck, _ = importing.read("a.apkg", package())
    assert deck is not None
    for note in deck.notes:
        yield PART.join(note.fields.get(name, "").encode() for name in OWN_FIELDS)


def _foreign() -> Iterator[bytes]:
    cloze = "{{c1::Quito::city}} is the capital of {{c2::Ecuador \\(x\\)}}"
    yield PART.join(
        (b"{{Front}}", b"{{FrontSide}}<hr id=answer>{{Back}}", b"Which <b>x</b>?", b"this<ul><li>a<li>b</ul>")
    )
    yield PART.join(
        (b"{{cloze:Front}}", b"{{cloze:Front}}<br>{{Back}}", cloze.encode(), b"<img src='a.png'>[sound:a.mp3]")
    )
    yield PART.join(
        (
            b"{{#Front}}x {{Front}}{{/Front}}{{^Back}}y{{/Back}}",
            b"{{type:Back}}",
            b"a<table><tr><td>b</table>",
            b"\\[x^2\\]",
        )
    )
    yield PART.join(
        (
            b"{{cloze:Front}}",
            b"{{Back}}",
            b"{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:oi=1}}",
            b"<img src=a.png>",
        )
    )


def _rosters() -> Iterator[bytes]:
    yield b'name,class,seat,version\nAna Lima,9b,1,A\n"Roe, Jo",9b,2,B\n'
    yield "Vorname;Nachname;Klasse\nJörg;Süß;9c\n".encode()
    yield b"Ana\nBen\nAna\n"


def _locks() -> Iterator[bytes]:
    for text, files in ((EVERY_TYPE, {"tide.png": picture()}), (ATTRIBUTED, {})):
        _, made = build_set(check_set(text, article=ARTICLE, files=files), to=("anki",))
        words = lock.dump(made)
        yield words.encode()
        yield b"<<<<<<< a\n" + words.encode() + b"=======\n" + words.encode() + b">>>>>>> b\n"


def _issues() -> Iterator[bytes]:
    text = (
        EVERY_TYPE.replace("e7e27e57", "7e57da7a")
        + "quizzes: [{id: p, title: P, versions: 2, sections: [{pick: all}]}]\n"
    )
    checked = check_set(text, files={"tide.png": picture()})
    (paper,) = checked.papers
    yield issued.dump(replace(paper, issue=1))


_SEEDS: Mapping[str, Callable[[], Iterator[bytes]]] = {
    "reader": _readers,
    "lists": _lists,
    "set": _whole,
    "text": _texts,
    "evidence": _quotations,
    "apkg": _packages,
    "database": _databases,
    "colpkg": _collections,
    "table": _tables,
    "own": _own,
    "foreign": _foreign,
    "roster": _rosters,
    "lock": _locks,
    "issue": _issues,
}
