"""A target for each door by which somebody's bytes come in: it takes any bytes, and raises where deckmaker does wrong.

Without atheris, so that the same targets run in an ordinary test (`test_sample.py`) and in `benchmarks/fuzz`.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePath
from typing import Any

import docx
import zstandard
from msgspec.structs import replace

from deckmaker import importing, issued, lock, papers, pipeline
from deckmaker.diagnostics import Diagnostic
from deckmaker.diagnostics.render import render
from deckmaker.evidence import load, verify
from deckmaker.importing.foreign import CardTemplate, Foreign, Note, NoteType
from deckmaker.issued.papers import SUM, sealed
from deckmaker.model.document import Document, QuestionSet
from deckmaker.model.questions import ANKI
from deckmaker.model.text import Text, plain
from deckmaker.readers import markup
from deckmaker.readers.decode import decode
from deckmaker.readers.roster import read_roster
from deckmaker.readers.set import read_file
from deckmaker.source import SourceFile
from deckmaker.writers.docx.texts import Page, Room
from deckmaker.writers.html import Html
from deckmaker.writers.print import PrintOptions
from deckmaker.writers.print import write as write_print
from deckmaker.writers.sheets.inline import Inliner
from deckmaker.writers.sheets.sheets import sheets
from tests.support import HEAD, compile_set, sound_set
from tests.support.apkg import opened
from tests.support.article import ARTICLE, with_claim
from tests.support.readings import alike
from tests.support.sets import picture

PART = b"\n=====\n"
"""Parts an input that stands for several files."""


@dataclass(frozen=True)
class Target:
    """A door.

    takes: what its bytes are. longest: bytes that are tried. run: does it; raises where something is wrong.
    """

    takes: str
    longest: int
    run: Callable[[bytes], None]


# --- what must hold of everything that is said


def said_well(problems: Sequence[Diagnostic]) -> None:
    """Every diagnostic points into its file, has a message on one line, and can be shown in all three formats."""
    for problem in problems:
        span = problem.span
        assert 0 <= span.start <= span.end <= len(span.file.text), problem
        assert re.fullmatch("[^\n]+", problem.message), problem
    words = render(problems, "text", verbose=True)
    assert not [char for char in words if char != "\n" and unicodedata.category(char) in ("Cc", "Cs")], words
    assert len(json.loads(render(problems, "json", verbose=True))) == len(problems)
    commands = render(problems, "github", verbose=True)
    assert commands.count("\n") == len(problems)
    assert all(re.match("::(error|warning|notice) ", line) for line in commands.split("\n")[:-1]), commands


# --- the reader


def read_one(data: bytes) -> None:
    """One YAML file."""
    _, problems = read_file("set.yaml", data)
    said_well(problems)


def read_large(data: bytes) -> None:
    """One YAML file, its lists read as those of large files are; libyaml must read them alike."""
    file, _ = decode("set.yaml", data)
    if file is not None:
        alike(file.text)


def read_whole(data: bytes) -> None:
    """A set: its YAML, and after a line of its own the article's text. What is sound is built, and the package opens."""
    yaml, _, article = data.partition(PART)
    with tempfile.TemporaryDirectory(dir=_memory()) as place:
        folder = Path(place) / "set"
        folder.mkdir()
        (folder / "set.yaml").write_bytes(yaml if b"uid:" in yaml else HEAD.encode() + yaml)
        (folder / "article.txt").write_bytes(article)
        (folder / "tide.png").write_bytes(picture())
        (found,), _ = pipeline.find_sets([folder])
        checked = pipeline.check(found)
        said_well(checked.problems)
        if not checked.is_sound:
            return
        assert checked.document is not None
        files, problems = pipeline.outputs(checked, pipeline.advanced(checked, 1_700_000_000), ("anki",))
        said_well(problems)
        asked = [question for question in checked.document.questions if ANKI in question.where]
        if not [problem for problem in problems if problem.is_error] and asked:
            assert len(opened(files["set.apkg"]).notes) == len(asked)


@cache
def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


# --- inline text, and what writers make of it

_TAGS = frozenset(["p", "pre", "code", "li", "ul", "ol", "em", "strong", "a", "img", "br", "span"])
_ATTRIBUTES = {("a", "href"), ("img", "src"), ("img", "alt"), ("ol", "start")}


