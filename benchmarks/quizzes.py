"""A set of four-option questions with quizzes in many versions, from a seed.

usage: python benchmarks/quizzes.py FOLDER [QUESTIONS [QUIZZES [VERSIONS [STUDENTS]]]]

A quiz has at most 26 versions, A to Z: more papers come from several quizzes, one for each class, or from a class list,
class.csv, which gives every student a copy with a name on it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.sentences import Sentences

HEAD = "deckmaker: 1\nuid: 5eed0002\ntitle: The towns of the coast\n"


def make(folder: Path, questions: int = 40, quizzes: int = 2, versions: int = 15, students: int = 30) -> None:
    """Write set.yaml, and class.csv beside the folder."""
    random = Random(1)
    words = Sentences(random)
    lines = [HEAD, "questions:\n"]
    for number in range(questions):
        asked = words.choice(faulty=0)
        while asked.options[0].isdigit():  # years would not be shuffled
            asked = words.choice(faulty=0)
        wrong = "".join(f"      - {option}\n" for n, option in enumerate(asked.options) if n != asked.key)
        lines.append(f"  - id: q{number + 1}\n    stem: {asked.stem}\n    answer: {asked.options[asked.key]}\n")
        lines.append(f"    distractors:\n{wrong}")
    lines.append("quizzes:\n")
    for number in range(quizzes):
        names = f"  - id: class-{number + 1}\n    title: The towns of the coast\n    versions: {versions}\n"
        lines.append(f"{names}    seed: {number + 1}\n    sections:\n      - pick: {{type: single_choice}}\n")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "set.yaml").write_text("".join(lines), "utf-8")
    listed = "".join(f"{words.person()} {number},7b,{number}\n" for number in range(1, students + 1))
    folder.with_name("class.csv").write_text("name,class,seat\n" + listed, "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), *map(int, sys.argv[2:]))
