"""A checked set → the files of its outputs, and the lock that goes with them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckmaker import lock, writers
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.lock import Lock
from deckmaker.model.papers import Paper
from deckmaker.model.questions import ANKI
from deckmaker.pipeline.checking import Checked, papers_of
from deckmaker.pipeline.commands import with_paths
from deckmaker.source import SourceFile

if TYPE_CHECKING:
    from deckmaker.writers.anki import AnkiOptions


OUTPUTS = tuple(writers.BUILT_IN)
"""What a build makes unless told otherwise."""

FURTHER = tuple(writers.FURTHER)
"""What it makes when asked."""


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


def maker_of(file: str) -> str:
    """The name of the output that a file of that name belongs to."""
    return writers.maker_of(file)


def unlocked(checked: Checked) -> list[Diagnostic]:
    """What of this state of the set its lock does not hold: nothing may be, under `--locked`."""
    assert checked.document is not None
    said = lock.covers(checked.lock if checked.has_lock else None, checked.document, checked.choices)
    return with_paths(said, checked.files.root)


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


def states(checked: Checked, locked: Lock, to: Iterable[str]) -> dict[str, str]:
    """A sum of all of the set that an output is made of, for each of the outputs: another where it would be another."""
    return {name: _SUMS[name](checked, locked) for name in to}


def _sum_of_notes(checked: Checked, locked: Lock) -> str:
    return lock.sum_of_notes(locked)


def _sum_of_papers(checked: Checked, locked: Lock) -> str:
    assert checked.document is not None
    return lock.sum_of(papers_of(checked), checked.document.set.media)


def _sum_of_cards(checked: Checked, locked: Lock) -> str:
    from deckmaker import papers

    assert checked.document is not None
    return lock.sum_of((papers.cards(checked.document),), checked.document.set.media)


_SUMS: Mapping[str, Callable[[Checked, Lock], str]] = {
    "anki": _sum_of_notes,
    "print": _sum_of_papers,
    "docx": _sum_of_papers,
    "flashcards": _sum_of_cards,
}


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


def is_report(page: bytes) -> bool:
    """Whether a file holds a report, and nobody changed it."""
    from deckmaker.writers.report import is_as_made

    return is_as_made(page)


def unprintable(checked: Checked) -> list[Diagnostic]:
    """What a build would say of formulas and sounds on the set's papers; nothing is made, and most sets have none."""
    if not checked.papers:
        return []
    from deckmaker.writers.sheets.unprintable import unprintable

    return [problem for paper in checked.papers for problem in unprintable(paper)]


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


def from_the_future(checked: Checked, now: int) -> list[Diagnostic]:
    """A time in the lock that is more than a day ahead of `now`, in epoch seconds."""
    ahead = checked.lock.latest - now
    if ahead < 24 * 60 * 60:
        return []
    place = SourceFile(checked.files.lock.as_posix(), "").span(0)
    when = datetime.fromtimestamp(min(checked.lock.latest, 253402300799), UTC).date()  # the last day a date can hold
    message = f"the lock has a time in the future, {when}: until then every import overwrites students' own edits"
    return [diagnose("L007", place, message, hint="set the clock right, or take an earlier lock back")]
