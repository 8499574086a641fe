"""How large a set may be: far larger than any that people write, small enough that no file can stop a computer."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.document import QuestionSet
from deckmaker.model.file_names import MOST_BYTES_OF_A_NAME, fits_everywhere, is_name, is_reserved
from deckmaker.readers.files import MOST_FILES, MOST_IN_ALL, SetFiles
from deckmaker.readers.merge import Merged
from deckmaker.source import SourceFile

MOST_QUESTIONS = 500_000
"""Of a set; the largest that we know of have 100,000."""


def beyond_bounds(files: SetFiles) -> Iterator[Diagnostic]:
    """Y012 where a set has too many files, or too large ones, to be read at all."""
    if len(files.files) > MOST_FILES:
        yield _too_large(files, f"the set has {len(files.files):,} files: more than {MOST_FILES:,} are not read")
    elif sum(path.stat().st_size for path in files.files if path.is_file()) > MOST_IN_ALL:
        yield _too_large(files, f"the set's files are together larger than {MOST_IN_ALL >> 20} MB")


def too_many_questions(files: SetFiles, merged: Merged) -> Iterator[Diagnostic]:
    """Y012 where it has more questions than can be worked on."""
    count = sum(len(file.shape.questions) + len(file.shape.claims) for file in merged.files)
    if count > MOST_QUESTIONS:
        yield _too_large(files, f"the set has {count:,} questions and claims: {MOST_QUESTIONS:,} are the most")


def unfit_names(made: QuestionSet) -> Iterator[Diagnostic]:
    """O005, O006: names of outputs that some system cannot have, or that would leave their folder."""
    if not is_name(made.name):
        place = SourceFile(made.root, "").span(0)
        hint = "rename the folder or file: letters, digits, - and spaces"
        yield diagnose("O006", place, f'outputs cannot be called "{made.name}"', hint=hint)
    elif not fits_everywhere(made.name):
        message = f'some systems take nothing called "{made.name}": nobody there can have the set or its outputs'
        yield diagnose("O005", made.span, message, hint="rename the set's folder or file")
    for quiz in made.quizzes:
        if not fits_everywhere(quiz.id):
            message = f'outputs cannot be called "{quiz.id}" on every system'
            yield diagnose("O006", quiz.span, message, hint=_renamed(quiz.id))


def _renamed(id: str) -> str:
    if is_reserved(id):
        return f"Windows keeps that name for itself; for example\nid: {id}-quiz"
    return f"not more than {MOST_BYTES_OF_A_NAME} bytes, and no full stop at its end"


def _too_large(files: SetFiles, message: str) -> Diagnostic:
    hint = "share it out among several sets, each in a folder of its own"
    return diagnose("Y012", SourceFile(files.root, "").span(0), message, hint=hint)
