"""How the set's questions are spread: what the balance plots show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from deckmaker.model.answers import answer_words
from deckmaker.model.papers import Paper
from deckmaker.model.questions import ANKI, AXES, LEVELS, PRINT, Choice, Kind, Question, TrueFalse
from deckmaker.model.text import plain
from deckmaker.writers.report.material import Material, type_label

MOST = 10
"""How many answers of an axis are shown one by one, at most."""
NOT_GIVEN = "not given"


class Tally(Struct, frozen=True):
    """A plot.

    title: what is counted.
    rows: labels and counts, in the order shown.
    total: what a full bar stands for.
    """

    title: str
    rows: tuple[tuple[str, int], ...]
    total: int


def tallies(material: Material) -> Iterator[Tally]:
    """Every plot that has something to show."""
    questions = material.document.questions
    made = (
        _tally("Type", (type_label(each.kind) for each in questions), map(type_label, Kind)),
        _tally("Family", (each.family or "by hand" for each in questions)),
        _tally("Level", (each.level or NOT_GIVEN for each in questions), (*LEVELS, NOT_GIVEN)),
        _tally("What is asked for", (each.axis or NOT_GIVEN for each in questions), (*AXES, NOT_GIVEN)),
        _tally("Goes to", (_where(each) for each in questions)),
        *(_answers(axis, questions) for axis in ("speaker", "basis", "relay", "certainty")),
        _tally("True or false", _truths(questions), ("true", "false")),
        _tally("Length of the key among its options", _lengths(questions), ("longest", "between", "shortest", "equal")),
    )
    return (tally for tally in made if tally.rows)


def _tally(title: str, labels: Iterable[str], order: Iterable[str] = ()) -> Tally:
    counts = Counter(labels)
    given = [label for label in order if label in counts]
    others = sorted((label for label in counts if label not in given), key=lambda label: (-counts[label], label))
    return Tally(title, tuple((label, counts[label]) for label in (*given, *others)), counts.total())


def _where(question: Question) -> str:
    return "both" if {ANKI, PRINT} <= {*question.where} else "Anki alone" if ANKI in question.where else "paper alone"


def _answers(axis: str, questions: Iterable[Question]) -> Tally:
    """The answers of an axis that come more than once, and how many others there are."""
    choices = (each for each in questions if each.axis == axis and not isinstance(each.body, TrueFalse))
    asked = _tally(f"Answers: {axis}", map(answer_words, choices))
    often = tuple(row for row in asked.rows if row[1] > 1)[:MOST]
    rest = asked.total - sum(count for _, count in often)
    return Tally(asked.title, (*often, ("other answers", rest)) if rest and often else often, asked.total)


def _truths(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        if isinstance(question.body, TrueFalse):
            yield "true" if question.body.answer else "false"


def _lengths(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        if isinstance(question.body, Choice) and not question.body.several:
            key = [len(plain(option.text)) for option in question.body.options if option.correct]
            rest = [len(plain(option.text)) for option in question.body.options if not option.correct]
            if key and rest:
                yield _rank(key[0], rest)


def _rank(key: int, rest: list[int]) -> str:
    if key > max(rest):
        return "longest"
    if key < min(rest):
        return "shortest"
    return "equal" if len({key, *rest}) == 1 else "between"


def key_positions(paper: Paper) -> dict[str, Counter[str]]:
    """For each version of a paper how often each letter is the key of a question with one right option."""
    return {
        version.name: Counter(
            item.key[0]
            for item in version.items
            if isinstance(item.question.body, Choice) and not item.question.body.several and item.key
        )
        for version in paper.versions
    }
