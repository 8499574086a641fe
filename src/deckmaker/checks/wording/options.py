"""Rules about the wording of single options."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.option_words import (
    VAGUE,
    VAGUE_AMOUNTS,
    VAGUE_PHRASES,
)
from deckmaker.checks.wording.reading import CHOICES, in_options, in_stem, tokens, unquoted
from deckmaker.checks.wording.references import (
    is_free_of_labels,
    is_title,
    own_texts,
)
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import FINITE, RULE_WORDS, STOPWORDS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces, word_set
from deckmaker.model.questions import Kind

_RATIO, _MARGIN = 1.5, 12
_LEAST_MARGIN = 8
_MOST_OPTIONS = 5
_QUALIFIES = regex(
    r"\b(?:because|so that|which|whose|where|although|though|unless|provided|except|depending|according to|in "
    r"order to|if|when|while|until|since|thus|thereby|therefore|but|without|rather than|such as|for example|as "
    r"long as|even if|as well as|instead of)\b|[,;:(–—]",
    re.I,
)


@rule(Kind.SINGLE_CHOICE)
def key_longest(item: Item) -> Iterator[Diagnostic]:
    """W201. Haladyna et al. 2002, 28a; Case & Swanson: authors make the right option exact, students count letters."""
    if not is_free_of_labels(item) or not item.keys or not item.distractors:
        return
    key, longest = item.keys[0], max(map(len, item.distractors))
    if len(key) < longest + _LEAST_MARGIN:
        return
    if key not in own_texts(item):
        return
    much_longer = len(key) >= _RATIO * longest and len(key) >= longest + _MARGIN
    if much_longer or (len(key) >= 1.3 * longest and len(tokens(key)) >= 6 and _alone_qualifies(key, item)):
        message = f"the right option is the longest by far: {len(key)} characters against {longest}"
        yield diagnose(
            "W201", in_options(item, key), message, hint="shorten it, or put the explanation into the feedback"
        )


def _alone_qualifies(key: str, item: Item) -> bool:
    return bool(_QUALIFIES.search(key)) and not any(_QUALIFIES.search(other) for other in item.distractors)


_SIGNS = (
    VAGUE
    | VAGUE_AMOUNTS
    | word_set(
        "very quite rather pretty fairly extremely really too so not large small big high low long short heavy old"
    )
    | word_set("rich important close far difficult")
    | {max(phrase.split(), key=lambda word: (word not in STOPWORDS, len(word))) for phrase in VAGUE_PHRASES}
)
"""One of these pieces stands where an option or a statement leaves open how much or how often."""


@rule(*CHOICES, Kind.TRUE_FALSE, needs=_SIGNS)
def vague_term(item: Item) -> Iterator[Diagnostic]:
    """W205. Case & Swanson (vague frequency terms): what "often" means, every reader decides anew."""
    if not item.is_english or item.question.family or _SIGNS.isdisjoint(item.pieces):
        return
    if item.kind is Kind.TRUE_FALSE:
        found = _vague(unquoted(item.stem), statement=True)
        if found:
            yield diagnose(
                "W205",
                in_stem(item, found),
                f'how much is "{found}"',
                hint="give a number, or a comparison that can be checked",
            )
    elif is_free_of_labels(item):
        for option in item.options if not _SIGNS.isdisjoint(item.option_pieces) else ():
            found = "" if _SIGNS.isdisjoint(pieces(option)) or is_title(option) else _vague_option(item, option)
            if found and found not in tokens(item.stem):
                yield diagnose(
                    "W205",
                    in_options(item, option),
                    f'how much is "{found}"',
                    hint="give a number, or leave the word out",
                )
                return


_ABOUT_WORDS = frozenset(
    (
        "word",
        "words",
        "adverb",
        "adverbs",
        "adjective",
        "synonym",
        "antonym",
        "opposite",
        "mean",
        "means",
        "translation",
    )
)
_INTENSIFIED = regex(
    r"^(?:very|quite|rather|pretty|fairly|extremely|really|too|not very|not so) \w+$",
    re.IGNORECASE,
    needs="very quite rather pretty fairly extremely really too not",
)
_MAY = regex(
    r"^(?!As\b|as\b|In\b|in\b|\d)(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) )?[\w-]+ (may|might) (?![\d]|be so\b)",
    needs="may might",
)


def _vague_option(item: Item, option: str) -> str:
    """What an option leaves open: how often, how much, whether at all."""
    asked = {*tokens(item.stem)}
    if len(tokens(option)) == 1 and asked & _ABOUT_WORDS:
        return ""
    found = _vague(unquoted(option), statement=False)
    if found:
        return found
    alike = sum(bool(_INTENSIFIED.match(other)) for other in item.options)
    if _INTENSIFIED.match(option) and alike == 1 and "how" in asked and not asked & _ABOUT_WORDS:
        return option.split()[0].casefold()
    may = _MAY.match(unquoted(option))
    return may[1] if may and not asked & (RULE_WORDS | {"may", "might", "can", "could"}) else ""


def _vague(text: str, *, statement: bool) -> str:
    found = tokens(text)
    lowered = f" {' '.join(found)} "
    phrase = next((phrase for phrase in VAGUE_PHRASES if f" {phrase} " in lowered), "")
    often = next((word for word in found if word in VAGUE), "")
    if phrase or often:
        return often or phrase
    if found[:1] and found[0] in ("many", "several", "few"):
        return found[0]
    if found[:1] == ("some",) and (statement or any(word in FINITE for word in found)):
        return "some"
    if statement and not RULE_WORDS & {*found}:
        amounts = [
            word
            for index, word in enumerate(found)
            if word in VAGUE_AMOUNTS
            and found[index - 1 : index] not in (("how",), ("as",), ("so",), ("too",))
            and not (
                word == "may"
                and (
                    not found[index - 1 : index] or found[index - 1] in ("in", "on", "of") or found[index - 1].isdigit()
                )
            )
            and word != "much"
        ]
        if amounts:
            return amounts[0]
        measure = re.search(
            r"\b(?:is|are|was|were|has|have) (?:an? )?(?:very |quite |rather )?(large|small|big|high|low|long"
            r"|short|heavy|old|rich|important|close|far|difficult)(?: (?:area|number|population|amount|effect"
            r"|part|share))?[.]?$",
            text,
            re.I,
        )
        return measure[1] if measure else ""
    return ""


@rule(Kind.SINGLE_CHOICE)
def many_options(item: Item) -> Iterator[Diagnostic]:
    """W217. Rodriguez 2005, over 80 years of studies: three options are enough; more cost time and go unused."""
    if len(item.options) > _MOST_OPTIONS and not item.question.family:
        yield diagnose(
            "W217",
            in_options(item),
            f"{len(item.options)} options, where three or four are enough",
            hint="keep the distractors that someone takes",
        )