class _Shown(HTMLParser):
    """What a browser makes of HTML: its letters; raises for elements and attributes that no text needs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.letters = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, tag
        for name, value in attrs:
            assert (tag, name) in _ATTRIBUTES, (tag, name)
            assert name != "href" or re.match(r"(https?|mailto):", value or "", re.I), value

    def handle_data(self, data: str) -> None:
        self.letters += data


def text(data: bytes) -> None:
    """What somebody typed: a first byte that chooses, then the words."""
    chooses, words = data[:1], data[1:].decode("utf-8", "replace")
    if markup.too_deep(words):  # T003, by the readers
        return
    tree = markup.parse(words, cloze=chooses > b"@")
    shown = _Shown()
    shown.feed(Html(lambda path: "").text(tree))
    shown.close()
    assert _letters(shown.letters) == _letters(plain(tree)), (shown.letters, plain(tree))
    inliner = Inliner(SourceFile("set.yaml", words).span(0))
    nodes = inliner.blocks(tree)
    said_well(inliner.problems)
    json.dumps(nodes)
    _in_word(nodes)
    if zlib.crc32(data) % 50 == 0 and not inliner.pictures:
        _on_paper(tree)


def _letters(words: str) -> str:
    """Without white space, what stands around formulas, and what cannot be stored."""
    words = re.sub(r"\\[()\[\]]", "", words)
    return "".join(
        char
        for char in words
        if not char.isspace() and unicodedata.category(char) not in ("Cc", "Cs") and char != "\ufffd"
    )


class _AnyPicture(dict[str, bytes]):
    def __missing__(self, key: str) -> bytes:
        return picture()


def _in_word(nodes: list[Any]) -> None:
    page = Page(_document(), _AnyPicture(), {"picture": "picture"}, Room(16.0, 0.9, 8.5, 0.4, 40))
    body = page.document.element.body
    before = len(body)
    page.blocks(nodes, "Normal")
    for element in list(body)[before - 1 :]:
        if element.tag.endswith("}p"):
            body.remove(element)


@cache
def _document() -> docx.document.Document:
    return docx.Document()


def _on_paper(tree: Text) -> None:
    """A paper with the text as a stem: made, or refused in words that are not about a bug of ours."""
    document = _paper()
    (question,) = document.questions
    planned, _ = papers.plan(replace(document, questions=(replace(question, stem=tree),)))
    files, problems = write_print(document, PrintOptions(planned))
    said_well(problems)
    assert not [problem for problem in problems if problem.code.id == "X003"], problems
    assert problems or files["p-A.pdf"].startswith(b"%PDF-")


@cache
def _paper() -> Document:
    return sound_set(
        "questions:\n  - {id: q, stem: s, answer: a, type: short_answer}\n"
        "quizzes:\n  - {id: p, title: P, sections: [{pick: [q]}]}\n"
    )


# --- the evidence matcher


def evidence(data: bytes) -> None:
    """An article, then a quotation, its place, prefix, suffix, hedge and cue, a part each."""
    article, *given = data.split(PART)
    known, problems = load("article.txt", article)
    said_well(problems)
    if known is None:
        return
    words = [part.decode("utf-8", "replace") for part in given[:6]] + [""] * 6
    exact, place, prefix, suffix, hedge, cue = words[:6]
    template = _claim_set()
    claim = template.claims["c"]
    quote = replace(claim.quote, exact=exact, place=place or "1", prefix=prefix, suffix=suffix)
    claim = replace(claim, quote=quote, hedge=hedge, cue=cue)
    articles = {id: replace(each, text=known) for id, each in template.articles.items()}
    found, problems = verify(replace(template, claims={"c": claim}, articles=articles), {})
    said_well(problems)
    errors = [problem for problem in problems if problem.is_error]
    assert (found["c"].by == "text") == (not errors), problems
    assert errors or exact in known.file.text


@cache
def _claim_set() -> QuestionSet:
    return compile_set(with_claim("quote: made a pact\nparagraph: 2"), article=ARTICLE)[0].set


# --- decks of others


def _taken(name: str, data: bytes) -> None:
    deck, problems = importing.read(name, data)
    said_well(problems)
    assert deck is not None or [problem.code.id for problem in problems] in (["I001"], ["I002"]), problems
    if deck is not None:
        _as_set(deck)


def _as_set(deck: Foreign) -> None:
    """The deck as a set that can be read, whose files stay in its folder."""
    made, problems = importing.as_set(deck)
    said_well(problems)
    if made is None:
        assert [problem.code.id for problem in problems if problem.is_error] in (["I004"], ["I002"], ["I001"]), problems
        return
    assert all(re.fullmatch(r"set\.yaml|media/[\w.-]+", path) and "/." not in path for path in made.files), made.files
    assert re.fullmatch(r"[\w-]+", made.name), made.name
    found, problems = read_file("set.yaml", made.files["set.yaml"])
    assert found is not None, problems
    # What is not YAML, or not of the shape that a set has, is our writer's fault: the rest is the deck's.
    assert not [problem for problem in problems if problem.code.id[0] == "Y" and problem.is_error], problems


def apkg(data: bytes) -> None:
    """A package as it comes."""
    _taken("a.apkg", data)


def colpkg(data: bytes) -> None:
    """A collection's package of current Anki: its database and its list of media, compressed here."""
    database, _, media = data.partition(PART)
    press = zstandard.ZstdCompressor().compress
    _taken("a.colpkg", _zip({"meta": b"\x08\x03", "collection.anki21b": press(database), "media": press(media)}))


