"""What the page is made from, indexed once for all sections."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.claims import Claim
from deckmaker.model.document import Document, QuestionSet
from deckmaker.model.papers import Item, Paper, Version
from deckmaker.model.questions import Kind, Question
from deckmaker.model.text import Gap, Text
from deckmaker.source import Span
from deckmaker.writers.html import Html
from deckmaker.writers.report.elements import Markup, join, tag

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}


class ReportOptions(Struct, frozen=True):
    """What a report is told beside the document.

    papers: as `deckmaker.papers.plan` made them; empty where the set has errors.
    problems: everything said about the set.
    with_text: whether the article's text, where it is at hand, stands in the page.
    """

    papers: tuple[Paper, ...]
    problems: tuple[Diagnostic, ...]
    with_text: bool = True


class Printed(Struct, frozen=True):
    """A question's place on a paper.

    paper, version, item: where it stands, and as what.
    """

    paper: Paper
    version: Version
    item: Item


@dataclass(frozen=True)
class Material:
    """A checked set, as the sections ask for it.

    document, options: what the writer got.
    """

    document: Document
    options: ReportOptions

    @property
    def set(self) -> QuestionSet:
        """The set."""
        return self.document.set

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What was said, each once, by file and place."""
        every = dict.fromkeys(self.options.problems)
        return tuple(sorted(every, key=lambda each: (each.span.key, each.code.id, each.message)))

    @cached_property
    def asked(self) -> Mapping[str, tuple[Question, ...]]:
        """For each claim the questions about it."""
        return {
            id: tuple(question for question in self.document.questions if id in question.claims)
            for id in self.set.claims
        }

    @cached_property
    def printed(self) -> Mapping[str, tuple[Printed, ...]]:
        """For each question that is printed its places, by paper and version."""
        found: dict[str, tuple[Printed, ...]] = {}
        for paper in self.options.papers:
            for version in paper.versions:
                for item in version.items:
                    id = item.question.id
                    found[id] = (*found.get(id, ()), Printed(paper, version, item))
        return found

    @cached_property
    def has_text(self) -> bool:
        """Whether an article's text stands in the page."""
        return self.options.with_text and any(article.text for article in self.set.articles.values())

    def is_missed(self, claim: Claim) -> bool:
        """Whether a claim is one of the main ones and nothing asks about it."""
        return claim.core and not self.asked[claim.id]

    def name(self, id: str) -> str:
        """A source's name; the id where there is none."""
        source = self.set.sources.get(id)
        return source.name if source else id

    def rich(self, text: Text) -> Markup:
        """A text of the set's as HTML: pictures within, formulas as TeX, deletions marked."""
        return Markup(self._html.text(text))

    def picture(self, path: str, alt: str) -> Markup:
        """A picture of the set's, or its words."""
        return Markup(self._html.image(path, alt))

    def place(self, span: Span) -> str:
        """Where something stands, the same whatever folder the tool runs in: "tides/tides.yaml:4:7"."""
        line, column = span.file.position(span.start)
        name = self.file(span)
        return f"{name}:{line}:{column}" if name and span.file.text else name

    def file(self, span: Span) -> str:
        """The file's name, from the set's own folder on; of a file elsewhere the last part alone."""
        name, root = span.file.name, PurePosixPath(self.set.root)
        within = PurePosixPath(name)
        if name and within.is_relative_to(root):
            return (PurePosixPath(root.name) / within.relative_to(root)).as_posix()
        return within.name

    @cached_property
    def _html(self) -> Html:
        return Html(self._address, _gap, lambda tex, display: tag("code", tex, class_="tex"))

    def _address(self, path: str) -> str:
        data = self.set.media.get(path)
        kind = _TYPES.get(PurePosixPath(path).suffix.lower(), "")
        return f"data:{kind};base64,{base64.b64encode(data).decode()}" if data and kind else ""


def _gap(gap: Gap, inner: str) -> str:
    hint = tag("span", f" ({gap.hint})", class_="quiet") if gap.hint else ""
    return tag("mark", join(Markup(inner), hint), class_="gap")


def counted(count: int, word: str, plural: str = "") -> str:
    """ "1 claim", "2 claims"."""
    return f"{count} {word if count == 1 else plural or word + 's'}"


def type_label(kind: Kind) -> str:
    """A question's type in words."""
    return "true or false" if kind is Kind.TRUE_FALSE else kind.replace("_", " ")
