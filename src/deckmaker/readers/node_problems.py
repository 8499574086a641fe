"""What YAML loses without complaint: keys given twice, words taken for marks, text cut at commas."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.readers.shapes import LIST_KEYS
from deckmaker.readers.traps.quotes import quoted
from deckmaker.source import Span


def _line(span: Span) -> str:
    return span.file.line(span.file.position(span.start)[0])


def key_twice(again: Span, first: Span, *, holds_text: bool) -> Diagnostic:
    """Y110. A second id is a new item without its dash; a second list or mapping belongs to the first."""
    label = Label(first, "first given here")
    line = _line(again).strip()
    if again.text == "id":
        hint = f"a new item starts with a dash\n- {line}"
    elif holds_text:
        hint = f"keep one of the two: delete this line\n{line}"
    else:
        hint = "put what stands under this one under the first"
    return diagnose("Y110", again, f'key "{again.text}" is given twice', labels=(label,), hint=hint)


def word_lost(span: Span) -> Diagnostic:
    """Y115, Y106: a word that YAML takes for a tag (`!x`) or an anchor (`&x`); most people mean text."""
    word, line = span.text, _line(span)
    better = line.replace(word, "'" + word, 1).rstrip() + "'"
    code = "Y115" if word.startswith("!") else "Y106"
    message = f'YAML leaves "{word}" out of the text'
    return diagnose(code, span, message, hint=f"put the whole text in quotes\n{better.strip()}")


def no_space_after_colon(span: Span, *, in_braces: bool) -> Diagnostic:
    """Y113: `{kind:person}`, which YAML takes for one word."""
    line, column = _line(span), span.file.position(span.start)[1] - 1
    end = column + span.text.index(":") + 1 if ":" in span.text else column
    place = span.start + end - column
    text = line[end:] if in_braces or ": " not in line[end:] else quoted(line[end:])
    hint = f"put a space there\n{(line[:end] + ' ' + text).strip()}"
    return diagnose("Y113", span.file.span(place, place + 1), "a space is missing after the colon", hint=hint)


_LISTS = LIST_KEYS | {"pick", "claims", "claim", "via", "same_as", "near", "conflicts_with", "aliases", "authors"}


def text_cut(span: Span, key: str) -> Diagnostic:
    """Y108: text in keys and values on one line, from its start to past its last comma."""
    line, column = _line(span), span.file.position(span.start)[1] - 1
    whole = f"[{span.text}]" if key in _LISTS else quoted(span.text)
    better = line[:column] + whole + line[column + span.end - span.start :]
    advice = "put several in brackets" if key in _LISTS else "put the whole text in quotes"
    hint = f"{advice}\n{better.strip()}"
    return diagnose("Y108", span, "a comma ends the text here", "only what stands before the comma is read", hint)
