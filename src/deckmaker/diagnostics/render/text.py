"""Diagnostics for people at a terminal: each with its lines of the user's file, and what to do next at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from deckmaker.diagnostics.codes import Severity
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.render.measure import visible, visible_lines
from deckmaker.diagnostics.render.paint import Paint
from deckmaker.diagnostics.render.snippet import Mark, mark, snippet
from deckmaker.source import SourceFile, Span

MOST = 100
"""How many are shown in full: nobody reads more at a terminal, and the formats for programs have them all."""


def text(shown: Sequence[Diagnostic], hidden: int, paint: Paint) -> str:
    """The diagnostics one after another, then their number; `hidden` counts the advice that is not among them."""
    blocks = ["\n".join(_lines(diagnostic, paint)) for diagnostic in _first(shown)]
    if len(shown) > MOST:
        blocks.append(f"and {len(shown) - MOST} more, shown once these are mended")
    blocks.append("\n".join(_summary(shown, hidden)))
    return "\n\n".join(block for block in blocks if block) + "\n" if shown or hidden else ""


def _first(shown: Sequence[Diagnostic]) -> list[Diagnostic]:
    """As many as are shown in full, in their order: errors before anything that stops no build."""
    errors = sum(diagnostic.is_error for diagnostic in shown)
    room = max(0, MOST - errors)
    others = [diagnostic for diagnostic in shown if not diagnostic.is_error][:room]
    kept = {id(diagnostic) for diagnostic in others}
    return [diagnostic for diagnostic in shown if diagnostic.is_error or id(diagnostic) in kept][:MOST]


def _lines(diagnostic: Diagnostic, paint: Paint) -> Iterator[str]:
    code = diagnostic.code
    yield paint(code.severity, f"{code.severity}[{code.id}]") + paint("headline", f": {visible(diagnostic.message)}")
    gutter = len(str(max(_line(span) for span in _places(diagnostic))))
    parts = [*_quotes(diagnostic, gutter, paint), tuple(_hint(diagnostic, gutter, paint))]
    bar = " " * gutter + paint("gutter", " |")
    for before, part in pairwise(((), *filter(None, parts))):
        if len(before) > 1:
            yield bar
        yield from part


def _places(diagnostic: Diagnostic) -> list[Span]:
    return [diagnostic.span, *(label.span for label in diagnostic.labels)]


def _line(span: Span) -> int:
    return span.file.position(span.start)[0]


def _quotes(diagnostic: Diagnostic, gutter: int, paint: Paint) -> Iterator[tuple[str, ...]]:
    """The lines of each file that has a place, the diagnostic's own first; what stands in no file last."""
    main = diagnostic.span.file
    marks = [(main, mark(diagnostic.span, "^", diagnostic.note, diagnostic.code.severity))]
    marks += [(label.span.file, mark(label.span, "-", label.text, "label")) for label in diagnostic.labels]
    for file, group in groupby(sorted(marks, key=lambda pair: _rank(pair[0], main)), itemgetter(0)):
        here = [each for _, each in group]
        if file.name:
            yield tuple(_quoted(file, here, "-->" if file is main else ":::", gutter, paint))
        else:
            yield tuple(f"{' ' * gutter} = {visible(each.text)}" for each in here if each.text)


def _rank(file: SourceFile, main: SourceFile) -> tuple[bool, bool, str]:
    return file is not main, not file.name, file.name


def _quoted(file: SourceFile, marks: list[Mark], arrow: str, gutter: int, paint: Paint) -> Iterator[str]:
    place = f":{marks[0].line}:{marks[0].first + 1}" if file.text else ""
    yield " " * gutter + paint("gutter", arrow) + f" {visible(file.name)}{place}"
    if file.text:
        yield " " * gutter + paint("gutter", " |")
        yield from snippet(file, marks, gutter, paint)


def _hint(diagnostic: Diagnostic, gutter: int, paint: Paint) -> Iterator[str]:
    margin = " " * gutter + " = "
    for number, line in enumerate(visible_lines(diagnostic.hint)):
        lead = paint("hint", "hint:") + " " if number == 0 else " " * len("hint: ")
        yield (margin if number == 0 else " " * len(margin)) + (lead + line).rstrip()


def _summary(shown: Sequence[Diagnostic], hidden: int) -> Iterator[str]:
    counts = [(severity, sum(each.code.severity is severity for each in shown)) for severity in Severity]
    parts = [_counted(severity, count) for severity, count in counts if count]
    files = len({each.span.file.name for each in shown if each.span.file.name})
    where = f" in {files} file{'s' * (files != 1)}" if files else ""
    if parts:
        yield ", ".join(parts) + where
    if hidden:
        yield f"{_counted(Severity.ADVICE, hidden)} not shown: --verbose shows {'it' if hidden == 1 else 'them'}"
    for worst in sorted(shown, key=lambda each: list(Severity).index(each.code.severity))[:1]:
        yield f"for more: deckmaker explain {worst.code.id}"


def _counted(severity: Severity, count: int) -> str:
    if severity is Severity.ADVICE:
        return f"{count} piece{'s' * (count != 1)} of advice"
    return f"{count} {severity}{'s' * (count != 1)}"
