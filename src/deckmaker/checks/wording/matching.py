"""Rules about matching."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.reading import content, root, sentences, tokens
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import word_set
from deckmaker.model.questions import Kind, Matching
from deckmaker.model.text import plain

MOST_PAIRS = 10
_AKIN = 6
"""So many letters two words have in common, from the first, that sound alike."""

_GENERIC = word_set(
    """
    match matches matching pair pairs connect link join assign combine draw line lines put find choose select
    write the a an each every all following these those this column columns item items left right side sides
    list lists with to and or of in on from by its their his her it them one ones other others correct correctly
    proper appropriate right suitable belong belongs belonging go goes fit fits together entry entries b c i ii
    iii 1 2 3 4 first second element elements thing things word words phrase phrases part parts half halves box
    boxes row rows answer answers option options letter letters number numbers partner partners counterpart
    counterparts corresponding what which that up below above next beside opposite given here you your please is
    are there who response responses premise premises statement statements beginning beginnings ending endings
    set sets group groups
    """
)
"""Words that any directions have."""
_DIRECTS = regex(
    r"\b(?:match|pair|connect|link|join|assign|combine|find|write|give|which|what|who|whose|where|when|how|belongs?|goes)\b",
    re.I,
)
_CONNECTS = regex(
    r"\b(?:with|to|and|by|according\s+to|whose|that|which|who|whom|of|for|it|they|in\s+which|from|where|on|against)\b",
    re.IGNORECASE,
)
_REUSE = regex(
    r"\b(?:more\s+than\s+(?:once|one)|once,?\s+(?:twice|more)|not\s+at\s+all|not\s+(?:be\s+)?(?:used|needed)|left\s+over|"
    r"extra|too\s+many|re-?used?|again|any\s+number\s+of\s+times|several\s+times|twice|distractors?|no\s+match)\b",
    re.IGNORECASE,
)
_USED_ONCE = regex(
    r"\b(?:no|none|nothing|not|never|cannot)\b[^.;]*?\b(?:more\s+than\s+once|twice|again|left\s+over|extra|several\s+times)\b",
    re.IGNORECASE,
)
"""Directions that say the columns come out even: "no name is used twice"."""
_GIVEN = regex(
    r"\b(?:assign|give|find|name)\s+(?:each|every)\s+(?:\w+\s+)?\w+\s+(?:the|its|his|her|their|an?)\s+(.+)",
    re.IGNORECASE,
)
"""Directions without a connecting word: "assign each inventor the device he made"."""
_SEVERAL_KINDS = regex(
    r"\b(?:with|to)\s+(?:its|their|his|her|the|an?)\s+(?:\w+\s+)?\w+(?:,\s*\w+)*,?\s+or\s+(?:\w+\s+)?\w+", re.IGNORECASE
)
"""Directions that name several kinds of responses."""


@rule(Kind.MATCHING)
def matching_without_basis(item: Item) -> Iterator[Diagnostic]:
    """A student has to know by what relation to pair (teaching centres: matching items)."""
    if isinstance(item.question.body, Matching) and item.is_english and not _has_basis(item.stem):
        hint = "name the relation: match each invention with its inventor"
        yield diagnose("W401", item.at("stem", "pairs"), "nothing says what makes a pair", hint=hint)


def _has_basis(stem: str) -> bool:
    for sentence in sentences(stem):
        if _REUSE.search(sentence) and not re.match(r"(?:match|pair|connect|link)\b", sentence, re.IGNORECASE):
            continue
        if sentence.endswith("?") and {*words(sentence)} - _GENERIC:
            return True
        given = _GIVEN.search(sentence)
        if given and {*words(given[1])} - _GENERIC:
            return True
        parts = _CONNECTS.split(sentence, maxsplit=1)
        if _DIRECTS.search(sentence) and len(parts) == 2 and {*words(parts[1])} - _GENERIC:
            return True
    return False


@rule(Kind.MATCHING)
def matching_even_columns(item: Item) -> Iterator[Diagnostic]:
    """The last pair follows by elimination where every response is used once (teaching centres: matching items)."""
    body = item.question.body
    if not isinstance(body, Matching) or body.extra or _REUSE.search(_USED_ONCE.sub("", item.stem)):
        return
    hint = "add a response that fits none, under `extra`"
    yield diagnose("W402", item.at("pairs"), "the last pair follows by elimination: nothing is left over", hint=hint)


@rule(Kind.MATCHING)
def matching_too_long(item: Item) -> Iterator[Diagnostic]:
    """A long set is a search, not a test (teaching centres: matching items)."""
    body = item.question.body
    if isinstance(body, Matching) and len(body.pairs) > MOST_PAIRS:
        message = f"{len(body.pairs)} pairs; more than {MOST_PAIRS} cannot be looked over"
        yield diagnose("W403", item.at("pairs"), message, hint="make two questions of it")


def _sides(body: Matching) -> tuple[list[str], list[str]]:
    """What stands left and right, the extra ones last."""
    return [plain(left) for left, _ in body.pairs], [plain(one) for one in (*(r for _, r in body.pairs), *body.extra)]


@rule(Kind.MATCHING)
def mixed_columns(item: Item) -> Iterator[Diagnostic]:
    """Things of one kind can be mistaken for each other; of several, most pairs follow (teaching centres)."""
    body = item.question.body
    if not isinstance(body, Matching):
        return
    figures = [[bool(re.match(r"\W*\d", one)) for one in side] for side in _sides(body)]
    if any(any(side) and not all(side) for side in figures) or (item.is_english and _SEVERAL_KINDS.search(item.stem)):
        hint = "match one kind of thing with one other kind"
        yield diagnose("W210", item.at("pairs"), "a column mixes kinds of things, so that pairs follow", hint=hint)


@rule(Kind.MATCHING)
def repeated_word_in_pair(item: Item) -> Iterator[Diagnostic]:
    """A word in a premise and its own response, and in no other, pairs them unread (Haladyna 28b)."""
    body = item.question.body
    if not isinstance(body, Matching) or not item.is_english:
        return
    lefts, rights = _sides(body)
    often = Counter(each for one in (*lefts, *rights) for each in content(one))
    for left, right in zip(lefts, rights, strict=False):
        shared = sorted(each for each in content(left) & content(right) if often[each] == 2 and len(each) > 2)
        if not shared:
            shared = _akin(content(left), content(right), [*often])
        if shared:
            word = next(word for word in tokens(right) if root(word) == shared[0])
            message = f'"{word}" stands in both halves of one pair alone'
            yield diagnose("W203", item.at("pairs"), message, hint="say one of the two in other words")
            return


def _akin(left: frozenset[str], right: frozenset[str], everywhere: list[str]) -> list[str]:
    """Words on the right that begin as a word on the left and no third does: "pancreas", "pancreatic"."""
    begun = Counter(each[:_AKIN] for each in everywhere)
    starts = {each[:_AKIN] for each in left if len(each) >= _AKIN}
    return sorted(each for each in right - left if each[:_AKIN] in starts and begun[each[:_AKIN]] == 2)


@rule(Kind.MATCHING)
def articles_in_column(item: Item) -> Iterator[Diagnostic]:
    """A premise that ends with "a" or "an" rules responses out by their first letter (Haladyna 28d)."""
    body = item.question.body
    if not isinstance(body, Matching) or not item.is_english:
        return
    lefts, _rights = _sides(body)
    ends = [match[1] for left in lefts if (match := re.search(r"\b(an?|is|are|was|were)\W*$", left, re.IGNORECASE))]
    if any(end.casefold() in ("a", "an") for end in ends) or ({*ends} & {"is", "was"} and {*ends} & {"are", "were"}):
        hint = "end every premise alike, without an article"
        yield diagnose("W202", item.at("pairs"), "the grammar of a premise does not fit every response", hint=hint)
