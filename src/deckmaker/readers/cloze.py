"""The text of a cloze → its body; deletions that are not as they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Cloze
from deckmaker.model.text import Gap, Str, Text, leaves, plain_inlines
from deckmaker.readers.markup import parse
from deckmaker.readers.merge import Item

_BROKEN_MARK = regex(r"\{+\s*[cC]\s?\d+\s*:[^{}]*\}*|\{\{\s*[cC]?\d*\s*:[^{}]*\}*")
_BRACES = regex(r"\{\{?\s*([^\s{}][^{}]*?)\s*\}\}?(?!\})")


def cloze(item: Item) -> tuple[Cloze | None, list[Diagnostic]]:
    """The body of a cloze, None where it deletes nothing or a deletion in it is not whole."""
    tree = parse(item.shape.text, cloze=True)
    if broken := _broken_mark(tree):
        return None, [_bad_mark(item, broken)]
    if not any(node.__class__ is Gap for node in leaves(tree)):
        braces = _BRACES.search(item.shape.text)
        words = braces[1] if braces else "Paris"
        hint = f"mark what is deleted, {'as' if braces else 'for example'}\n{{{{c1::{words}}}}}"
        return None, [diagnose("Q005", item.at("text"), "the cloze deletes nothing", hint=hint)]
    return Cloze(tree), []


def _broken_mark(tree: Text) -> str:
    """What was meant as a deletion and would be printed as typed, answer and all; "" where all are whole."""
    letters = [node.text for node in leaves(tree) if isinstance(node, Str) and "{" in node.text]
    return next((found[0] for words in letters if (found := _BROKEN_MARK.search(words))), "")


def _bad_mark(item: Item, broken: str) -> Diagnostic:
    span = item.at("text")
    at = span.text.find(broken)
    place = span.file.span(span.start + at, span.start + at + len(broken)) if at >= 0 else span
    number = re.search(r"\d+", broken.partition(":")[0])
    card = number[0] if number and 0 < int(number[0]) < 100 else "1"
    words = broken.partition(":")[2].strip(":{} ") or "…"
    hint = f"number deletions from 1 to 99, two braces and two colons each\n{{{{c{card}::{words}}}}}"
    return diagnose("Q006", place, f'"{broken}" is not a whole deletion', "its answer would be shown", hint)


def unfit_cloze(body: Cloze, item: Item) -> Iterator[Diagnostic]:
    """Q006 where a deletion is empty or has no number."""
    found = [node for node in leaves(body.text) if isinstance(node, Gap)]
    if any(gap.number == 0 for gap in found):
        yield diagnose("Q006", item.at("text"), "deletions are numbered from c1", hint="write {{c1::…}}")
    if any(not plain_inlines(gap.children).strip() for gap in found):
        yield diagnose(
            "Q006", item.at("text"), "a deletion is empty", hint="write what is deleted, for example\n{{c1::Paris}}"
        )
