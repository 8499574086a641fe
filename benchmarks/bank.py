"""Question banks of any size, from a seed: a course's bank, with claims and evidence against a made-up article.

usage: .venv/bin/python benchmarks/bank.py FOLDER [QUESTIONS [SEED]]

Of every 20 questions 7 are a single choice of four options with feedback each, 4 clozes of one to three deletions, and
3 each true or false, a short answer, and a card asked from both sides about a claim. No two questions are the same.
Names and words come as often as in texts (Zipf); Greek, Cyrillic, Chinese, emoji and `& < >` are among them. About one
question in ten has a fault of wording, as in banks that many hands wrote. There is a claim, with its quotation and a
paragraph of four sentences in the article, for every 20 questions: so the article is as long as a magazine's at 1,000
questions, and grows with the bank.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.sentences import Sentences

HEAD = """deckmaker: 1
uid: 5eed0001
title: The towns of the coast
article:
  title: What is to become of the old harbours
  title-short: the harbour article
  issued: 2024-05-01
  text: article.txt
  disclosure: About a made-up article. The cards ask what it says, not what is true.
"""
SOURCES = {
    "reyes": "{name: Ana Reyes, kind: person, role: harbour master}",
    "lindqvist": "{name: Per Lindqvist, kind: person, role: historian}",
    "okafor": "{name: Grace Okafor, kind: person, role: engineer}",
    "council": "{name: the coastal council, kind: organisation}",
    "ministry": "{name: the ministry of works, kind: organisation}",
    "survey": "{name: the harbour survey, kind: document}",
}
NAMES = {
    "article": "the article",
    "reyes": "Ana Reyes",
    "lindqvist": "Per Lindqvist",
    "okafor": "Grace Okafor",
    "council": "the coastal council",
    "ministry": "the ministry of works",
    "survey": "the harbour survey",
}
Claim = tuple[str, str, str]
"""Its speaker's id, what it is about, and what is said of that."""


class Bank:
    """Writes a set's files.

    count: how many questions; seed: decides every word.
    """

    def __init__(self, count: int, seed: int) -> None:
        self._random = Random(seed)
        self._count = count
        self._words = Sentences(self._random)
        self._asked: set[str] = set()
        self._claims: list[Claim] = []

    def save(self, folder: Path) -> None:
        """Write set.yaml, claims.yaml, questions.yaml and article.txt."""
        folder.mkdir(parents=True, exist_ok=True)
        sources = "".join(f"  {name}: {shape}\n" for name, shape in SOURCES.items())
        _save(folder / "set.yaml", f"{HEAD}sources:\n{sources}")
        register, paragraphs = zip(*(self._claim(n) for n in range(max(4, self._count // 20))), strict=True)
        _save(folder / "claims.yaml", "claims:\n" + "".join(register))
        _save(folder / "article.txt", "What is to become of the old harbours\n\n" + "\n\n".join(paragraphs) + "\n")
        kinds = [self._choice] * 7 + [self._true] * 3 + [self._cloze] * 4 + [self._short] * 3 + [self._card] * 3
        with (folder / "questions.yaml").open("w", encoding="utf-8", newline="\n") as file:
            file.write("questions:\n")
            file.writelines(self._question(self._random.choice(kinds), n) for n in range(self._count))

    def _claim(self, number: int) -> tuple[str, str]:
        """As YAML, and the paragraph that it is from."""
        speaker = self._random.choice(list(NAMES))
        about, said = self._words.matter(), self._words.saying()
        self._claims.append((speaker, about, said))
        quote, paragraph = self._words.paragraph(NAMES[speaker])
        basis = "none_given" if speaker == "article" else "on_record"
        shape = f"""
  - id: claim-{number:05}
    claim: {about} {said}
    speaker: {speaker}
    basis: {basis}
    quote: "{quote}"
    paragraph: {number + 1}
"""
        return shape, paragraph

    def _question(self, kind: Callable[[], tuple[str, str, str]], number: int) -> str:
        """Asked anew until nobody has asked it."""
        topic, stem, rest = kind()
        while stem in self._asked:
            topic, stem, rest = kind()
        self._asked.add(stem)
        name = topic.lower().replace(" ", "-")
        return f"\n  - id: {name}-{number + 1}\n    tags: [history, topic::{name}]\n{stem}{rest}{self._feedback()}"

    def _feedback(self) -> str:
        first, second = self._words.remark(), self._words.remark(cheer=True)
        return f"    feedback: >-\n      {first}\n      {second}\n"

    def _choice(self) -> tuple[str, str, str]:
        asked = self._words.choice()
        options = "".join(
            f"      - text: {option}\n"
            + ("        correct: true\n" if n == asked.key else "")
            + f"        feedback: {self._words.remark()}\n"
            for n, option in enumerate(asked.options)
        )
        return asked.topic, f"    stem: {asked.stem}\n", f"    options:\n{options}"

    def _true(self) -> tuple[str, str, str]:
        topic, statement = self._words.statement()
        return topic, f"    stem: {statement}\n", f"    answer: {self._random.choice(('true', 'false'))}\n"

    def _cloze(self) -> tuple[str, str, str]:
        topic, text = self._words.cloze(self._random.choices((1, 2, 3), (55, 41, 4))[0])
        return topic, f'    text: "{text}"\n', ""

    def _short(self) -> tuple[str, str, str]:
        topic, stem, answer, accept = self._words.short()
        return topic, f"    stem: {stem}\n", f"    answer: {answer}\n    accept: [{', '.join(accept)}]\n"

    def _card(self) -> tuple[str, str, str]:
        number = self._random.randrange(len(self._claims))
        speaker, about, said = self._claims[number]
        place, year = self._words.place(), self._words.year()
        front = f"What does {NAMES[speaker]} say about {about} in the article, read beside the {place} map of {year}?"
        back = f"that it {said}, says {NAMES[speaker]} ({place} {year})"
        if speaker == "article":
            front = f"What does the article itself say about {about}, read beside the {place} map of {year}?"
            back = f"that it {said}, says the article ({place} {year})"
        rest = f"    back: {back}\n    reversed: true\n    claim: claim-{number:05}\n"
        return "claims", f"    type: flashcard\n    front: {front}\n", rest


def make(folder: Path, count: int, seed: int = 1) -> None:
    """Write a set of `count` questions into a folder: set.yaml, claims.yaml, questions.yaml and article.txt."""
    Bank(count, seed).save(folder)


def _save(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]), *map(int, sys.argv[2:]))
