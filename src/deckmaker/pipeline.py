"""The stages in order: the only module that knows all stages of a build.

    files ─ readers ─▶ set ─ evidence ─▶ ─ generators ─▶ document ─ checks ─▶ ─ papers, writers ─▶ files

No stage prints, exits, or asks the clock; files are read here and by the readers, and written by the command line.
A stage that a set has no work for is not loaded.
"""

from __future__ import annotations

import os
import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from deckmaker import checks, lock, writers
from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.lock import Lock
from deckmaker.model.article import Article
from deckmaker.model.claims import Evidence
from deckmaker.model.document import Document, QuestionSet
from deckmaker.model.papers import Paper
from deckmaker.model.questions import ANKI, Question, Refusal
from deckmaker.readers import SetFiles, find_sets, read
from deckmaker.readers.files import read_bytes, read_inside, state, unfit_fonts, unreadable
from deckmaker.readers.inside import is_inside, is_relative, spelled
from deckmaker.source import SourceFile

if TYPE_CHECKING:
    from deckmaker.writers.anki import AnkiOptions

OUTPUTS = tuple(writers.BUILT_IN)
"""What a build makes unless told otherwise."""
FURTHER = tuple(writers.FURTHER)
"""What it makes when asked."""

__all__ = [
    "FURTHER",
    "OUTPUTS",
    "Checked",
    "Printing",
    "Wanted",
    "advanced",
    "check",
    "find_sets",
    "from_the_future",
    "has_changed",
    "maker_of",
    "outputs",
    "report",
    "same_uids",
    "strict",
    "unlocked",
]


class Printing(Struct, frozen=True):
    """What somebody who builds wants of papers.

    fonts: folders of further fonts; a set's own folder "fonts" comes before them.
    flip: the edge over which the printer turns a sheet of flashcards, "long" or "short".
    for_older: whether the deck is for Anki before 2.1.50 as well.
    kept: makes what papers are put into; `dict` holds them all in memory.
    """

    fonts: tuple[Path, ...] = ()
    flip: str = "long"
    for_older: bool = False
    kept: Callable[[], MutableMapping[str, bytes]] = dict


_PLAIN = Printing()


