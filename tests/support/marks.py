"""A bank of 40 questions of every type, and the letters that stand on papers and keys made of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckmaker.model.answers import letter
from deckmaker.model.papers import Item
from deckmaker.model.questions import Choice, Matching, Ordering
from deckmaker.model.text import plain

VERSIONS = 26


def bank() -> str:
    """40 questions: ten kinds of them, four times."""
    made = ["questions:"]
    for n in range(4):
        made += [
            f"  - {{id: one{n}, stem: First of {n}?, answer: key {n}a, distractors: [wrong {n}b, wrong {n}c, wrong {n}d]}}",
            f"  - {{id: some{n}, stem: Several of {n}?, answers: [good {n}a, good {n}b], distractors: [bad {n}c, bad {n}d]}}",
            f"  - {{id: pin{n}, stem: Pinned of {n}?, options: [{{text: pinkey {n}, correct: true}}, {{text: pinned {n}b}}, "
            f"{{text: pinned {n}c}}, {{text: none of these {n}, pin: true}}]}}",
            f"  - {{id: true{n}, stem: Statement {n} holds., answer: {'true' if n % 2 else 'false'}}}",
            f"  - {{id: match{n}, type: matching, stem: Match {n}, pairs: [[left {n}a, right {n}a], [left {n}b, right {n}b], "
            f"[left {n}c, right {n}c]], extra: [right {n}x]}}",
            f"  - {{id: order{n}, type: ordering, stem: Order {n}, items: [step {n}a, step {n}b, step {n}c, step {n}d]}}",
            f"  - {{id: number{n}, type: numeric, stem: How many {n}?, answer: {n}7.5}}",
            f"  - {{id: gap{n}, type: cloze, text: 'The gap of {n} is {{{{c1::filled{n}}}}} so.'}}",
            f"  - {{id: short{n}, type: short_answer, stem: Name {n}, answer: written {n}}}",
            f"  - {{id: essay{n}, type: essay, stem: Explain {n}, lines: 3, rubric: graded {n}}}"
            if n
            else "  - {id: hidden, type: image_occlusion, stem: Name it, image: a.png, alt: a field, "
            "regions: [{left: 0.1, top: 0.1, width: 0.3, height: 0.3, label: upper part}]}",
        ]
    return "\n".join(made) + "\nquizzes: [{id: big, title: Big, versions: 26, sections: [{pick: all}]}]\n"


def right(item: Item) -> list[str]:
    """What the set says is right, in words that stand on the paper, in the order in which the key names them."""
    body = item.question.body
    match body:
        case Choice(options=options):
            return sorted((plain(option.text) for option in options if option.correct), key=shown_order(item))
        case Matching(pairs=pairs):
            return [plain(right) for _, right in pairs]
        case _:
            return []


def shown_order(item: Item) -> Callable[[str], int]:
    order = [plain(text) for text in item.shown]
    return order.index


def marks_on_paper(item: Item, words: str) -> dict[str, str]:
    """For each option as it stands on the PDF the letter before it."""
    if isinstance(item.question.body, Ordering):
        return {}
    found = {}
    for place in range(len(item.order)):
        mark, following = letter(place), letter(place + 1)
        match = re.search(rf"(?<!\w){mark} (.+?)(?: {following} |$)", words)
        assert match, (mark, words)
        found[match[1].strip()] = mark
    return found


def marks_on_key(item: Item, words: str) -> list[str]:
    """The letters that the key gives, in its order."""
    if not isinstance(item.question.body, Choice | Matching):
        return []
    return re.findall(r"→ ([A-Z]) ", words)
