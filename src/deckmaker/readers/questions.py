"""Shapes of written questions → model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.model.questions import (
    PLACES,
    Body,
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Kind,
    Matching,
    Numeric,
    Option,
    Ordering,
    Question,
    Region,
    ShortAnswer,
    TrueFalse,
)  # fmt: skip
from deckmaker.model.text import Text, plain
from deckmaker.readers.cloze import cloze, unfit_cloze
from deckmaker.readers.kinds import key_problems, kind_of
from deckmaker.readers.markup import parse
from deckmaker.readers.merge import Item, Merged
from deckmaker.readers.plans import text

_KINDS = {kind.value: kind for kind in Kind}

MOST_DIGITS = 99
"""Of a number, before and after its point: more are nobody's answer, and writers write them out."""

Made = tuple[Body | None, list[Diagnostic]]
Placed = tuple[Text, tuple[str | int, ...]]
"""A text and its path in its question."""


def questions(merged: Merged, language: str) -> tuple[tuple[Question, ...], list[Diagnostic]]:
    """The written questions; one that cannot be made sense of is reported and left out."""
    made: list[Question] = []
    problems: list[Diagnostic] = []
    for item in merged.items("questions"):
        question, said = _question(item, language)
        problems += said
        if question:
            made.append(question)
    return tuple(made), problems


def _question(item: Item, language: str) -> tuple[Question | None, list[Diagnostic]]:
    given = frozenset(item.given)
    kind, problems = kind_of(item, given)
    problems += key_problems(item, kind, given) if kind else ()
    if problems:
        return None, problems
    body, problems = _BODIES[kind](item)
    problems += _unfit(body, item) if body else ()
    if body is None or any(problem.is_error for problem in problems):
        return None, problems
    return _whole(item, _KINDS[kind], body, language), problems


def _whole(item: Item, kind: Kind, body: Body, language: str) -> Question:
    shape = item.shape
    return Question(
        id=shape.id,
        kind=kind,
        body=body,
        stem=text(shape.front if kind is Kind.FLASHCARD else shape.stem),
        claims=tuple(shape.claim),
        family="",
        axis=shape.axis or "",
        level=shape.level or "",
        points=shape.points,
        feedback=text(shape.feedback),
        hint=text(shape.hint),
        tags=tuple(shape.tags),
        objective=shape.objective or "",
        language=shape.language or language,
        shuffle=shape.shuffle,
        where=tuple(shape.where or PLACES),
        was=tuple(shape.was),
        allow=dict(shape.allow),
        span=item.span,
        spans=item.spans,
    )


def _single_choice(item: Item) -> Made:
    return _choice(item, [item.shape.answer] if item.shape.answer else [], several=False)


def _multiple_answer(item: Item) -> Made:
    return _choice(item, item.shape.answers or [], several=True)


def _choice(item: Item, answers: list[str], *, several: bool) -> Made:
    shape = item.shape
    if shape.options is None:
        options = [_short(answer, True) for answer in answers] + [
            _short(each, False) for each in shape.distractors or []
        ]
        return Choice(tuple(options), several), []
    if shape.distractors:
        hint = "put every option into options, or keep answer and distractors alone"
        return None, [diagnose("S008", item.at("distractors"), '"distractors" and "options" are given', hint=hint)]
    texts = [option.text for option in shape.options]
    lost = [answer for answer in answers if answer not in texts]
    if lost:
        key = "answers" if several else "answer"
        hint = did_you_mean(lost[0], texts) or "write the answer as the option is written"
        return None, [diagnose("Q001", item.at(key), f'no option says "{lost[0]}"', hint=hint)]
    full = [
        Option(parse(each.text), each.correct or each.text in answers, text(each.feedback), each.pin)
        for each in shape.options
    ]
    return Choice(tuple(full), several), []


def _short(words: str, correct: bool) -> Option:
    return Option(parse(words), correct)


def _true_false(item: Item) -> Made:
    answer = item.shape.answer.lower()
    if answer not in ("true", "false"):
        message = f'"{item.shape.answer}" is neither true nor false'
        return None, [diagnose("S012", item.at("answer"), message, hint="write\nanswer: true\nor\nanswer: false")]
    return TrueFalse(answer == "true"), []


def _short_answer(item: Item) -> Made:
    return ShortAnswer(parse(item.shape.answer), tuple(item.shape.accept or ())), []


def _numeric(item: Item) -> Made:
    shown = item.shape.answer.strip()
    try:
        value = Decimal(shown.replace(",", "").replace("−", "-").replace(" ", "").replace("\u202f", ""))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        hint = "write digits, and the unit under unit:"
        return None, [diagnose("S004", item.at("answer"), f'"{shown}" is not a number', hint=hint)]
    tolerance = item.shape.tolerance or Decimal(0)
    for key, number in (("answer", value), ("tolerance", tolerance)):
        if abs(number.adjusted()) > MOST_DIGITS:
            hint = f"write it with at most {MOST_DIGITS} digits before and after the point"
            return None, [diagnose("S009", item.at(key), "this number is out of range", hint=hint)]
    return Numeric(value, tolerance, shown, item.shape.unit or ""), []


