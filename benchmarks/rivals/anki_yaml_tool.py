"""A bank as anki-yaml-tool takes it.

usage: python benchmarks/rivals/anki_yaml_tool.py QUESTIONS.yaml DECK.yaml

It has one note type a deck, with fields of plain text: question, options, answer and feedback go in as HTML, and a
second template makes the card that asks back. It has no clozes: the deletions are dots on the one side and words on the
other, one card for all of them. Ids become tags; GUIDs are made of the words, so that an edited note is a new one.
"""

import html
import re
import sys
from collections.abc import Iterable

import yaml

CONFIG = {
    "name": "Bank",
    "deck-name": "A bank",
    "fields": ["Question", "Options", "Answer", "Feedback", "Both"],
    "templates": [
        {"name": "Card 1", "qfmt": "{{Question}}{{Options}}", "afmt": "{{FrontSide}}<hr>{{Answer}}<p>{{Feedback}}</p>"},
        {"name": "Card 2", "qfmt": "{{#Both}}{{Answer}}{{/Both}}", "afmt": "{{FrontSide}}<hr>{{Question}}"},
    ],
}
DELETION = re.compile(r"\{\{c\d::(.*?)\}\}")


def main(source: str, out: str) -> None:
    with open(source, encoding="utf-8") as file:
        questions = yaml.load(file, yaml.CSafeLoader)["questions"]
    deck = {"config": CONFIG, "data": [note(question) for question in questions]}
    with open(out, "w", encoding="utf-8") as file:
        yaml.dump(deck, file, yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)


def note(question: dict) -> dict:
    """What it calls an item."""
    shown = {"question": question.get("stem") or question.get("front"), "options": "", "answer": "", "both": ""}
    if "options" in question:
        shown["options"] = listed(each["text"] for each in question["options"])
        key = next(text(each["text"]) for each in question["options"] if each.get("correct"))
        shown["answer"] = key + listed(each["feedback"] for each in question["options"])
    elif "text" in question:
        shown["question"] = DELETION.sub("[…]", question["text"])
        shown["answer"] = DELETION.sub(r"<b>\1</b>", text(question["text"]))
    elif "back" in question:
        shown |= {"answer": text(question["back"]), "both": "yes"}
    else:
        shown["answer"] = text(", ".join([str(question["answer"]), *question.get("accept", ())]))
    shown |= {"question": text(shown["question"]), "feedback": text(question["feedback"])}
    return {"id": question["id"], **shown, "tags": question["tags"]}


def listed(texts: Iterable[object]) -> str:
    """As a numbered list in HTML."""
    return f"<ol>{''.join(f'<li>{text(each)}</li>' for each in texts)}</ol>"


def text(words: object) -> str:
    """As HTML."""
    return html.escape(str(words), quote=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
