"""A set with something in every section of its report, and the report of a set."""

from __future__ import annotations

from html.parser import HTMLParser

from deckmaker import pipeline
from deckmaker.pipeline import Checked
from tests.support import check_set

ARTICLE = """Harbour Works Will Move the Tide

The harbour board says that the new wall will hold. Ida Marsh, a spokesman, told reporters that surveys indicate a \
lower tide.

Old charts

Nobody has measured the channel for years. The channel is deep, Tom Reed said. The channel is wide, charts show.
"""
"""A text that no one else wrote."""

REVIEWED = """
deckmaker: 1
uid: 5ea51de0
title: Harbour
description: Who says *what* about the wall.
article:
  title: Harbour Works Will Move the Tide
  text: article.txt
  nature: news
  disclosure: About one made-up article; the questions ask what it says.
sources:
  marsh:   {name: Ida Marsh, kind: person, role: spokesman, speaks_for: board}
  board:   {name: the harbour board, kind: organisation}
  reed:    {name: Tom Reed, kind: person}
  surveys: {name: the surveys, kind: document}
claims:
  - id: lower-tide
    claim: the sea will not come up as far
    speaker: marsh
    basis: surveys
    quote: surveys indicate a lower
    paragraph: 1
    cue: told
    hedge: indicate
    core: true
  - id: wall-holds
    claim: the wall is strong enough
    speaker: board
    basis: on_record
    quote: new wall will hold
    paragraph: 1
    cue: says
    also_ok: {basis: [none_given]}
  - id: unmeasured
    claim: it was left unmeasured for a long time
    speaker: article
    basis: none_given
    quote: measured the channel
    paragraph: 2
    quiz: avoid
    note: Scenery.
  - id: deep
    claim: large boats can pass there
    speaker: reed
    basis: on_record
    quote: The channel
    suffix: is deep
    paragraph: 2
    cue: said
    core: true
generate:
  - {family: who-said, claims: [lower-tide, unmeasured]}
questions:
  - id: rest-on
    stem: What does the article point to as evidence that the sea may not come up as far?
    answer: the surveys
    distractors: [a chart, an old report]
    claim: lower-tide
    axis: basis
    feedback: Marsh points to the surveys.
  - id: chart
    type: flashcard
    front: What shows depths at sea? ![a sheet with numbers](chart.png)
    back: a chart
    hint: Sailors have one.
  - id: speed
    type: numeric
    stem: How fast does a stone gain speed, where $g$ is meant?
    answer: 9.81
    tolerance: 0.05
    unit: m/s²
quizzes:
  - id: check
    title: A check
    versions: 2
    sections: [{title: Sources, pick: [rest-on, speed]}]
"""
"""Kin, a relay, a main claim that nobody asks about, a refusal, a quiz, a picture. Needs chart.png."""


def report(checked: Checked, *, with_text: bool = True) -> str:
    """The page of a checked set."""
    files, problems = pipeline.report(checked, with_text=with_text)
    assert list(files) == ["report.html"]
    assert not problems
    return files["report.html"].decode()


def report_of(yaml: str, *, with_text: bool = True, article: str | None = None, **more: bytes) -> str:
    """The page of such a set; further files by their names, "_" for "."."""
    files = {name.replace("_", "."): data for name, data in more.items()}
    return report(check_set(yaml, article=article, files=files), with_text=with_text)


INLINE = ("a", "b", "code", "em", "mark", "q", "span", "strong")


class Page(HTMLParser):
    """A page read back: its words, and what elements it has.

    words: of each element with an id, its descendants' among them, spaces single; "" holds all.
    elements: each as (name, attributes).
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: dict[str, str] = {"": ""}
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert not self._open, self._open
        self.words = {id: " ".join(words.split()) for id, words in self.words.items()}

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("br", "img", "input", "link", "meta"):
            self._open.append((tag, dict(attrs).get("id") or ""))

    def handle_endtag(self, tag):
        assert self._open[-1][0] == tag, (tag, self._open)
        if tag not in INLINE:
            self.handle_data(" ")
        self._open.pop()

    def handle_data(self, data):
        if {"style", "script"} & {tag for tag, _ in self._open}:
            return
        for id in {"", *(id for _, id in self._open)}:
            self.words[id] = self.words.get(id, "") + data

    def named(self, name: str) -> list[dict[str, str]]:
        """The attributes of every element of that name."""
        return [attributes for tag, attributes in self.elements if tag == name]
