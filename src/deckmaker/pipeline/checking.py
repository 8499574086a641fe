"""A set from its files to a checked document and its papers: the stages in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from deckmaker import checks, lock
from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.lock import Lock
from deckmaker.model.claims import Evidence
from deckmaker.model.document import Document, QuestionSet
from deckmaker.model.papers import Paper
from deckmaker.model.questions import Question, Refusal
from deckmaker.pipeline.commands import with_paths
from deckmaker.pipeline.inputs import issues_of, missing_texts, read_lock, with_texts
from deckmaker.readers import SetFiles, read
from deckmaker.readers.files import state, unfit_fonts


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
    locked, has_lock, said = read_lock(files, made, wanted.whole)
    problems += said
    if made is None:
        return Checked(files, None, locked, has_lock, {}, (), tuple(problems), state=before)
    if wanted.whole:
        made, said = with_texts(made, files, text)
        problems += [*said, *unfit_fonts(files)]
    found, said = _verified(made, locked)
    problems += said
    if wanted.whole:
        problems += missing_texts(made, files, found)
    questions, refusals, choices, said = _generated(made, locked)
    problems += said
    document = Document(made, _in_order(made, questions), refusals, found)
    _, said = checks.check(document, lint=wanted.lint)
    problems += said
    problems += lock.kinds_changed(locked, document)
    if wanted.whole and not any(problem.is_error for problem in problems):
        problems += lock.what_stays(locked, document)
    issues, said = issues_of(files, made)
    problems += said
    planned: tuple[Paper, ...] = ()
    # a quiz that names a question left out is not at fault
    if wanted.papers and not any(problem.is_error for problem in problems):
        planned, said = _papers(document, issues, wanted.lint)
        problems += said
    problems = checks.weigh(made, checks.silence(document, problems, lint=wanted == EVERYTHING))
    if any(problem.is_error for problem in problems):
        planned = ()
    said = with_paths(problems, files.root)
    return Checked(files, document, locked, has_lock, choices, planned, tuple(said), issues, before)


def _verified(made: QuestionSet, locked: Lock) -> tuple[Evidence, list[Diagnostic]]:
    if not made.claims and not made.left_out:
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


def papers_of(checked: Checked) -> tuple[Paper, ...]:
    """Its papers, planned now where they were not wanted when it was checked."""
    assert checked.document is not None
    return checked.papers or _papers(checked.document, checked.issues, lint=False)[0]


def _papers(document: Document, issues: Sequence[Paper], lint: bool) -> tuple[tuple[Paper, ...], list[Diagnostic]]:
    """What is printed: the last issue of each quiz that has one, and the others as the set is now."""
    from deckmaker import papers

    last = {paper.id: paper for paper in issues}
    planned, problems = papers.plan(document, last)
    if lint:
        problems += checks.check_papers(document, planned)
    if last:
        from deckmaker import issued

        problems += [problem for paper in last.values() for problem in issued.changed(paper, document)]
    fresh = {paper.id: paper for paper in planned}
    order = [quiz.id for quiz in document.set.quizzes]
    every = {**{id: {**fresh, **last}[id] for id in order if id in fresh or id in last}, **fresh, **last}
    return tuple(every.values()), problems


def _in_order(made: QuestionSet, generated: tuple[Question, ...]) -> tuple[Question, ...]:
    """By the place of the first claim in the register; what is about no claim last, as written."""
    places = {id: index for index, id in enumerate(made.claims)}
    questions = (*generated, *made.questions)
    return tuple(sorted(questions, key=lambda question: places.get(next(iter(question.claims), ""), len(places))))


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
