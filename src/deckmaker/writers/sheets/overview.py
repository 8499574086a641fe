"""What a teacher wants to see of a whole paper: what it tests, and where each question stands on each version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from deckmaker.model.papers import Item, Paper, Version
from deckmaker.writers.sheets.paper import frame, reasons_of, summary
from deckmaker.writers.sheets.words import Words, number, words_of


def overview_data(paper: Paper) -> dict[str, Any]:
    """Tables, each a title, a head and rows of words; a `wide` one has a column for each version."""
    words = words_of(paper.language)
    return {
        "kind": "overview",
        **frame(paper, words),
        "heading": f"{words['overview']}: {paper.title}",
        "summary": summary(paper, paper.versions[0], words),
        "tables": [*_tested(paper, words), *_masters(paper, words)],
    }


def _tested(paper: Paper, words: Words) -> list[dict[str, Any]]:
    """Questions and points of the first version by type, basis and claim."""
    by: dict[str, Callable[[Item], Iterable[str]]] = {
        "by_type": lambda item: [words[item.question.kind]],
        "by_basis": lambda item: [reason.basis for reason in reasons_of(paper, item)],
        "by_claim": lambda item: [reason.claim for reason in reasons_of(paper, item)],
    }
    if not any(backing.reasons for backing in paper.backing.values()):
        by = {"by_type": by["by_type"]}
    return [_tally(name, paper.versions[0], of, words) for name, of in by.items()]


def _tally(name: str, version: Version, of: Callable[[Item], Iterable[str]], words: Words) -> dict[str, Any]:
    """A question that is about two claims counts for each."""
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in version.items:
        for word in dict.fromkeys(of(item)) or [words["no_claim"]]:
            found[word].append(item)
    rows = [[word, ", ".join(str(item.number) for item in items), _points(items)] for word, items in found.items()]
    title = f"{words[name]} · {words['version']} {version.name}"
    head = [words[_HEADS[name]], words["question"], words["points_heading"]]
    return {"title": title, "head": head, "rows": rows, "wide": False}


_HEADS = {"by_type": "type", "by_basis": "basis_heading", "by_claim": "claim"}


def _points(items: Iterable[Item]) -> str:
    return number(sum((item.points for item in items), Decimal(0)))


def _masters(paper: Paper, words: Words) -> Iterator[dict[str, Any]]:
    """For so many versions as a page is wide for, where each question stands on each."""
    for first in range(0, len(paper.versions), _ACROSS):
        versions = paper.versions[first : first + _ACROSS]
        places = [{item.question.id: item.number for item in version.items} for version in versions]
        yield {
            "title": words["master"],
            "head": [words["question"], words["type"], *(version.name for version in versions)],
            "rows": [
                [question.id, words[question.kind], *(str(place.get(question.id, "–")) for place in places)]
                for question in paper.questions
            ],
            "wide": True,
        }


_ACROSS = 13
"""Half an alphabet."""
