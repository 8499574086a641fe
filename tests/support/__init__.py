"""What tests share: a set from its YAML text, and what was said about it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from deckmaker import pipeline
from deckmaker.diagnostics import Diagnostic
from deckmaker.lock import Lock
from deckmaker.model.document import Document
from deckmaker.pipeline import Checked

HEAD = "deckmaker: 1\nuid: 7e57da7a\ntitle: A set\n"
"""What a set must say of itself: `compile_set` puts it in front of a text that does not."""


def check_set(
    yaml: str,
    *,
    article: str | bytes | None = None,
    lock: str | None = None,
    files: Mapping[str, bytes] | None = None,
    name: str = "set",
) -> Checked:
    """The set of one file set.yaml, checked in a folder of its own.

    article: the text of article.txt beside it; lock: of deck.lock; files: further files by path; name: the folder's.
    """
    text = yaml if "uid:" in yaml else HEAD + yaml
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / name
        folder.mkdir()
        contents: dict[str, bytes] = {"set.yaml": text.encode(), **(files or {})}
        if article is not None:
            contents["article.txt"] = article.encode() if isinstance(article, str) else article
        if lock is not None:
            contents["deck.lock"] = lock.encode()
        for path, data in contents.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        (found,), _ = pipeline.find_sets([folder])
        return pipeline.check(found)


def compile_set(
    yaml: str, *, article: str | bytes | None = None, lock: str | None = None, files: Mapping[str, bytes] | None = None
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of such a set, and what was said about it."""
    checked = check_set(yaml, article=article, lock=lock, files=files)
    assert checked.document is not None, checked.problems
    return checked.document, checked.problems


def sound_set(
    yaml: str, *, article: str | bytes | None = None, lock: str | None = None, files: Mapping[str, bytes] | None = None
) -> Document:
    """The document of a set that must have no errors."""
    document, problems = compile_set(yaml, article=article, lock=lock, files=files)
    assert not [problem for problem in problems if problem.is_error], said(problems)
    return document


def build_set(
    checked: Checked, now: int = 1_700_000_000, to: tuple[str, ...] = pipeline.OUTPUTS
) -> tuple[dict[str, bytes], Lock]:
    """The outputs of a checked set and the lock that goes with them; asserts that nothing was wrong."""
    assert checked.is_sound, said(checked.problems)
    lock = pipeline.advanced(checked, now)
    files, problems = pipeline.outputs(checked, lock, to)
    assert not [problem for problem in problems if problem.is_error], said(problems)
    return dict(files), lock


def said(problems: tuple[Diagnostic, ...] | list[Diagnostic]) -> list[str]:
    """Each diagnostic as "CODE line:column message"."""
    return [
        f"{problem.code.id} {':'.join(map(str, problem.span.file.position(problem.span.start)))} {problem.message}"
        for problem in problems
    ]
