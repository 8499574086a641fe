"""The rule about how many options are right: a multiple answer has to say that there may be several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.reading import (
    asks_with,
    in_stem,
    lead_in,
    tokens,
)
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import BASES, FINITE, IRREGULAR, VERBS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.numbers import NUMBER_WORDS
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Kind

_PICK_ALL = regex(
    r"\b(?:all|every|each|both|several|more than one|any)\b.{0,40}\b(?:apply|applies|that|correct|right|true|of"
    r"|which|answers?|options?)\b|\(s\)|\bmore than one\b|\bseveral\b|\bone or more\b|\bat least\b|\bapply\b",
    re.I,
)


_GROUP_VERB = regex(r"\bof (?:the following|these|those|the)(?: [\w'’-]+){0,3}?\s+(\w+)\b", re.I)


_PREPOSITIONS = frozenset(
    ("in", "on", "to", "of", "by", "from", "with", "for", "the", "a", "an", "at", "its", "into", "as")
)


_SELECTS = frozenset(
    ("select", "mark", "tick", "choose", "pick", "circle", "find", "identify", "check", "underline", "name")
)


_ADJECTIVE = regex(
    r"(?:[^m]al|ic|ive|ous|ful|ary|ish|ese|ble|less|[eic]an|[^e]ed)$|^(?:red|blue|green|white|black|big|large|small"
    r"|new|old|other|main|great)$"
)


_UNCOUNTED = frozenset(
    (
        "is",
        "was",
        "has",
        "does",
        "this",
        "its",
        "his",
        "us",
        "thus",
        "always",
        "plus",
        "versus",
        "physics",
        "mathematics",
        "as",
    )
)


@rule(Kind.MULTIPLE_ANSWER)
def number_unstated(item: Item) -> Iterator[Diagnostic]:
    """W110. Haladyna et al. 2002, 14: whoever takes it for a single choice stops at the first right option."""
    if not item.is_english:
        return
    if not (_PICK_ALL.search(item.stem) or _counts(item.stem) or _is_plural(lead_in(item.stem))):
        hint = 'write how many, or "select all that apply"'
        yield diagnose("W110", in_stem(item), "the stem does not say that more than one option is right", hint=hint)


def _counts(stem: str) -> bool:
    found = tokens(stem)
    return any(
        word in NUMBER_WORDS and word not in ("one", "zero") and found[max(0, index - 1) : index] != ("after",)
        for index, word in enumerate(found)
    )


def _is_plural(asked: str) -> bool:
    found = tokens(asked)
    group = _GROUP_VERB.search(asked)
    if group and asks_with(asked) in ("which", "what"):
        after = found[found.index("of") + 1 :] if "of" in found else ()
        return not any(word in ("is", "was", "has", "does") for word in after[:5]) and not _singular_verb(after)
    if found[:1] and found[0] in _SELECTS:
        return any(_plural_noun(word) or word == "every" for word in _noun_phrase(found[1:]))
    head = next((index for index, word in enumerate(found) if word in ("which", "what", "who")), None)
    if head is None:
        return "are" in found or "were" in found
    following = found[head + 1 : head + 4]
    if (
        head
        and found[head] == "which"
        and found[head - 1] in _PREPOSITIONS
        and following[:1]
        and _plural_noun(following[0])
    ):
        return True
    if following[:1] and following[0] in ("are", "were"):
        return True
    following = following[:1] if _ends_with_first(following) else _noun_phrase(following)
    return (
        any(_plural_noun(word) for word in following)
        and not any(word in ("is", "was", "has", "does") for word in following[:2])
        and found[head] != "who"
        and (
            found[head] == "which" or any(word in ("are", "were", "do", "have") for word in found[head + 1 : head + 6])
        )
    )


def _ends_with_first(following: tuple[str, ...]) -> bool:
    """Whether the second word is the verb of a single first one: "which organ secretes enzymes"."""
    if len(following) < 2 or _plural_noun(following[0]):
        return False
    third = following[2] if len(following) > 2 else ""
    if following[1] in VERBS or (third in _PREPOSITIONS and not _ADJECTIVE.search(following[0])):
        return True
    is_noun = third in FINITE | BASES or _ADJECTIVE.search(following[0]) is not None or not third or third.endswith("s")
    return following[1].endswith("s") and not is_noun


def _noun_phrase(following: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to a preposition, a relative pronoun or a verb."""
    stop = (_PREPOSITIONS - {"the", "a", "an", "its"}) | {"that", "which", "who", "whose"} | FINITE
    end = next((index for index, word in enumerate(following) if word in stop), len(following))
    return following[:end]


def _singular_verb(after: tuple[str, ...]) -> bool:
    rest = [word for word in after if word not in ("the", "following", "these", "those", "below")]
    return bool(rest) and (
        rest[0] in VERBS
        or rest[0] in ("can", "could", "led", "may", "might", "would", "will")
        or (rest[0].endswith("s") and not _plural_group(after))
    )


def _plural_group(after: tuple[str, ...]) -> bool:
    """ "of the following metals …", with a verb after the noun that does not end in s."""
    rest = [word for word in after if word not in ("the", "following", "these", "those", "below")]
    return (
        len(rest) > 1
        and not rest[1].endswith("s")
        and rest[1] not in ("a", "an", "the", "in", "on", "to", "of", "by", "from", "with", "for")
    )


def _plural_noun(word: str) -> bool:
    irregular = IRREGULAR.get(word, "") and word in (
        "men",
        "women",
        "children",
        "feet",
        "teeth",
        "bacteria",
        "phenomena",
        "criteria",
        "nuclei",
    )
    return (
        bool(irregular)
        or word in ("people", "data")
        or (word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _UNCOUNTED)
    )
