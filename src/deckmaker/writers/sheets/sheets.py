"""A paper's sheets as data: each version in each profile, its key, and what is about all versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import Struct, field

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.papers import Paper
from deckmaker.writers.sheets.erratum import erratum_data
from deckmaker.writers.sheets.inline import Covered, Inliner
from deckmaker.writers.sheets.key import key_data
from deckmaker.writers.sheets.manifest import erratum_name, key_name, overview_name, paper_name
from deckmaker.writers.sheets.overview import overview_data
from deckmaker.writers.sheets.paper import paper_data


class Sheet(Struct, frozen=True):
    """What one file is made from.

    name: its file's.
    data: for whoever sets it.
    pictures: paths of the pictures in it, in name order.
    covered: by the name that the data has for each, the path of a picture of which parts are hidden, and what is.
    version: the version that it is a student's copy of in the quiz's first profile; "" for every other sheet.
    """

    name: str
    data: Mapping[str, Any]
    pictures: tuple[str, ...]
    version: str = ""
    covered: Mapping[str, Covered] = field(default_factory=dict)


def sheets(paper: Paper) -> Iterator[tuple[Sheet, list[Diagnostic]]]:
    """Every sheet, one at a time so that no more than one is held, with what of it paper cannot show.

    Students' copies come first, then keys, then what is about all versions.
    """
    for name, version, data in _fillers(paper):
        inliner = Inliner(paper.span)
        filled = data(inliner)
        sheet = Sheet(name, filled, tuple(sorted(inliner.pictures)), version, inliner.covered)
        yield sheet, list(dict.fromkeys(inliner.problems))


def _fillers(paper: Paper) -> Iterator[tuple[str, str, Callable[[Inliner], dict[str, Any]]]]:
    first = paper.layout.profiles[0]
    for version in paper.versions:
        for profile in paper.layout.profiles:
            name = paper_name(paper, version, profile)
            yield name, version.name if profile == first else "", partial(paper_data, paper, version, profile)
    for version in paper.versions:
        yield key_name(paper, version), "", partial(key_data, paper, version)
    yield overview_name(paper), "", lambda inliner: overview_data(paper)
    if paper.errata:
        yield erratum_name(paper), "", partial(erratum_data, paper)
