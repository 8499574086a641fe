"""A set's files → `QuestionSet`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.document import QUOTE_BUDGET, QuestionSet
from deckmaker.model.identity import digest
from deckmaker.model.questions import Question
from deckmaker.model.quizzes import Quiz
from deckmaker.readers import plans, register
from deckmaker.readers.bounds import beyond_bounds, too_many_questions, unfit_names
from deckmaker.readers.decode import decode
from deckmaker.readers.files import SetFiles, read_bytes, read_inside, shown
from deckmaker.readers.media import media, unused
from deckmaker.readers.merge import Merged, given_twice
from deckmaker.readers.nodes import parse
from deckmaker.readers.questions import questions
from deckmaker.readers.references import references
from deckmaker.readers.sound import sound
from deckmaker.readers.traps.silent import silent_traps
from deckmaker.readers.validate import ReadFile, validate
from deckmaker.source import SourceFile

FORMAT = "1"
"""The version of the file format that this tool reads."""


def read(
    files: SetFiles, instead: Mapping[Path, bytes] = MappingProxyType({})
) -> tuple[QuestionSet | None, list[Diagnostic]]:
    """The set, or None where no file of it could be read; and everything that is wrong with it.

    instead: what files of it are to hold, in place of what they do.
    """
    read_files: list[ReadFile] = []
    problems: list[Diagnostic] = []
    if too_large := list(beyond_bounds(files)):
        return None, too_large
    for path in files.files:
        data, said = (instead[path], []) if path in instead else _own(files, path)
        problems += said
        if data is not None:
            file, said = read_file(shown(path), data)
            problems += said
            if file:
                file.tree.put_by(data)
                read_files.append(file)
    if not read_files:
        return None, problems
    merged = Merged(tuple(read_files))
    if too_many := list(too_many_questions(files, merged)):
        return None, problems + too_many
    made, said = _build(files, merged, is_whole=not any(problem.is_error for problem in problems))
    return made, problems + said


def _own(files: SetFiles, path: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of a file of the set; a file that was named itself may be a link to anywhere."""
    return read_inside(path, files.folder) if files.has_folder else read_bytes(path)


def read_file(name: str, data: bytes) -> tuple[ReadFile | None, list[Diagnostic]]:
    """One file's checked shape; None where it holds no text or no keys."""
    source, problems = decode(name, data)
    if source is None:
        return None, problems
    tree, said = parse(source)
    problems += said
    problems += silent_traps(tree)
    if not tree.data:
        return None, problems or [_empty(source)]
    file, said = validate(tree)
    return file, problems + said


def _empty(file: SourceFile) -> Diagnostic:
    return diagnose("Y009", file.span(0), "the file holds nothing", hint="delete it, or begin with\ndeckmaker: 1")


def _build(files: SetFiles, merged: Merged, *, is_whole: bool) -> tuple[QuestionSet, list[Diagnostic]]:
    title = merged.one("title") or files.name
    language = merged.one("language") or "en"
    articles = register.articles(merged)
    sources = register.sources(merged, language)
    claims = register.claims(merged, sources, articles)
    written, problems = questions(merged, language)
    quizzes = plans.quizzes(merged)
    shown: tuple[Question | Quiz, ...] = (*written, *quizzes) if merged.may_show else ()
    pictures, broken, said = media(files.folder, shown)
    if files.has_folder and is_whole and not any(problem.is_error for problem in problems):
        said += unused(files.folder, pictures)
    made = QuestionSet(
        name=files.name,
        root=files.root,
        uid=merged.one("uid") or "",
        title=title,
        language=language,
        description=plans.text(merged.one("description")),
        authors=tuple(merged.one("authors") or ()),
        license=merged.one("license") or "",
        contact=merged.one("contact") or "",
        articles=articles,
        sources=sources,
        claims=claims,
        rules=plans.rules(merged, claims),
        questions=tuple(question for question in written if question.id not in broken),
        anki=plans.anki(merged, title),
        quizzes=quizzes,
        media=pictures,
        span=merged.span("title", "deckmaker"),
        spans=merged.spans,
        edits=plans.edits(merged),
        lint=plans.lint(merged),
        left_out=register.left_out(merged, sources, articles),
        quote_budget=QUOTE_BUDGET if (budget := merged.one("quote_budget")) is None else budget,
    )
    return sound(made), [
        *_head(files, merged), *unfit_names(made), *given_twice(merged), *problems, *said, *references(made, merged)
    ]  # fmt: skip


def _head(files: SetFiles, merged: Merged) -> list[Diagnostic]:
    """What every set must say of itself."""
    problems: list[Diagnostic] = []
    start = merged.files[0].tree.file.span(0)
    version = merged.one("deckmaker")
    if version is None and not merged.is_mentioned("deckmaker"):
        problems.append(diagnose("S011", start, "the set does not say its format", hint="begin with\ndeckmaker: 1"))
    elif version not in (None, FORMAT):
        hint = "get a newer deckmaker, or write\ndeckmaker: 1"
        problems.append(diagnose("S011", merged.span("deckmaker"), f'format "{version}" is not known', hint=hint))
    for key, example in (("uid", digest(files.name)[:8]), ("title", "…")):
        if not merged.is_mentioned(key):
            problems.append(diagnose("S002", start, f'"{key}" is missing', hint=f"add a line\n{key}: {example}"))
    return problems
