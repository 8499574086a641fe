"""A bank as ankcompiler takes it: Markdown, a block a note.

usage: python benchmarks/rivals/ankcompiler.py QUESTIONS.yaml FOLDER

Its notes have a front and a back, or a cloze; cards that ask back it has too. Options, their feedback, accepted answers
and the question's feedback go into the two sides as lists and paragraphs.
"""

import re
import sys
from pathlib import Path

import yaml

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
DELETION = re.compile(r"\{\{(c\d)::(.*?)\}\}")


def main(source: str, folder: str) -> None:
    with open(source, encoding="utf-8") as file:
        questions = yaml.load(file, yaml.CSafeLoader)["questions"]
    Path(folder).mkdir(parents=True, exist_ok=True)
    blocks = (block(number, question) for number, question in enumerate(questions))
    Path(folder, "bank.md").write_text("---\ndeck: Bank\n---\n\n# A bank\n\n" + "\n".join(blocks), "utf-8")


def block(number: int, question: dict) -> str:
    """A note, its id of ten letters, its tags."""
    tags = "".join(f"[^tag]: {tag}\n" for tag in question["tags"])
    turned = "[^type]: reversed\n" if "back" in question else ""
    return f"---\n\n{sides(question)}\n\n---\n[^uid]: {uid(number)}\n{tags}{turned}"


def sides(question: dict) -> str:
    """Front and back."""
    said = text(question["feedback"])
    if "options" in question:
        options = "\n".join(f"{n}. {text(each['text'])}" for n, each in enumerate(question["options"], 1))
        key = next(n for n, each in enumerate(question["options"], 1) if each.get("correct"))
        why = "\n".join(f"{n}. {text(each['feedback'])}" for n, each in enumerate(question["options"], 1))
        return f"{text(question['stem'])}\n\n{options}\n\n:::\n\n{key}\n\n{why}\n\n{said}"
    if "text" in question:
        return f"{DELETION.sub(lambda match: f'{{{{{match[1]}::{match[2]}}}}}', question['text'])}\n\n{said}"
    if "back" in question:
        return f"{text(question['front'])}\n\n:::\n\n{text(question['back'])}\n\n{said}"
    accepted = ", ".join([str(question["answer"]), *question.get("accept", ())])
    return f"{text(question['stem'])}\n\n:::\n\n{text(accepted)}\n\n{said}"


def uid(number: int) -> str:
    letters = []
    for _ in range(10):
        number, rest = divmod(number, 26)
        letters.append(ALPHABET[rest])
    return "".join(letters)


def text(words: object) -> str:
    """As Markdown that shows it."""
    return str(words).replace("<", "&lt;").replace("*", r"\*").replace("_", r"\_")


if __name__ == "__main__":
    main(*sys.argv[1:])
