"""Lists that YAML takes for one text, and items that carry marks of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.readers.nodes import Tree
from deckmaker.readers.traps.faults import LIST_KEYS, indent, with_plain_ends
from deckmaker.readers.traps.values import quoted

_ON_ONE_LINE = re.compile(
    r"^[ ]*(?:-[ ]+)?(?P<key>[a-z]+):[ ]+(?P<text>[^\s\"'#|>\[{&*!][^\n#]*?[,;] [^\n#]*?\S)[ ]*(?:#[^\n]*)?$", re.M
)
_BELOW = re.compile(r"^[ ]*(?:-[ ]+)?(?P<key>[a-z]+):[ ]*\n[ ]+(?P<text>\S[^\n]*)", re.M)
_ITEM = re.compile(
    r"^(?P<indent>[ ]*)-[ ]+(?P<text>(?![\w-]+:[ \n])[^\n]*\S)[ ]*\n"
    r"(?P<below>[ ]+)(?P<mark>[-•·–—*]) +(?P<more>\S[^\n]*)",
    re.M,
)
_BULLET = re.compile(r"(?:[•·‣◦▪●–—−*-]\s*|\(?\d+[.)]\s+|\(?[a-zA-Z][.)]\s+)(?=\S)")
_NUMBER = re.compile(r"\(?\d+[.)]\s+(?=\S)")


def list_traps(tree: Tree) -> Iterator[Diagnostic]:
    """Several items that are read as one, on one line or over several, and numbers in front of ordered items."""
    yield from _on_one_line(tree)
    yield from _over_lines(tree)
    yield from _dash_further_in(tree)
    yield from _numbered(tree)


def _on_one_line(tree: Tree) -> Iterator[Diagnostic]:
    """`distractors: a, b`: one distractor, called "a, b"."""
    for match in _ON_ONE_LINE.finditer(with_plain_ends(tree.file)):
        if match["key"] in LIST_KEYS and match.start("text") in tree.scalar_starts:
            yield diagnose(
                "S014",
                tree.file.span(match.start("text"), match.end("text")),
                "this is one item, and reads like several",
                hint=f"put several in brackets, or the one in quotes\n{match['key']}: [{_with_commas(match['text'])}]",
            )


def _with_commas(text: str) -> str:
    if ";" not in text:
        return text
    items = [item.strip() for item in text.split(";") if item.strip()]
    return ", ".join(quoted(item) if re.search(r"[,\[\]{}]", item) else item for item in items)


def _over_lines(tree: Tree) -> Iterator[Diagnostic]:
    """Lines below a list's key without dashes: to YAML one text over several lines."""
    for match in _BELOW.finditer(with_plain_ends(tree.file)):
        if match["key"] not in LIST_KEYS or match.start("text") not in tree.scalar_starts:
            continue
        lines = _text_below(tree, match)
        if len(lines) > 1 or re.match(r"[•·‣◦▪●–—*]", lines[0]):
            items = "\n".join(f"- {_BULLET.sub('', line, count=1)}" for line in lines)
            yield diagnose(
                "S014",
                tree.file.span(match.start("text"), match.start("text") + len(lines[0])),
                "these lines are one item, and read like several" if len(lines) > 1 else "this bullet is read as text",
                hint=f"start each item with a dash and a space, or put the one in quotes\n{items}",
            )


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


def _dash_further_in(tree: Tree) -> Iterator[Diagnostic]:
    """An item whose dash stands further in than the one above: to YAML it goes on with the text above."""
    for match in _ITEM.finditer(with_plain_ends(tree.file)):
        if len(match["below"]) > len(match["indent"]) and match.start("text") in tree.scalar_starts:
            yield diagnose(
                "S014",
                tree.file.span(match.start("mark"), match.end("more")),
                "this goes on with the item above, and reads like one of its own",
                hint=f"start it right under the dash above, with {len(match['indent']) or 'no'} spaces before it\n"
                f"- {match['more'].rstrip()}",
            )


def _numbered(tree: Tree) -> Iterator[Diagnostic]:
    """Items to be put in order that say their place: the number is shown with the text."""
    questions = tree.data.get("questions")
    for index, question in enumerate(questions if isinstance(questions, list) else ()):
        items = question.get("items") if isinstance(question, dict) else None
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
            )
