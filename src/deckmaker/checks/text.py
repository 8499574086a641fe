"""Rules about the text of written questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.document import Document
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Question

_HTML = regex(r"</?(?:b|i|u|em|strong|br|p|div|span|sub|sup|img|a|ul|ol|li|code|font|h[1-6])\b[^<>\n]*>", re.I)
_FILE = regex(r"(?<=\]\()\s*<[^<>\n]*>(?=[\s)])")
"""The name of a picture, or an address, that stands in angle brackets: `![x](<a b.png>)`."""
_INSTEAD = {
    "b": "**so**",
    "strong": "**so**",
    "i": "*so*",
    "em": "*so*",
    "code": "`so`",
    "img": "![words](file.png)",
    "sub": "$_{so}$",
    "sup": "$^{so}$",
}

_MATH = regex(r"\\\$|`[^`\n]*`|\$\$.+?\$\$|\$(?!\s)[^$\n]+?(?<!\s)\$(?!\d)", re.S)
"""What is no dollar sign left over: an escaped one, code, a formula that is closed."""
_OPEN_MATH = regex(r"\$[^\s\d$][^$\n]*?[\\^_{]")


def _may_have(document: Document, has: Callable[[str], object]) -> Iterator[Question]:
    """The written questions in files that have something at all; each file is looked through once."""
    known: dict[int, bool] = {}
    for question in document.set.questions:
        file = question.span.file
        if id(file) not in known:
            known[id(file)] = bool(has(file.text))
        if known[id(file)]:
            yield question


def html_in_text(document: Document) -> Iterator[Diagnostic]:
    """HTML is shown as it was typed, which is seldom what was meant."""
    for question in _may_have(document, _HTML.search):
        for span in question.spans.values():
            text = span.text
            match = _HTML.search(text) and _HTML.search(_FILE.sub(lambda name: " " * len(name[0]), text))
            if match and "`" not in text:
                name = re.sub(r"\W", " ", match[0]).split()[0].lower()
                place = span.file.span(span.start + match.start(), span.start + match.end())
                hint = f"write {_INSTEAD[name]} for it" if name in _INSTEAD else "delete it"
                yield diagnose("T001", place, f'"{match[0]}" is shown as these letters, not as HTML', hint=hint)


def unclosed_math(document: Document) -> Iterator[Diagnostic]:
    """A formula without its second dollar sign is shown as it was typed. Money has no backslashes or braces in it."""
    for question in _may_have(document, lambda text: "$" in text):
        for span in question.spans.values():
            text = span.text
            match = "$" in text and _OPEN_MATH.search(_MATH.sub(lambda closed: " " * len(closed[0]), text))
            if match:
                place = span.file.span(span.start + match.start())
                hint = "close it with another $; where a dollar is meant, write \\$"
                yield diagnose("T002", place, "a formula opens here and is not closed", hint=hint)
