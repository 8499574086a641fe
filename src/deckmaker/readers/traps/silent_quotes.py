"""Escapes and quotation marks that YAML reads without complaint and their author did not mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Fix, diagnose
from deckmaker.model.patterns import regex
from deckmaker.readers.traps.faults import lines_with, within
from deckmaker.readers.traps.values import as_scalar, trap_in
from deckmaker.readers.tree import Tree
from deckmaker.source import Span

_QUOTED = regex(r"""(?:(?<=[:,] )|(?<=- )|(?<=[\[{]))"(?P<text>(?:[^"\\\n]|\\[^\n])*)\"""")
_ESCAPE = regex(r"\\(?:\\|(?P<word>[ntbfvare][A-Za-z]+))")
_FORMULA = regex(
    r"n(?:abla|e|eq|eg|u|ot|i|leq|ewline|atural)|t(?:an|anh|au|ext\w*|heta|imes|o|op|riangle|ilde|frac|herefore)"
)
_CURLY = regex(
    r"\b(?P<key>quote|hedge|booster|cue|prefix|suffix): +"
    r"(?P<text>[“„«‘‹](?P<inner>[^“”„«»‘’‹›\n]+)[”“»«’‘›])(?=[ ]*(?:$|[,}]))",
    re.M,
)


def quote_traps(tree: Tree, text: str) -> Iterator[Diagnostic]:
    """Backslashes in double quotes that became line breaks, and typed marks around words of the article.

    text: the file's, with plain ends of lines.
    """
    for match in within(_QUOTED, text, lines_with(text, "\\")):
        if _swallows(match["text"]) and trap_in(match[0]) is None:
            yield _escape(tree, match)
    for match in within(_CURLY, text, _with_typed_marks(text)):
        if match.start("text") in tree.scalar_starts:
            yield _typed_marks(tree.file.span(match.start("text"), match.end("text")), match["key"], match["inner"])


def _with_typed_marks(text: str) -> Iterator[int]:
    """Where each line starts in which a mark stands that opens a quotation, behind a colon and blanks."""
    for mark in "“„«‘‹":
        at = text.find(mark)
        while at >= 0:
            if text[at - 1 : at] == " " and text[max(0, at - _WIDE) : at].rstrip(" ")[-1:] in ("", ":"):
                yield text.rfind("\n", 0, at) + 1
            at = text.find(mark, at + 1)


_WIDE = 40
"""Letters that are looked at before a mark: before as many blanks anything may stand."""


def _typed_marks(place: Span, key: str, words: str) -> Diagnostic:
    hint = f"leave them out; the line would read\n{key}: {words.strip()}"
    message = "these quotation marks are taken for words of the article"
    return diagnose("S016", place, message, hint=hint, fixes=(Fix(place, as_scalar(words.strip())),))


def _swallows(text: str) -> bool:
    """Whether a backslash was meant as one: in a path, in a formula, before a letter that makes no line break."""
    for match in _ESCAPE.finditer(text):
        word = match["word"]
        before = text[: match.start()]
        if word and (
            word[0] not in "nt"
            or _FORMULA.fullmatch(word)
            or re.search(r"(?:^|\W)[A-Za-z]:(?:\\\\?[\w .-]*)*$", before)
            or before.count("$") % 2
        ):
            return True
    return False


def _escape(tree: Tree, match: re.Match[str]) -> Diagnostic:
    file, column = tree.file, tree.file.position(match.start())[1] - 1
    line = file.line(file.position(match.start())[0])
    single = "'" + match["text"].replace('\\"', '"').replace("\\\\", "\\").replace("'", "''") + "'"
    better = line[:column] + single + line[column + len(match[0]) :]
    return diagnose(
        "Y128",
        file.span(match.start(), match.end()),
        "a backslash and its letter become a line break or another mark here",
        hint=f"use single quotes, in which a backslash is a backslash\n{better.strip()}",
    )
