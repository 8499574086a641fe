"""Hedges that were lost on the way from the article to the question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.names import squashed
from deckmaker.checks.keys.phrases import GUARDED
from deckmaker.checks.keys.statements import content
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.answers import parts
from deckmaker.model.claims import Claim
from deckmaker.model.questions import Choice, Cloze, Essay, Flashcard, Matching, Question, ShortAnswer
from deckmaker.model.text import Text, plain

SHARE, LEAST = 0.6, 3
"""What share of a claim's words, and how many, must stand together for a question to be said to state it."""


def hedge_dropped(asked: Asked) -> Iterator[Diagnostic]:
    """A claim that the article puts with a hedge, stated by the question without any."""
    if asked.question.axis == "certainty" or not asked.is_english:
        return
    hedged = [claim for id in asked.known if (claim := asked.truth.set.claims[id]).hedge]
    if not hedged:
        return
    shown = [squashed(text) for text in _shown(asked.question)]
    every = " ".join(shown)
    besides = asked.names.without(every, asked.known)
    for claim in hedged:
        if _states(shown, claim, asked) and not _keeps(claim.hedge, besides):
            yield _dropped(asked, claim)


def _keeps(hedge: str, words: str) -> bool:
    """Whether the words show the hedge, or some other that makes it less than certain."""
    verbatim = re.search(rf"(?<!\w){re.escape(squashed(hedge))}(?!\w)", words)
    return bool(verbatim or GUARDED.search(words))


def _dropped(asked: Asked, claim: Claim) -> Diagnostic:
    message = f'the article puts "{claim.id}" with "{claim.hedge}", and the question shows no hedge'
    hint = f'put "in guarded words" into the stem, or “{claim.hedge}” into the feedback'
    place = asked.place(asked.question.stem, "stem", "front", "text")
    return diagnose("K004", place, message, hint=hint, labels=asked.label(claim.id, "hedge"))


def _states(shown: list[str], claim: Claim, asked: Asked) -> bool:
    text, words = asked.names.texts[claim.id], content(plain(claim.text))
    enough = max(LEAST, SHARE * len(words))
    return any(text in one or len(words & content(one)) >= enough for one in shown)


def _shown(question: Question) -> list[Text]:
    """Everything that a student reads, sooner or later."""
    return [question.stem, question.feedback, question.hint, *parts(question), *_more(question)]


def _more(question: Question) -> list[Text]:
    match question.body:
        case Choice(options=options):
            return [option.feedback for option in options]
        case Matching(pairs=pairs):
            return [left for left, _ in pairs]
        case ShortAnswer(answer=words) | Flashcard(back=words) | Cloze(text=words):
            return [words]
        case Essay(rubric=rubric, answer=answer):
            return [rubric, answer]
        case _:
            return []
