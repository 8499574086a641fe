from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from msgspec.structs import fields, replace

from deckmaker.lock import note_hash
from deckmaker.model.article import Article
from deckmaker.model.claims import Claim, Quote, Source, Verified
from deckmaker.model.document import Document
from deckmaker.model.questions import Question
from deckmaker.model.text import text_of
from deckmaker.writers.anki import AnkiOptions, write
from tests.support import HEAD, sound_set
from tests.support.apkg import opened
from tests.support.article import ARTICLE, with_claim

CLAIM = """
quote: to be trusted
paragraph: 8
cue: demonstrates
polarity: negative
speaker: rask
via: [box]
"""
QUESTION = """\
questions:
  - id: q
    stem: Who says *so*?
    options:
      - {text: Emil Rask, correct: true, feedback: He does.}
      - {text: Nora Vance, pin: true}
    claim: c
    points: 2
    tags: [a, b]
"""
YAML = with_claim(CLAIM) + QUESTION


def hashes(yaml: str, **more: Any) -> dict[str, str]:
    document = sound_set(yaml, **more)
    return {question.id: note_hash(question, document) for question in document.questions}


def hash_of(yaml: str, **more: Any) -> str:
    return hashes(yaml, **more)["q"]


BEFORE = hash_of(YAML, article=ARTICLE)


def test_a_release_does_not_change_the_hash_of_what_did_not_change():
    """Where this fails, every note of every set would be sent out again, over students' own edits."""
    assert BEFORE == "3198d3e2aa911a40"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Who says *so*?", "Who says **so**?"),
        ("Who says *so*?", "Who says so?"),
        ("text: Emil Rask", "text: E. Rask"),
        ("correct: true, ", "correct: true, pin: true, "),
        (", pin: true", ""),
        ("He does.", "He did."),
        ("points: 2", "hint: Think.\n    points: 2"),
        ("points: 2", "language: de\n    points: 2"),
        ("points: 2", "shuffle: no\n    points: 2"),
        ("tags: [a, b]", "tags: [a, c]"),
        ("speaker: rask", "speaker: archive"),
        ("basis: none_given", "basis: box"),
        ("via: [box]", "via: [archive]"),
        ("quote: to be trusted", "quote: be trusted"),
        ("claim: something is the case", "claim: something else is"),
        ("polarity: negative", "polarity: negative\n    hedge: clearly"),
        ("polarity: negative", "polarity: negative\n    also_ok: {speaker: [article]}"),
        ("name: Emil Rask", "name: Emil M. Rask"),
        ("role: spokesman", "role: speaker"),
        ("title: Harbour Board Claims to Save the Ferry", "title: Harbour Board"),
        ("disclosure: One invented article.", "disclosure: An invented article."),
        ("disclosure:", "author: [A. Writer], disclosure:"),
    ],
)
def test_an_edit_that_the_note_shows_changes_its_hash(old, new):
    assert old in YAML
    assert hash_of(YAML.replace(old, new), article=ARTICLE) != BEFORE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("questions:\n", "\n\n# A remark\nquestions:\n\n"),
        ("claim: c\n    points: 2", "points: 2\n    claim: c"),
        ("{text: Nora Vance, pin: true}", "text: Nora Vance\n        pin: true"),
        ("points: 2", "points: 0"),
        ("points: 2", "objective: names speakers\n    points: 2"),
        ("points: 2", "points: 2\n    where: [anki]"),
        ("points: 2", "points: 2\n    was: [older]"),
        ("id: c\n", "id: c\n    core: true\n    tags: [x]\n    quiz: careful\n    note: It depends.\n"),
        ("name: Emil Rask,", "name: Emil Rask, aliases: [Rask],"),
        ("speaks_for: archive", "part_of: archive"),
        ("sources:\n", "sources:\n  other: {name: Otto Kern, kind: person}\n"),
        ("text: article.txt", "text: ./article.txt"),
        ("disclosure:", "nature: news, disclosure:"),
        ("questions:\n", "questions:\n  - {id: new, stem: What?, answer: that}\n"),
        ("polarity: negative", "polarity: negative\n    event_time: last week\n    kind: evaluative"),
    ],
)
def test_an_edit_that_no_note_shows_leaves_the_hash(old, new):
    assert old in YAML
    assert hash_of(YAML.replace(old, new), article=ARTICLE) == BEFORE


def test_the_order_of_questions_and_the_files_they_stand_in_do_not_matter():
    one, two = "  - {id: q, stem: What?, answer: this}\n", "  - {id: r, stem: Where?, answer: there}\n"
    forwards, backwards = hashes(f"questions:\n{one}{two}"), hashes(f"questions:\n{two}{one}")
    apart = hashes(f"{HEAD}questions:\n{one}", files={"more.yaml": f"questions:\n{two}".encode()})
    assert forwards == backwards == apart
    assert len(set(forwards.values())) == 2


def test_a_renamed_question_has_the_same_content():
    assert (
        hashes("questions: [{id: a, stem: W?, answer: x}]\n")["a"]
        == hashes("questions: [{id: b, was: [a], stem: W?, answer: x}]\n")["b"]
    )


