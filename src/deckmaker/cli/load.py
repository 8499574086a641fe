"""Sets named on the command line, checked; what several commands begin with."""

from __future__ import annotations

from pathlib import Path

from deckmaker import pipeline
from deckmaker.cli.options import or_default
from deckmaker.cli.output import progress
from deckmaker.collector import collector_resting
from deckmaker.diagnostics import Diagnostic
from deckmaker.pipeline import Checked


def load(paths: tuple[Path, ...], text: Path | None, *, strict: bool = False) -> tuple[list[Checked], list[Diagnostic]]:
    """Every set at the paths, and everything that is wrong with them."""
    found, problems = pipeline.find_sets(or_default(paths))
    checked = []
    for files in found:
        progress(f"checking {files.root}")
        with collector_resting():
            one = pipeline.check(files, text)
        one = pipeline.strict(one) if strict else one
        checked.append(one)
        problems += one.problems
    progress("")
    return checked, problems + pipeline.same_uids(checked)
