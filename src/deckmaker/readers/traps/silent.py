"""What YAML reads without complaint and differently from what its author meant: searched for in the file's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Fix, diagnose
from deckmaker.model.patterns import regex
from deckmaker.readers.traps.faults import lines_with, matches, with_plain_ends
from deckmaker.readers.traps.quotes import quoted
from deckmaker.readers.traps.silent_lists import list_traps
from deckmaker.readers.traps.silent_quotes import quote_traps
from deckmaker.readers.tree import Tree

PROSE_KEYS = frozenset(
    {"stem", "answer", "claim", "title", "name", "text", "front", "back", "feedback", "hint", "instructions",
     "description", "disclosure", "rubric", "note", "quote", "role", "label"}
)  # fmt: skip
"""Keys whose values are text that people read."""

_COMMENT = regex(
    r"^(?P<head>[ ]*(?:-[ ]+)?(?P<key>[a-z]+):[ ]+)(?P<text>[^\s\"'#|>\[{&*!][^\n]*?\S)(?P<rest> #[^\n]*)$", re.M
)
_COMMENT_ITEM = regex(
    r"^(?P<head>[ ]*-[ ]+)(?P<text>(?![\w-]+:\s)[^\s\"'#|>\[{&*!-][^\n]*?\S)(?P<rest> #[^\n]*)$", re.M
)
_COMMENT_ALONE = regex(r"^(?P<head>[ ]*(?:-[ ]+)?(?P<key>[a-z]+):[ ]+|[ ]*-[ ]+)(?P<rest>#[^\s#][^\n]*)$", re.M)
_NUMBER_SIGN = regex(r" #\s?\d")
"""A # before a number, which starts no comment."""
_FLOW = regex(r"^[ ]*(?:-[ ]+)?(?:[\w-]+:[ ]+)?\[[^\n\]]*\d,\d{3}[^\n]*$", re.M)
_IN_NUMBER = regex(r",\d{3}")
_THOUSANDS = regex(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")


def silent_traps(tree: Tree) -> Iterator[Diagnostic]:
    """Comments that swallow text, lists that are one item, marks taken for text, numbers split at their commas."""
    text = with_plain_ends(tree.file)
    yield from _comments(tree, text)
    yield from list_traps(tree, text)
    yield from quote_traps(tree, text)
    yield from _commas(tree, text)


def _comments(tree: Tree, text: str) -> Iterator[Diagnostic]:
    """A # after a single space in text: a comment of one's own is set off by two, as people set them off."""
    starts = list(lines_with(text, "#"))  # one sign is found many times faster than two
    for pattern in (_COMMENT, _COMMENT_ITEM):
        for match in matches(pattern, text, starts):
            key = match.groupdict().get("key")
            if (key is None or key in PROSE_KEYS) and _is_scalar_start(tree, match):
                whole = quoted(match["text"] + match["rest"])
                fix = Fix(tree.file.span(match.start("text"), _end(match)), whole)
                yield diagnose(
                    "Y107",
                    tree.file.span(match.start("rest") + 1, match.end("rest")),
                    "the text ends here: YAML takes the rest for a comment",
                    hint="put the whole text in quotes, or two spaces before a # that starts a comment\n"
                    + (match["head"] + whole).strip(),
                    fixes=(fix,) if _NUMBER_SIGN.match(match["rest"]) else (),
                )
    for match in matches(_COMMENT_ALONE, text, starts):
        if match["key"] is None or match["key"] in PROSE_KEYS:
            yield diagnose(
                "Y107",
                tree.file.span(match.start("rest"), match.end("rest")),
                "YAML takes this text for a comment",
                hint=f"put the whole text in quotes\n{(match['head'] + quoted(match['rest'])).strip()}",
                fixes=(Fix(tree.file.span(match.start("rest"), _end(match)), quoted(match["rest"])),),
            )


def _end(match: re.Match[str]) -> int:
    """Where a match's last group ends, without the blanks behind it."""
    return match.start("rest") + len(match["rest"].rstrip())


def _is_scalar_start(tree: Tree, match: re.Match[str]) -> bool:
    """Whether the value really starts here: not inside a block of text or a quotation."""
    return match.start("text") in tree.scalar_starts


def _commas(tree: Tree, text: str) -> Iterator[Diagnostic]:
    """`[1,000 men, Tehran]`: a number with a comma in a list whose other commas are set apart by spaces."""
    starts = (text.rfind("\n", 0, number.start()) + 1 for number in _IN_NUMBER.finditer(text))
    for match in matches(_FLOW, text, starts):
        line = match[0]
        opening = line.index("[")
        numbers = [found for found in _THOUSANDS.finditer(line) if _outside_quotes(line, opening, found.start())]
        if (
            not _starts_a_list(tree, match.start() + opening)
            or not numbers
            or not re.search(r",\s|[A-Za-z]", line[opening:])
        ):
            continue  # [100,200,300] is a list of numbers
        start = match.start() + numbers[0].start()
        better = _requoted(line[opening:].rstrip())
        yield diagnose(
            "Y108",
            tree.file.span(start, start + len(numbers[0][0])),
            f'the comma in "{numbers[0][0]}" splits the item in two',
            hint=f"put the item in quotes\n{(line[:opening] + better).strip()}",
            fixes=(Fix(tree.file.span(match.start() + opening, match.start() + len(line.rstrip())), better),),
        )


def _starts_a_list(tree: Tree, bracket: int) -> bool:
    """Whether the bracket opens a list: not inside a block of text or a quotation."""
    first = re.compile(r"\s*").match(tree.file.text, bracket + 1)
    return first is not None and (first.end() in tree.scalar_starts or tree.file.text[first.end()] in "\"'[{")


def _outside_quotes(line: str, opening: int, place: int) -> bool:
    before = line[opening:place]
    return before.count('"') % 2 == 0 and before.count("'") % 2 == 0


def _requoted(flow: str) -> str:
    """The list with every item that holds a number with a comma in quotes."""
    item = re.compile(r"(?<=[\[ ,])(?P<item>(?:[^\s,\"'\[\]][^,\"'\[\]]*)?\d{1,3}(?:,\d{3})+[^,\"'\[\]]*)")
    return item.sub(lambda match: f'"{match["item"].strip()}"', flow)
