"""A value that does not fit its shape → a diagnostic in the user's words.

Takes what pydantic found (its type, where, its context) and never its sentences, which speak to programmers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.model.identity import digest
from deckmaker.readers.declared import fields_at, wanted_at
from deckmaker.readers.markup import MOST_BRACKETS, MOST_IN_FORMULA, MOST_NESTED, too_deep
from deckmaker.readers.meant import key_meant
from deckmaker.readers.other_names import LANGUAGES
from deckmaker.readers.pairs import as_pair
from deckmaker.readers.traps.quotes import quoted
from deckmaker.readers.traps.values import as_scalar
from deckmaker.readers.tree import Path, Tree

Context = Mapping[str, Any]
Said = tuple[str, str, str]
"""Code, message, hint."""


def problem_of(tree: Tree, kind: str, loc: Path, context: Context) -> tuple[Path, Diagnostic]:
    """The diagnostic for one finding, and the path that it is about."""
    path = real_path(loc)
    if path[-1:] == ("[key]",):
        return path[:-1], _bad_key(tree, path[:-1])
    if kind == "missing":
        return path, _missing(tree, path)
    if kind == "extra_forbidden":
        return path, _unknown_key(tree, path)
    code, message, hint = _WORDS.get(kind, _wrong_shape)(tree, path, context)
    return path, diagnose(code, tree.span(path), message, hint=hint)


def real_path(loc: Path) -> Path:
    """The path without the steps by which pydantic names the alternatives of a value."""
    return tuple(step for step in loc if not (isinstance(step, str) and (_is_alternative(step))))


def alternative(loc: Path) -> str:
    """The alternative of a value that a finding is about, "" where there is one only."""
    return next((step for step in loc if isinstance(step, str) and _is_alternative(step)), "")


def _is_alternative(step: str) -> bool:
    return step.startswith(("literal[", "list[", "function-")) or step in ("ClaimSelector", "PickShape")


def _unknown_key(tree: Tree, path: Path) -> Diagnostic:
    key, known = str(path[-1]), fields_at(path[:-1])
    span = tree.key_span(path)
    if ":" in key or key == "{":
        code, message, hint = _text_instead(tree, path[:-1]) or ("S003", "this is not a key", "write `key: value`")
        return diagnose(code, span, message, hint=hint)
    meant = key_meant(key, known)
    hint = f'did you mean "{meant}"?' if meant else f"it may be one of: {', '.join(known)}"
    return diagnose("S001", span, f'unknown key "{key}"', hint=hint)


def _missing(tree: Tree, path: Path) -> Diagnostic:
    key, parent = str(path[-1]), path[:-1]
    example = _example(key, tree, parent) if parent and isinstance(parent[-1], int) else "…"
    hint = tree.to_add(parent, f"{key}: {example}")
    return diagnose("S002", tree.key_span(parent), f'"{key}" is missing', hint=hint)


def _example(key: str, tree: Tree, path: Path) -> str:
    return f"{path[0]}-{digest(tree.file.name, *map(str, path))[:4]}".replace("s-", "-", 1) if key == "id" else "…"


def _too_short(tree: Tree, path: Path, context: Context) -> Said:
    return "Q007", "this text is empty", "write it, or delete the line"


def _bad_key(tree: Tree, path: Path) -> Diagnostic:
    """An id that stands before a colon, as those of sources do."""
    key, span = str(path[-1]), tree.key_span(path)
    line = span.file.line(span.file.position(span.start)[0])
    brace = " {…" if line.partition(span.text)[2].lstrip(" :").startswith("{") else ""
    hint = f"letters, digits and - only, for example\n{_as_id(key)}:{brace}"
    return diagnose("S006", span, f'"{key}" cannot be an id', hint=hint)


def _as_id(words: str) -> str:
    kept = "".join(char if char.isalnum() or char in "-._" else "-" for char in words)
    return kept.strip("-._").lower() or "q1"


_CHOICES: Mapping[str | int, str] = {
    "subdecks": "none, section, tag:<prefix>",
    "by": "basis, speaker, family, type, tag, tag:<prefix>",
}
"""Keys whose words have a pattern because one of them takes more."""


def _pattern(tree: Tree, path: Path, context: Context) -> Said:
    value = _value(tree, path)
    if path[-1:] == ("language",):
        code = LANGUAGES.get(value.lower()) or value.replace("_", "-").replace(" ", "-")
        example = code if 2 <= len(code.split("-")[0]) <= 3 else "en"
        return (
            "S005",
            f'"{value}" is not the code of a language',
            f"write it as BCP 47 does, for example\nlanguage: {example}",
        )
    if path[-1:] == ("uid",):
        return (
            "S006",
            f'"{value}" cannot be a uid',
            f"6 to 32 letters and digits, for example\nuid: {digest(value)[:8]}",
        )
    if path[-1:] == ("sha256",):
        return "S003", "a sha256 has 64 characters, 0-9 and a-f", "copy it whole, or delete the line"
    if path[-1] in _CHOICES:
        return "S005", f'"{value}" is not one of: {_CHOICES[path[-1]]}', "choose one of them"
    return "S006", f'"{value}" cannot be an id', f"letters, digits and - only, for example\nid: {_as_id(value)}"


def _not_a_number(tree: Tree, path: Path, context: Context) -> Said:
    if trap := _text_instead(tree, path):
        return trap
    value = _value(tree, path)
    pointed = value.replace(",", ".")
    example = pointed if pointed.replace(".", "", 1).isdigit() else "3"
    return "S004", f'"{value}" is not a number', f"write digits, for example {example}"


def _not_yes_or_no(tree: Tree, path: Path, context: Context) -> Said:
    return "S012", f'"{_value(tree, path)}" is neither true nor false', "write true or false"


def _not_one_of(tree: Tree, path: Path, context: Context) -> Said:
    value = _value(tree, path)
    known = [word.strip("'\" ") for word in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
    known = [word for word in known if word]
    hint = did_you_mean(value.lower(), known) or "choose one of them"
    return "S005", f'"{value}" is not one of: {", ".join(known)}', hint


_SHARES = ("left", "top", "width", "height")
"""Of a hidden part of a picture."""


def _out_of_range(tree: Tree, path: Path, context: Context) -> Said:
    limit = next(iter(context.values()), "")
    words = "at least" if "ge" in context else "at most"
    if path[-1:] and path[-1] in _SHARES and "regions" in path:
        message = f"{_value(tree, path)} is out of range: it is a share of the picture, from 0 to 1"
        return "S009", message, "write 0.5 for half of the picture"
    return "S009", f"{_value(tree, path)} is out of range: {words} {limit}", f"write a number that is {words} {limit}"


def _too_few(tree: Tree, path: Path, context: Context) -> Said:
    if path[-1:] == ("pick",):
        return "S010", "this picks nothing", "name questions by their ids, or write\npick: all"
    return "S010", f'"{path[-1]}" needs at least {context.get("min_length", 1)}', "add one, or delete the key"


def _too_many(tree: Tree, path: Path, context: Context) -> Said:
    count, most = context.get("actual_length", ""), context.get("max_length", "")
    return "S017", f'"{path[-1]}" has {count} entries: {most} are the most', "share them out among several questions"


def _too_long(tree: Tree, path: Path, context: Context) -> Said:
    most = context.get("max_length", 0)
    return "T004", f"this text has more than {most:,} letters", "make it shorter, or share it out"


def _too_deep(tree: Tree, path: Path, context: Context) -> Said:
    value = _value(tree, path)
    message = f"emphasis, links, deletions or lists stand more than {MOST_NESTED} deep in each other"
    if max(value.count("["), value.count("{{")) > MOST_BRACKETS:
        message = f"the text has more than {MOST_BRACKETS:,} opening brackets or braces"
    elif too_deep(value) == "formula":
        message = f"parts of a formula stand more than {MOST_IN_FORMULA} deep in each other"
        return "T003", message, "close each brace where its part ends"
    return "T003", message, "take some of the marks out; write \\* for a star that is meant"


def _not_a_pair(tree: Tree, path: Path, context: Context) -> Said:
    if data_at(tree, path) == "":
        return "S003", "there is nothing here", "write it, or delete the line"
    hint = f"write the two sides in brackets\n{as_pair(data_at(tree, path))}"
    return "S003", "a pair is two sides, [left, right]", hint


def _wrong_shape(tree: Tree, path: Path, context: Context) -> Said:
    if data_at(tree, path) == "":
        return "S003", "there is nothing here", "write it, or delete the line"
    if path[-1:] == ("pairs",):
        return (
            "S003",
            '"pairs" should be a list of [left, right]',
            "write each pair on a line of its own\n- [left, right]",
        )
    wanted = wanted_at(path)
    if wanted == "text" and (trap := _text_instead(tree, path)):
        return trap
    hint = _SHAPE_HINTS[wanted]
    if wanted == "keys and values":
        hint = _with_its_keys(tree, path) or _without_dashes(tree, path) or hint
    return "S003", f'"{_name(path)}" should be {wanted}', hint


def _with_its_keys(tree: Tree, path: Path) -> str:
    """The hint for a text that stands alone where an item belongs; "" for all else."""
    key = {"questions": "stem", "claims": "claim"}.get(str(path[0]), "")
    if not key or len(path) != 2 or not isinstance(words := data_at(tree, path), str):
        return ""
    return f"give it an id and a {key}\n- id: {_example('id', tree, path)}\n  {key}: {as_scalar(words)}"


def _without_dashes(tree: Tree, path: Path) -> str:
    """The hint for keys and values that stand in a list, each behind a dash; "" for all else."""
    items = data_at(tree, path)
    if not isinstance(items, list) or not items or not all(isinstance(each, dict) for each in items):
        return ""
    span = tree.span((*path, 0))
    line = span.file.line(span.file.position(span.start)[0])
    return f"take the dash{'es' * (len(items) > 1)} away\n{line.strip().removeprefix('- ')}"


def _text_instead(tree: Tree, path: Path) -> Said | None:
    """Where text was wanted and something else stands: what its author meant."""
    span = tree.span(path)
    line = span.file.line(span.file.position(span.start)[0])
    column = span.file.position(span.start)[1] - 1
    rest = line[column + span.end - span.start :]
    is_item = rest.lstrip().startswith((",", "]"))  # of a list on one line
    head, value, rest = (line[:column], span.text, rest) if is_item else (line[:column], line[column:], "")
    if not value:
        return None
    hint = f"put the whole text in quotes\n{(head + quoted(value) + rest).strip()}"
    if value[0] == "[" and path[-1:] == ("answer",):
        return "Y105", "one answer is text; a list is several", f"write several right answers as\nanswers: {value}"
    if value[0] in "[{":
        code, what = ("Y105", "a list") if value[0] == "[" else ("Y104", "a mapping")
        return code, f"text that starts with {value[0]} is read as {what}", hint
    if ": " in value and value[0] not in "\"'-" and isinstance(data_at(tree, path), dict):
        return "Y101", "a colon in text without quotes starts a new key", hint
    return None


_SHAPE_HINTS = {
    "text": "write it on one line, in quotes where it holds : or #",
    "a list": "start each item on a line of its own with -",
    "keys and values": "write each key on a line of its own, indented, as `key: value`",
}


def _name(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "the file")


def data_at(tree: Tree, path: Path) -> Any:
    """The plain data at `path`, or as far down as it leads."""
    value: Any = tree.data
    for step in path:
        if isinstance(value, str):  # one value where a list may stand
            break
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
    return value


def _value(tree: Tree, path: Path) -> str:
    value = data_at(tree, path)
    return value if isinstance(value, str) else "…"


_WORDS: dict[str, Callable[[Tree, Path, Context], Said]] = {
    "string_too_short": _too_short,
    "string_pattern_mismatch": _pattern,
    "int_parsing": _not_a_number,
    "int_type": _not_a_number,
    "int_from_float": _not_a_number,
    "int_parsing_size": _not_a_number,
    "float_parsing": _not_a_number,
    "float_type": _not_a_number,
    "finite_number": _not_a_number,
    "decimal_parsing": _not_a_number,
    "decimal_type": _not_a_number,
    "bool_parsing": _not_yes_or_no,
    "bool_type": _not_yes_or_no,
    "literal_error": _not_one_of,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "too_short": _too_few,
    "too_long": _too_many,
    "string_too_long": _too_long,
    "nested_too_deep": _too_deep,
    "not_a_pair": _not_a_pair,
}
"""Pydantic's error types and what we say; all others are a wrong shape."""
