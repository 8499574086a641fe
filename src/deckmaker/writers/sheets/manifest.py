"""What the papers are, for whatever reads them back: scanners, LMS files, item analysis."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from deckmaker import __version__
from deckmaker.model.answers import letter, parts
from deckmaker.model.identity import qid
from deckmaker.model.papers import Item, Paper, PaperSection, Version
from deckmaker.writers.sheets.words import number

_FORMAT = 2


def manifest(paper: Paper, files: Iterable[tuple[str, bytes]]) -> bytes:
    """JSON, keys in a fixed order.

    `order` of an item says for each printed place, from the first, which of the question's own options (right sides,
    things to order), from 0, stands there; `letters` names the places; `key` is what to mark, in print. `issue` is 0
    where the paper was not issued.
    files: the paper's PDFs, each with its name; one at a time is looked at.
    """
    made = {
        "format": _FORMAT,
        "tool": f"deckmaker {__version__}",
        "set": paper.uid,
        "quiz": paper.id,
        "issue": paper.issue,
        "title": paper.title,
        "seed": paper.seed,
        "paper": paper.layout.paper,
        "profiles": list(paper.layout.profiles),
        "columns": paper.layout.columns,
        "files": {name: sha256(data).hexdigest() for name, data in files},
        "versions": [_version(paper, version) for version in paper.versions],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def paper_name(paper: Paper, version: Version, profile: str) -> str:
    """The name of a student's copy; the quiz's first profile goes without saying."""
    return f"{paper.id}-{version.name}{'' if profile == paper.layout.profiles[0] else f'-{profile}'}.pdf"


def key_name(paper: Paper, version: Version) -> str:
    """The name of a version's key."""
    return f"{paper.id}-{version.name}-key.pdf"


def overview_name(paper: Paper) -> str:
    """The name of the teacher's overview."""
    return f"{paper.id}-overview.pdf"


def erratum_name(paper: Paper) -> str:
    """The name of the erratum sheet of an issued paper."""
    return f"{paper.id}-erratum.pdf"


def strips_name(paper: Paper) -> str:
    """The name of the answer strips."""
    return f"{paper.id}-strips.pdf"


def _version(paper: Paper, version: Version) -> dict[str, Any]:
    return {
        "version": version.name,
        "code": version.code,
        "content": version.content,
        "file": paper_name(paper, version, paper.layout.profiles[0]),
        "key_file": key_name(paper, version),
        "points": number(version.points),
        "extra_points": number(version.extra_points),
        "items": [_item(paper, section, item) for section in version.sections for item in section.items],
    }


def _item(paper: Paper, section: PaperSection, item: Item) -> dict[str, Any]:
    question = item.question
    return {
        "number": item.number,
        "id": question.id,
        "qid": qid(paper.uid, question.id),
        "type": question.kind,
        "section": section.title,
        "extra_credit": section.extra_credit,
        "points": number(item.points),
        "letters": [letter(place) for place in range(len(parts(question)))],
        "order": list(item.order),
        "key": list(item.key),
    }
