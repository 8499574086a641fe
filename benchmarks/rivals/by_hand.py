"""The script that people write by hand: PyYAML and genanki, a note type for each kind of question, nothing checked.

usage: python benchmarks/rivals/by_hand.py QUESTIONS.yaml OUT.apkg SafeLoader|CSafeLoader
"""

from __future__ import annotations

import html
import sys

import genanki
import yaml

LETTERS = "ABCDEFGH"


def model(number: int, name: str, fields: str, front: str, back: str, *more: dict, **kind) -> genanki.Model:
    templates = [{"name": "Card 1", "qfmt": front, "afmt": back}, *more]
    return genanki.Model(1_600_000_000 + number, name, [{"name": f} for f in fields.split()], templates, **kind)


END = '{{FrontSide}}<hr id="answer">{{Answer}}<p>{{Feedback}}</p>'
CHOICE = model(1, "Choice", "Question Options Answer Feedback", "{{Question}}{{Options}}", END)
TRUE = model(2, "True or false", "Question Answer Feedback", "{{Question}}", END)
SHORT = model(3, "Short", "Question Answer Accept Feedback", "{{Question}}", END + "{{Accept}}")
TURNED = {"name": "Card 2", "qfmt": "{{Back}}", "afmt": "{{FrontSide}}<hr>{{Front}}<p>{{Feedback}}</p>"}
BOTH = model(
    4, "Both sides", "Front Back Feedback", "{{Front}}", "{{FrontSide}}<hr>{{Back}}<p>{{Feedback}}</p>", TURNED
)
ANSWERED = "{{cloze:Text}}<p>{{Feedback}}</p>"
CLOZE = model(5, "A cloze", "Text Feedback", "{{cloze:Text}}", ANSWERED, model_type=genanki.Model.CLOZE)


def note(question: dict) -> genanki.Note:
    """A note of the question."""
    said = html.escape(question.get("feedback", ""), quote=False)
    if "options" in question:
        items = "".join(f"<li>{html.escape(str(each['text']), quote=False)}</li>" for each in question["options"])
        letter = LETTERS[next(n for n, each in enumerate(question["options"]) if each.get("correct"))]
        why = "".join(f"<li>{html.escape(each['feedback'], quote=False)}</li>" for each in question["options"])
        fields = [html.escape(question["stem"], quote=False), f"<ol>{items}</ol>", letter, f"{said}<ol>{why}</ol>"]
        kind = CHOICE
    elif "text" in question:
        kind, fields = CLOZE, [html.escape(question["text"], quote=False), said]
    elif "front" in question:
        kind, fields = BOTH, [html.escape(question[side], quote=False) for side in ("front", "back")] + [said]
    elif isinstance(question["answer"], bool):
        kind, fields = TRUE, [html.escape(question["stem"], quote=False), str(question["answer"]), said]
    else:
        accept = html.escape(", ".join(question["accept"]), quote=False)
        kind = SHORT
        stem, answer = (html.escape(str(question[key]), quote=False) for key in ("stem", "answer"))
        fields = [stem, answer, accept, said]
    return genanki.Note(kind, fields, guid=genanki.guid_for(question["id"]), tags=question["tags"])


def main(source: str, out: str, loader: str) -> None:
    with open(source, encoding="utf-8") as file:
        data = yaml.load(file, getattr(yaml, loader))
    deck = genanki.Deck(1_234_567_890, "A bank")
    for question in data["questions"]:
        deck.add_note(note(question))
    genanki.Package(deck).write_to_file(out)


main(*sys.argv[1:])