class Checked(Struct, frozen=True):
    """A set read and checked.

    files: where it is.
    document: complete, or None where nothing of it could be read.
    lock: what its lock says; empty where there is none.
    has_lock: whether there is one.
    choices: what the generators chose, for the lock to keep.
    papers: its quizzes in their versions, as last issued or else made afresh; empty where there are errors.
    issues: every issue of every quiz.
    problems: everything wrong with it.
    state: of its files when they were read, as `readers.files.state` tells it.
    """

    files: SetFiles
    document: Document | None
    lock: Lock
    has_lock: bool
    choices: Mapping[str, tuple[str, ...]]
    papers: tuple[Paper, ...]
    problems: tuple[Diagnostic, ...]
    issues: tuple[Paper, ...] = ()
    state: tuple[object, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether outputs may be made from it."""
        return self.document is not None and not any(problem.is_error for problem in self.problems)


class Wanted(Struct, frozen=True):
    """How much of a check is wanted.

    lint: whether rules that only warn are asked as well.
    papers: whether papers are planned and looked at.
    whole: whether all questions are there; if not, nothing is said of what the lock knows besides them, and the
        article's text is not read, whose quotations are as they were.
    """

    lint: bool = True
    papers: bool = True
    whole: bool = True


EVERYTHING = Wanted()


def check(
    files: SetFiles,
    text: Path | None = None,
    instead: Mapping[Path, bytes] = MappingProxyType({}),
    wanted: Wanted = EVERYTHING,
) -> Checked:
    """Everything short of writing. `text` stands in for the article's own text file, `instead` for files of the set."""
    before = state(files)  # first of all: what is written while we read is noticed
    made, problems = read(files, instead)
    locked, has_lock, said = _read_lock(files, made, wanted.whole)
    problems += said
    if made is None:
        return Checked(files, None, locked, has_lock, {}, (), tuple(problems), state=before)
    if wanted.whole:
        made, said = _with_texts(made, files, text)
        problems += [*said, *unfit_fonts(files)]
    found, said = _verified(made, locked)
    problems += said
    if wanted.whole:
        problems += _missing_texts(made, files, found)
    questions, refusals, choices, said = _generated(made, locked)
    problems += said
    document = Document(made, _in_order(made, questions), refusals, found)
    _, said = checks.check(document, lint=wanted.lint)
    problems += said
    problems += lock.kinds_changed(locked, document)
    if wanted.whole and not any(problem.is_error for problem in problems):
        problems += lock.what_stays(locked, document)
    issues, said = _issues(files, made)
    problems += said
    planned: tuple[Paper, ...] = ()
    # a quiz that names a question left out is not at fault
    if wanted.papers and not any(problem.is_error for problem in problems):
        planned, said = _papers(document, issues, wanted.lint)
        problems += said
    problems = checks.weigh(made, checks.silence(document, problems, lint=wanted == EVERYTHING))
    if any(problem.is_error for problem in problems):
        planned = ()
    return Checked(files, document, locked, has_lock, choices, planned, tuple(problems), issues, before)


def _verified(made: QuestionSet, locked: Lock) -> tuple[Evidence, list[Diagnostic]]:
    if not made.claims:
        return {}, []
    from deckmaker import evidence

    return evidence.verify(made, locked.quotes)


Choices = Mapping[str, tuple[str, ...]]


def _generated(
    made: QuestionSet, locked: Lock
) -> tuple[tuple[Question, ...], tuple[Refusal, ...], Choices, list[Diagnostic]]:
    if not made.rules and not made.edits:
        return (), (), {}, []
    from deckmaker import generators

    generated, problems = generators.generate(made, locked.choices)
    return generated.questions, generated.refusals, generated.choices, problems


_MOST_OF_AN_ISSUE = 256 << 20
"""Bytes of an issued paper, which holds its pictures."""


def _issues(files: SetFiles, made: QuestionSet) -> tuple[tuple[Paper, ...], list[Diagnostic]]:
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


def _papers(document: Document, issues: Sequence[Paper], lint: bool) -> tuple[tuple[Paper, ...], list[Diagnostic]]:
    """What is printed: the last issue of each quiz that has one, and the others as the set is now."""
    from deckmaker import issued, papers

    last = {paper.id: paper for paper in issues}
    planned, problems = papers.plan(document, last)
    if lint:
        problems += checks.check_papers(document, planned)
    for paper in last.values():
        problems += issued.changed(paper, document)
    fresh = {paper.id: paper for paper in planned}
    order = [quiz.id for quiz in document.set.quizzes]
    every = {**{id: {**fresh, **last}[id] for id in order if id in fresh or id in last}, **fresh, **last}
    return tuple(every.values()), problems


def strict(checked: Checked) -> Checked:
    """The same, every quotation that nobody verified an error."""
    if checked.document is None:
        return checked
    from deckmaker import evidence

    problems = evidence.uncovered(checked.document.set, checked.document.evidence)
    return replace(checked, problems=(*checked.problems, *problems))


def has_changed(checked: Checked) -> bool:
    """Whether the set, or its lock, is another than was read."""
    try:
        return state(checked.files) != checked.state
    except OSError:
        return True


def maker_of(file: str) -> str:
    """The name of the output that a file of that name belongs to."""
    return writers.maker_of(file)


def unlocked(checked: Checked) -> list[Diagnostic]:
    """What of this state of the set its lock does not hold: nothing may be, under `--locked`."""
    assert checked.document is not None
    return lock.covers(checked.lock if checked.has_lock else None, checked.document, checked.choices)


def advanced(checked: Checked, now: int) -> Lock:
    """The lock that this state of the set should have; `now` in epoch seconds."""
    assert checked.document is not None
    return lock.advance(checked.lock, checked.document, checked.choices, now)


def outputs(
    checked: Checked, locked: Lock, to: Iterable[str], how: Printing = _PLAIN
) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """The files of the outputs named in `to`, by name. Raises KeyError for an output that does not exist."""
    files: list[Any] = []
    problems: list[Diagnostic] = []
    for name in to:
        made, said = writers.get(name)(checked.document, _OPTIONS[name](checked, locked, how))
        problems += said
        files.append(made)
    # Seen as one and not copied into one, which would bring all of them into memory.
    return ChainMap(*reversed(files)), problems


def fonts_of(checked: Checked, further: Iterable[Path]) -> tuple[Path, ...]:
    """Folders of fonts for the set's papers: its own, then further ones."""
    own = checked.files.folder / "fonts"
    return (own, *further) if checked.files.has_folder and own.is_dir() else tuple(further)


def report(checked: Checked, *, with_text: bool = True) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The page for whoever reviews the set, by its name; it is made of broken sets too, and says what is wrong.

    with_text: whether the article's text, where it is at hand, stands in it.
    """
    from deckmaker.writers.report import ReportOptions

    options = ReportOptions(checked.papers, checked.problems, with_text)
    files, problems = writers.get("report")(checked.document, options)
    return dict(files), problems


def same_uids(all_checked: Iterable[Checked]) -> list[Diagnostic]:
    """Two sets with one uid would overwrite each other in a student's collection; two with one name, on disk."""
    problems = []
    uids: dict[str, QuestionSet] = {}
    names: dict[str, QuestionSet] = {}
    for checked in all_checked:
        if checked.document is None:
            continue
        made = checked.document.set
        if made.uid and uids.setdefault(made.uid, made) is not made:
            label = Label(uids[made.uid].place_of("uid"), "the other set")
            hint = "make a copy with a uid of its own by\ndeckmaker new NAME --from SET"
            problems.append(
                diagnose(
                    "R005", made.place_of("uid"), f'two sets have the uid "{made.uid}"', labels=(label,), hint=hint
                )
            )
        if names.setdefault(made.name.casefold(), made) is not made:
            label = Label(names[made.name.casefold()].span, "the other set")
            message = f'two sets are called "{made.name}": their outputs would have one place'
            problems.append(diagnose("O002", made.span, message, labels=(label,), hint="rename a folder"))
    return problems


def anki_options(checked: Checked, locked: Lock, how: Printing = _PLAIN) -> AnkiOptions:
    """What the Anki writer is told beside the document."""
    from deckmaker.writers.anki import AnkiOptions

    assert checked.document is not None
    asked = [question for question in checked.document.questions if ANKI in question.where]
    times = {question.id: locked.notes[question.first_id][1] for question in asked}
    return AnkiOptions(times, lock.RENDER, how.for_older)


def _print(checked: Checked, locked: Lock, how: Printing) -> object:
    return print_options(checked.papers, fonts_of(checked, how.fonts), how.kept)


def print_options(
    planned: tuple[Paper, ...], fonts: Sequence[Path] = (), kept: Callable[[], MutableMapping[str, bytes]] = dict
) -> object:
    """What the print writer is told beside the document."""
    from deckmaker.writers.print import PrintOptions

    return PrintOptions(papers=planned, font_paths=posix(fonts), kept=kept)


def posix(paths: Iterable[Path]) -> tuple[str, ...]:
    """Paths as words, the same on every system."""
    return tuple(path.as_posix() for path in paths)


def _docx(checked: Checked, locked: Lock, how: Printing) -> object:
    from deckmaker.writers.docx import DocxOptions

    return DocxOptions(checked.papers)


def _flashcards(checked: Checked, locked: Lock, how: Printing) -> object:
    from deckmaker import papers
    from deckmaker.writers.print.cards import FlashcardOptions

    assert checked.document is not None
    return FlashcardOptions(papers.cards(checked.document), how.flip, posix(fonts_of(checked, how.fonts)))


_OPTIONS: Mapping[str, Callable[[Checked, Lock, Printing], object]] = {
    "anki": anki_options,
    "print": _print,
    "docx": _docx,
    "flashcards": _flashcards,
}
"""What each writer is told beside the document; loaded when it is asked for, as the writers are."""


_NOTES = re.compile(r"^(?:note|cards|kind|deck|retired) .*\n", re.M)


def _read_lock(files: SetFiles, made: QuestionSet | None, whole: bool) -> tuple[Lock, bool, list[Diagnostic]]:
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


def _with_texts(made: QuestionSet, files: SetFiles, text: Path | None) -> tuple[QuestionSet, list[Diagnostic]]:
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


def _missing_texts(made: QuestionSet, files: SetFiles, found: Evidence) -> list[Diagnostic]:
    """An article's text that is not where the set says, while quotations wait to be held against it."""
    from difflib import get_close_matches

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
            near = get_close_matches(article.path, beside, n=1)
            hint = f'did you mean "{near[0]}"?' if near else "put it there, or name it on the command line with --text"
            count = "1 quotation is" if len(waiting) == 1 else f"{len(waiting)} quotations are"
            message = f'there is no text "{article.path}": {count} not verified'
            problems.append(diagnose("A006", article.place_of("text"), message, hint=hint))
    return problems


def from_the_future(checked: Checked, now: int) -> list[Diagnostic]:
    """A time in the lock that is more than a day ahead of `now`, in epoch seconds."""
    ahead = checked.lock.latest - now
    if ahead < 24 * 60 * 60:
        return []
    place = SourceFile(checked.files.lock.as_posix(), "").span(0)
    when = datetime.fromtimestamp(min(checked.lock.latest, 253402300799), UTC).date()  # the last day a date can hold
    message = f"the lock has a time in the future, {when}: until then every import overwrites students' own edits"
    return [diagnose("L007", place, message, hint="set the clock right, or take an earlier lock back")]


def _in_order(made: QuestionSet, generated: tuple[Question, ...]) -> tuple[Question, ...]:
    """By the place of the first claim in the register; what is about no claim last, as written."""
    places = {id: index for index, id in enumerate(made.claims)}
    questions = (*generated, *made.questions)
    return tuple(sorted(questions, key=lambda question: places.get(next(iter(question.claims), ""), len(places))))
