"""Rules about a whole paper: what guessing and other questions give away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from deckmaker.checks.about import about
from deckmaker.checks.hinging import hinges
from deckmaker.checks.likeness import MOST_QUESTIONS, too_often
from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.answers import answer_words
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper, Version
from deckmaker.model.questions import BALANCED, Choice, Question, TrueFalse

PaperRule = Callable[[Document, Sequence[Paper]], Iterator[Diagnostic]]

LONGEST_RUN = 3
"""So many right answers in a row may be alike (notes on claims: A8)."""
FEWEST = 6
"""Fewer questions of a kind show no base rate."""
FEWEST_TRUE_FALSE = 4
TRUE_SHARE = (0.4, 0.6)
"""How much of a set of statements may be true (notes on claims: 3, type 3)."""


def uneven_key_positions(document: Document, papers: Sequence[Paper]) -> Iterator[Diagnostic]:
    """Keys under one letter are found by guessing; orders are dealt evenly, but pins and fixed orders stay."""
    for paper in papers:
        found = next((said for version in paper.versions if (said := _uneven(version))), "")
        if found:
            hint = "take `shuffle: false` and `pin` out where the order does not matter, or give another seed"
            yield diagnose("P002", paper.span, found, hint=hint)


def _uneven(version: Version) -> str:
    by_size: defaultdict[int, list[str]] = defaultdict(list)
    keys = [(item, item.key[0]) for item in version.items if _is_single(item.question)]
    for item, letter in keys:
        by_size[len(item.order)].append(letter)
    for size, letters in by_size.items():
        (letter, count), *_ = Counter(letters).most_common(1)
        if len(letters) >= FEWEST and count > len(letters) / size + 1:
            return f"version {version.name}: {letter} is right in {count} of {len(letters)} choices of {size}"
    runs = [(letter, len(list(run))) for letter, run in groupby(keys, key=lambda pair: pair[1])]
    letter, longest = max(runs, key=lambda run: run[1], default=("", 0))
    return f"version {version.name}: {letter} is right {longest} times in a row" if longest > LONGEST_RUN else ""


def _is_single(question: Question) -> bool:
    return isinstance(question.body, Choice) and not question.body.several


def one_answer_too_often(document: Document, papers: Sequence[Paper]) -> Iterator[Diagnostic]:
    """Who knows the base rate need not know the answers (notes on claims: A9)."""
    for paper, asked in _sittings(papers):
        kinds: defaultdict[str, list[Question]] = defaultdict(list)
        for question in asked:
            if answer_words(question) and not isinstance(question.body, TrueFalse):
                kinds[question.axis or question.kind].append(question)
        for kind, questions in kinds.items():
            (answer, count), *_ = Counter(_answer(question) for question in questions).most_common(1)
            if len(questions) >= FEWEST and 2 * count > len(questions):
                same = [question for question in questions if _answer(question) == answer]
                message = f'"{answer}" is the answer to {count} of {len(questions)} {kind.replace("_", " ")} questions'
                hint = "pick fewer of them, or more that have another answer"
                yield from about((diagnose("P003", paper.span, message, hint=hint),), *same)


def _answer(question: Question) -> str:
    return answer_words(question).casefold()


def cueing_questions(document: Document, papers: Sequence[Paper]) -> Iterator[Diagnostic]:
    """One question of a paper must not tell another's answer (Haladyna 7)."""
    for paper, questions in _sittings(papers):
        for teller, asked in hinges(questions, document.set.claims):
            message = f'"{teller.id}" tells the answer of "{asked.id}" on the same paper'
            labels = (Label(teller.place_of("stem"), "tells"), Label(asked.place_of("stem"), "asks"))
            found = diagnose("P004", paper.span, message, hint="pick one of the two", labels=labels)
            yield from about((found,), teller, asked)


def claim_asked_too_often(document: Document, papers: Sequence[Paper]) -> Iterator[Diagnostic]:
    """The more often a claim is repeated, the truer it seems (Begg, Anas & Farinacci 1992)."""
    for paper, asked in _sittings(papers):
        for claim, questions in too_often(asked, document.set.claims):
            message = f'{len(questions)} questions of one paper ask about "{claim.id}"'
            label, hint = Label(claim.span, "this claim"), f"ask {MOST_QUESTIONS} at most"
            yield from about((diagnose("P008", paper.span, message, hint=hint, labels=(label,)),), *questions)


def unbalanced_true_false(document: Document, papers: Sequence[Paper]) -> Iterator[Diagnostic]:
    """About half of a set of statements should be true, without a long run of true ones (notes on papers: 6.2)."""
    for paper, asked in _sittings(papers):
        statements = [question for question in asked if isinstance(question.body, TrueFalse)]
        if len(statements) < FEWEST_TRUE_FALSE:
            continue
        true = sum(map(_is_true, statements))
        low, high = TRUE_SHARE
        if not low <= true / len(statements) <= high:
            message, hint = f"{true} of {len(statements)} statements are true", "make about half of them true"
            yield diagnose("P007", paper.span, message, hint=hint)
        elif version := next((version for version in paper.versions if _true_run(version) > LONGEST_RUN), None):
            message = f"version {version.name}: {_true_run(version)} true statements in a row"
            yield diagnose("P007", paper.span, message, hint="put a false one between them, or give another seed")


def unbalanced_document_or_not(document: Document, papers: Sequence[Paper]) -> Iterator[Diagnostic]:
    """Whether a document is the evidence: asked as often where it is as where it is not (notes on claims: 3)."""
    for paper, asked in _sittings(papers):
        questions = [question for question in asked if question.family in BALANCED]
        true = sum(map(_is_true, questions))
        if abs(2 * true - len(questions)) > 1 or len(questions) == 1:
            message = f"{true} of {len(questions)} statements that a document is the evidence are true"
            hint = (
                "pick as many that are true as that are not, or let the paper choose\npick: {family: document-or-not}"
            )
            yield from about((diagnose("P010", paper.span, message, hint=hint),), *questions)


def _sittings(papers: Sequence[Paper]) -> Iterator[tuple[Paper, list[Question]]]:
    """What one student is asked: of each paper one version, or all where each has questions of its own."""
    for paper in papers:
        sittings = {frozenset(item.question.id for item in version.items): version for version in paper.versions[::-1]}
        for version in list(sittings.values())[::-1]:
            yield paper, [item.question for item in version.items]


def _is_true(question: Question) -> bool:
    return isinstance(question.body, TrueFalse) and question.body.answer


def _true_run(version: Version) -> int:
    questions = [item.question for item in version.items]
    return max((len(list(run)) for true, run in groupby(questions, key=_is_true) if true), default=0)


PAPER_RULES: tuple[PaperRule, ...] = (
    uneven_key_positions,
    one_answer_too_often,
    cueing_questions,
    claim_asked_too_often,
    unbalanced_true_false,
    unbalanced_document_or_not,
)
"""What is looked at in every paper, in this order."""