def database(data: bytes) -> None:
    """A package of older Anki: its database and its list of media."""
    collection, _, media = data.partition(PART)
    _taken("a.apkg", _zip({"collection.anki2": collection, "media": media or b"{}"}))


def _zip(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def table(data: bytes) -> None:
    """A table: a first byte that chooses its ending, then its bytes."""
    _taken(f"a{importing.sets.TEXTS[data[0] % 3] if data else '.csv'}", data[1:])


def own(data: bytes) -> None:
    """A note that says it is ours: the kind of its question and its fields, a part each."""
    _as_set(own_deck(data))


def own_deck(data: bytes) -> Foreign:
    """The deck of such a note."""
    parts = [part.decode("utf-8", "replace") for part in data.split(PART)]
    fields = dict.fromkeys(OWN_FIELDS, "") | dict(zip(OWN_FIELDS, parts, strict=False))
    fields["QID"] = fields["QID"] or "7e57da7a/q"
    type = NoteType("deckmaker", False, OWN_FIELDS, (CardTemplate("{{Question}}", "{{Answer}}"),))
    note = Note("guid", type, fields, ("deckmaker::x", "tag"), "Deck", (0,))
    return Foreign("a.apkg", (note,), lambda _: picture())


OWN_FIELDS = (
    "Kind", "Question", "Choices", "Answer", "Accepted", "Feedback", "Hint", "Data", "QID", "Reverse", "Image", "Header",
    "Occlusion", "Lang", "Speaker", "Basis", "Quote",
)  # fmt: skip


def foreign(data: bytes) -> None:
    """A note of somebody's: front and back of its template, then two fields, a part each."""
    front, back, one, two = ([part.decode("utf-8", "replace") for part in data.split(PART)] + [""] * 4)[:4]
    for is_cloze in (False, True):
        type = NoteType("Basic", is_cloze, ("Front", "Back"), (CardTemplate(front, back),))
        note = Note("guid", type, {"Front": one, "Back": two}, (), "Deck", (0,))
        _as_set(Foreign("a.apkg", (note,), lambda _: picture()))


# --- what a stranger may have put beside a set


def roster(data: bytes) -> None:
    """A class list."""
    students, problems = read_roster("class.csv", data)
    said_well(problems)
    for student in students:
        assert student.name == student.name.strip() != ""
        assert not [char for char in student.name if unicodedata.category(char) in ("Cc", "Cs")], student.name


def locked(data: bytes) -> None:
    """A lock."""
    file = SourceFile("deck.lock", data.decode("utf-8", "replace"))
    found, problems = lock.parse(file)
    said_well(problems)
    if found is not None:
        again, problems = lock.parse(SourceFile("deck.lock", lock.dump(found)))
        assert again == found, problems


def issue(data: bytes) -> None:
    """An issued paper, whose sum whoever changes it can make fit."""
    try:
        made = json.loads(data)
    except (ValueError, RecursionError):
        made = None
    if isinstance(made, dict):
        made.pop(SUM, None)
        with suppress(RecursionError):
            data = sealed(made)
    found, problems = issued.read_issues({"p-1.json": data}, "issued", "7e57da7a")
    said_well(problems)
    for paper in found:
        for sheet, said in sheets(paper):
            said_well(said)
            assert PurePath(sheet.name).name == sheet.name, sheet.name


TARGETS: Mapping[str, Target] = {
    "reader": Target("one YAML file", 4096, read_one),
    "lists": Target("one YAML file, as if it were large", 4096, read_large),
    "set": Target("a set's YAML and its article", 6000, read_whole),
    "text": Target("words that somebody typed", 2048, text),
    "evidence": Target("an article and what is quoted from it", 4096, evidence),
    "apkg": Target("a package", 40_000, apkg),
    "database": Target("a package's database", 300_000, database),
    "colpkg": Target("a current collection's database", 300_000, colpkg),
    "table": Target("a table of notes", 4096, table),
    "own": Target("a note that says it is ours", 4096, own),
    "foreign": Target("a note of somebody's", 4096, foreign),
    "roster": Target("a class list", 4096, roster),
    "lock": Target("a lock", 4096, locked),
    "issue": Target("an issued paper", 20_000, issue),
}
"""Every door by its name."""
