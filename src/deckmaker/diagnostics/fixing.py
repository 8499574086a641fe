"""Safe changes to a file's text: which can be made together, and the text with them made."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

from deckmaker.diagnostics.diagnostic import Diagnostic, Fix


def fixed(text: str, fixes: Iterable[Fix]) -> str:
    """The text with the fixes made. Of two that overlap the later one in the text is left out; twice the same is once.

    Fixes at one place with nothing to replace are made in the order given. Spans are of this very text.
    """
    parts: list[str] = []
    done = 0
    for fix in sorted(dict.fromkeys(fixes), key=lambda fix: (fix.span.start, fix.span.end)):
        if fix.span.start >= done:
            parts += (text[done : fix.span.start], fix.text)
            done = fix.span.end
    return "".join((*parts, text[done:]))


def apart(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The problems of one file whose fixes can all be made at once: one that gets into an earlier one's way waits."""
    kept: list[Diagnostic] = []
    made: list[tuple[int, int]] = []
    for problem in problems:
        stretches = [(fix.span.start, fix.span.end) for fix in problem.fixes]
        if stretches and not any(_clashes(stretch, made) for stretch in stretches):
            kept.append(problem)
            for stretch in stretches:
                insort(made, stretch)
    return kept


def _clashes(stretch: tuple[int, int], made: Sequence[tuple[int, int]]) -> bool:
    """Whether it overlaps one of the others, which lie apart, in their order."""
    at = bisect_left(made, stretch)
    return any(start < stretch[1] and stretch[0] < end for start, end in made[max(at - 1, 0) : at + 1])


def by_file(problems: Iterable[Diagnostic]) -> Mapping[str, list[Diagnostic]]:
    """The problems that have fixes, by the name of the file that these are in; without those that touch several."""
    found: dict[str, list[Diagnostic]] = {}
    for problem in problems:
        names = {fix.span.file.name for fix in problem.fixes}
        if len(names) == 1:
            found.setdefault(names.pop(), []).append(problem)
    return found
