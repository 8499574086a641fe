"""What each question type puts into the fields of a note: Question, Choices, Answer, Accepted, Typed, Reverse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckmaker.model.answers import letter
from deckmaker.model.questions import (
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Kind,
    Matching,
    Numeric,
    Ordering,
    ShortAnswer,
)  # fmt: skip
from deckmaker.model.text import Gap, plain
from deckmaker.writers.anki.asked import Asked, block, headed, instruction, listing
from deckmaker.writers.anki.options import choice, true_false
from deckmaker.writers.html import Html, escape

MOST_TYPED = 40
"""Letters of an answer that a card asks to be typed; longer ones are thought, and told to oneself."""


def short_answer(asked: Asked, body: ShortAnswer) -> dict[str, str]:
    """The answer, and what else counts."""
    others = listing("ul", [escape(other) for other in body.accept])
    return {
        "Answer": asked.text(body.answer),
        "Accepted": headed(asked, "accepted", others),
        "Typed": _typed(plain(body.answer)),
    }


def numeric(_asked: Asked, body: Numeric) -> dict[str, str]:
    """The value as typed, ± the tolerance, and the unit, which stands beside the box to type in too."""
    margin = f" ± {body.tolerance.normalize():f}" if body.tolerance else ""
    unit = f"\N{NO-BREAK SPACE}{body.unit}" if body.unit else ""
    beside = f'<span class="dm-unit" dir="auto">{escape(body.unit)}</span>' if body.unit else ""
    return {"Choices": beside, "Answer": escape(f"{body.shown}{margin}{unit}"), "Typed": _typed(body.shown)}


def matching(asked: Asked, body: Matching) -> dict[str, str]:
    """Numbers on the left, letters on the right in a fixed order; the pairs as the answer, with both."""
    rights = asked.mixed(dict.fromkeys([right for _, right in body.pairs] + list(body.extra)), plain)
    left = listing("ol", [asked.text(left) for left, _ in body.pairs])
    right = listing("ol", [asked.text(text) for text in rights], ' type="A"')
    pairs = "".join(
        f'<div><dt dir="auto">{asked.text(left)}</dt>'
        f'<dd dir="auto" data-letter="{letter(rights.index(right))}">{asked.text(right)}</dd></div>'
        for left, right in body.pairs
    )
    return {
        "Choices": f'{instruction(asked, "match")}<div class="dm-columns">{left}{right}</div>',
        "Answer": f'<dl class="dm-pairs">{pairs}</dl>',
    }


def ordering(asked: Asked, body: Ordering) -> dict[str, str]:
    """The items in a fixed wrong order; the right one as the answer."""
    mixed = listing("ul", [asked.text(item) for item in asked.mixed(body.items, plain)])
    return {
        "Choices": f'{instruction(asked, "order")}<div class="dm-mixed">{mixed}</div>',
        "Answer": listing("ol", [asked.text(item) for item in body.items]),
    }


def essay(asked: Asked, body: Essay) -> dict[str, str]:
    """A model answer and how it is marked."""
    return {"Answer": asked.text(body.answer), "Accepted": headed(asked, "marking", block(asked.text(body.rubric)))}


def flashcard(asked: Asked, body: Flashcard) -> dict[str, str]:
    """The other side; a filled Reverse makes Anki ask it the other way round too."""
    return {"Answer": asked.text(body.back), "Reverse": "1" if body.reversed else ""}


def cloze(asked: Asked, body: Cloze) -> dict[str, str]:
    """The text with Anki's own deletions, under the stem if there is one."""
    stem, text = asked.text(asked.question.stem), Html(asked.html.picture, _deletion).text(body.text)
    return {"Question": f'<div class="dm-lead">{stem}</div><div>{text}</div>' if stem else text}


def image_occlusion(asked: Asked, body: ImageOcclusion) -> dict[str, str]:
    """The picture, and for each region a rectangle and its label, in the syntax of Anki's own note type."""
    shapes, labels = "", ""
    for number, region in enumerate(body.regions, 1):
        sides = (("left", region.left), ("top", region.top), ("width", region.width), ("height", region.height))
        values = ":".join(f"{name}={value:.4f}" for name, value in sides)
        shapes += f"{{{{c{number}::image-occlusion:rect:{values}:oi=1}}}}<br>"
        labels += f"{{{{c{number}::<span>{escape(region.label)}</span>}}}}"
    picture = asked.html.image(body.image, body.alt)
    return {"Occlusion": shapes, "Image": picture, "Header": asked.text(asked.question.stem), "Answer": labels}


def _typed(words: str) -> str:
    """What Anki holds against what a student types, letter by letter; "" for what nobody would type."""
    return escape(words) if len(words) <= MOST_TYPED else ""


def _deletion(gap: Gap, inner: str) -> str:
    if not gap.hint:
        return f"{{{{c{gap.number}::{inner}}}}}"
    hint = escape(gap.hint)
    # A colon or brace at an edge of the hint would join the deletion's own.
    guarded = f"<span>{hint}</span>" if hint[:1] == ":" or hint[-1:] == "}" else hint
    return f"{{{{c{gap.number}::{inner}::{guarded}}}}}"


BODIES: dict[Kind, Callable[[Asked, Any], dict[str, str]]] = {
    Kind.SINGLE_CHOICE: choice,
    Kind.MULTIPLE_ANSWER: choice,
    Kind.TRUE_FALSE: true_false,
    Kind.SHORT_ANSWER: short_answer,
    Kind.NUMERIC: numeric,
    Kind.CLOZE: cloze,
    Kind.MATCHING: matching,
    Kind.ORDERING: ordering,
    Kind.ESSAY: essay,
    Kind.FLASHCARD: flashcard,
    Kind.IMAGE_OCCLUSION: image_occlusion,
}
"""What fills a note's fields, by question type; a type that is not here is refused by name."""
