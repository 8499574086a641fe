"""A paper's sheets as data: one for each version and one for the key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper
from deckmaker.model.questions import ImageOcclusion
from deckmaker.writers.print.inline import Inliner
from deckmaker.writers.print.key import key_data
from deckmaker.writers.print.manifest import key_name, paper_name
from deckmaker.writers.print.paper import paper_data
from deckmaker.writers.print.pictures import is_raster


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one PDF is made from.

    name: its file's.
    data: for the template.
    pictures: paths of the pictures in it, in name order.
    """

    name: str
    data: Mapping[str, Any]
    pictures: tuple[str, ...]


def sheets(document: Document, paper: Paper) -> tuple[list[Sheet], list[Diagnostic]]:
    """Every version and the key, and what of them paper cannot show: each said once."""
    fill: dict[str, Callable[[Inliner], dict[str, Any]]] = {
        paper_name(paper, version): partial(paper_data, document, paper, version) for version in paper.versions
    }
    fill[key_name(paper)] = partial(key_data, document, paper)
    made = []
    problems = list(_refused(document, paper))
    for name, data in fill.items():
        inliner = Inliner(paper.quiz.span)
        made.append(Sheet(name, data(inliner), tuple(sorted(inliner.pictures))))
        problems += inliner.problems
    return made, list(dict.fromkeys(problems))


def _refused(document: Document, paper: Paper) -> Iterator[Diagnostic]:
    """The letters of a drawing would stand in the PDF under the boxes that hide them."""
    for item in paper.versions[0].items:
        body = item.question.body
        if isinstance(body, ImageOcclusion) and not is_raster(document.set.media[body.image]):
            message = f'on paper the hidden parts of an SVG picture, "{body.image}", could be read all the same'
            hint = "use a PNG or JPEG, or leave print out of the question's `where`"
            yield diagnose("X001", item.question.span, message, hint=hint)
