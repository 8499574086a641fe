"""An article's bytes as text, and its text as title, headings and paragraphs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import product

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.article import ArticleText, Block
from deckmaker.model.patterns import regex
from deckmaker.source import SourceFile

_LINE_END = regex(r"\r\n|\r|\n")
_STOPS = ".!?…。！？؟।"
_SENTENCE_END = regex(rf"[{_STOPS}][\s\"'“”‘’«»‹›)\]}}*]*(?:\[\w{{1,4}}\])*\Z")
_BYTE_ORDER_MARK = "\ufeff"
_LINE_ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def load(name: str, data: bytes) -> tuple[ArticleText | None, list[Diagnostic]]:
    """The article in a file's bytes; None, with the place of the first bad byte, when they are not UTF-8.

    name: how the user names the file.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(name, data, error.start)]
    return ArticleText(SourceFile(name, text), hashlib.sha256(data).hexdigest(), split(text)), []


def _not_utf8(name: str, data: bytes, at: int) -> Diagnostic:
    before = len(data[:at].decode("utf-8"))
    file = SourceFile(name, data.decode("utf-8", "replace"))
    return diagnose(
        "Y003", file.span(before, before + 1), "the article's text is not UTF-8", hint="save the text as UTF-8"
    )


def split(text: str) -> tuple[Block, ...]:
    """The text's blocks, apart by blank lines; line ends may be LF, CRLF or CR.

    The first is the title. One line without a full stop (or the like) at its end is a heading, "heading-1" …; so is a
    caption, since plain text cannot tell. The others are the body's paragraphs, "1", "2" ….
    """
    blocks: list[Block] = []
    headings = paragraphs = 0
    for start, end in _stretches(text):
        if not blocks:
            place = "title"
        elif _is_heading(text[start:end]):
            headings += 1
            place = f"heading-{headings}"
        else:
            paragraphs += 1
            place = str(paragraphs)
        blocks.append(Block(place, start, end))
    return tuple(blocks)


def _is_heading(block: str) -> bool:
    return block[-1] not in _STOPS and not _LINE_END.search(block) and not _SENTENCE_END.search(block)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that are not blank, without the white space around them."""
    start = end = -1
    for first, last in _lines(text):
        line = text[first:last]
        if line.strip():
            if start < 0:
                start = first + len(line) - len(line.lstrip())
            end = first + len(line.rstrip())
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 1 if text.startswith(_BYTE_ORDER_MARK) else 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def saved_as(text: str, sha256: str) -> str:
    """How the same words must be saved to have that hash: "LF line ends", perhaps more; "" where no way helps."""
    words = _LINE_END.sub("\n", text).removeprefix(_BYTE_ORDER_MARK).rstrip("\n")
    for (name, line_end), mark, last in product(_LINE_ENDS.items(), ("", _BYTE_ORDER_MARK), (True, False)):
        saved = mark + words.replace("\n", line_end) + (line_end if last else "")
        if hashlib.sha256(saved.encode("utf-8")).hexdigest() == sha256:
            more = " and a byte order mark" if mark else ""
            return f"{name} line ends{more}" if last else f"{name} line ends{more}, none at its end"
    return ""
