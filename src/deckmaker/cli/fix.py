"""Safe fixes of a set's own files: what they would hold, and that as a diff."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from deckmaker import pipeline
from deckmaker.cli.own_files import contents
from deckmaker.diagnostics import CODES, Diagnostic
from deckmaker.diagnostics.fixing import apart, by_file, fixed
from deckmaker.diagnostics.render.measure import visible
from deckmaker.pipeline import Checked
from deckmaker.readers.files import SetFiles, shown
from deckmaker.readers.nodes import MOST_REPAIRS as MOST

_MOST_ROUNDS = 40
"""How often a set is looked at again: one look tells no more than 25 lines that are not YAML."""
_YAML = frozenset(id for id in CODES if id.startswith("Y1"))
_OF_PAPERS = ("O002", "P", "R003", "R010", "R012", "R013")
"""Codes of quizzes."""


class Fixed(Struct, frozen=True):
    """What fixing a set comes to.

    before, after: what its changed files hold and would hold, by path.
    count: how many problems that mends.
    refused: files left as they are, since a fix would make a new error.
    """

    before: Mapping[Path, bytes] = field(default_factory=dict)
    after: Mapping[Path, bytes] = field(default_factory=dict)
    count: int = 0
    refused: tuple[Path, ...] = ()


def fixes(files: SetFiles, text: Path | None) -> Fixed:
    """What the set's files would hold with every safe fix made; nothing is written."""
    before = contents(files)  # read once: a fix fits the bytes that were checked
    own = {shown(path): path for path in before if not path.is_symlink()}
    checked, count = pipeline.check(files, text, before), 0
    after: dict[Path, bytes] = {}
    refused: set[Path] = set()
    for _ in range(_MOST_ROUNDS):
        found = by_file(checked.problems)
        waiting = {own[name]: apart(found[name]) for name in found if name in own and own[name] not in refused}
        if not waiting:
            break
        for path, problems in waiting.items():
            trial = {**after, path: _with({**before, **after}[path], problems)}
            checked_so = pipeline.check(files, text, {**before, **trial})
            if _breaks(checked, checked_so, path):
                refused.add(path)
            else:
                checked, after, count = checked_so, trial, count + len(problems)
    return Fixed({path: before[path] for path in after}, after, count, tuple(sorted(refused)))


def _with(data: bytes, problems: Iterable[Diagnostic]) -> bytes:
    """The file with the fixes made; a byte-order mark, which its text does not have, stays unless it is told."""
    problems = list(problems)
    words = fixed(data.decode("utf-8-sig"), [fix for problem in problems for fix in problem.fixes]).encode()
    has_mark = data.startswith(codecs.BOM_UTF8) and all(problem.code.id != "Y006" for problem in problems)
    return codecs.BOM_UTF8 + words if has_mark else words


def _breaks(before: Checked, after: Checked, path: Path) -> bool:
    """Whether there is an error after a fix of the file that it made.

    What could not be told before is not made: quizzes are planned where there is no error at all, and of a file with
    too many lines that are not YAML the rest is not read.
    """
    if sum(problem.code.id in _YAML and problem.span.file.name == shown(path) for problem in before.problems) >= MOST:
        return False
    known = {_key(problem) for problem in before.problems}
    hidden = _OF_PAPERS if any(problem.is_error for problem in before.problems) else ()
    return any(
        problem.is_error and _key(problem) not in known and not problem.code.id.startswith(hidden)
        for problem in after.problems
    )


def _key(problem: Diagnostic) -> tuple[str, str]:
    return problem.code.id, problem.message


def difference(made: Fixed) -> str:
    """The changes as a unified diff, nothing in it that a terminal would obey."""
    lines: list[str] = []
    for path, after in made.after.items():
        old, new = (data.decode("utf-8").splitlines(keepends=True) for data in (made.before[path], after))
        lines += difflib.unified_diff(old, new, shown(path), f"{shown(path)} (fixed)")
    return "\n".join(visible(line.removesuffix("\n")) for line in lines)
