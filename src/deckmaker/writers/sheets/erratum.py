"""An erratum sheet: what of an issued paper is right after all, and whose score changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from deckmaker.model.answers import parts
from deckmaker.model.papers import Item, Paper, Version
from deckmaker.model.questions import Choice, Question, TrueFalse
from deckmaker.model.text import join, plain
from deckmaker.writers.sheets.inline import Inliner
from deckmaker.writers.sheets.items import tongue
from deckmaker.writers.sheets.key import answers
from deckmaker.writers.sheets.paper import frame
from deckmaker.writers.sheets.words import Words, words_of


def erratum_data(paper: Paper, inliner: Inliner) -> dict[str, Any]:
    """For each version the questions whose key was wrong: what was printed, what is right, who gains and who loses."""
    words = words_of(paper.language)
    right = {one.question.id: one.question for erratum in paper.errata for one in erratum.corrections}
    return {
        "kind": "erratum",
        **frame(paper, words),
        "heading": f"{words['erratum']}: {paper.title}",
        "versions": [
            {
                "name": version.name,
                "code": version.code,
                "items": list(_items(version, right, words, inliner, paper.language)),
            }
            for version in paper.versions
        ],
    }


def _items(
    version: Version, right: dict[str, Question], words: Words, inliner: Inliner, language: str
) -> Iterator[dict[str, Any]]:
    for item in version.items:
        if question := right.get(item.question.id):
            inliner.span = question.span
            yield {
                "id": question.id,
                "number": item.number,
                "points": words.points(item.points),
                **tongue(item.question.language or language),
                "stem": inliner.blocks(item.question.stem),
                "lines": _lines(item, _corrected(item, question), words, inliner),
            }


def _corrected(item: Item, question: Question) -> Item:
    """The question with its parts where the paper has them: the same words under the same letters.

    A part whose words were changed stands where one was that is no more.
    """
    wording = [plain(part) for part in parts(question)]
    if len(wording) != len(item.order):
        return replace(item, question=question, order=tuple(range(len(wording))))
    left = list(range(len(wording)))
    places: list[int | None] = []
    for shown in map(plain, item.shown):
        found = next((index for index in left if wording[index] == shown), None)
        places.append(found)
        if found is not None:
            left.remove(found)
    rest = iter(left)
    return replace(item, question=question, order=tuple(next(rest) if at is None else at for at in places))


def _lines(printed: Item, right: Item, words: Words, inliner: Inliner) -> list[list[Any]]:
    lines = [[words["was"], _answer(printed, words, inliner)], [words["now"], _answer(right, words, inliner)]]
    if _is_marked(printed) and printed.question.kind == right.question.kind:
        lines.append([words["gains"], [["par", [_marks(right, words)]]]])
        lines.append([words["loses"], [["par", [_marks(printed, words)]]]])
    return lines


def _is_marked(item: Item) -> bool:
    return isinstance(item.question.body, Choice | TrueFalse)


def _marks(item: Item, words: Words) -> str:
    """What somebody marked who has it as the item says."""
    body = item.question.body
    if isinstance(body, TrueFalse):
        return words["whoever"].format(mark=words["true"] if body.answer else words["false"])
    return words["whoever"].format(mark=", ".join(item.key))


def _answer(item: Item, words: Words, inliner: Inliner) -> list[Any]:
    texts = [join(mark, " ", text) if mark else text for mark, text in answers(item, words)]
    return [node for text in texts for node in inliner.blocks(text)]
