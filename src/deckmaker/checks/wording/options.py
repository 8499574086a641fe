"""Rules about the wording of single options."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.option_words import (
    ABSOLUTE,
    VAGUE,
    VAGUE_AMOUNTS,
    VAGUE_PHRASES,
    WEAK_ABSOLUTE,
)
from deckmaker.checks.wording.reading import in_options, in_stem, tokens, unquoted
from deckmaker.checks.wording.references import (
    combines,
    is_free_of_labels,
    is_title,
    names_options,
    says_all,
    says_none,
)
from deckmaker.checks.wording.tables import FINITE, NUMBER_WORDS, RULE_WORDS, word_set
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.questions import Kind, TrueFalse

_RATIO, _MARGIN = 1.5, 12
_MOST_OPTIONS = 5
_QUALIFIES = re.compile(
    r"\b(?:because|so that|which|whose|where|although|though|unless|provided|except|depending|according to|in "
    r"order to|if|when|while|until|since|thus|thereby|therefore|but|without|rather than|such as|for example|as "
    r"long as|even if|as well as|instead of)\b|[,;:(–—]",
    re.I,
)
_PERIODS = word_set(
    """
    day days week month year night morning hour minute second time other two three four five six seven eight
    nine ten
    """
)
_NO_GENERAL = re.compile(
    r"^no (?!entry|change|effect|influence|difference|one in|longer|more than|answer|limit|charge|force|current"
    r"|reaction|response|name|source|vote|signal)\w+",
    re.I,
)
_QUANTITY = re.compile(
    r"^(?:nearly |almost |not )?(?:all|none|every one|each)(?: of (?:it|its?|them|the \w+))?\.?$", re.I
)
"""How much of something, where that is asked: no claim that knows no exception."""
_DEFINES = re.compile(
    r"\b(?:triangles?|squares?|circles?|angles?|numbers?|product|sum|odd|even|prime|integers?|rectangles?|by "
    r"definition|parallel|equal to|polygons?)\b",
    re.I,
)


def key_longest(item: Item) -> Iterator[Diagnostic]:
    """W201. Haladyna et al. 2002, 28a; Case & Swanson: authors make the right option exact, students count letters."""
    if item.kind is not Kind.SINGLE_CHOICE or not is_free_of_labels(item) or not item.keys or not item.distractors:
        return
    key, longest = item.keys[0], max(map(len, item.distractors))
    if says_all(key) or names_options(key) or combines(key, item.options) or says_none(key):
        return
    much_longer = len(key) >= _RATIO * longest and len(key) >= longest + _MARGIN
    alone = _QUALIFIES.search(key) and not any(_QUALIFIES.search(other) for other in item.distractors)
    if much_longer or (alone and len(tokens(key)) >= 6 and len(key) >= 1.3 * longest and len(key) >= longest + 8):
        message = f"the right option is the longest by far: {len(key)} characters against {longest}"
        yield diagnose(
            "W201", in_options(item, key), message, hint="shorten it, or put the explanation into the feedback"
        )


def absolute_term(item: Item) -> Iterator[Diagnostic]:
    """W204. Haladyna et al. 2002, 28a (specific determiners); Case & Swanson: the test-wise take it for false."""
    if not item.is_english:
        return
    found = _absolute_option(item) if is_free_of_labels(item) else ("", "")
    if item.kind is Kind.TRUE_FALSE and not item.question.family:
        found = (_absolute_statement(item), "")
    if found[0]:
        place = in_options(item, found[1]) if found[1] else in_stem(item, found[0])
        message = f'"{found[0]}" is taken as a sign of a false statement'
        yield diagnose("W204", place, message, hint="say it without the absolute word, or where it holds")


def _absolute_option(item: Item) -> tuple[str, str]:
    asked = frozenset(tokens(item.stem))
    kept = [
        option
        for option in item.options
        if not (says_all(option) or says_none(option) or names_options(option) or is_title(option))
        and not _QUANTITY.match(option)
    ]
    strong = [
        (word, option)
        for option in kept
        for word in tokens(unquoted(option))
        if word in ABSOLUTE and word not in asked and (option in item.distractors or word in ("always", "never"))
    ]
    if strong and len({option for _, option in strong}) < len(item.options) and len(kept) > 1:
        return strong[0]
    keyed = frozenset(word for key in item.keys for word in tokens(key))
    wrong = [option for option in item.distractors if option in kept]
    weak = [(word, option) for option in wrong for word in _weak(option) if word not in asked and word not in keyed]
    if any(word in ("must", "cannot") for word, _ in weak) and RULE_WORDS & asked:
        weak = [pair for pair in weak if pair[0] not in ("must", "cannot")]
    every = all(any(word in WEAK_ABSOLUTE | ABSOLUTE for word in tokens(option)) for option in kept)
    return weak[0] if weak and not every else ("", "")


def _weak(option: str) -> Iterator[str]:
    found = tokens(unquoted(option))
    for index, word in enumerate(found):
        following = found[index + 1 : index + 2]
        if word == "all" and (
            found[index - 1 : index] in (("at",), ("above",), ("of",), ("for",))
            or (following and following[0] in NUMBER_WORDS)
        ):
            continue
        if (
            word in ("every", "each", "any", "all")
            and following
            and (following[0] in _PERIODS or following[0].isdigit())
        ):
            continue
        if word in ("each", "any") or (word == "all" and len(found) < 3):
            continue
        if word in WEAK_ABSOLUTE and len(found) > 1:
            yield word
    if len(found) > 3 and any(word in FINITE for word in found[2:]) and _NO_GENERAL.search(option):
        yield "no"


def _absolute_statement(item: Item) -> str:
    assert isinstance(item.question.body, TrueFalse)
    found = tokens(unquoted(item.stem))
    if "should" in found:
        return ""
    strong = next((word for word in found if word in ABSOLUTE - {"anyone", "anything", "anywhere"}), "")
    if strong and not (item.question.body.answer and _DEFINES.search(item.stem)):
        return strong
    if item.question.body.answer:
        return ""
    for index, word in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else ""
        before = found[index - 1] if index else ""
        if (
            word in ("all", "every", "none")
            and before not in ("at", "above", "after", "first", "for")
            and following not in _PERIODS
            and following not in NUMBER_WORDS
            and not following.isdigit()
        ):
            return word
        if (
            word == "only"
            and before not in ("the", "not", "an", "its", "his", "her", "their", "if")
            and following not in ("child", "if", "one", "a", "after")
            and not following.isdigit()
        ):
            return word
        if word == "no" and index == 0 and following not in ("one",):
            return word
        if (
            word in ("must", "cannot", "can't")
            and any(other in ("any", "be", "ever", "under") for other in found[index + 1 : index + 3])
            and not RULE_WORDS & {*found}
        ):
            return word
    return ""


def vague_term(item: Item) -> Iterator[Diagnostic]:
    """W205. Case & Swanson (vague frequency terms): what "often" means, every reader decides anew."""
    if not item.is_english or item.question.family:
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
        for option in item.options:
            found = "" if is_title(option) else _vague(unquoted(option), statement=False)
            if found and found not in tokens(item.stem):
                yield diagnose(
                    "W205",
                    in_options(item, option),
                    f'how much is "{found}"',
                    hint="give a number, or leave the word out",
                )
                return


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


def many_options(item: Item) -> Iterator[Diagnostic]:
    """W217. Rodriguez 2005, over 80 years of studies: three options are enough; more cost time and go unused."""
    if item.kind is Kind.SINGLE_CHOICE and len(item.options) > _MOST_OPTIONS and not item.question.family:
        yield diagnose(
            "W217",
            in_options(item),
            f"{len(item.options)} options, where three or four are enough",
            hint="keep the distractors that someone takes",
        )
