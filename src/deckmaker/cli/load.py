"""Sets named on the command line, checked; what several commands begin with."""

from __future__ import annotations

from pathlib import Path

from deckmaker import pipeline
from deckmaker.cli.options import or_default
from deckmaker.cli.terminal import progress
from deckmaker.collector import collector_resting
from deckmaker.diagnostics import Diagnostic
from deckmaker.pipeline import EVERYTHING, Checked, Wanted
from deckmaker.readers.files import SetFiles, unreadable


def load(
    paths: tuple[Path, ...], text: Path | None, *, strict: bool = False, wanted: Wanted = EVERYTHING
) -> tuple[list[Checked], list[Diagnostic]]:
    """Every set at the paths, and everything that is wrong with them."""
    found, problems = pipeline.find_sets(or_default(paths))
    checked = []
    for files in found:
        progress(f"checking {files.root}")
        one, said = checked_anew(files, text, wanted)
        problems += said
        if one:
            checked.append(pipeline.strict(one) if strict else one)
            problems += checked[-1].problems
    progress("")
    return checked, problems + pipeline.same_uids(checked)


def checked_anew(
    files: SetFiles, text: Path | None, wanted: Wanted = EVERYTHING
) -> tuple[Checked | None, list[Diagnostic]]:
    """The set as it is now; none where its folder goes away while it is read."""
    try:
        with collector_resting():
            return pipeline.check(files, text, wanted=wanted), []
    except OSError as error:
        return None, [unreadable(Path(error.filename or files.folder), error)]


def up_to_date(checked: Checked, text: Path | None, wanted: Wanted = EVERYTHING) -> tuple[Checked, list[Diagnostic]]:
    """The set as it is now, once we have its turn, and what is wrong with it: others may have built it meanwhile."""
    if not pipeline.has_changed(checked):
        return checked, []
    now, problems = checked_anew(checked.files, text, wanted)
    known = {(problem.code.id, problem.message) for problem in checked.problems}
    if now:
        problems += [problem for problem in now.problems if (problem.code.id, problem.message) not in known]
    return now or checked, problems
