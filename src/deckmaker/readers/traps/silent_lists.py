"""Lists that YAML takes for one text, and items that carry marks of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Fix, diagnose
from deckmaker.model.patterns import regex
from deckmaker.readers.shapes import LIST_KEYS
from deckmaker.readers.traps.faults import indent, lines_with, matches
from deckmaker.readers.traps.values import as_scalar
from deckmaker.readers.tree import Tree
from deckmaker.source import SourceFile, Span

_ON_ONE_LINE = regex(
    r"^[ ]*(?:-[ ]+)?(?P<key>[a-z]+):[ ]+(?P<text>[^\s\"'#|>\[{&*!][^\n#]*?[,;] [^\n#]*?\S)[ ]*(?:#[^\n]*)?$", re.M
)
_BELOW = regex(r"^[ ]*(?:-[ ]+)?(?P<key>[a-z]+):[ ]*\n[ ]+(?P<text>\S[^\n]*)", re.M)
_ITEM = regex(
    r"^(?P<indent>[ ]*)-[ ]+(?P<text>(?![\w-]+:[ \n])[^\n]*\S)[ ]*\n"
    r"(?P<below>[ ]+)(?P<mark>[-•·–—*]) +(?P<more>\S[^\n]*)",
    re.M,
)
_MORE = regex(r"\n +[-•·–—*] ")
"""How the second line of every match of `_ITEM` begins."""
_OFTEN_ONE = frozenset(("accept",))
"""Keys under which a comma may well stand in a single item."""
_BULLET = regex(r"(?:[•·‣◦▪●–—−*-]\s*|\(?\d+[.)]\s+|\(?[a-zA-Z][.)]\s+)(?=\S)")
_SIGN = regex(r"[•·‣◦▪●]\s*|[–—*]\s+")
"""A bullet that is no letter of a text."""
_NUMBER = regex(r"\(?\d+[.)]\s+(?=\S)")


def list_traps(tree: Tree, text: str) -> Iterator[Diagnostic]:
    """Several items that are read as one, on one line or over several, and numbers in front of ordered items.

    text: the file's, with plain ends of lines.
    """
    if tree.has_texts_for_lists:
        yield from _on_one_line(tree, text)
        yield from _over_lines(tree, text)
    yield from _dash_further_in(tree, text)
    yield from _numbered(tree)


def _on_one_line(tree: Tree, text: str) -> Iterator[Diagnostic]:
    """`distractors: a, b`: one distractor, called "a, b"."""
    for match in _at_lists(_ON_ONE_LINE, text):
        if match["key"] in LIST_KEYS and match.start("text") in tree.scalar_starts:
            place = tree.file.span(match.start("text"), match.end("text"))
            yield diagnose(
                "S014",
                place,
                "this is one item, and reads like several",
                hint=f"put several in brackets, or the one in quotes\n{match['key']}: [{_with_commas(match['text'])}]",
                fixes=() if match["key"] in _OFTEN_ONE else (Fix(place, f"[{_with_commas(match['text'])}]"),),
            )


def _at_lists(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where the pattern, of a line that starts with the key of a list, matches; in the order of the lines."""
    return matches(pattern, text, (start for key in LIST_KEYS for start in lines_with(text, f"{key}:")))


def _with_commas(text: str) -> str:
    items = [item.strip() for item in (text.split(";") if ";" in text else re.split(r",\s", text)) if item.strip()]
    return ", ".join(map(as_scalar, items))


def _over_lines(tree: Tree, text: str) -> Iterator[Diagnostic]:
    """Lines below a list's key without dashes: to YAML one text over several lines."""
    for match in _at_lists(_BELOW, text):
        if match["key"] not in LIST_KEYS or match.start("text") not in tree.scalar_starts:
            continue
        lines = _text_below(tree, match)
        if len(lines) > 1 or (lines and re.match(r"[•·‣◦▪●–—*]", lines[0])):
            items = "\n".join(f"- {_BULLET.sub('', line, count=1)}" for line in lines)
            yield diagnose(
                "S014",
                tree.file.span(match.start("text"), match.start("text") + len(lines[0])),
                "these lines are one item, and read like several" if len(lines) > 1 else "this bullet is read as text",
                hint=f"start each item with a dash and a space, or put the one in quotes\n{items}",
                fixes=tuple(_dashes(tree.file, match.start("text"), lines)),
            )


