"""Which type a question is, from its keys; what its type lacks or does not know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.readers.merge import Item
from deckmaker.readers.shapes import COMMON_KEYS, QUESTION_KEYS

_TELLING = (
    ("regions", "image_occlusion"), ("image", "image_occlusion"), ("pairs", "matching"), ("items", "ordering"),
    ("front", "flashcard"), ("back", "flashcard"), ("text", "cloze"), ("rubric", "essay"), ("lines", "essay"),
    ("tolerance", "numeric"), ("unit", "numeric"), ("answers", "multiple_answer"), ("accept", "short_answer"),
    ("distractors", "single_choice"),
)  # fmt: skip
"""Keys that leave one type, the most telling first."""

_TRUE = frozenset(("true", "yes", "t", "y", "right", "correct"))
_FALSE = frozenset(("false", "no", "f", "n", "wrong", "incorrect"))
"""How people write the answers of true-or-false questions."""


def kind_of(item: Item, given: frozenset[str]) -> tuple[str, list[Diagnostic]]:
    """The question's type, "" where its keys, `given`, leave more than one reading."""
    shape = item.shape
    if shape.type:
        return shape.type, []
    if told := _told(given):
        return told, []
    if "options" in given:
        several = sum(option.correct for option in shape.options) > 1
        return ("multiple_answer" if several else "single_choice"), []
    if shape.answer is not None:
        return _by_answer(item)
    hint = "add its answer, for example\nanswer: …"
    return "", [diagnose("S007", item.span, f'it is not clear what type question "{shape.id}" is', hint=hint)]


@lru_cache(maxsize=1024)
def _told(given: frozenset[str]) -> str:
    return next((kind for key, kind in _TELLING if key in given), "")


def _by_answer(item: Item) -> tuple[str, list[Diagnostic]]:
    answer = item.shape.answer
    if answer.lower() in ("true", "false"):
        return "true_false", []
    word = answer.strip(" .!\"'“”‘’«»„`*_").lower()
    if word in _TRUE | _FALSE:
        message = f'is "{answer}" true or false, or words to write?'
        hint = f"write\nanswer: {'true' if word in _TRUE else 'false'}\nor add a line\ntype: short_answer"
        return "", [diagnose("S007", item.at("answer"), message, hint=hint)]
    if answer.replace(",", "").replace(".", "").lstrip("-+").isdigit():
        message = f'is "{answer}" a number to calculate or words to write?'
        return "", [
            diagnose("S007", item.at("answer"), message, hint="add a line\ntype: numeric\nor\ntype: short_answer")
        ]
    return "short_answer", []


def key_problems(item: Item, kind: str, given: frozenset[str]) -> Iterator[Diagnostic]:
    """Keys that the type needs and the question lacks; keys, of those `given`, that belong to other types."""
    if _fit(given, kind):
        return
    needs, may = QUESTION_KEYS[kind]
    for key in sorted(needs - given):
        message = f'"{key}" is missing: {_words(kind)} question needs it'
        yield diagnose("S002", item.span, message, hint=item.file.tree.to_add(item.path, f"{key}: …"))
    for key in sorted(given - needs - may - COMMON_KEYS):
        known = sorted(needs | may)
        hint = did_you_mean(key, known) or f"it takes: {', '.join(known)}; or give another type"
        yield diagnose("S008", item.at(key), f'{_words(kind)} question has no "{key}"', hint=hint)


@lru_cache(maxsize=1024)
def _fit(given: frozenset[str], kind: str) -> bool:
    needs, may = QUESTION_KEYS[kind]
    return needs <= given <= needs | may | COMMON_KEYS


def _words(kind: str) -> str:
    """ "an image-occlusion", "a cloze"."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind.replace('_', '-')}"
