"""What the papers are, for whatever reads them back: scanners, LMS files, item analysis."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from deckmaker import __version__
from deckmaker.model.document import Document
from deckmaker.model.identity import qid
from deckmaker.model.papers import Item, Paper, PaperSection, Version, letter, parts
from deckmaker.writers.print import words

_FORMAT = 1


def manifest(document: Document, paper: Paper, files: Mapping[str, bytes]) -> bytes:
    """JSON, keys in a fixed order.

    `order` of an item says for each printed place, from the first, which of the question's own options (right sides,
    things to order), from 0, stands there; `letters` names the places; `key` is what to mark, in print.
    files: the paper's PDFs by name.
    """
    quiz = paper.quiz
    made = {
        "format": _FORMAT,
        "tool": f"deckmaker {__version__}",
        "set": document.set.uid,
        "quiz": quiz.id,
        "title": quiz.title,
        "seed": quiz.seed,
        "paper": quiz.paper,
        "profile": quiz.profile,
        "files": {name: sha256(data).hexdigest() for name, data in files.items()},
        "key": key_name(paper),
        "versions": [_version(document, paper, version) for version in paper.versions],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def paper_name(paper: Paper, version: Version) -> str:
    """The name of a student's copy."""
    return f"{paper.quiz.id}-{version.name}.pdf"


def key_name(paper: Paper) -> str:
    """The name of the key."""
    return f"{paper.quiz.id}-key.pdf"


def _version(document: Document, paper: Paper, version: Version) -> dict[str, Any]:
    return {
        "version": version.name,
        "code": version.code,
        "content": version.content,
        "file": paper_name(paper, version),
        "points": words.number(version.points),
        "items": [_item(document, section, item) for section in version.sections for item in section.items],
    }


def _item(document: Document, section: PaperSection, item: Item) -> dict[str, Any]:
    question = item.question
    return {
        "number": item.number,
        "id": question.id,
        "qid": qid(document.set.uid, question.id),
        "type": question.kind,
        "section": section.title,
        "points": words.number(item.points),
        "letters": [letter(place) for place in range(len(parts(question)))],
        "order": list(item.order),
        "key": list(item.key),
    }
