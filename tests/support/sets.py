"""Sets that several tests build: every question type once, and a small register."""

from __future__ import annotations

import struct
import zlib

ARTICLE = """Harbour Works Will Move the Tide

The harbour board says that the new wall will hold. A spokesman told reporters that surveys indicate a lower tide.

Old charts

Nobody has measured the channel for years.
"""
"""A text that no one else wrote."""

REGISTER = """
deckmaker: 1
uid: 5ea51de0
title: Harbour
quote_budget: 50
article:
  title: Harbour Works Will Move the Tide
  title-short: Harbour Works
  author: [A. Writer]
  text: article.txt
  disclosure: About one made-up article; the questions ask what it says.
sources:
  marsh:   {name: Ida Marsh, kind: person, role: spokesman, speaks_for: board}
  board:   {name: the harbour board, kind: organisation}
  surveys: {name: the surveys, kind: document}
claims:
  - id: lower-tide
    claim: the tide will be lower
    speaker: marsh
    basis: surveys
    quote: surveys indicate a lower
    paragraph: 1
    hedge: indicate
  - id: wall-holds
    claim: the wall is strong enough
    speaker: board
    basis: on_record
    quote: the new wall will hold
    paragraph: 1
    also_ok: {basis: [none_given]}
  - id: unmeasured
    claim: the channel was left unmeasured for a long time
    speaker: article
    basis: none_given
    quote: measured the channel
    paragraph: 2
"""

ATTRIBUTED = (
    REGISTER
    + """
questions:
  - id: who
    stem: In the article, who speaks of a lower tide?
    answer: Ida Marsh
    distractors: [the article itself, the surveys]
    claim: lower-tide
    tags: [sea::tides]
    feedback: She points to the surveys (paragraph 1).
  - id: both
    type: flashcard
    front: Which two statements on the works have a speaker?
    back: the lower tide and the wall
    claim: [lower-tide, wall-holds]
  - id: plain
    type: short_answer
    stem: What moves?
    answer: the tide
"""
)
"""A register and three questions: with one claim, with two, with none."""


def picture(red: int = 200) -> bytes:
    """A small PNG, other bytes for another red."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((red, 120, 90)) * 60 for _ in range(40))
    head = struct.pack(">IIBBBBB", 60, 40, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


EVERY_TYPE = r"""
deckmaker: 1
uid: e7e27e57
title: Every type
questions:
  - id: single
    stem: 'Which of these is "right" & `safe`?'
    options:
      - {text: "\"yes\" & 'no' <b>bold</b> `tick` </script>", correct: true, feedback: As **planned**.}
      - {text: "مرحبا بالعالم 🙂", feedback: A greeting}
      - {text: "👩‍🔬 and $x^2 < y$"}
      - {text: None of them, pin: true}
    hint: Look *closely*
  - id: several
    type: multiple_answer
    stem: Which are even?
    answers: [two, four]
    distractors: [three, five]
  - id: truth
    type: true_false
    stem: The moon pulls the sea.
    answer: true
  - id: short
    type: short_answer
    stem: What pulls the sea?
    answer: the moon
    accept: [moon, Moon & sun]
  - id: number
    type: numeric
    stem: How fast does a stone gain speed?
    answer: 9.81
    tolerance: 0.05
    unit: m/s²
  - id: gaps
    type: cloze
    stem: Fill in
    text: "The {{c1::moon::what}} makes the {{c2::tide}} of $\\frac{a}{{b}}$ and so the {{c1::sea}} rises."
  - id: pairs
    type: matching
    stem: What makes what?
    pairs: [[tide, moon], [weather, sun], [geyser, heat]]
    extra: [wind]
  - id: order
    type: ordering
    stem: From small to large
    items: [ant, cat, horse, whale]
  - id: essay
    type: essay
    stem: Why do tides differ?
    answer: The moon and the sun pull *together* or not.
    rubric: One point for each.
  - id: cards
    type: flashcard
    front: spring tide
    back: "the greatest range ![a high tide](tide.png)"
    reversed: true
  - id: arabic
    language: ar
    stem: ما هي عاصمة فرنسا؟
    answer: باريس
    distractors: [لندن, مدريد 12]
  - id: hidden
    type: image_occlusion
    stem: What is hidden?
    image: tide.png
    alt: a high tide
    regions:
      - {left: 0.1, top: 0.1, width: 0.3, height: 0.2, label: upper part}
      - {left: 0.5, top: 0.6, width: 0.3, height: 0.2, label: lower part}
"""
"""Every question type, and characters that break careless cards. Needs tide.png."""

EVERY_CARD = {"gaps": 2, "cards": 2, "hidden": 2}
"""How many cards its questions have, where it is not one."""