def _matching(item: Item) -> Made:
    pairs = tuple((parse(pair.left), parse(pair.right)) for pair in item.shape.pairs)
    return Matching(pairs, tuple(parse(each) for each in item.shape.extra or ())), []


def _ordering(item: Item) -> Made:
    return Ordering(tuple(parse(each) for each in item.shape.items)), []


def _essay(item: Item) -> Made:
    return Essay(item.shape.lines or 8, text(item.shape.rubric), text(item.shape.answer)), []


def _flashcard(item: Item) -> Made:
    return Flashcard(parse(item.shape.back), bool(item.shape.reversed)), []


def _image_occlusion(item: Item) -> Made:
    regions = [Region(each.left, each.top, each.width, each.height, each.label) for each in item.shape.regions]
    return ImageOcclusion(item.shape.image, item.shape.alt or "", tuple(regions)), []


_BODIES: dict[str, Callable[[Item], Made]] = {
    "single_choice": _single_choice,
    "multiple_answer": _multiple_answer,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "numeric": _numeric,
    "cloze": cloze,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "flashcard": _flashcard,
    "image_occlusion": _image_occlusion,
}


def _unfit(body: Body, item: Item) -> Iterable[Diagnostic]:
    """What is wrong with a body that is whole and cannot be asked."""
    unfit = _UNFIT.get(body.__class__)
    return unfit(body, item) if unfit else ()


def _unfit_matching(body: Matching, item: Item) -> Iterator[Diagnostic]:
    yield from _at_least_two(len(body.pairs), "pairs", item)
    rights = [right for _, right in body.pairs]
    yield from _twice([*_placed("pairs", rights), *_placed("extra", body.extra)], item)


def _unfit_ordering(body: Ordering, item: Item) -> Iterator[Diagnostic]:
    yield from _at_least_two(len(body.items), "items", item)
    yield from _twice(_placed("items", body.items), item)


def _unfit_choice(body: Choice, item: Item) -> Iterator[Diagnostic]:
    keys = sum([option.correct for option in body.options])
    place = "" if len(body.options) >= 2 and keys == 1 else _options_key(item)
    if len(body.options) < 2 and (keys or item.shape.distractors is None):
        yield diagnose(
            "Q004", item.at(place), "a choice needs at least two options", hint="add distractors: [one, another]"
        )
    if keys == 0:
        yield diagnose("Q001", item.at(place), "no option is right", hint=_how_to_mark(item, body))
    if keys > 1 and not body.several:
        yield diagnose(
            "Q002",
            item.at(place),
            f"{keys} options are right in a single choice",
            hint="keep one, or write\ntype: multiple_answer",
        )
    if len({*map(_as_read, [option.text for option in body.options])}) < len(body.options):
        yield from _twice(_option_places(body, item), item)


def _how_to_mark(item: Item, body: Choice) -> str:
    """How a choice of this form says which option is right."""
    line = "answers: […, …]" if body.several else "answer: …"
    if not item.shape.options:
        return item.file.tree.to_add(item.path, line)
    if any(item.file.tree.keys_at((*item.path, "options", index)) for index in range(len(body.options))):
        return "mark one, for example\ncorrect: true"
    return item.file.tree.to_add(item.path, line).replace("\n", " that repeats the right one\n", 1)


def _option_places(body: Choice, item: Item) -> list[Placed]:
    """Each option's text and where it stands: under options, or under the answer and distractors."""
    texts = [option.text for option in body.options]
    if item.shape.options is not None:
        return _placed("options", texts)
    keys = [option.text for option in body.options if option.correct]
    return _placed("answers" if body.several else "answer", keys) + _placed("distractors", texts[len(keys) :])


def _placed(key: str, texts: Sequence[Text]) -> list[Placed]:
    return [(text, (key, index)) for index, text in enumerate(texts)]


def _options_key(item: Item) -> str:
    given = item.given
    return next((key for key in ("options", "distractors", "answers", "answer") if key in given), "id")


def _at_least_two(count: int, key: str, item: Item) -> Iterator[Diagnostic]:
    if count < 2:
        yield diagnose("S010", item.at(key), f'"{key}" needs at least two', hint="add another")


def _twice(texts: list[Placed], item: Item) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str | int, ...]] = {}
    for each, path in texts:
        words = _as_read(each)
        if words in first:
            label = Label(item.at(*first[words]), "first here")
            message = f'"{plain(each)}" stands twice'
            yield diagnose("Q003", item.at(*path), message, labels=(label,), hint="change one of the two")
        first.setdefault(words, path)


_UNFIT: dict[type, Callable[[Any, Item], Iterator[Diagnostic]]] = {
    Choice: _unfit_choice,
    Matching: _unfit_matching,
    Ordering: _unfit_ordering,
    Cloze: unfit_cloze,
}
"""What finds bodies that are whole and cannot be asked; those of other classes always can."""


def _as_read(text: Text) -> str:
    """Its words as they are told apart: not by capitals, spaces, or a full stop at the end."""
    return " ".join(plain(text).casefold().split()).rstrip(".")
