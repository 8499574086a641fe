"""What stands on printed papers: their text read back, question by question."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import pypdfium2

from deckmaker import papers
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper, Version
from deckmaker.writers.print import PrintOptions, write

FOOTER = re.compile(r"Page \d+ of \d+ · .*$")


def printed(document: Document) -> tuple[tuple[Paper, ...], dict[str, bytes], list[Diagnostic]]:
    """The papers of a document, their files, and what was said about them."""
    planned, problems = papers.plan(document)
    files, said = write(document, PrintOptions(planned))
    return planned, dict(files), problems + said


def normal(words: str) -> str:
    """Compatibility forms folded, invisible characters dropped, spaces single."""
    folded = "".join(char for char in unicodedata.normalize("NFKC", words) if unicodedata.category(char) != "Cf")
    return re.sub(r"\s+", " ", folded).strip()


def pages(pdf: bytes) -> list[str]:
    """Each page's text without its footer, which must be there."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    found = []
    for text in texts:
        words = normal(text)
        footer = FOOTER.search(words)
        assert footer, words
        found.append(words[: footer.start()])
    return found


def whole_text(pdf: bytes) -> str:
    """All pages one after another."""
    return normal(" ".join(pages(pdf)))


def by_number(text: str, count: int) -> dict[int, str]:
    """What stands between one question number and the next; 0 is what stands before the first."""
    found = {}
    rest = text
    for number in range(1, count + 2):
        before, sign, after = f" {rest}".partition(f" {number}. ") if number <= count else (f" {rest}", "", "")
        assert sign or number > count, f"no question {number} in: {rest}"
        found[number - 1] = before.strip()
        rest = after
    return found


@dataclass(frozen=True)
class Sheet:
    """A student's copy read back: what stands at each number."""

    version: Version
    text: str
    parts: dict[int, str]


def read_back(paper: Paper, files: dict[str, bytes]) -> list[Sheet]:
    """Every version's copy."""
    sheets = []
    for version in paper.versions:
        text = whole_text(files[f"{paper.id}-{version.name}.pdf"])
        sheets.append(Sheet(version, text, by_number(text, len(version.items))))
    return sheets


def keys(paper: Paper, files: dict[str, bytes]) -> dict[str, tuple[str, dict[int, str]]]:
    """For each version its code as the key has it, and what the key says at each number."""
    found = {}
    for version in paper.versions:
        text = whole_text(files[f"{paper.id}-{version.name}-key.pdf"])
        _, head, own = text.partition(f"Version {version.name} · Code ")
        assert head, version.name
        found[version.name] = (own.split()[0], by_number(own, len(version.items)))
    return found
