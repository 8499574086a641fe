"""Question banks of any size, from a seed: mixed types and scripts, claims with evidence against a made-up article.

usage: .venv/bin/python benchmarks/bank.py FOLDER [QUESTIONS [SEED]]

Of every 20 questions 7 are a single choice of four options with feedback each, 4 clozes of one to three deletions, and
3 each true or false, a short answer, and a card asked from both sides about a claim. Words come from 6,000 made up,
as often used as words are (Zipf), with Greek, Cyrillic, Chinese, emoji and `& < >` among them.
"""

from __future__ import annotations

import sys
from itertools import accumulate
from pathlib import Path
from random import Random

SYLLABLES = [
    consonant + vowel
    for consonant in ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w", "z"]
    for vowel in "aeio"
]
ENDS = [*["n", "r", "s", "t", "l", "m", "d", "ns", "rt", "st", "nd", "x", "ck", "ng", "th"], *[""] * 12]
FOREIGN = [
    "λόγος",
    "δόξα",
    "πόλις",
    "мир",
    "правда",
    "история",
    "歴史",
    "学問",
    "café",
    "naïve",
    "Zürich",
    "🌊",
    "🎓",
    "A&B",
    "x<y",
    "p>q",
]
HEAD = """deckmaker: 1
uid: 5eed0001
title: A bank
article: {title: A long article, issued: 2024-05-01, text: article.txt}
"""
SOURCES = """sources:
  speaker-one: {name: the first speaker, kind: person}
  speaker-two: {name: the second speaker, kind: person}
  ministry: {name: the ministry, kind: organisation}
"""
SPEAKERS = ("article", "speaker-one", "speaker-two", "ministry")
BASES = ("none_given", "on_record", "on_record", "on_record")


class Words:
    """Draws words from a vocabulary of its own."""

    def __init__(self, random: Random) -> None:
        self._random = random
        vocabulary = dict[str, None]()
        while len(vocabulary) < 6000:
            syllables = random.choices(SYLLABLES, k=random.choice((1, 2, 2, 3, 3, 4)))
            vocabulary["".join(syllables) + random.choice(ENDS)] = None
        self._words = [word for word in vocabulary if word not in ("no", "one", "to", "so", "be", "he", "me", "we")]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))

    def some(self, least: int, most: int, *, foreign: float = 0.0) -> str:
        """So many words, a space between them; some of other scripts."""
        count = self._random.randint(least, most)
        words = self._random.choices(self._words, cum_weights=self._weights, k=count)
        if self._random.random() < foreign:
            words[self._random.randrange(count)] = self._random.choice(FOREIGN)
        return " ".join(words)


def make(folder: Path, count: int, seed: int = 1) -> None:
    """Write a set of `count` questions into a folder: set.yaml, claims.yaml, questions.yaml and article.txt."""
    random = Random(seed)
    words = Words(random)
    folder.mkdir(parents=True, exist_ok=True)
    claims = max(4, count // 20)
    paragraphs = [[f"{words.some(14, 26).capitalize()}." for _ in range(4)] for _ in range(claims)]
    _save(folder / "article.txt", "A long article\n\n" + "\n\n".join(" ".join(each) for each in paragraphs) + "\n")
    _save(folder / "set.yaml", HEAD + SOURCES)
    _save(folder / "claims.yaml", "claims:\n" + "".join(_claim(n, paragraphs[n], words, random) for n in range(claims)))
    kinds = [_choice] * 7 + [_true] * 3 + [_cloze] * 4 + [_short] * 3 + [_card] * 3
    questions = (random.choice(kinds)(n, words, random, claims) for n in range(count))
    with (folder / "questions.yaml").open("w", encoding="utf-8", newline="\n") as file:
        file.write("questions:\n")
        file.writelines(questions)


def _save(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


def _claim(number: int, sentences: list[str], words: Words, random: Random) -> str:
    speaker = random.randrange(4)
    sentence = random.choice(sentences).rstrip(".").split()
    start = random.randrange(1, len(sentence) - 6)
    return f"""
  - id: claim-{number:05}
    claim: the {words.some(5, 9)} is the {words.some(2, 4)}
    speaker: {SPEAKERS[speaker]}
    basis: {BASES[speaker]}
    quote: "{" ".join(sentence[start : start + 6])}"
    paragraph: {number + 1}
"""


def _head(number: int, words: Words, random: Random) -> str:
    return f"\n  - id: question-{number:06}\n    tags: [history, topic::{random.choice('abcdefgh')}]\n"


def _choice(number: int, words: Words, random: Random, claims: int) -> str:
    key = random.randrange(4)
    options = "".join(
        f"      - text: {words.some(2, 5, foreign=0.1)} {number}{'abcd'[n]}\n"
        + ("        correct: true\n" if n == key else "")
        + f"        feedback: {words.some(6, 12).capitalize()}.\n"
        for n in range(4)
    )
    stem = f"    stem: Which {words.some(8, 14, foreign=0.2)} is the {words.some(2, 4)}?\n"
    return _head(number, words, random) + stem + f"    options:\n{options}" + _feedback(words)


def _feedback(words: Words) -> str:
    return f"    feedback: >-\n      {words.some(8, 12).capitalize()}\n      {words.some(6, 12, foreign=0.2)}.\n"


def _true(number: int, words: Words, random: Random, claims: int) -> str:
    stem = f"    stem: In the text, the {words.some(8, 14, foreign=0.2)} is the {words.some(2, 4)}.\n"
    answer = f"    answer: {random.choice(('true', 'false'))}\n"
    return _head(number, words, random) + stem + answer + _feedback(words)


def _cloze(number: int, words: Words, random: Random, claims: int) -> str:
    parts = "".join(
        f" {{{{c{n + 1}::{words.some(1, 3, foreign=0.1)}}}}} {words.some(4, 8)}" for n in range(random.randint(1, 3))
    )
    return _head(number, words, random) + f'    text: "The {words.some(3, 6)}{parts}."\n' + _feedback(words)


def _short(number: int, words: Words, random: Random, claims: int) -> str:
    stem = f"    stem: What is the {words.some(8, 14, foreign=0.2)} called?\n"
    answer = f"    answer: {words.some(1, 3, foreign=0.1)}\n    accept: [{words.some(1, 2)}, {words.some(1, 2)}]\n"
    return _head(number, words, random) + stem + answer + _feedback(words)


def _card(number: int, words: Words, random: Random, claims: int) -> str:
    front, back = words.some(6, 10, foreign=0.2), words.some(2, 5, foreign=0.1)
    sides = f"    front: the {front}\n    back: {back}\n    reversed: true\n"
    claim = f"    claim: claim-{random.randrange(claims):05}\n"
    return _head(number, words, random) + "    type: flashcard\n" + sides + claim + _feedback(words)


if __name__ == "__main__":
    make(Path(sys.argv[1]), *map(int, sys.argv[2:]))
