"""The page as a whole: its head, its way around, its sections in their order."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from importlib.resources import files

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document
from deckmaker.writers.report.balance import balance
from deckmaker.writers.report.coverage import coverage
from deckmaker.writers.report.elements import Markup, join, tag
from deckmaker.writers.report.findings import findings
from deckmaker.writers.report.graph import sources
from deckmaker.writers.report.material import Material, ReportOptions
from deckmaker.writers.report.overview import header, overview
from deckmaker.writers.report.passages import articles
from deckmaker.writers.report.questions import questions
from deckmaker.writers.report.refusals import refusals
from deckmaker.writers.report.register import register

NAME = "report.html"
_MARK = b"<!doctype html><!-- deckmaker report %s -->\n"
"""How every report begins, with the SHA-256 of the rest: so it is known from what somebody else made or changed."""


class Section(Struct, frozen=True):
    """A section of the page.

    id, title: of it.
    body: what stands in it.
    needs: whether a set has something to show in it.
    count: said beside its link.
    """

    id: str
    title: str
    body: Callable[[Material], Markup]
    needs: Callable[[Material], bool]
    count: Callable[[Material], int] | None = None


def _always(_: Material) -> bool:
    return True


def _claims(material: Material) -> bool:
    return bool(material.set.claims)


def _generates(material: Material) -> bool:
    return bool(material.set.rules or material.document.refusals)


SECTIONS = (
    Section("overview", "Overview", overview, _always),
    Section("findings", "Findings", findings, _always, lambda material: len(material.problems)),
    Section("matrix", "Register", register, _claims, lambda material: len(material.set.claims)),
    Section("sources", "Sources", sources, _claims, lambda material: len(material.set.sources)),
    Section("covered", "Coverage", coverage, _claims),
    Section("refused", "Not asked", refusals, _generates, lambda material: len(material.document.refusals)),
    Section("balance", "Balance", balance, _always),
    Section("questions", "Questions", questions, _always, lambda material: len(material.document.questions)),
    Section("article", "The article", articles, lambda material: material.has_text),
)
"""The sections in their order."""


def write(document: Document, options: ReportOptions) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """`report.html`; nothing is wrong with it that is not said in it."""
    material = Material(document, options)
    shown = [section for section in SECTIONS if section.needs(material)]
    script = _file("page.js")
    page = tag("html", _head(material, script), tag("body", _body(material, shown), _script(script)), lang="en")
    data = page.encode() + b"\n"
    return {NAME: _mark(data) + data}, []


def _mark(rest: bytes) -> bytes:
    return _MARK % hashlib.sha256(rest).hexdigest().encode()


def is_as_made(page: bytes) -> bool:
    """Whether it is a report, and every byte of it is as it was made."""
    first, end, rest = page.partition(b"\n")
    return first + end == _mark(rest)


def _head(material: Material, script: str) -> Markup:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("link", rel="icon", href="data:,"),
        tag("title", f"Review: {material.set.title or material.set.name}"),
        tag("style", Markup(_file("page.css"))),
    )


def _body(material: Material, shown: list[Section]) -> Markup:
    return join(
        tag("a", "Skip to the report", href="#report", class_="skip"),
        tag("div", header(material), class_="top"),
        tag(
            "div",
            _navigation(material, shown),
            _main(material, shown),
            class_="layout",
        ),
    )


def _main(material: Material, shown: list[Section]) -> Markup:
    back = tag("a", "Sections", href="#contents", class_="back")
    return tag("main", (_section(material, section) for section in shown), back, id="report", tabindex="-1")


def _navigation(material: Material, shown: list[Section]) -> Markup:
    links = (tag("li", tag("a", section.title, _count(material, section), href=f"#{section.id}")) for section in shown)
    search = tag(
        "div",
        tag("label", "Search", for_="search"),
        tag("input", type="search", id="search", autocomplete="off", spellcheck="false"),
        tag("p", "", role="status", id="found"),
        role="search",
        hidden=True,
    )
    return tag("nav", search, tag("ul", links), id="contents", tabindex="-1", aria_label="Sections")


def _count(material: Material, section: Section) -> Markup:
    return tag("span", f" {section.count(material)}", class_="quiet") if section.count else Markup("")


def _section(material: Material, section: Section) -> Markup:
    heading = tag("h2", section.title, id=f"{section.id}-heading")
    return tag(
        "section",
        heading,
        section.body(material),
        id=section.id,
        aria_labelledby=f"{section.id}-heading",
        tabindex="-1",
    )


def _script(script: str) -> Markup:
    return tag("script", Markup(script))


def _file(name: str) -> str:
    return (files("deckmaker.writers.report") / name).read_text("utf-8")
