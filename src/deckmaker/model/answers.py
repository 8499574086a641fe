"""What a question's parts are and what answers it, whatever the output: the same on every version of a paper."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.questions import (
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from deckmaker.model.text import (
    Emph,
    Gap,
    Inline,
    Link,
    Listing,
    Paragraph,
    Strong,
    Text,
    plain,
    plain_inlines,
)


def letter(place: int) -> str:
    """The letter of a place, from 0: A … Z, AA …."""
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def parts(question: Question) -> tuple[Text, ...]:
    """What a version may put in another order, as written: options; things to order; right sides, then extra ones."""
    match question.body:
        case Choice(options=options):
            return tuple(option.text for option in options)
        case Matching(pairs=pairs, extra=extra):
            return (*(right for _, right in pairs), *extra)
        case Ordering(items=items):
            return items
        case _:
            return ()


def gaps(text: Text) -> tuple[Gap, ...]:
    """The deletions of a cloze text in reading order; one inside another belongs to it."""
    found: list[Gap] = []
    for block in text:
        if isinstance(block, Paragraph):
            _gather(block.children, found)
        elif isinstance(block, Listing):
            found += [gap for item in block.items for gap in gaps(item)]
    return tuple(found)


def _gather(nodes: tuple[Inline, ...], found: list[Gap]) -> None:
    for node in nodes:
        if isinstance(node, Gap):
            found.append(node)
        elif isinstance(node, Emph | Strong | Link):
            _gather(node.children, found)


def answer_words(question: Question) -> str:
    """The right answer as plain words, the same on every version; essays have none."""
    match question.body:
        case Choice(options=options):
            return "; ".join(plain(option.text) for option in options if option.correct)
        case TrueFalse(answer=answer):
            return "true" if answer else "false"
        case ShortAnswer(answer=words) | Flashcard(back=words):
            return plain(words)
        case Numeric(shown=shown, tolerance=tolerance, unit=unit):
            return f"{shown} ± {tolerance} {unit}"
        case Cloze(text=text):
            return "; ".join(plain_inlines(gap.children) for gap in gaps(text))
        case Matching(pairs=pairs):
            return "; ".join(f"{plain(left)} – {plain(right)}" for left, right in pairs)
        case Ordering(items=items):
            return "; ".join(plain(item) for item in items)
        case ImageOcclusion(regions=regions):
            return "; ".join(region.label for region in regions)
        case Essay():
            return ""


def texts(question: Question) -> Iterator[Text]:
    """Every text of it that may hold pictures or formulas, what is said after answering too."""
    yield from (question.stem, question.feedback, question.hint)
    match question.body:
        case Choice(options=options):
            yield from (text for option in options for text in (option.text, option.feedback))
        case ShortAnswer(answer=text) | Flashcard(back=text) | Cloze(text=text):
            yield text
        case Matching(pairs=pairs, extra=extra):
            yield from (text for pair in pairs for text in pair)
            yield from extra
        case Ordering(items=items):
            yield from items
        case Essay(rubric=rubric, answer=answer):
            yield from (rubric, answer)
        case _:
            pass
