"""Papers ↔ the bytes of an issue: everything that is printed, and a sum by which a later change shows."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from deckmaker import __version__
from deckmaker.issued.questions import question_in, question_out
from deckmaker.issued.texts import checked, read, written
from deckmaker.model.answers import parts
from deckmaker.model.papers import Backing, Credit, Item, Paper, PaperSection, Version
from deckmaker.model.questions import ImageOcclusion, Question
from deckmaker.model.quizzes import Layout
from deckmaker.source import Span

FORMAT = 1
SUM = "sum"


def dump(paper: Paper) -> bytes:
    """The issue as JSON, the same bytes for the same paper."""
    made = {
        "format": FORMAT,
        "tool": f"deckmaker {__version__}",
        "set": paper.uid,
        "quiz": paper.id,
        "issue": paper.issue,
        "title": paper.title,
        "language": paper.language,
        "instructions": written(paper.instructions),
        "seed": paper.seed,
        "paper": paper.layout.paper,
        "profiles": list(paper.layout.profiles),
        "columns": paper.layout.columns,
        "minutes": paper.minutes,
        "credits": [[one.title, one.given, one.disclosure] for one in paper.credits],
        "questions": [question_out(question, paper.backing[question.id]) for question in paper.questions],
        "versions": [_version_out(version) for version in paper.versions],
        "media": {path: b64encode(data).decode("ascii") for path, data in paper.media.items()},
    }
    return sealed(made)


def sealed(made: Mapping[str, Any]) -> bytes:
    """JSON with the sum of the rest at its end."""
    return (json.dumps({**made, SUM: _sum(made)}, ensure_ascii=False, indent=1) + "\n").encode()


def opened(data: bytes) -> dict[str, Any]:
    """The JSON of an issue whose sum fits. Raises ValueError."""
    made = checked(json.loads(data), dict)
    given = made.pop(SUM, None)
    if made.get("format") == FORMAT and given != _sum(made):
        raise ValueError("it was changed after it was issued")
    return made  # type: ignore[no-any-return]


def _sum(made: Mapping[str, Any]) -> str:
    words = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def paper_of(made: Mapping[str, Any], span: Span) -> Paper:
    """The paper that an issue holds; `span` is its file. Raises ValueError, KeyError, TypeError, ArithmeticError."""
    read_questions = [question_in(checked(one, dict), span) for one in checked(made["questions"], list)]
    questions = {question.id: question for question, _ in read_questions}
    backing: dict[str, Backing] = {question.id: backing for question, backing in read_questions}
    paper = Paper(
        id=checked(made["quiz"], str),
        title=checked(made["title"], str),
        uid=checked(made["set"], str),
        language=checked(made["language"], str),
        instructions=read(made["instructions"]),
        seed=checked(made["seed"], str),
        layout=_layout(made),
        minutes=None if made["minutes"] is None else checked(made["minutes"], int),
        credits=tuple(Credit(*(checked(word, str) for word in one)) for one in made["credits"]),
        backing=backing,
        media={checked(path, str): b64decode(data, validate=True) for path, data in made["media"].items()},
        versions=tuple(_version_in(one, questions) for one in made["versions"]),
        span=span,
        issue=checked(made["issue"], int),
    )
    _check_media(paper)
    return paper


def _layout(made: Mapping[str, Any]) -> Layout:
    layout = Layout(made["paper"], tuple(made["profiles"]), made["columns"])
    known = {"normal", "large", "dyslexia"}
    if layout.paper not in ("a4", "letter") or not layout.profiles or not known.issuperset(layout.profiles):
        raise ValueError(f"no layout: {layout}")
    if layout.columns not in (1, 2):
        raise ValueError(f"{layout.columns} columns")
    return layout


def _version_out(version: Version) -> dict[str, Any]:
    return {
        "version": version.name,
        "code": version.code,
        "content": version.content,
        "sections": [_section_out(section) for section in version.sections],
    }


def _section_out(section: PaperSection) -> dict[str, Any]:
    return {
        "title": section.title,
        "instructions": written(section.instructions),
        "passage": written(section.passage),
        "extra_credit": section.extra_credit,
        "items": [[item.question.id, str(item.points), list(item.order)] for item in section.items],
    }


def _version_in(data: Mapping[str, Any], questions: Mapping[str, Question]) -> Version:
    sections = []
    count = 0
    for section in data["sections"]:
        items = tuple(
            _item(number, item, questions) for number, item in enumerate(checked(section["items"], list), count + 1)
        )
        count += len(items)
        sections.append(
            PaperSection(
                title=checked(section["title"], str),
                instructions=read(section["instructions"]),
                passage=read(section["passage"]),
                extra_credit=checked(section["extra_credit"], bool),
                items=items,
            )
        )
    name, code, content = (checked(data[key], str) for key in ("version", "code", "content"))
    if not re.fullmatch("[A-Z]", name):  # files are called after it
        raise ValueError(f"no version {name}")
    return Version(name, code, content, tuple(sections))


def _item(number: int, data: Any, questions: Mapping[str, Question]) -> Item:
    id, points, order = data
    question = questions[id]
    if sorted(order) != list(range(len(parts(question)))):
        raise ValueError(f"no order of {id}: {order}")
    return Item(number, question, Decimal(checked(points, str)), tuple(order))


def _check_media(paper: Paper) -> None:
    for question in paper.questions:
        if isinstance(question.body, ImageOcclusion) and question.body.image not in paper.media:
            raise ValueError(f"no picture {question.body.image}")
