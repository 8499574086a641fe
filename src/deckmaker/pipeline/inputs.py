"""What lies beside a set's YAML files: its lock, the texts of its articles, its issued papers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from deckmaker import lock
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.lock import Lock
from deckmaker.model.article import Article
from deckmaker.model.claims import Evidence
from deckmaker.model.document import QuestionSet
from deckmaker.model.papers import Paper
from deckmaker.readers import SetFiles
from deckmaker.readers.files import read_bytes, read_inside, unreadable
from deckmaker.readers.inside import is_inside, is_relative, spelled
from deckmaker.source import SourceFile

_MOST_OF_AN_ISSUE = 256 << 20
"""Bytes of an issued paper, which holds its pictures."""


def issues_of(files: SetFiles, made: QuestionSet) -> tuple[tuple[Paper, ...], list[Diagnostic]]:
    """Every issue of every quiz of the set."""
    found: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for path in sorted(files.issued.glob("*.json")):
        data, said = read_inside(path, files.folder, _MOST_OF_AN_ISSUE)
        problems += said
        if data is not None:
            found[path.name] = data
    if not found:
        return (), problems
    from deckmaker import issued

    issues, said = issued.read_issues(found, files.issued.as_posix(), made.uid)
    problems += [*said, *(problem for paper in issues for problem in _pictures_of(paper))]
    return issues, problems


def _pictures_of(paper: Paper) -> Iterator[Diagnostic]:
    """F001 where an issue, whose sum whoever changed it made fit, holds a drawing that no set could have."""
    from deckmaker.readers.media import does_more  # for the few sets that have issues

    for path, data in paper.media.items():
        if wrong := does_more(data):
            message = f'this issued paper cannot be trusted: its picture "{path}" {wrong}'
            hint = "take it back from version control, or from wherever you keep copies"
            yield diagnose("F001", paper.span, message, hint=hint)


_NOTES = re.compile(r"^(?:note|cards|kind|deck|retired) .*\n", re.M)


def read_lock(files: SetFiles, made: QuestionSet | None, whole: bool) -> tuple[Lock, bool, list[Diagnostic]]:
    """What the lock says, empty where there is none, and whether there is one.

    whole: whether what it knows of notes is read too.
    """
    try:
        files.lock.lstat()  # whether it is not there, or only not to be seen: a forgotten lock costs students' edits
    except FileNotFoundError:
        return replace(lock.EMPTY, uid=made.uid if made else ""), False, []
    except OSError as error:
        return lock.EMPTY, True, [unreadable(files.lock, error)]
    data, problems = read_inside(files.lock, files.folder)
    if data is None:
        return lock.EMPTY, True, problems
    text = data.decode("utf-8", "replace")
    file = SourceFile(files.lock.as_posix(), text if whole else _NOTES.sub("", text))
    found, problems = lock.parse(file)
    if found is None:
        return lock.EMPTY, True, problems
    if made and made.uid and found.uid != made.uid:
        hint = f"put the uid back\nuid: {found.uid}\nor delete the lock if this is a new set"
        message = f'the lock belongs to the set with uid "{found.uid}", this one has "{made.uid}"'
        line = re.search(r"^uid .*$", file.text, re.M)
        place = file.span(*line.span()) if line else file.span(0)
        problems = [*problems, diagnose("L004", place, message, hint=hint)]
        return lock.EMPTY, True, problems
    return found, True, problems


def with_texts(made: QuestionSet, files: SetFiles, text: Path | None) -> tuple[QuestionSet, list[Diagnostic]]:
    """The set with the texts of its articles that are at hand; `text` stands in for the first."""
    articles: dict[str, Article] = {}
    problems: list[Diagnostic] = []
    for id, article in made.articles.items():
        path = text if text and not articles else spelled(files.folder, article.path) if article.path else None
        articles[id] = article
        if path and path != text and not (is_relative(article.path) and is_inside(path, files.folder)):
            hint = "put the text into the set's folder, or name it on the command line\ndeckmaker check --text FILE"
            problems.append(
                diagnose("A005", article.place_of("text"), "the text lies outside the set's folder", hint=hint)
            )
        elif path and os.path.exists(path):  # Path.exists raises for names that no file system takes
            data, said = read_bytes(path)
            problems += said
            if data is not None:
                from deckmaker import evidence

                found, said = evidence.load(path.as_posix(), data)
                problems += said
                articles[id] = replace(article, text=found)
    return replace(made, articles=articles), problems


def missing_texts(made: QuestionSet, files: SetFiles, found: Evidence) -> list[Diagnostic]:
    """An article's text that is not where the set says, while quotations wait to be held against it."""
    problems = []
    for id, article in made.articles.items():
        waiting = [claim for claim in made.claims.values() if claim.article == id and not found[claim.id].by]
        if (
            article.path
            and is_relative(article.path)
            and article.text is None
            and waiting
            and not os.path.exists(spelled(files.folder, article.path))
        ):
            beside = sorted(path.name for path in files.folder.iterdir() if path.is_file())
            hint = did_you_mean(article.path, beside) or "put it there, or name it on the command line with --text"
            count = "1 quotation is" if len(waiting) == 1 else f"{len(waiting)} quotations are"
            message = f'there is no text "{article.path}": {count} not verified'
            problems.append(diagnose("A006", article.place_of("text"), message, hint=hint))
    return problems