def test_a_quote_verified_by_the_text_or_by_the_lock_is_the_same_and_an_unverified_one_is_not():
    document = sound_set(YAML, article=ARTICLE)
    (question,) = document.questions

    def hash_with(known: Verified) -> str:
        return note_hash(question, replace(document, evidence={"c": known}))

    by_text = document.evidence["c"]
    assert by_text.by == "text"
    assert hash_with(by_text) == hash_with(Verified("lock", by_text.sha256, by_text.seal)) == BEFORE
    assert hash_with(Verified("", "")) != BEFORE


PICTURES = (
    "questions:\n  - {id: q, stem: 'See ![a wave](wave.png)', answer: a wave}\n",
    """\
questions:
  - id: q
    type: image_occlusion
    image: wave.png
    alt: a wave
    regions: [{left: 0.1, top: 0.1, width: 0.2, height: 0.2, label: crest}]
""",
)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("yaml", PICTURES)
def test_a_picture_is_its_bytes_whatever_its_file_is_called(yaml):
    before = hash_of(yaml, files={"wave.png": PNG + b"1"})
    assert hash_of(yaml, files={"wave.png": PNG + b"2"}) != before
    assert hash_of(yaml.replace("wave.png", "sea.png"), files={"sea.png": PNG + b"1"}) == before
    assert hash_of(yaml.replace("a wave", "the sea"), files={"wave.png": PNG + b"1"}) != before


OTHERS = {
    "speaker": "vance",
    "basis": "box",
    "via": ("vance",),
    "also_speaker": ("vance",),
    "also_basis": ("box",),
    "claims": ("other",),
    "article": "second",
    "url": "https://tide.example",
    "hint": text_of("other"),
    "feedback": text_of("other"),
}
"""Other values of fields that do not take any."""


def other(name: str, value: Any) -> Any:
    """Another value that a field could have."""
    if name in OTHERS:
        return OTHERS[name]
    match value:
        case bool():
            return not value
        case Enum():
            return next(member for member in type(value) if member is not value)
        case str():
            return f"{value}x"
        case Decimal() | None:
            return Decimal(7)
        case tuple() if value and not isinstance(value[0], str):
            return text_of("other")
        case tuple():
            return (*value, "other")
        case _:
            return None


def variants() -> Iterator[tuple[str, Document]]:
    """The set with one field of what a note may show changed, for each such field."""
    document = sound_set(YAML, article=ARTICLE)
    (question,), made = document.questions, document.set
    claim, article = made.claims["c"], made.articles["article"]
    made = replace(
        made,
        claims={"c": claim, "other": replace(claim, id="other", speaker="vance")},
        articles={"article": article, "second": replace(article, id="second", title="Second", short_title="Second")},
    )
    document = replace(document, set=made, evidence={**document.evidence, "other": document.evidence["c"]})
    put: dict[type, tuple[Any, Callable[[Any], Document]]] = {
        Question: (question, lambda new: replace(document, questions=(new,))),
        Claim: (claim, lambda new: replace(document, set=replace(made, claims={**made.claims, "c": new}))),
        Quote: (claim.quote, lambda new: put[Claim][1](replace(claim, quote=new))),
        Source: (
            made.sources["rask"],
            lambda new: replace(document, set=replace(made, sources={**made.sources, "rask": new})),
        ),
        Article: (
            article,
            lambda new: replace(document, set=replace(made, articles={**made.articles, "article": new})),
        ),
    }
    yield "nothing", document
    for kind, (value, with_new) in put.items():
        for field in fields(kind):
            new = other(field.name, getattr(value, field.name))
            if new is not None:
                yield f"{kind.__name__}.{field.name}", with_new(replace(value, **{field.name: new}))


def shown(document: Document) -> tuple[dict[str, str], tuple[str, ...]]:
    """The fields of the note in Anki but its QID, and its tags."""
    (question,) = document.questions
    files, _ = write(document, AnkiOptions(times={question.id: 0}, render=1))
    (note,) = opened(next(iter(files.values()))).notes.values()
    return {name: content for name, content in note.fields.items() if name != "QID"}, note.tags


VARIANTS = dict(variants())


@pytest.mark.parametrize("name", [name for name in VARIANTS if name != "nothing"])
def test_whatever_field_changes_the_note_changes_its_hash(name):
    before, after = VARIANTS["nothing"], VARIANTS[name]
    changed = note_hash(before.questions[0], before) != note_hash(after.questions[0], after)
    if shown(after) != shown(before):
        assert changed, f"{name} shows on the note but is left out of its hash"


def test_the_variants_change_what_notes_show():
    """The test above would pass if its variants changed nothing."""
    changing = {name for name, document in VARIANTS.items() if shown(document) != shown(VARIANTS["nothing"])}
    assert changing >= {
        "Question.stem", "Question.tags", "Question.claims", "Question.language", "Question.feedback", "Question.hint",
        "Claim.speaker", "Claim.basis", "Claim.via", "Claim.also_speaker", "Claim.also_basis",
        "Quote.exact", "Quote.place", "Source.name", "Source.role", "Article.title", "Article.short_title",
        "Article.disclosure", "Article.url", "Article.issued", "Article.authors", "Article.container_title",
    }  # fmt: skip
