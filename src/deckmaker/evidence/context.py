"""Rules for the words around a quotation: E109, E110, E111."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.evidence import typography
from deckmaker.evidence.reading import Reading, listed
from deckmaker.model.claims import Claim
from deckmaker.model.patterns import regex
from deckmaker.model.text import plain
from deckmaker.model.wording import CUE_STANCE, GUARD_WORDS, NEGATIONS
from deckmaker.model.words import stands

_NEGATIONS = NEGATIONS | {"denied", "denies", "deny"}
_BEFORE = 3
"""How many words before a quotation are watched: over the whole sentence most warnings were false alarms."""
_WORD = regex(r"\w+(?:['’]\w+)*")


def saying_words(claim: Claim, reading: Reading, start: int, end: int) -> Iterator[Diagnostic]:
    """E109, E110: hedge, booster and cue stand, whole, in the quotation's own sentence, from `start` to `end`."""
    for code, key, given in (
        ("E109", "hedge", claim.hedge),
        ("E109", "booster", claim.booster),
        ("E110", "cue", claim.cue),
    ):
        if given and not stands(given, reading.text, start, end):
            yield diagnose(
                code,
                claim.place_of(key),
                f'{key} "{given}" not found in the sentence of the quote',
                "these words do not stand there",
                _hint(key, given, reading, start, end),
                (Label(claim.quote.span, "the quote"),),
            )


def _hint(key: str, given: str, reading: Reading, start: int, end: int) -> str:
    block = reading.blocks[reading.place_at(start)]
    if stands(given, reading.text, block.start, block.end):
        return f"leave {key} out, since it stands in another sentence, or quote from that one"
    passage = typography.alike(given, reading.text[start:end]) or typography.near(given, reading.text, start, end)
    if passage and passage != given:
        return f"the article has {typography.shown(passage)}"
    return f"copy {key} from that sentence, or leave it out"


def denial_as_hedge(claim: Claim) -> Iterator[Diagnostic]:
    """E111: what is given as a hedge denies, and leaves no doubt: "in guarded words" would be asked of a flat no."""
    words = [each.casefold() for each in _WORD.findall(claim.hedge)]
    if words and ({*map(_word, words)} <= NEGATIONS or words == ["could", "not"]):
        message = f'"{claim.hedge}" denies, and is no hedge'
        hint = "leave hedge out, and write polarity: negative if the claim depends on it"
        yield diagnose("E111", claim.place_of("hedge"), message, "it leaves no doubt", hint)


def guard_words(claim: Claim, before: str) -> Iterator[Diagnostic]:
    """E111: a word that turns or weakens the sentence stands in the quotation or right before it, unrecorded.

    before: the sentence up to the quotation.
    """
    beside = dict.fromkeys(_beside(claim, before))
    if not beside:
        return
    recorded = {*_words(" ".join((claim.hedge, claim.booster, claim.cue, plain(claim.text))))}
    given = {"polarity": claim.negative, "hedge": claim.hedge, "cue": claim.cue}
    # A claim has one line for each: a second hedge of the sentence has no place to be recorded in.
    found = [word for word in beside if word not in recorded and not given[_field(word).partition(":")[0]]]
    if found:
        quoted = listed([f'"{word}"' for word in found])
        yield diagnose(
            "E111",
            claim.quote.span,
            f"{quoted} beside the quote, but not in the claim",
            "in it or right before it",
            f"write {listed(list(dict.fromkeys(map(_field, found))))} if the claim depends on it",
        )


def _beside(claim: Claim, before: str) -> Iterator[str]:
    """The guard words in the quotation and right before it."""
    text = f"{before} {claim.quote.exact}"
    matches = list(_WORD.finditer(text))
    first = sum(match.start() < len(before) for match in matches) - _BEFORE
    titled = not claim.quote.place.isdigit()
    for index, match in enumerate(matches[max(first, 0) :], max(first, 0)):
        word = _word(match[0])
        if word in GUARD_WORDS and not (match[0] == "May" and _is_month(matches, index, titled)):
            after = _word(matches[index + 1][0]) if index + 1 < len(matches) else ""
            if word != "could" or after not in NEGATIONS:  # "could not" is "cannot" of the past
                yield word


def _is_month(matches: list[re.Match[str]], index: int, titled: bool) -> bool:
    """Whether "May" stands beside a number, or has its capital without beginning a sentence; headings are titled."""
    around = matches[max(index - 1, 0) : index] + matches[index + 1 : index + 2]
    return any(match[0][0].isdigit() for match in around) or (index > 0 and not titled)


def _words(text: str) -> list[str]:
    """The text's words in lower case; "didn't" and "cannot" count as "not"."""
    return list(map(_word, _WORD.findall(text)))


def _word(written: str) -> str:
    word = written.casefold()
    return "not" if word == "cannot" or word.endswith(("n't", "n’t")) else word


def _field(word: str) -> str:
    """The line of a claim that would record a guard word."""
    if word in _NEGATIONS:
        return "polarity: negative"
    return f"cue: {word}" if word in CUE_STANCE else f"hedge: {word}"
