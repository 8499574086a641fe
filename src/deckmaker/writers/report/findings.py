"""What was said about the set: by severity and code, each code with its page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from markdown_it import MarkdownIt

from deckmaker.diagnostics import Code, Diagnostic, Severity
from deckmaker.diagnostics.pages import page
from deckmaker.source import Span
from deckmaker.writers.report.elements import Content, Markup, coded, commas, join, tag
from deckmaker.writers.report.links import badge, question_link, rows
from deckmaker.writers.report.material import Material, counted

_COLOUR = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.ADVICE: ""}
_HEADING = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVICE: "Advice"}
_LONGEST = 400
"""Of a quoted line, in characters."""


def findings(material: Material) -> Markup:
    """Errors, warnings and advice; then what the author silenced, with the reasons."""
    none = tag("p", "Nothing was found.") if not material.problems else ""
    groups = (_severity(material, severity) for severity in Severity)
    return join(none, groups, _silenced(material))


def _severity(material: Material, severity: Severity) -> Markup:
    found = [each for each in material.problems if each.code.severity is severity]
    if not found:
        return Markup("")
    by_code = groupby(sorted(found, key=lambda each: each.code.id), lambda each: each.code)
    heading = tag("h3", f"{_HEADING[severity]} ({len(found)})", id=f"findings-{severity}")
    return join(heading, (_code(material, code, list(group)) for code, group in by_code))


def _code(material: Material, code: Code, found: list[Diagnostic]) -> Markup:
    heading = tag(
        "h4", badge(code.id, _COLOUR[code.severity]), " ", code.name, tag("span", f" × {len(found)}", class_="quiet")
    )
    explained = tag("details", tag("summary", f"What {code.id} means"), _page(code.id), class_="explained")
    places = tag("ul", (_finding(material, each) for each in found), class_="plain")
    return tag("div", heading, explained, places, class_="group")


def _finding(material: Material, found: Diagnostic) -> Markup:
    labels = ((_place(material, label.span), ": ", label.text) for label in found.labels)
    return tag(
        "li",
        tag("p", tag("strong", found.message), " ", _place(material, found.span)),
        _line(material, found.span, found.note),
        (tag("p", label, class_="label") for label in labels),
        tag("p", tag("b", "Hint: "), tag("span", coded(found.hint), class_="hint")) if found.hint else "",
        tag("p", "About ", commas(question_link(id) for id in found.about)) if found.about else "",
        class_="item finding",
    )


def _place(material: Material, span: Span) -> Markup:
    return tag("span", material.place(span), class_="place") if span.file.name else Markup("")


def _line(material: Material, span: Span, note: str) -> Content:
    """The line of the user's file with the place marked; never one of the article's."""
    texts = [article.text.file for article in material.set.articles.values() if article.text]
    number, column = span.file.position(span.start)
    line = span.file.line(number)
    said = tag("span", note, class_="note") if note else ""
    if not line.strip() or len(line) > _LONGEST or span.file in texts:
        return tag("p", said) if said else ""
    first, last = column - 1, min(column - 1 + span.end - span.start, len(line.rstrip()))
    marked = tag("mark", line[first:last]) if last > first else ""
    return tag("p", tag("code", line[:first].lstrip(), marked, line[max(first, last) :]), " ", said, class_="line")


@cache
def _page(code: str) -> Markup:
    """The page that `explain` shows, without its heading. Ours, and its examples are not the user's."""
    _, _, body = page(code).partition("\n")
    made = MarkdownIt("commonmark", {"html": False}).enable("table").render(body)
    return Markup(made)


def _silenced(material: Material) -> Markup:
    allowed = [(question, *pair) for question in material.document.questions for pair in question.allow.items()]
    lines: Iterator[Markup] = (
        tag("li", question_link(question.id), " allows ", tag("code", name), ": ", reason)
        for question, name, reason in allowed
    )
    return join(
        (tag("h3", f"Silenced by the author ({counted(len(allowed), 'time')})"), tag("ul", lines)) if allowed else "",
        (tag("h3", "Weights that the set gives"), rows({**material.set.lint})) if material.set.lint else "",
    )