def _dashes(file: SourceFile, start: int, lines: list[str]) -> Iterator[Fix]:
    """A dash for the bullet of each line; nothing where one has none, since it may go on with the line above."""
    number, column = file.position(start)
    if all(map(_SIGN.match, lines)) and all(indent(file.line(number + n)) == column - 1 for n in range(len(lines))):
        for below, line in enumerate(lines):
            at = file.line_starts[number - 1 + below] + column - 1
            yield Fix(file.span(at, at + len(line)), f"- {as_scalar(_SIGN.sub('', line, count=1))}")


def _text_below(tree: Tree, match: re.Match[str]) -> list[str]:
    file = tree.file
    number, _ = file.position(match.start())
    column, found = file.position(match.start("key"))[1] - 1, []
    for below in range(number + 1, len(file.line_starts) + 1):
        line = file.line(below)
        if not line.strip() or line.lstrip().startswith("#") or indent(line) <= column:
            break
        found.append(line.strip())
    return found


def _dash_further_in(tree: Tree, text: str) -> Iterator[Diagnostic]:
    """An item whose dash stands further in than the one above: to YAML it goes on with the text above."""
    for match in matches(_ITEM, text, (text.rfind("\n", 0, more.start()) + 1 for more in _MORE.finditer(text))):
        if len(match["below"]) > len(match["indent"]) and match.start("text") in tree.scalar_starts:
            yield diagnose(
                "S014",
                tree.file.span(match.start("mark"), match.end("more")),
                "this goes on with the item above, and reads like one of its own",
                hint=f"start it right under the dash above, with {len(match['indent']) or 'no'} spaces before it\n"
                f"- {match['more'].rstrip()}",
                fixes=(_further_out(tree.file, match),) if match["mark"] not in "–—" else (),
            )


def _further_out(file: SourceFile, match: re.Match[str]) -> Fix:
    text = match["more"].rstrip()
    place = file.span(match.start("below"), match.start("more") + len(text))
    return Fix(place, f"{match['indent']}- {as_scalar(text)}")


def _numbered(tree: Tree) -> Iterator[Diagnostic]:
    """Items to be put in order that say their place: the number is shown with the text."""
    for index, question in tree.having("questions", "items"):
        items = question["items"]
        if (
            isinstance(items, list)
            and len(items) > 1
            and all(isinstance(one, str) and _NUMBER.match(one) for one in items)
        ):
            yield diagnose(
                "S015",
                tree.span(("questions", index, "items", 0)),
                "the number is shown with the item and gives its place away",
                hint="leave the numbers out\n" + "\n".join(f"- {_NUMBER.sub('', one, count=1)}" for one in items),
                fixes=tuple(_without_numbers(tree, index, items)),
            )


def _without_numbers(tree: Tree, question: int, items: list[str]) -> Iterator[Fix]:
    """The items without their numbers, where these are 1, 2, 3 …: others may say another order than the file has."""
    numbers = [int(re.sub(r"\D", "", _number(item))) for item in items]
    spans = [tree.span(("questions", question, "items", index)) for index in range(len(items))]
    if numbers == list(range(1, len(items) + 1)) and all(map(_is_typed_so, spans, items)):
        for span, item in zip(spans, items, strict=True):
            quote = len(span.text) - len(span.text.lstrip("\"'"))
            if quote:
                yield Fix(span.file.span(span.start + 1, span.start + 1 + len(_number(item))), "")
            else:
                yield Fix(span, as_scalar(item[len(_number(item)) :]))


def _number(item: str) -> str:
    match = _NUMBER.match(item)
    return match[0] if match else ""


def _is_typed_so(place: Span, item: str) -> bool:
    return place.text == item or place.text[1:].startswith(_number(item))
