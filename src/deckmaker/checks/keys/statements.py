"""Statements to be called true or false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.faults import contradicted
from deckmaker.checks.keys.judging import attributed, expected
from deckmaker.checks.keys.names import Reading
from deckmaker.checks.keys.phrases import certainty_in
from deckmaker.checks.keys.verdict import Verdict
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.claims import ARTICLE
from deckmaker.model.labels import basis_label
from deckmaker.model.patterns import regex
from deckmaker.model.questions import TrueFalse
from deckmaker.model.text import plain, text_of
from deckmaker.model.wording import GUARD_WORDS

_WORD = regex(r"\w+")
_NAME = regex(r"\b[A-Z][\w-]*|\bal-[A-Z]\w+")


def statements(asked: Asked) -> Iterator[Diagnostic]:
    """A statement called true whose credit is wrong, or called false though claim and credit are right."""
    body = asked.question.body
    if not isinstance(body, TrueFalse) or asked.negative:
        return
    if asked.axis == "certainty" and asked.question.axis:
        yield from _degree(asked, body.answer)
        return
    credited = _credited(asked)
    verdicts = [_verdict(asked, who) for who in sorted(credited, key=sorted)]
    if body.answer:
        yield from _called_true(asked, verdicts)
    elif verdicts and all(verdict.right for verdict in verdicts) and _names_no_other(asked) and _says_claim(asked):
        yield _called_false(asked, verdicts[0].why)


def _credited(asked: Asked) -> frozenset[Reading]:
    """Who is credited in what it says before it comes to the claim, or else anywhere; documents named in a stem that
    holds its claim need no phrase."""
    found = asked.mentions.marked(asked.head).credited() or asked.marked.credited()
    if "own voice" in asked.head:
        found |= {Reading((ARTICLE,))}
    if found or not (asked.stated and asked.question.axis == "basis"):
        return found
    return frozenset(who for who in asked.marked.readings if any(asked.truth.is_paper(id) for id in who))


def _names_no_other(asked: Asked) -> bool:
    """Whether everybody mentioned besides the claim goes with it: one who does not may be what makes it false."""
    every = asked.mentions.marked(asked.head).readings
    return all(ARTICLE in who or attributed(asked, id, who).right for who in every for id in asked.claims)


def _verdict(asked: Asked, who: Reading) -> Verdict:
    """On its own axis where the question gives one, on the fitting one where it does not."""
    every = [attributed(asked, id, who) for id in asked.claims]
    first = every[0]
    right, wrong = all(one.right for one in every), all(one.wrong for one in every)
    label = basis_label(min(who), asked.truth.set.sources)
    why = f'"{label}" is credited' if right else expected(asked, asked.truth.set.claims[first.claim], first.field)
    return Verdict(right, wrong, why, first.claim, first.field, all(one.paper for one in every))


def _called_true(asked: Asked, verdicts: list[Verdict]) -> Iterator[Diagnostic]:
    for verdict in verdicts:
        if verdict.wrong:
            who = _words_of(asked, verdict)
            yield contradicted(asked, text_of(who), verdict, asked.place(asked.question.stem, "answer"))


def _words_of(asked: Asked, verdict: Verdict) -> str:
    """The source that is wrongly credited, for the message."""
    wrong = (who for who in _credited(asked) if attributed(asked, verdict.claim, who).wrong)
    return basis_label(min(min(who) for who in wrong), asked.truth.set.sources)


def _called_false(asked: Asked, why: str) -> Diagnostic:
    claim = asked.claims[0]
    message = f'the statement is called false, and by the register it is true of "{claim}": {why}'
    hint = "write\nanswer: true\nor change what the statement says"
    place = asked.place(asked.question.stem, "answer")
    return diagnose("K003", place, message, hint=hint, labels=asked.label(claim, "speaker"))


def _says_claim(asked: Asked) -> bool:
    """Whether it says nothing that its one claim does not say: in its words, or with names in the same order."""
    if asked.stated:
        return len(asked.stated) == 1
    if len(asked.claims) != 1:
        return False
    one = asked.truth.set.claims[asked.claims[0]]
    stem, claim = plain(asked.question.stem), plain(one.text)
    said = content(_told(asked, stem)) - content(one.hedge)
    names = [name for name in _NAME.findall(stem) if name in claim]
    return (
        len(said) > 1
        and said <= content(claim)
        and _in_order(names, claim)
        and not _turned(said, stem, claim, one.hedge)
    )


def _told(asked: Asked, stem: str) -> str:
    """What a statement says beside whom it credits."""
    _, that, rest = stem.partition(" that ")
    if that:
        return rest
    marked = asked.mentions.marked(stem)
    credited = asked.marked.credited()
    at = max((index for index, who in enumerate(marked.readings) if who in credited and ARTICLE not in who), default=0)
    after = marked.text.partition(f"⟦{at}⟧")[2]
    return re.sub(r"⟦(\d+)⟧", lambda match: _name(asked, marked.readings[int(match[1])]), after)


def _name(asked: Asked, who: Reading) -> str:
    return basis_label(min(who), asked.truth.set.sources)


_SMALL = frozenset(
    (
        "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "from", "with", "by", "as", "is", "are",
        "was", "were", "be", "been", "it", "its", "itself", "they", "their", "he", "she", "his", "her", "who", "which",
        "that", "this", "these", "those", "between", "among", "about", "into", "had", "has", "have", "does", "did", "s",
        "each", "other", "one", "not", "no", "never",
    )
)  # fmt: skip
"""Words that say nothing of their own; what turns a sentence round is looked at apart."""


def content(words: str) -> frozenset[str]:
    """The beginnings of the words that say something: "agreed" and "agreement" are one."""
    return frozenset(word[:5] for word in _WORD.findall(words.casefold()) if word not in _SMALL)


def _turned(said: frozenset[str], stem: str, claim: str, hedge: str) -> bool:
    """Whether what guards or denies a word of the claim was left out beside it, or put in."""
    guards = (GUARD_WORDS & {*_WORD.findall(stem.casefold())}) - {*_WORD.findall(hedge.casefold())}
    words = _WORD.findall(claim.casefold())
    if guards - {*words}:
        return True
    guarded = (words[at + 1 :] for at, word in enumerate(words) if word in GUARD_WORDS - guards)
    return any(next((word[:5] for word in after if word not in _SMALL), "") in said for after in guarded)


def _in_order(names: list[str], claim: str) -> bool:
    places = [claim.find(name) for name in names]
    return all(one <= other for one, other in pairwise(places))


def _degree(asked: Asked, answer: bool) -> Iterator[Diagnostic]:
    """A statement of how certain something is put."""
    found = certainty_in(asked.head)
    if found is None or len(asked.claims) != 1:
        return
    claim = asked.truth.set.claims[asked.claims[0]]
    if (claim.certainty == found) != answer:
        message = f'the statement is called {str(answer).lower()}, and "{claim.id}" is put as {claim.certainty}'
        place = asked.place(asked.question.stem, "answer")
        yield diagnose("K003", place, message, hint="change the answer, or the claim's `hedge` or `certainty`")
